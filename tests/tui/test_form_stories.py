"""What a reviewer does in the forms, told key by key."""

from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input, Static, TextArea

from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.tag import Tag
from factcheck.services.deciding import undo
from factcheck.services.evidence import evidence_item
from factcheck.services.looking import claim_seen
from factcheck.services.verdicts import judge
from factcheck.store.store import Store
from factcheck.tui.forms.claim import claim_form
from factcheck.tui.forms.evidence import evidence_form
from factcheck.tui.forms.tagging import tag_form
from factcheck.tui.screens.form import Form, FormSpec
from factcheck.tui.screens.writing import WritingScreen
from factcheck.tui.widgets.choice import Choice
from factcheck.tui.widgets.field import FieldBox
from tests.tui.checked import ANN, claim_at, published, use_scale, with_evidence
from tests.tui.conftest import Open, Sitting

SMALL = (80, 24)


async def ask(sitting: Sitting, form: FormSpec) -> None:
    await sitting.app.push_screen(Form(form), sitting.review.show_saved)
    await sitting.pilot.pause()


async def go_to(sitting: Sitting, name: str) -> None:
    """Go to a field with the tab key, opening the sections on the way."""
    for _ in range(80):
        focused = sitting.app.focused
        if focused is not None and focused.id == name:
            return
        await sitting.press("tab" if focused is None or focused.id else "enter", "tab")
    raise AssertionError(f"no way leads to {name}")


async def paste(sitting: Sitting, text: str) -> None:
    assert sitting.app.focused is not None
    sitting.app.focused.post_message(Paste(text))
    await sitting.pilot.pause()


def box(sitting: Sitting, name: str) -> FieldBox:
    return sitting.app.screen.query_one(f"#{name}-field", FieldBox)


def advice(sitting: Sitting, name: str) -> str:
    return str(box(sitting, name).query_one(".advice", Static).visual)


def problem(sitting: Sitting, name: str) -> str:
    return str(box(sitting, name).query_one(".problem", Static).visual)


async def test_the_claim_form_records_everything_that_can_be_said_of_a_claim(
    open_review: Open,
) -> None:
    async with open_review(size=SMALL) as sitting:
        await sitting.press("enter")
        for name, typed in (
            ("text", "North Korea sends shells"),
            ("claimant", "focus.de"),
            ("date", "2024-06"),
            ("rating", "2"),
            ("because", "It is so."),
            ("confidence", "h"),
            ("missing", "How many."),
            ("cutoff", "2026"),
            ("claimant_kind", "o"),
            ("claimant_role", "magazine"),
            ("place", "Berlin"),
            ("first_appearance", "a page"),
            ("types", "nc"),
            ("topics", "war, trade"),
            ("worthiness", "c"),
            ("worthiness_reasons", "ph"),
            ("priority", "1"),
        ):
            await go_to(sitting, name)
            await sitting.type(typed)
        await sitting.press("ctrl+s")
        (claim,) = sitting.desk.current.claims
    assert claim.verdict is not None
    assert claim.verdict.rating == "mostly-false"
    assert (claim.verdict.confidence, claim.verdict.missing, claim.verdict.cutoff) == (
        "high",
        "How many.",
        "2026",
    )
    said = claim.claim
    assert (said.text, said.claimant, said.claimant_kind) == (
        "North Korea sends shells",
        "focus.de",
        "organisation",
    )
    assert (said.claimant_role, said.place, said.first_appearance) == (
        "magazine",
        "Berlin",
        "a page",
    )
    assert said.types == ("numerical", "causal")
    assert said.topics == ("war", "trade")
    assert (said.worthiness, said.worthiness_reasons, said.priority) == (
        "check-worthy",
        ("public-interest", "harm"),
        1,
    )


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


async def test_closed_sections_are_passed_over_and_enter_opens_one(open_review: Open) -> None:
    async with open_review(size=SMALL) as sitting:
        await sitting.press("enter", *["tab"] * 5)
        assert sitting.app.focused is not None
        assert "▸ More about the verdict: confidence" in sitting.text()
        await sitting.press("tab")
        assert "▸ More about the claim: claimant kind" in sitting.text()
        assert "The claimant's office" not in sitting.text()
        await sitting.press("enter", "tab", "tab")
        assert sitting.app.focused.id == "claimant_role"
        assert "The claimant's office" in sitting.text()


