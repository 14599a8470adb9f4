"""What an older decision said is said again, as a decision of its own."""

import pytest

from factcheck.domain.decision import Author, Decision, Kind
from factcheck.domain.document import Document
from factcheck.domain.errors import InvalidValue, NeedsCorrection, NotFound, NotPermitted
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import ClaimId, claim_id, sentence_of
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.sign_off import CorrectionKind
from factcheck.services import deciding
from factcheck.services.articles import review_of
from factcheck.services.claims import describe_claim
from factcheck.services.evidence import add_evidence, remove_evidence
from factcheck.services.looking import claim_seen
from factcheck.services.recording import Remedy
from factcheck.services.restoring import decision_named, restore
from factcheck.services.signing_off import publish, vote
from factcheck.services.verdicts import judge
from factcheck.store.store import Store

ANN, BEN = Author(reviewer="ann"), Author(reviewer="ben")
REMEDY = Remedy(kind=CorrectionKind.CORRECTION, text="We erred.")


@pytest.fixture
def claim(store: Store, article: Document) -> ClaimId:
    return claim_id(review_of(store, article, "ann").sentences[0].sentence.id)


def first(store: Store, kind: Kind) -> Decision:
    return next(decision for decision in store.journal.decisions() if decision.kind is kind)


def test_an_older_wording_is_said_again_and_can_be_undone(store: Store, claim: ClaimId) -> None:
    describe_claim(store, ANN, claim, {"text": "The town grew.", "priority": "1"})
    describe_claim(store, BEN, claim, {"text": "It grew.", "priority": ""})
    restore(store, BEN, first(store, Kind.CLAIM))
    assert claim_seen(store, claim, "ann").claim.text == "The town grew."
    assert claim_seen(store, claim, "ann").claim.priority == 1
    deciding.undo(store, BEN)
    assert claim_seen(store, claim, "ann").claim.text == "It grew."


def test_what_stands_is_not_said_again(store: Store, claim: ClaimId) -> None:
    judge(store, ANN, claim, "false")
    assert restore(store, ANN, first(store, Kind.VERDICT)) == ()


def test_the_verdict_of_somebody_else_is_not_restored(store: Store, claim: ClaimId) -> None:
    judge(store, ANN, claim, "false")
    with pytest.raises(InvalidValue, match="not yours"):
        restore(store, BEN, first(store, Kind.VERDICT))


def test_evidence_that_was_taken_away_comes_back(store: Store, claim: ClaimId) -> None:
    add_evidence(store, ANN, Evidence(claim=claim, url="https://example.org/"))
    remove_evidence(store, ANN, claim_seen(store, claim, "ann").evidence[0].id)
    restore(store, BEN, first(store, Kind.EVIDENCE))
    assert len(claim_seen(store, claim, "ann").evidence) == 1


def test_a_published_fact_check_is_restored_only_with_a_correction(
    store: Store, claim: ClaimId
) -> None:
    deciding.tag(store, ANN, [sentence_of(claim)], Tag.OPINION)
    add_evidence(store, ANN, Evidence(claim=claim, url="https://example.org/"))
    item = claim_seen(store, claim, "ann").evidence[0].id
    remove_evidence(store, ANN, item)
    gone = list(store.journal.decisions())[-1]
    restore(store, ANN, first(store, Kind.EVIDENCE))
    judge(store, ANN, claim, "true")
    judge(store, ANN, claim, "false")
    vote(store, BEN, claim, "approve")
    publish(store, BEN, claim, "https://checks.example.org/1")
    with pytest.raises(NotPermitted, match="published"):
        restore(store, ANN, first(store, Kind.TAG))
    for older in (first(store, Kind.VERDICT), gone):
        with pytest.raises(NeedsCorrection):
            restore(store, ANN, older)
        assert restore(store, ANN, older, REMEDY)
    assert len(claim_seen(store, claim, "ann").corrections) == 2


def test_sign_off_is_about_what_stood_and_is_not_restored(store: Store, claim: ClaimId) -> None:
    judge(store, ANN, claim, "false")
    vote(store, BEN, claim, "approve")
    with pytest.raises(InvalidValue):
        restore(store, BEN, first(store, Kind.APPROVAL))


def test_a_decision_is_named_by_its_id_or_the_end_of_it(store: Store, claim: ClaimId) -> None:
    judge(store, ANN, claim, "false")
    decision = first(store, Kind.VERDICT)
    assert decision_named(store, decision.id) == decision
    assert decision_named(store, decision.id[-8:]) == decision
    for name in ("", "zzzz", "\n"):
        with pytest.raises(NotFound, match="no decision"):
            decision_named(store, name)


def test_several_records_can_be_one_act(store: Store, article: Document) -> None:
    sentences = [review.sentence.id for review in review_of(store, article, "ann").sentences]
    with store.journal.as_one_act():
        deciding.tag(store, ANN, sentences[:1], Tag.FILLER)
        judge(store, ANN, claim_id(sentences[1]), "false")
    assert len({decision.act for decision in store.journal.decisions()}) == 1
    assert len(deciding.undo(store, ANN)) == 3
    assert [review.tag for review in review_of(store, article, "ann").sentences] == [None] * 3


def test_opening_for_sign_off_twice_is_opening_once(store: Store, claim: ClaimId) -> None:
    store.reviews.reveal("ben", claim)
    store.reviews.reveal("ben", claim)
    assert store.reviews.is_revealed("ben", claim)
    assert not store.reviews.is_revealed("ann", claim)
