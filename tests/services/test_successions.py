"""The history of a sentence, register by register, as one reviewer may see it."""

import pytest

from factcheck.domain.carrying.dividing import Part
from factcheck.domain.decision import Author, Kind
from factcheck.domain.document import Document
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import ClaimId, SentenceId, claim_id
from factcheck.domain.tag import Tag
from factcheck.services import deciding, signing_off
from factcheck.services.boundaries import split
from factcheck.services.claims import describe_claim
from factcheck.services.evidence import add_evidence, remove_evidence
from factcheck.services.looking import claim_seen
from factcheck.services.restoring import restore
from factcheck.services.successions import Step, Succession, successions_on
from factcheck.services.verdicts import judge
from factcheck.store.store import Store
from tests.articles import sentences_of

ANN = Author(reviewer="ann")
BEN = Author(reviewer="ben")


@pytest.fixture
def sentence(store: Store, article: Document) -> SentenceId:
    return sentences_of(store, article)[0].id


@pytest.fixture
def claim(sentence: SentenceId) -> ClaimId:
    return claim_id(sentence)


def succession(store: Store, sentence: SentenceId, kind: Kind, reviewer: str = "ann") -> Succession:
    found = [each for each in successions_on(store, sentence, reviewer) if each.decided is kind]
    (only,) = found
    return only


def stories(succession: Succession) -> list[str]:
    return [step.story for step in succession.steps]


def last(store: Store, sentence: SentenceId, kind: Kind, reviewer: str = "ann") -> Step:
    return succession(store, sentence, kind, reviewer).steps[-1]


def test_each_reviewers_values_follow_each_other(store: Store, sentence: SentenceId) -> None:
    deciding.tag(store, ANN, [sentence], Tag.OPINION)
    deciding.tag(store, BEN, [sentence], Tag.FILLER)
    deciding.tag(store, ANN, [sentence], Tag.CLAIM)
    anns, bens = successions_on(store, sentence, "ann")
    assert (anns.reviewer, stories(anns)) == ("ann", ["tag opinion", "tag claim"])
    assert (bens.reviewer, stories(bens)) == ("ben", ["tag filler"])


def test_a_changed_wording_is_told_as_old_and_new(
    store: Store, sentence: SentenceId, claim: ClaimId
) -> None:
    describe_claim(store, ANN, claim, {"text": "It grew fast.", "date": "2024"})
    describe_claim(store, BEN, claim, {"text": "It grew slowly."})
    first, second = succession(store, sentence, Kind.CLAIM).steps
    assert (first.story, first.new) == ("claim It grew fast., on 2024", "")
    assert (second.story, second.old, second.new) == (
        "claim on 2024",
        "It grew fast.",
        "It grew slowly.",
    )


def test_what_was_taken_back_is_not_what_stood_before(
    store: Store, sentence: SentenceId, claim: ClaimId
) -> None:
    for reasons in ("one", "two"):
        judge(store, ANN, claim, "false", reasons)
    deciding.undo(store, ANN)
    judge(store, ANN, claim, "false", "three")
    steps = succession(store, sentence, Kind.VERDICT).steps
    assert [step.retracted for step in steps] == [False, True, False, False]
    assert steps[2].story == "took back: verdict False, because two"
    assert (steps[3].old, steps[3].new) == ("one", "three")


def test_what_was_brought_back_stood_before(
    store: Store, sentence: SentenceId, claim: ClaimId
) -> None:
    for reasons in ("one", "two"):
        judge(store, ANN, claim, "false", reasons)
    deciding.undo(store, ANN)
    deciding.redo(store, ANN)
    deciding.undo(store, ANN)
    deciding.redo(store, ANN)
    judge(store, ANN, claim, "false", "three")
    steps = succession(store, sentence, Kind.VERDICT).steps
    assert steps[3].story == "brought back: verdict False, because two"
    assert steps[-1].old == "two"


