"""From an untagged article to a published and corrected fact-check: by keys, and by commands."""

from pathlib import Path

import pytest

from factcheck.cli.main import run
from factcheck.domain.decision import Author, Decision, Kind
from factcheck.domain.identity import claim_id, sentence_of
from factcheck.domain.review import ClaimReview
from factcheck.domain.sign_off import state_of
from factcheck.domain.vocabulary.sign_off import ClaimState
from factcheck.services.boundaries import merge
from factcheck.services.claims import describe_claim
from factcheck.services.looking import claim_seen
from factcheck.services.signing_off import adjudicate
from factcheck.services.verdicts import judge
from factcheck.store.store import Store
from factcheck.tui.screens.sign_off import SignOffScreen
from tests.tui.conftest import SEEDS, Open, Sitting, opener

WORDING = "Shells came."
PAGE = "https://a.org/1"
QUOTE = "none came"
CHECK = "https://b.org/1"
REASONS = "How many?"
TOLD = "Now we know."


async def fill(sitting: Sitting, **fields: str) -> None:
    """Type into the fields of the form that is open, and save it."""
    for name, words in fields.items():
        sitting.app.screen.query_one(f"#{name}").focus()
        await sitting.type(words)
    await sitting.press("ctrl+s")


def claim(store: Store, reviewer: str = "ann") -> ClaimReview:
    """Return the claim that the story is about, as a reviewer looks at it."""
    document = next(store.documents.all())
    third = list(store.documents.sentences(document))[2]
    return claim_seen(store, claim_id(third.id), reviewer)


def state(store: Store) -> ClaimState:
    return state_of(claim(store), store.schemes.in_force().sign_off)


async def ann_drafts(open_review: Open) -> None:
    async with open_review("ann") as sitting:
        await sitting.press("j", "j", "c", "k", "enter")
        await fill(sitting, text=WORDING)
        await sitting.press("e")
        await fill(sitting, url=PAGE, quote=QUOTE, stance="r")
        await sitting.press("1")


async def ben_judges_blind(open_review: Open) -> None:
    async with open_review("ben") as sitting:
        await sitting.press("j", "j", "c", "k")
        assert "1 verdict by others, shown after yours" in sitting.text()
        await sitting.press("4")
        assert "disputed" in sitting.text()


async def carl_adjudicates(open_review: Open) -> None:
    async with open_review("carl") as sitting:
        await sitting.press("j", "j", "A")
        assert "2 verdicts by others; y shows them" in sitting.text()
        assert "False" not in sitting.text()
        await sitting.press("a", "d", "y")
        assert "the reviewers differ" in sitting.text()
        await sitting.press("a")
        assert "nothing to sign off yet: reviewers differ" in sitting.text()
        await sitting.press("d")
        await fill(sitting, rating="3", because=REASONS)
        assert "ADJUDICATED" in sitting.text()
        await sitting.press("a")
        assert "the verdict is yours" in sitting.text()
        await sitting.press("p")
        assert "not ready to publish: 0 of 1 approvals" in sitting.text()


async def ben_signs_off(open_review: Open) -> None:
    async with open_review("ben") as sitting:
        await sitting.press("g", "j", "j", "A", "c")
        assert "not published yet" in sitting.text()
        await sitting.press("a")
        assert "READY TO PUBLISH" in sitting.text()
        await sitting.press("p")
        await fill(sitting, url=CHECK)
        assert f"PUBLISHED  {CHECK}" in sitting.text()


async def carl_corrects(open_review: Open) -> None:
    async with open_review("carl") as sitting:
        await sitting.press("g", "j", "j", "A", "d")
        sitting.app.screen.query_one("#rating").focus()
        await sitting.press("4", "ctrl+s")
        assert "it is published" in sitting.text()
        await fill(sitting, correction=TOLD)
        assert "Half true to Mostly true" in sitting.text()
        assert "void: the fact-check was changed since" in sitting.text()
        await sitting.press("escape")
        assert sitting.app.screen is sitting.review


async def told_by_keys(store: Store) -> None:
    open_review = opener(store)
    await ann_drafts(open_review)
    assert state(store) is ClaimState.VERDICT_DRAFTED
    await ben_judges_blind(open_review)
    assert state(store) is ClaimState.DISPUTED
    await carl_adjudicates(open_review)
    assert state(store) is ClaimState.ADJUDICATED
    await ben_signs_off(open_review)
    assert state(store) is ClaimState.PUBLISHED
    await carl_corrects(open_review)


