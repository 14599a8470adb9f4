"""Words changed: nothing lost, nothing invented, and cut where a reader would cut."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.wording import Edit, Run, words, words_changed

PIECES = st.sampled_from(
    [
        "five",
        "Five",
        " ",
        "  ",
        "\n",
        "\u00a0",
        "5",
        "3.5",
        "%",
        "“",
        ".",
        "e\u0301",
        "東",
        "😀",
        "\ud83d",
    ]
)
TEXTS = st.one_of(st.text(st.characters()), st.lists(PIECES).map("".join))


def without(edit: Edit, runs: list[Run]) -> str:
    """Return the runs joined that are not of this kind."""
    return "".join(run.text for run in runs if run.edit is not edit)


def marked(old: str, new: str) -> str:
    """Return the change as a reviewer would write it: `[-removed-]`, `{+added+}`."""
    marks = {Edit.KEPT: "{}", Edit.REMOVED: "[-{}-]", Edit.ADDED: "{{+{}+}}"}
    return "".join(marks[run.edit].format(run.text) for run in words_changed(old, new))


@given(TEXTS, TEXTS)
def test_what_was_kept_and_removed_is_the_old_text_and_with_what_was_added_the_new(
    old: str, new: str
) -> None:
    runs = words_changed(old, new)
    assert without(Edit.ADDED, runs) == old
    assert without(Edit.REMOVED, runs) == new


@given(TEXTS, TEXTS)
def test_runs_hold_something_and_go_kept_removed_added(old: str, new: str) -> None:
    runs = words_changed(old, new)
    assert all(run.text for run in runs)
    order = [run.edit for run in runs]
    allowed = {
        (Edit.KEPT, Edit.REMOVED),
        (Edit.KEPT, Edit.ADDED),
        (Edit.REMOVED, Edit.ADDED),
        (Edit.REMOVED, Edit.KEPT),
        (Edit.ADDED, Edit.KEPT),
    }
    assert set(pairwise(order)) <= allowed


@given(TEXTS)
def test_a_text_is_kept_whole_against_itself(text: str) -> None:
    assert words_changed(text, text) == ([Run(Edit.KEPT, text)] if text else [])


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("It cost 5 percent.", "It cost 50 percent.", "It cost [-5-]{+50+} percent."),
        ("It cost 3.5 million.", "It cost 3.6 million.", "It cost [-3.5-]{+3.6+} million."),
        ("He did say so.", "He did not say so.", "He did {+not +}say so."),
        ("the cat sat", "a dog ran", "[-the cat sat-]{+a dog ran+}"),
        ("Well-known facts", "Little-known facts", "[-Well-known-]{+Little-known+} facts"),
        ("He won’t go.", "He will go.", "He [-won’t-]{+will+} go."),
        ("東京は大きい", "大阪は大きい", "[-東京-]{+大阪+}は大きい"),
        ("un e\u0301te\u0301", "un e\u0301tat", "un [-e\u0301te\u0301-]{+e\u0301tat+}"),
        ("She said “no”.", "She said “yes”!", "She said “[-no-]{+yes+}”[-.-]{+!+}"),
        ("two words", "two\nwords", "two[- -]{+\n+}words"),
        ("", "new", "{+new+}"),
        ("old", "", "[-old-]"),
    ],
)
def test_a_change_is_shown_in_whole_words(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


def test_words_keep_what_stands_inside_them_and_leave_what_stands_around() -> None:
    assert words("“Don’t,” said the U.S. — 3.5 % of 12–14; état.") == [
        "Don’t",
        "said",
        "the",
        "U.S",
        "3.5",
        "of",
        "12–14",
        "état",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a" * 1_000_000, "b" * 1_000_000),
        ("a b " * 250_000, "b a c " * 160_000),
        ("! " * 500_000, "?" * 1_000_000),
        ("w-" * 500_000, "w.-" * 300_000),
        ("\u0301" * 1_000_000, "x\u0301" * 500_000),
    ],
    ids=["letters", "short words", "marks", "hyphens", "accents"],
)
def test_a_million_characters_are_compared_in_seconds(old: str, new: str) -> None:
    start = time.perf_counter()
    runs = words_changed(old, new)
    assert time.perf_counter() - start < 5
    assert without(Edit.ADDED, runs) == old
    assert without(Edit.REMOVED, runs) == new