def test_judgements_of_others_are_hidden_until_the_own_one(
    store: Store, sentence: SentenceId, claim: ClaimId
) -> None:
    judge(store, BEN, claim, "false", "the census")
    deciding.undo(store, BEN)
    judge(store, BEN, claim, "true", "the register")
    assert stories(succession(store, sentence, Kind.VERDICT)) == [
        "verdict, shown after your verdict",
        "took back: verdict, shown after your verdict",
        "verdict, shown after your verdict",
    ]
    judge(store, ANN, claim, "true")
    told = [story for each in successions_on(store, sentence, "ann") for story in stories(each)]
    assert "verdict False, because the census" in told


def test_neither_votes_nor_a_withdrawn_adjudication_tell_the_verdict(
    store: Store, sentence: SentenceId, claim: ClaimId
) -> None:
    carl = Author(reviewer="carl")
    judge(store, BEN, claim, "false", "secret")
    judge(store, carl, claim, "true", "secret")
    signing_off.adjudicate(store, carl, claim, "half-true", because="secret")
    assert "secret" in last(store, sentence, Kind.ADJUDICATION).story
    signing_off.vote(store, BEN, claim, "return", "secret")
    signing_off.withdraw_adjudication(store, carl, claim)
    told = [story for each in successions_on(store, sentence, "ann") for story in stories(each)]
    assert not [story for story in told if "secret" in story or "true" in story]


def test_what_is_hidden_is_not_shown_as_what_stood_before(
    store: Store, sentence: SentenceId, claim: ClaimId
) -> None:
    carl = Author(reviewer="carl")
    judge(store, BEN, claim, "false")
    judge(store, carl, claim, "true")
    signing_off.adjudicate(store, carl, claim, "half-true", because="secret")
    signing_off.adjudicate(store, ANN, claim, "half-true", because="mine")
    signing_off.withdraw_adjudication(store, carl, claim)
    steps = succession(store, sentence, Kind.ADJUDICATION).steps
    assert "mine" in steps[1].story
    assert not [step for step in steps if "secret" in step.story + step.old]


def test_own_verdicts_are_never_hidden(store: Store, sentence: SentenceId, claim: ClaimId) -> None:
    judge(store, ANN, claim, "false", "mine")
    judge(store, BEN, claim, "true", "his")
    deciding.undo(store, ANN)
    told = [story for each in successions_on(store, sentence, "ann") for story in stories(each)]
    assert "verdict False, because mine" in told
    assert "verdict, shown after your verdict" in told


def test_an_obstacle_says_why_a_decision_cannot_be_restored(
    store: Store, sentence: SentenceId, claim: ClaimId
) -> None:
    deciding.tag(store, BEN, [sentence], Tag.FILLER)
    assert last(store, sentence, Kind.TAG).obstacle == "it is ben's own tag"
    judge(store, BEN, claim, "false")
    assert "after your verdict" in last(store, sentence, Kind.VERDICT).obstacle
    signing_off.vote(store, ANN, claim, "approve")
    assert "what stood at its time" in last(store, sentence, Kind.APPROVAL).obstacle
    deciding.undo(store, ANN)
    assert "says nothing of its own" in last(store, sentence, Kind.APPROVAL).obstacle


def test_a_source_that_was_taken_away_is_restored_by_what_added_it(
    store: Store, sentence: SentenceId, claim: ClaimId
) -> None:
    add_evidence(store, ANN, Evidence(claim=claim, url="https://example.org/"))
    (item,) = claim_seen(store, claim, "ann").evidence
    remove_evidence(store, ANN, item.id)
    added, removed = succession(store, sentence, Kind.EVIDENCE).steps
    assert removed.obstacle.startswith("it took a source away")
    assert added.obstacle == ""
    restore(store, ANN, added.decision)
    assert claim_seen(store, claim, "ann").evidence == (item,)


def test_what_was_decided_on_other_words_is_told_and_not_restored(
    store: Store, article: Document, sentence: SentenceId
) -> None:
    deciding.note(store, ANN, [sentence], "ask the mayor")
    split(store, ANN, sentence, 9, Part.FIRST)
    first = sentences_of(store, article)[0].id
    notes = [each for each in successions_on(store, first, "ann") if each.subject == sentence]
    assert "as the sentence was cut then" in notes[0].steps[-1].obstacle