def told_by_commands(database: Path) -> None:
    def typed(reviewer: str, *arguments: str) -> None:
        assert run(["--db", str(database), "--reviewer", reviewer, *arguments]) == 0

    source = ("--url", PAGE, "--quote", QUOTE, "--stance", "refutes")
    typed("ann", "add", str(SEEDS))
    typed("ann", "tag", "1:3", "claim")
    typed("ann", "claim", "1:3", "--text", WORDING)
    typed("ann", "evidence", "1:3", *source)
    typed("ann", "verdict", "1:3", "false")
    typed("ben", "tag", "1:3", "claim")
    typed("ben", "verdict", "1:3", "mostly-true")
    typed("carl", "sign-off", "1:3")
    typed("carl", "adjudicate", "1:3", "half-true", "--because", REASONS)
    typed("ben", "sign-off", "1:3", "approve")
    typed("ben", "publish", "1:3", "--url", CHECK)
    typed("carl", "adjudicate", "1:3", "mostly-true", "--correction", TOLD)


def said(decision: Decision) -> tuple[str, str, str, object]:
    """Return what a decision says, without how it came to be and without random names."""
    value = decision.value
    without = {*(value.circumstances if value else ()), "content"}
    subject = "" if decision.kind is Kind.EVIDENCE else sentence_of(decision.subject)
    dumped = value.model_dump(mode="json", exclude=without) if value else None
    return decision.reviewer, decision.kind, subject, dumped


async def test_from_an_untagged_article_to_a_correction_keys_write_what_commands_write(
    store: Store, tmp_path: Path
) -> None:
    await told_by_keys(store)
    assert state(store) is ClaimState.CORRECTED
    told = claim(store)
    assert told.verdicts["ben"].blind
    assert told.adjudication
    assert (told.adjudication.rating, told.adjudicator) == ("mostly-true", "carl")
    (correction,) = told.corrections
    assert (correction.text, correction.changed) == (TOLD, ("adjudication",))
    told_by_commands(tmp_path / "typed.db")
    with Store(tmp_path / "typed.db") as typed:
        by_commands = [said(decision) for decision in typed.journal.decisions()]
    assert [said(decision) for decision in store.journal.decisions()] == by_commands


def judged(store: Store, *reviewers: str) -> None:
    """Let reviewers judge the claim differently."""
    for reviewer, rating in zip(reviewers, ("false", "true"), strict=False):
        judge(store, Author(reviewer=reviewer), claim(store).id, rating, f"as {reviewer} says")


async def test_whoever_has_judged_is_not_asked_before_the_verdicts_are_shown(
    open_review: Open, store: Store
) -> None:
    judged(store, "ann", "ben")
    async with open_review("ann") as sitting:
        await sitting.press("g", "j", "j", "A")
        assert "as ben says" in sitting.text()


async def test_escape_before_the_verdicts_are_shown_keeps_the_reviewer_blind(
    open_review: Open, store: Store
) -> None:
    judged(store, "ann")
    async with open_review("ben") as sitting:
        await sitting.press("g", "j", "j", "A")
        assert "1 verdict by others; y shows it" in sitting.text()
        await sitting.press("escape", "5")
    assert claim(store).verdicts["ben"].blind is True


async def test_a_verdict_after_the_others_were_shown_is_not_blind(
    open_review: Open, store: Store
) -> None:
    judged(store, "ann")
    async with open_review("ben") as sitting:
        await sitting.press("g", "j", "j", "A", "y")
        assert "as ann says" in sitting.text()
        await sitting.press("escape", "5", "A")
        assert "not blind" in sitting.text()
    assert claim(store).verdicts["ben"].blind is False


async def test_a_return_needs_a_comment_and_is_taken_back_with_x(
    open_review: Open, store: Store
) -> None:
    judged(store, "ann")
    async with open_review("ben") as sitting:
        await sitting.press("g", "j", "j", "A", "y", "r", "ctrl+s")
        assert "say what is to be done" in sitting.text()
        await fill(sitting, comment="Why?")
        assert "ben  return  Why?" in sitting.text()
        assert state(store) is ClaimState.RETURNED
        await sitting.press("x")
        assert "VOTES" not in sitting.text()
        await sitting.press("x")
        assert "it stood so already" in sitting.text()
        await sitting.press("b")
        assert "ben  abstain" in sitting.text()


