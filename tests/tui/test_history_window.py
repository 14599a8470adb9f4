"""The history of a sentence on the screen, and what is restored from it."""

from factcheck.domain.decision import Author
from factcheck.domain.identity import claim_id
from factcheck.domain.tag import Tag
from factcheck.services import deciding, signing_off
from factcheck.services.claims import describe_claim
from factcheck.services.looking import claim_seen
from factcheck.services.verdicts import judge
from factcheck.store.store import Store
from tests.tui.conftest import Open, Sitting

ANN = Author(reviewer="ann")
BEN = Author(reviewer="ben")


def tag(sitting: Sitting) -> Tag | None:
    return sitting.desk.current.tag


async def test_enter_decides_again_what_was_decided_before(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("o", "k", "f", "k", "H")
        assert "TAG · ann" in sitting.text()
        await sitting.press("k", "enter")
        assert sitting.text().count("tag opinion") == 2
        await sitting.press("escape")
        assert tag(sitting) is Tag.OPINION
        assert "O opinion" in sitting.text()
        await sitting.press("z")
        assert tag(sitting) is Tag.FILLER


async def test_what_stands_already_is_not_decided_again(open_review: Open, store: Store) -> None:
    async with open_review() as sitting:
        await sitting.press("o", "k", "H", "enter")
        assert "it stands so already" in sitting.text()
        assert len(list(store.journal.decisions())) == 1


async def test_what_cannot_be_restored_says_why(open_review: Open, store: Store) -> None:
    async with open_review() as sitting:
        deciding.tag(store, BEN, [sitting.desk.current.sentence.id], Tag.CLAIM)
        await sitting.press("H", "enter")
        assert "not restored: it is ben's own tag" in sitting.text()


async def test_a_changed_wording_is_shown_word_by_word(open_review: Open, store: Store) -> None:
    async with open_review() as sitting:
        claim = sitting.desk.claim
        describe_claim(store, ANN, claim, {"text": "It grew fast."})
        describe_claim(store, ANN, claim, {"text": "It grew slowly."})
        await sitting.press("H")
        assert "It grew [-fast-]{+slowly+}." in sitting.text()


async def test_a_verdict_of_others_is_not_read_from_the_history(
    open_review: Open, store: Store
) -> None:
    async with open_review() as sitting:
        judge(store, BEN, sitting.desk.claim, "false", "the census")
        await sitting.press("H")
        assert "verdict, shown after your verdict" in sitting.text()
        assert "census" not in sitting.text()


async def test_a_published_claim_is_restored_with_a_correction(
    open_review: Open, store: Store
) -> None:
    async with open_review() as sitting:
        claim = claim_id(sitting.desk.current.sentence.id)
        describe_claim(store, ANN, claim, {"text": "It grew fast."})
        describe_claim(store, ANN, claim, {"text": "It grew slowly.", "rating": "true"})
        signing_off.vote(store, BEN, claim, "approve")
        signing_off.publish(store, BEN, claim, "https://example.org/1")
        await sitting.press("H")
        await sitting.press("g", "j", "enter")
        assert "It is published: what are readers told?" in sitting.text()
        await sitting.type("The wording was wrong")
        await sitting.press("ctrl+s")
        assert "CORRECTION" in sitting.text()
        await sitting.press("escape")
    seen = claim_seen(store, claim, "ann")
    assert seen.text == "It grew fast."
    assert [correction.text for correction in seen.corrections] == ["The wording was wrong"]


async def test_hostile_words_are_shown_as_they_are(open_review: Open, store: Store) -> None:
    async with open_review(size=(80, 24)) as sitting:
        deciding.note(
            store, ANN, [sitting.desk.current.sentence.id], "[/x] [@click=app.quit]\x1b[1m"
        )
        await sitting.press("H")
        assert "[/x] [@click=app.quit]␛[1m" in sitting.text()


async def test_a_sentence_without_history_says_so(open_review: Open) -> None:
    async with open_review() as sitting:
        await sitting.press("H", "j", "k", "enter")
        assert "Nothing has been decided here yet." in sitting.text()