async def test_a_problem_in_a_closed_section_opens_it(open_review: Open) -> None:
    async with open_review(size=SMALL) as sitting:
        await sitting.press("enter")
        await go_to(sitting, "rating")
        await sitting.press("1")
        await go_to(sitting, "cutoff")
        await sitting.type("soon")
        await sitting.press("shift+tab", "shift+tab", "shift+tab", "left", "ctrl+s")
        assert sitting.app.focused is not None
        assert sitting.app.focused.id == "cutoff"
        assert "write it as 2024, 2024-06 or 2024-06-18" in sitting.text()
        assert sitting.desk.current.claims == ()


async def test_the_wording_is_advised_on_as_it_is_typed_and_saved_all_the_same(
    open_review: Open,
) -> None:
    async with open_review(size=SMALL) as sitting:
        await sitting.press("enter")
        assert sitting.desk.current.sentence.text in sitting.text()
        assert "· a statement" in advice(sitting, "text")
        await sitting.type("He lies?")
        said = advice(sitting, "text")
        assert "○ names instead of pronouns" in said
        assert "say who or what “He” is" in said
        assert "○ a statement" in said
        assert "✓ at most 75 characters, 8 of 75" in said
        assert problem(sitting, "text") == ""
        await sitting.press("ctrl+s")
        (claim,) = sitting.desk.current.claims
        assert claim.text == "He lies?"


