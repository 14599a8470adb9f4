"""What a reviewer does in any form, told key by key."""

import pytest
from textual.widgets import Input, TextArea

from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import EvidenceId
from factcheck.domain.tag import Tag
from factcheck.services.evidence import add_evidence
from factcheck.store.store import Store
from factcheck.tui.forms.claim import claim_form
from factcheck.tui.forms.evidence import evidence_form
from factcheck.tui.forms.tagging import tag_form
from factcheck.tui.screens.writing import WritingScreen
from factcheck.tui.widgets.choice import Choice
from tests.tui.checked import ANN, claim_at
from tests.tui.conftest import Open, Sitting
from tests.tui.filling import SMALL, ask, box, go_to


async def test_what_stands_in_a_form_is_there_again_when_it_is_opened_again(
    open_review: Open,
) -> None:
    async with open_review() as sitting:
        await sitting.press("enter")
        await go_to(sitting, "types")
        await sitting.type("qn")
        await sitting.press("ctrl+s", "enter")
        assert box(sitting, "types").answer == "quote, numerical"
        assert "n Numerical ✓" in sitting.text()
        await go_to(sitting, "types")
        await sitting.press("n", "ctrl+s")
        (claim,) = sitting.desk.current.claims
        assert claim.claim.types == ("quote",)


async def test_a_choice_is_kept_as_a_draft_when_the_program_is_killed(
    open_review: Open, store: Store
) -> None:
    async with open_review() as sitting:
        await sitting.press("enter")
        await go_to(sitting, "rating")
        await sitting.press("4")
        await sitting.pilot.pause(0.7)
        draft = store.drafts.find("ann", "claim", sitting.desk.current.sentence.id)
    assert draft == {"rating": "mostly-true"}


async def test_without_an_editor_the_text_is_written_on_a_page_here(open_review: Open) -> None:
    async with open_review(size=SMALL) as sitting:
        await sitting.press("1", "enter")
        await go_to(sitting, "because")
        await sitting.type("Since ")
        await sitting.press("ctrl+e")
        assert isinstance(sitting.app.screen, WritingScreen)
        assert "no editor can be opened here" in sitting.text()
        await sitting.type("so")
        await sitting.press("enter")
        await sitting.type("it is.")
        await sitting.press("escape")
        assert box(sitting, "because").answer == "Since so\nit is."
        await sitting.press("ctrl+s")
        (claim,) = sitting.desk.current.claims
        assert claim.verdict == Verdict(
            rating="false",
            because="Since so\nit is.",
            blind=True,
            duration_ms=claim.verdict.duration_ms if claim.verdict else None,
        )


async def test_a_page_that_is_being_written_is_kept_as_a_draft(
    open_review: Open, store: Store
) -> None:
    async with open_review() as sitting:
        await sitting.press("enter")
        await go_to(sitting, "because")
        await sitting.press("ctrl+e")
        await sitting.type("long work")
        await sitting.pilot.pause(0.7)
        draft = store.drafts.find("ann", "claim", sitting.desk.current.sentence.id)
    assert draft == {"because": "long work"}


async def test_subtypes_of_a_tag_are_chosen_by_letters(open_review: Open, store: Store) -> None:
    async with open_review(size=SMALL) as sitting:
        await sitting.press("c", "k")
        await sitting.press("t")
        await sitting.press("n", "q", "tab", "t", "ctrl+s")
        review = sitting.desk.current
        assert (review.tag, review.subtypes) == (Tag.CLAIM, ("numerical", "quote"))
        assert review.attribution == "third-party"


async def test_space_takes_the_option_that_is_pointed_at(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("c", "k")
        await sitting.press("t")
        await sitting.press("right", "space", "right", "space", "left", "space", "ctrl+s")
        assert sitting.desk.current.subtypes == ("causal",)


async def test_another_tag_brings_its_own_subtypes_of_which_filler_takes_one(
    open_review: Open,
) -> None:
    async with open_review(size=SMALL) as sitting:
        await sitting.press("t")
        assert not box(sitting, "kinds-of-filler").display
        await sitting.press("f", "tab", "b", "q", "ctrl+s")
        assert sitting.desk.current.tag is Tag.FILLER
        assert sitting.desk.current.subtypes == ("question",)


async def test_details_without_a_tag_are_asked_about(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("t")
        await sitting.press("tab", "a", "ctrl+s")
        assert "not tagged yet" in sitting.text()
        assert sitting.desk.current.attribution is None


async def test_hostile_text_stands_in_a_form_as_letters(open_review: Open, store: Store) -> None:
    hostile = "[/foo] [@click=app.quit]x[/] \x1b[2J\x9b31m \u202eevil"
    evidence = Evidence(claim=claim_at(store), url="https://a.org", title=hostile, quote=hostile)
    add_evidence(store, ANN, evidence)
    async with open_review(size=SMALL) as sitting:
        await sitting.press("g")
        await sitting.press("enter")
        await go_to(sitting, "used")
        await sitting.press("escape")
        await ask(sitting, evidence_form(sitting.desk, claim_item(sitting)))
        text = sitting.text()
        assert "[@click=app.quit]x[/]" in text
        assert not {"\x1b", "\x9b", "\u202e"} & set(text)
        await sitting.press("ctrl+s")
        (claim,) = sitting.desk.current.claims
        assert claim.evidence[0].evidence.title == hostile


def claim_item(sitting: Sitting) -> EvidenceId:
    (claim,) = sitting.desk.current.claims
    return claim.evidence[0].id


async def test_the_field_with_the_keys_is_told_without_colours(
    open_review: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_review(size=SMALL) as sitting:
        await sitting.press("enter", "tab", "tab", "tab", "1")
        assert "▌ 1 False ◀" in sitting.text()
        assert sitting.text().count("│ ▌") == 2  # the rating's two rows, and no other field


@pytest.mark.parametrize(
    "size",
    [(20, 6), *(pytest.param(size, marks=pytest.mark.soak) for size in [(80, 24), (120, 36)])],
)
async def test_forms_fit_any_terminal(open_review: Open, size: tuple[int, int]) -> None:
    async with open_review(size=size) as sitting:
        for form in (claim_form(sitting.desk), evidence_form(sitting.desk), tag_form(sitting.desk)):
            await ask(sitting, form)
            for _ in range(12):
                await sitting.press("tab")
                focused = sitting.app.focused
                assert focused is not None
                assert focused.region.height > 0
            await sitting.press("escape")


async def test_letters_choose_only_where_options_have_the_keys(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("e")
        await sitting.type("src")
        assert sitting.app.screen.query_one("#url", Input).value == "src"
        assert sitting.app.screen.query_one("#stance", Choice).value == ""
        await sitting.press("tab")
        await sitting.type("rrr")
        assert sitting.app.screen.query_one("#quote", TextArea).text == "rrr"


async def test_a_click_chooses_an_option(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("enter")
        line = next(line for line in sitting.text().splitlines() if "2 Mostly false" in line)
        row = sitting.text().splitlines().index(line)
        await sitting.pilot.click(offset=(line.index("Mostly false") + 3, row))
        assert box(sitting, "rating").answer == "mostly-false"
