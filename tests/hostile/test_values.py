"""Whatever is decided can be kept, told, shown, reported and exported, or is refused at once."""

import copy
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.archive.names import names_well
from factcheck.domain.decision import Author, Change, Decision, Kind
from factcheck.domain.display import displayable, flowing, one_line, shortened
from factcheck.domain.errors import FactcheckError
from factcheck.domain.selection import Selection, View
from factcheck.export.commonmark import literal_lines
from factcheck.export.formats import FORMATS
from factcheck.export.report.edition import Edition
from factcheck.export.report.html import html_report
from factcheck.export.report.markdown import markdown_report
from factcheck.services.articles import review_of
from factcheck.services.linking import links_of
from factcheck.services.selecting import exported
from factcheck.services.telling import told
from factcheck.store.store import Store
from factcheck.tui.wrapping import wrap
from tests.export.harbour import HOSTILE, harbour

EVE: Final = Author(reviewer="eve <b>&\u05d0`|")
ODD: Final[tuple[Any, ...]] = (
    *HOSTILE,
    *(None, True, -1, 0, 10**30, 0.5, "", " ", "\n", "\x00", "\ud800", "x" * 30_000, "[" * 3_000),
    *(
        [],
        {},
        [[]],
        ["x", "x"],
        {"x": 1},
        "9999-99-99",
        "2024",
        "https://a.org/<>\"'|`[](",
        "\u202e",
    ),
    *("http://[::1", "https://a.org/\x1b]0;x", "=1+1", "---\n# x\n| a |", "{{x}}", "a\u2028b"),
)
"""What may be said where something else is expected."""
ANY_TEXT: Final = st.text(max_size=60) | st.sampled_from(
    [text for text in ODD if isinstance(text, str)]
)


def odd(value: Any, dice: Random) -> Any:
    """Return a value with something odd in one or two of its fields, at any depth."""
    changed = copy.deepcopy(value)
    for _ in range(dice.randint(1, 2)):
        where, key = dice.choice(list(places_in(changed)) or [({}, "none")])
        where[key] = copy.deepcopy(dice.choice(ODD))
    return changed


def places_in(value: Any) -> Iterator[tuple[Any, Any]]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in list(pairs):
        yield value, key
        if isinstance(inner, dict | list):
            yield from places_in(inner)


def decide(store: Store, decision: Decision, dice: Random) -> tuple[Decision, ...]:
    """Decide something odd where a decision stands already; nothing where it is refused."""
    assert decision.value
    said = odd(decision.value.model_dump(mode="json"), dice)
    author = dice.choice((EVE, Author(reviewer=decision.reviewer)))
    try:
        value = decision.kind.value_type.of(**said)
        if not names_well(value):  # which an archive refuses, and no command can say
            return ()
        change = Change(kind=decision.kind, subject=decision.subject, value=value)
        return store.journal.record(author, [change])
    except FactcheckError as error:
        assert_one_line(str(error))
        return ()


def assert_one_line(problem: str) -> None:
    assert "\n" not in one_line(problem)


def assert_leaves(store: Store) -> None:
    """All that stands is shown, reported and exported, and nothing in it is a control."""
    for view in View:
        leaving = exported(store, Selection(view=view))
        edition = Edition(
            scheme=store.schemes.in_force(), links=lambda claim: links_of(store, claim, "ann")
        )
        report = "".join(markdown_report(leaving.articles, edition))
        page = "".join(html_report(leaving.articles, edition))
        assert not {"\x1b", "\x00", "\u202e"} & set(report + page)
        for form in FORMATS.values():
            if form.one_view and view is View.ALL:
                continue
            for line in form.lines(leaving) if form.lines else ():
                line.encode()
            for file in form.files(leaving) if form.files else ():
                assert not {"/", "\\", "\x1b"} & set(file.name.replace("/", "", 1))
                "".join(file.lines).encode()


@pytest.mark.parametrize("seed", range(2))
def test_what_is_decided_leaves_the_program_in_every_form(
    store: Store, tmp_path: Path, seed: int
) -> None:
    dice = Random(seed)  # noqa: S311
    article = harbour(store, tmp_path)
    sound = [each for each in store.journal.decisions() if each.value and each.kind is not Kind.CUT]
    scales, taken = store.schemes.scales(), 0
    for decision in (dice.choice(sound) for _ in range(20 * settings().max_examples)):
        made = decide(store, decision, dice)
        taken += bool(made)
        assert all(told(each, scales) for each in made)
    assert taken
    for reviewer in ("ann", EVE.reviewer):
        assert review_of(store, article, reviewer).sentences
    assert_leaves(store)


@pytest.mark.parametrize("kind", Kind)
@given(
    said=st.recursive(
        st.sampled_from(ODD),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["text", "tag", "url", "rating", "x"]), inner, max_size=4
            )
        ),
        max_leaves=8,
    )
)
def test_any_json_is_a_value_or_refused(kind: Kind, said: object) -> None:
    fields = said if isinstance(said, dict) else {"text": said, "tag": said, "url": said}
    try:
        value = kind.value_type.of(**fields)
    except FactcheckError as error:
        assert_one_line(str(error))
        return
    assert kind.value_type.of(**value.model_dump(mode="json")) == value


@given(text=ANY_TEXT)
def test_what_is_displayed_keeps_its_length_and_holds_no_control(text: str) -> None:
    for shown in (displayable(text), flowing(text), one_line(text)):
        assert len(shown) == len(text)
        assert not {character for character in shown.replace("\n", "") if is_control(character)}
    assert "\n" not in one_line(text) + flowing(text) + shortened(text, 9)


def is_control(character: str) -> bool:
    code = ord(character)
    return code < 32 or 127 <= code < 160 or 0xD800 <= code < 0xE000 or 0x202A <= code <= 0x202E


@given(text=ANY_TEXT, width=st.integers(1, 30))
def test_what_is_wrapped_is_all_there(text: str, width: int) -> None:
    assert wrap(flowing(text), width)


@given(text=ANY_TEXT)
def test_what_is_escaped_for_markdown_stays_on_its_lines(text: str) -> None:
    assert not any("\n" in line for line in literal_lines(displayable(text)))
