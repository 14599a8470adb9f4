"""What a reviewer does in the form of a claim, told key by key."""

from factcheck.services.deciding import undo
from factcheck.services.looking import claim_seen
from factcheck.services.verdicts import judge
from factcheck.store.store import Store
from factcheck.tui.forms.claim import claim_form
from tests.tui.checked import ANN, claim_at, published, use_scale, with_evidence
from tests.tui.conftest import Open
from tests.tui.filling import SMALL, advice, ask, box, go_to, paste, problem


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
        await sitting.wait_for("write it as 2024, 2024-06 or 2024-06-18")
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
        await sitting.press("g")
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
        await sitting.press("g")
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


async def test_a_published_claim_changes_only_with_a_correction(
    open_review: Open, store: Store
) -> None:
    claim = published(store, claim_at(store))
    async with open_review(size=SMALL) as sitting:
        await sitting.press("g")
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
        await sitting.press("g")
        await sitting.press("enter")
        await go_to(sitting, "correction")
        await sitting.type("Hm.")
        await sitting.press("ctrl+s")
        assert "nothing that readers see is changed" in problem(sitting, "correction")


async def test_a_claim_that_is_not_published_asks_for_no_correction(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("c", "k", "enter")
        assert not sitting.app.screen.query("#correction")