async def test_a_wording_that_is_too_long_is_told_by_how_much(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("enter")
        await paste(sitting, "The town built flats. " * 4)
        assert "○ at most 75 characters, 87 of 75" in advice(sitting, "text")


async def test_an_open_rating_asks_for_the_conclusion(open_review: Open, store: Store) -> None:
    use_scale(store, "fullfact")
    async with open_review(size=SMALL) as sitting:
        await sitting.press("enter", "tab", "tab", "tab")
        assert not box(sitting, "conclusion").display
        await sitting.press("1")
        assert box(sitting, "conclusion").display
        await sitting.press("ctrl+s")
        assert "write the verdict in one sentence" in problem(sitting, "conclusion")
        await sitting.type("It is not so.")
        await sitting.press("ctrl+s")
        (claim,) = sitting.desk.current.claims
        assert claim.verdict is not None
        assert claim.verdict.conclusion == "It is not so."


async def test_a_rating_that_a_key_has_chosen_stands_in_the_form_that_asks_for_more(
    open_review: Open, store: Store
) -> None:
    use_scale(store, "fullfact")
    async with open_review() as sitting:
        await ask(sitting, claim_form(sitting.desk, rating="conclusion"))
        assert sitting.app.focused is not None
        assert sitting.app.focused.id == "conclusion"
        assert "from your draft" not in sitting.text()
        await sitting.type("It is so.")
        await sitting.press("ctrl+s")
        (claim,) = sitting.desk.current.claims
        assert claim.verdict is not None
        assert claim.verdict.rating == "conclusion"


async def test_a_verdict_on_another_scale_stays_unless_one_is_chosen(
    open_review: Open, store: Store
) -> None:
    claim = claim_at(store)
    judge(store, ANN, claim, "half-true")
    use_scale(store, "politifact")
    async with open_review() as sitting:
        await sitting.press("enter")
        assert "Half true on the scale google5" in sitting.text()
        await go_to(sitting, "because")
        await sitting.type("so")
        await sitting.press("ctrl+s")
        verdict = claim_seen(store, claim, "ann").verdict
        assert verdict is not None
        assert (verdict.scale, verdict.rating, verdict.because) == ("google5", "half-true", "so")
        await sitting.press("enter")
        await go_to(sitting, "rating")
        await sitting.press("1", "ctrl+s")
        verdict = claim_seen(store, claim, "ann").verdict
        assert verdict is not None
        assert (verdict.scale, verdict.rating) == ("politifact", "pants-on-fire")


async def test_the_evidence_that_a_verdict_rests_on_is_chosen_in_one_act(
    open_review: Open, store: Store
) -> None:
    claim = claim_at(store)
    with_evidence(store, claim, "a.org", "b.org")
    async with open_review() as sitting:
        await sitting.press("enter")
        await go_to(sitting, "rating")
        await sitting.press("1")
        await go_to(sitting, "used")
        assert "2 − b.org" in sitting.text()
        await sitting.press("2", "ctrl+s")
        seen = claim_seen(store, claim, "ann")
        assert [item.evidence.site for item in seen.used] == ["b.org"]
        assert seen.verdict is not None
        undo(store, ANN)
        assert claim_seen(store, claim, "ann").verdict is None


async def test_a_draft_keeps_choices_and_belongs_to_one_claim_of_the_sentence(
    open_review: Open,
) -> None:
    async with open_review() as sitting:
        await sitting.press("enter")
        await go_to(sitting, "rating")
        await sitting.press("3")
        await go_to(sitting, "types")
        await sitting.press("n", "escape")
        sitting.desk.choose_claim(2)
        await ask(sitting, claim_form(sitting.desk))
        assert "from your draft" not in sitting.text()
        await sitting.type("the second")
        await sitting.press("escape", "q")
    async with open_review() as sitting:
        await sitting.press("enter")
        assert "from your draft" in sitting.text()
        assert (box(sitting, "rating").answer, box(sitting, "types").answer) == (
            "half-true",
            "numerical",
        )
        assert box(sitting, "text").answer == ""
        await sitting.press("ctrl+s")
        sitting.desk.choose_claim(2)
        await ask(sitting, claim_form(sitting.desk))
        assert box(sitting, "text").answer == "the second"


async def test_a_form_for_the_second_claim_saves_the_second_claim(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("c", "k")
        sitting.desk.choose_claim(2)
        await ask(sitting, claim_form(sitting.desk))
        await sitting.type("The second one.")
        await sitting.press("ctrl+s")
        assert [claim.text for claim in sitting.desk.current.claims] == [
            sitting.desk.current.sentence.text,
            "The second one.",
        ]


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


async def test_a_published_claim_changes_only_with_a_correction(
    open_review: Open, store: Store
) -> None:
    claim = published(store, claim_at(store))
    async with open_review(size=SMALL) as sitting:
        await sitting.press("enter")
        await go_to(sitting, "rating")
        await sitting.press("2", "ctrl+s")
        assert sitting.app.focused is not None
        assert sitting.app.focused.id == "correction"
        assert "what readers are told of the change" in problem(sitting, "correction")
        await sitting.type("We had it wrong.")
        await sitting.press("tab", "3", "ctrl+s")
        assert sitting.app.screen is sitting.review
    seen = claim_seen(store, claim, "ann")
    assert seen.verdict is not None
    assert seen.verdict.rating == "mostly-false"
    (correction,) = seen.corrections
    assert (correction.text, correction.kind) == ("We had it wrong.", "update")
    assert (correction.old_rating, correction.new_rating) == ("False", "Mostly false")


async def test_a_correction_without_a_change_is_not_lost_in_silence(
    open_review: Open, store: Store
) -> None:
    published(store, claim_at(store))
    async with open_review() as sitting:
        await sitting.press("enter")
        await go_to(sitting, "correction")
        await sitting.type("Hm.")
        await sitting.press("ctrl+s")
        assert "nothing that readers see is changed" in problem(sitting, "correction")


async def test_a_claim_that_is_not_published_asks_for_no_correction(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("c", "k", "enter")
        assert not sitting.app.screen.query("#correction")


async def test_a_pasted_quote_with_its_link_fills_the_form_at_once(open_review: Open) -> None:
    async with open_review(size=SMALL) as sitting:
        await sitting.press("e")
        await paste(
            sitting, "“Nearly five million shells.”\nhttps://www.example.org/a?utm_source=x\n"
        )
        assert box(sitting, "url").answer == "https://www.example.org/a"
        assert box(sitting, "quote").answer == "Nearly five million shells."
        await sitting.press("ctrl+s")
        assert sitting.app.focused is not None
        assert sitting.app.focused.id == "stance"
        assert "choose supports, partly-supports, refutes or context" in sitting.text()
        await sitting.press("s", "ctrl+s")
        (claim,) = sitting.desk.current.claims
        (item,) = claim.evidence
        assert (item.evidence.url, item.evidence.quote, item.evidence.stance) == (
            "https://www.example.org/a",
            "Nearly five million shells.",
            "supports",
        )


async def test_a_paste_and_a_save_in_one_burst_save_what_was_pasted(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("e", "tab", "tab", "r", "shift+tab", "shift+tab")
        assert sitting.app.focused is not None
        sitting.app.focused.post_message(Paste('"So it is." https://example.org/b'))
        await sitting.press("ctrl+s")
        (claim,) = sitting.desk.current.claims
        assert claim.evidence[0].evidence.quote == "So it is."


async def test_what_was_typed_is_not_replaced_by_a_paste_but_what_was_filled_is(
    open_review: Open,
) -> None:
    async with open_review() as sitting:
        await sitting.press("e", "tab", "tab", "tab")
        await sitting.type("My title")
        await sitting.press("shift+tab", "shift+tab", "shift+tab")
        await paste(sitting, '"First." [Theirs](https://example.org/1)')
        assert box(sitting, "quote").answer == "First."
        assert box(sitting, "title").answer == "My title"
        await sitting.press("home", "shift+end", "delete")
        await paste(sitting, '"Second." https://example.org/2')
        assert box(sitting, "quote").answer == "Second."


async def test_an_archive_address_tells_the_page_and_the_copy(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("e")
        await paste(sitting, "https://web.archive.org/web/20240618000000/https://example.org/a")
        assert box(sitting, "url").answer == "https://example.org/a"
        assert "web.archive.org" in box(sitting, "archived").answer
        assert not box(sitting, "not_archived").display


async def test_a_source_that_is_known_from_another_claim_is_filled_in(
    open_review: Open, store: Store
) -> None:
    source = Evidence(
        claim=claim_at(store, 2),
        url="https://example.org/a",
        title="The news",
        publisher="Example",
        author="A. Writer",
    )
    with_source(store, source)
    async with open_review() as sitting:
        await sitting.press("e")
        await sitting.type("https://example.org/a")
        await sitting.press("tab")
        assert box(sitting, "title").answer == "The news"
        assert box(sitting, "publisher").answer == "Example"
        await go_to(sitting, "author")
        assert box(sitting, "author").answer == "A. Writer"


def with_source(store: Store, evidence: Evidence) -> None:
    from factcheck.services.evidence import add_evidence

    add_evidence(store, ANN, evidence)


async def test_an_address_with_a_slip_stays_for_its_writer_to_mend(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("e")
        await sitting.type("example org")
        await sitting.press("tab")
        assert box(sitting, "url").answer == "example org"
        assert box(sitting, "quote").answer == ""


async def test_what_an_editor_would_miss_is_said_and_hinders_nobody(open_review: Open) -> None:
    async with open_review(size=SMALL) as sitting:
        await sitting.press("e")
        assert not box(sitting, "not_archived").display
        await sitting.type("https://example.org/a")
        assert "an editor will ask for an archived copy" in advice(sitting, "not_archived")
        await go_to(sitting, "not_archived")
        await sitting.type("paywall")
        assert advice(sitting, "not_archived") == ""
        await go_to(sitting, "anonymous")
        assert not box(sitting, "anonymous_reason").display
        await sitting.press("y")
        assert "an editor will ask for the reason" in advice(sitting, "anonymous_reason")
        await sitting.press("shift+tab")
        sitting.app.screen.set_focus(sitting.app.screen.query_one("#stance"))
        await sitting.press("c", "ctrl+s")
        (claim,) = sitting.desk.current.claims
        assert claim.evidence[0].evidence.anonymous
        assert claim.evidence[0].evidence.not_archived == "paywall"


async def test_the_form_of_an_item_changes_what_was_edited_and_keeps_the_rest(
    open_review: Open, store: Store
) -> None:
    claim = claim_at(store)
    with_evidence(store, claim, "a.org")
    (item,) = claim_seen(store, claim, "ann").evidence
    async with open_review() as sitting:
        await ask(sitting, evidence_form(sitting.desk, item.id))
        assert box(sitting, "quote").answer == "Said a.org."
        await go_to(sitting, "title")
        await sitting.type("A title")
        await go_to(sitting, "level")
        await sitting.press("p", "ctrl+s")
    changed = evidence_item(store, item.id).evidence
    assert (changed.title, changed.level) == ("A title", "primary")
    assert changed.model_copy(update={"title": "", "level": None}) == item.evidence


async def test_a_draft_on_one_item_is_not_offered_on_another_or_on_a_new_one(
    open_review: Open, store: Store
) -> None:
    claim = claim_at(store)
    with_evidence(store, claim, "a.org", "b.org")
    first, second = claim_seen(store, claim, "ann").evidence
    async with open_review() as sitting:
        await ask(sitting, evidence_form(sitting.desk, first.id))
        await go_to(sitting, "title")
        await sitting.type("kept")
        await sitting.press("escape")
        for item, title in ((second.id, ""), (None, ""), (first.id, "kept")):
            await ask(sitting, evidence_form(sitting.desk, item))
            assert box(sitting, "title").answer == title
            await sitting.press("escape")


async def test_a_file_is_kept_with_the_evidence_and_one_that_is_missing_is_said(
    open_review: Open, tmp_path: Path
) -> None:
    picture = tmp_path / "a scan.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(20))
    async with open_review(size=SMALL) as sitting:
        await sitting.press("e")
        await sitting.type("https://example.org/a")
        await go_to(sitting, "stance")
        await sitting.press("r")
        await go_to(sitting, "attach")
        await sitting.type("/nowhere")
        await sitting.press("ctrl+s")
        assert "/nowhere" in problem(sitting, "attach")
        assert sitting.desk.current.claims == ()
        box(sitting, "attach").fill(f"'{picture}'")
        await sitting.press("ctrl+s")
        (claim,) = sitting.desk.current.claims
        (attachment,) = claim.evidence[0].evidence.attachments
        assert (attachment.name, attachment.size) == ("a scan.png", 28)


async def test_changing_evidence_of_a_published_claim_asks_for_a_correction(
    open_review: Open, store: Store
) -> None:
    claim = claim_at(store)
    with_evidence(store, claim, "a.org")
    published(store, claim)
    (item,) = claim_seen(store, claim, "ann").evidence
    async with open_review() as sitting:
        await ask(sitting, evidence_form(sitting.desk, item.id))
        await go_to(sitting, "title")
        await sitting.type("New")
        await sitting.press("ctrl+s")
        assert sitting.app.focused is not None
        assert sitting.app.focused.id == "correction"
        await sitting.type("Title added.")
        await sitting.press("ctrl+s")
    seen = claim_seen(store, claim, "ann")
    assert seen.evidence[0].evidence.title == "New"
    assert seen.corrections[0].text == "Title added."


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
        await ask(sitting, tag_form(sitting.desk))
        await sitting.press("n", "q", "tab", "t", "ctrl+s")
        review = sitting.desk.current
        assert (review.tag, review.subtypes) == (Tag.CLAIM, ("numerical", "quote"))
        assert review.attribution == "third-party"


async def test_space_takes_the_option_that_is_pointed_at(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("c", "k")
        await ask(sitting, tag_form(sitting.desk))
        await sitting.press("right", "space", "right", "space", "left", "space", "ctrl+s")
        assert sitting.desk.current.subtypes == ("causal",)


async def test_another_tag_brings_its_own_subtypes_of_which_filler_takes_one(
    open_review: Open,
) -> None:
    async with open_review(size=SMALL) as sitting:
        await ask(sitting, tag_form(sitting.desk))
        assert not box(sitting, "kinds-of-filler").display
        await sitting.press("f", "tab", "b", "q", "ctrl+s")
        assert sitting.desk.current.tag is Tag.FILLER
        assert sitting.desk.current.subtypes == ("question",)


async def test_details_without_a_tag_are_asked_about(open_review: Open) -> None:
    async with open_review() as sitting:
        await ask(sitting, tag_form(sitting.desk))
        await sitting.press("tab", "a", "ctrl+s")
        assert "not tagged yet" in sitting.text()
        assert sitting.desk.current.attribution is None


async def test_hostile_text_stands_in_a_form_as_letters(open_review: Open, store: Store) -> None:
    hostile = "[/foo] [@click=app.quit]x[/] \x1b[2J\x9b31m \u202eevil"
    evidence = Evidence(claim=claim_at(store), url="https://a.org", title=hostile, quote=hostile)
    with_source(store, evidence)
    async with open_review(size=SMALL) as sitting:
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


def claim_item(sitting: Sitting) -> str:
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


@pytest.mark.parametrize("size", [(20, 6), (80, 24), (120, 36)])
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