async def test_a_retraction_is_told_without_another_change(open_review: Open, store: Store) -> None:
    judged(store, "ann")
    async with open_review("ben") as sitting:
        await sitting.press("g", "j", "j", "A", "y", "a", "p")
        await fill(sitting, url="no address")
        assert "http and https only" in sitting.text()
        await sitting.press("escape", "p", "ctrl+u")
        await fill(sitting, url=CHECK)
        await sitting.press("c")
        await fill(sitting, text="Nobody said so.", kind="4")
        assert "retraction  Nobody said so." in sitting.text()
    assert state(store) is ClaimState.RETRACTED


async def test_an_adjudication_is_taken_back_and_once_published_only_with_a_correction(
    open_review: Open, store: Store
) -> None:
    judged(store, "ann", "ben")
    adjudicate(store, Author(reviewer="carl"), claim(store).id, "half-true")
    async with open_review("ann") as sitting:
        await sitting.press("g", "j", "j", "A", "D")
        assert state(store) is ClaimState.DISPUTED
        await sitting.press("escape", "z", "A", "a", "p")
        await fill(sitting, url=CHECK)
        await sitting.press("D")
        await fill(sitting, text=TOLD)
        assert "Half true to no verdict" in sitting.text()
    assert claim(store).adjudication is None


async def test_the_second_claim_of_a_sentence_is_signed_off_on_its_own(
    open_review: Open, store: Store
) -> None:
    second = claim_id(claim(store).sentence, 2)
    judge(store, Author(reviewer="ann"), claim(store).id, "false")
    describe_claim(
        store, Author(reviewer="ann"), second, {"text": "Shells are many.", "rating": "true"}
    )
    async with open_review("ben") as sitting:
        await sitting.press("g", "j", "j", "c", "k", "w", "A", "y")
        assert "Sign-off · sentence 3 · claim 2" in sitting.text()
        await sitting.press("a", "p")
        await fill(sitting, url=CHECK)
    assert claim_seen(store, second, "ann").publication
    assert not claim(store).approvals


async def test_nothing_is_decided_on_a_sentence_that_was_changed_in_the_meantime(
    open_review: Open, store: Store
) -> None:
    judged(store, "ann")
    async with open_review("ben") as sitting:
        await sitting.press("g", "j", "j", "A", "y")
        with Store(store.path) as other:
            merge(other, Author(reviewer="ann"), claim(store).sentence)
        await sitting.press("a")
        assert "the sentence was changed in the meantime" in sitting.text()
        assert not [each for each in store.journal.decisions() if each.kind is Kind.APPROVAL]


@pytest.mark.parametrize("keys", [["a"], ["r", "x", "ctrl+s"]])
async def test_a_vote_is_on_what_was_shown_and_on_nothing_newer(
    open_review: Open, store: Store, keys: list[str]
) -> None:
    judged(store, "ann")
    async with open_review("ben") as sitting:
        await sitting.press("g", "j", "j", "A", "y")
        with Store(store.path) as other:
            judge(other, Author(reviewer="ann"), claim(store).id, "true", "I was wrong")
        await sitting.press(*keys)
        assert "somebody changed it in the meantime" in sitting.text()
        assert not claim(store).approvals
        if keys == ["a"]:
            assert "I was wrong" in sitting.text()
            await sitting.press("a")
            assert list(claim(store).approvals) == ["ben"]


async def test_without_colours_the_keys_and_words_say_it_all(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged(store, "ann", "ben")
    monkeypatch.setenv("NO_COLOR", "1")
    async with opener(store)("ann", size=(80, 24)) as sitting:
        await sitting.press("g", "j", "j", "A")
        assert "STATE  disputed" in sitting.text()
        assert "d adjudicate" in sitting.text()


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (40, 12)])
async def test_hostile_words_command_nothing_at_any_size(
    store: Store, size: tuple[int, int]
) -> None:
    hostile = "[/foo][@click=app.quit]x[/]\x1b[31m"
    judge(store, Author(reviewer="ann"), claim(store).id, "false", hostile)
    async with opener(store)("ann", size=size) as sitting:
        await sitting.press("g", "j", "j", "A")
        assert isinstance(sitting.app.screen, SignOffScreen)
        await sitting.press("space", "j")
        assert "\x1b" not in sitting.text()
