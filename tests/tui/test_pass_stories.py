"""Ranges, passes, context, and several claims in a sentence, as a reviewer goes through them."""

from factcheck.domain.decision import Kind
from factcheck.domain.passes import Pass
from factcheck.domain.tag import Tag
from factcheck.services import deciding
from factcheck.store.store import Store
from factcheck.tui.context import Context
from tests.tui.conftest import Open, Sitting


def tags(sitting: Sitting, count: int) -> list[Tag | None]:
    return [review.tag for review in sitting.desk.reviews[:count]]


async def test_a_range_is_tagged_by_one_key_and_untagged_by_one_undo(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("j", "v", "j", "j", "f")
        assert tags(sitting, 5) == [None, Tag.FILLER, Tag.FILLER, Tag.FILLER, None]
        assert sitting.desk.cursor == 4
        assert not sitting.desk.is_marking
        await sitting.press("z")
        assert tags(sitting, 5) == [None] * 5


async def test_a_range_may_run_upwards(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("j", "j", "v", "k", "k", "o")
        assert tags(sitting, 4) == [Tag.OPINION, Tag.OPINION, Tag.OPINION, None]


async def test_a_range_is_judged_in_one_act(open_review: Open, store: Store) -> None:
    async with open_review() as sitting:
        await sitting.press("v", "j", "1")
        rated = [review.claims[0].verdict for review in sitting.desk.reviews[:2]]
        assert [verdict.rating for verdict in rated if verdict] == ["false", "false"]
        assert len({d.act for d in store.journal.decisions() if d.kind is Kind.VERDICT}) == 1
        await sitting.press("z")
        assert tags(sitting, 2) == [None, None]


async def test_a_range_can_be_noted_flagged_and_cleared(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("v", "j", "m")
        await sitting.type("hm")
        await sitting.press("enter", "v", "k", "!", "enter")
        noted = [review.note is not None for review in sitting.desk.reviews[:3]]
        flagged = [review.flag is not None for review in sitting.desk.reviews[:3]]
        assert noted == [True, True, False]
        assert flagged.count(True) == 2
        await sitting.press("g", "v", "j", "f", "g", "v", "j", "x")
        assert tags(sitting, 2) == [None, None]


async def test_escape_ends_a_range_and_nothing_else(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("v", "j", "escape", "f")
        assert tags(sitting, 3) == [None, Tag.FILLER, None]


async def test_the_passes_follow_each_other(open_review: Open, store: Store) -> None:
    async with open_review() as sitting:
        desk = sitting.desk
        names = [review.sentence.id for review in desk.reviews]
        desk.reshape(lambda: deciding.tag(store, desk.author, names[2:], Tag.FILLER))
        await sitting.press("u")
        assert desk.cursor == 1
        await sitting.press("c", "g", "f", "u")
        assert (desk.cursor, desk.passing) == (1, Pass.CLAIMS)
        await sitting.press("5", "G", "!", "enter", "g", "u")
        assert (desk.cursor, desk.passing) == (len(names) - 1, Pass.UNRESOLVED)
        await sitting.press("!", "u")
        assert "everything here is decided" in sitting.text()


async def test_the_pass_is_the_same_tomorrow(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("p", "j")
        await sitting.pilot.pause(0.5)
    async with open_review() as sitting:
        assert (sitting.desk.passing, sitting.desk.cursor) == (Pass.CLAIMS, 1)


async def test_the_context_is_dimmed_hidden_and_shown(open_review: Open) -> None:
    async with open_review() as sitting:
        shown = [sitting.desk.context]
        other = "The Korean Peninsula"
        assert other in sitting.text()
        await sitting.press("d")
        shown.append(sitting.desk.context)
        assert other not in sitting.text()
        await sitting.press("c")
        tag = next(reversed(list(sitting.desk.store.journal.decisions()))).value
        assert tag is not None
        assert tag.model_dump()["context_shown"] is False
        await sitting.press("d")
        assert other in sitting.text()
        assert shown == [Context.DIMMED, Context.HIDDEN]


async def test_the_time_that_a_tag_took_is_kept(open_review: Open, store: Store) -> None:
    async with open_review() as sitting:
        await sitting.pilot.pause(0.3)
        await sitting.press("c")
    (decision,) = store.journal.decisions()
    assert decision.value is not None
    said = decision.value.model_dump()
    assert 250 <= said["duration_ms"] <= 20_000
    assert (said["context_shown"], said["guideline"]) == (True, "1")


async def test_each_claim_of_a_sentence_is_judged_on_its_own(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("1", "a")
        await sitting.type("A second claim.")
        await sitting.press("ctrl+s")
        assert len(sitting.desk.current.claims) == 2
        assert sitting.desk.claim_number == 2
        await sitting.press("5", "w", "w")
        assert sitting.desk.claim_number == 2
        await sitting.press("w", "2")
        first, second = sitting.desk.current.claims
        assert first.verdict
        assert second.verdict
        assert (first.verdict.rating, second.verdict.rating) == ("mostly-false", "true")


async def test_a_further_claim_that_is_given_up_leaves_the_first_chosen(
    open_review: Open,
) -> None:
    async with open_review() as sitting:
        await sitting.press("1", "a", "escape")
        assert sitting.desk.claim_number == 1
        assert len(sitting.desk.current.claims) == 1


async def test_the_queue_goes_to_the_very_claim_that_was_chosen(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("1", "a")
        await sitting.type("Second one.")
        await sitting.press("ctrl+s", "G", "C")
        await sitting.wait_for("Second one.")
        await sitting.type("second")
        await sitting.press("enter")
        assert (sitting.desk.cursor, sitting.desk.claim_number) == (0, 2)
        await sitting.press("G", "F")
        await sitting.type("second")
        await sitting.wait_for("1 found")
        await sitting.press("enter")
        assert sitting.desk.claim_number == 2
