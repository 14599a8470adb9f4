"""Sign-off and links follow a claim to a newer version as long as it says the same."""

from pathlib import Path
from typing import Final

import pytest

from factcheck.domain.decision import Author
from factcheck.domain.document import Document
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import ClaimId, claim_id, span_of
from factcheck.domain.review import ClaimReview
from factcheck.domain.vocabulary.sign_off import ClaimState, CorrectionKind
from factcheck.services import deciding
from factcheck.services.adding import add_sources
from factcheck.services.articles import review_of
from factcheck.services.claims import describe_claim, link
from factcheck.services.evidence import add_evidence
from factcheck.services.looking import claim_seen
from factcheck.services.recording import Remedy
from factcheck.services.signing_off import adjudicate, publish, state, vote
from factcheck.services.verdicts import evidence_ids, judge
from factcheck.store.store import Store

ANN, BEN, EVE = (Author(reviewer=name) for name in ("ann", "ben", "eve"))
OPENING: Final = "The town council met on Monday evening in the old hall."
CLAIM: Final = "The town has 500 schools, the mayor said in his speech."
OTHER: Final = "No other town in the whole country has that many of them."
NEWS: Final = "Something new stands before all of it now."


def read(store: Store, folder: Path, *sentences: str) -> Document:
    file = folder / "article.txt"
    file.write_text("\n".join(sentences), encoding="utf-8")
    (addition,) = add_sources(store, ANN, [str(file)])
    assert addition.article
    return addition.article


def claim_on(store: Store, document: Document, words: str) -> ClaimId:
    reviews = review_of(store, document, "ann").sentences
    return next(claim_id(review.sentence.id) for review in reviews if review.sentence.text == words)


def seen(store: Store, document: Document, words: str) -> ClaimReview:
    return claim_seen(store, claim_on(store, document, words), "eve")


@pytest.fixture
def corrected(store: Store, tmp_path: Path) -> Document:
    """An article with a claim that was disputed, adjudicated, published and corrected."""
    document = read(store, tmp_path, OPENING, CLAIM, OTHER)
    name = claim_on(store, document, CLAIM)
    describe_claim(store, ANN, name, {"text": "The town has 500 schools."})
    for page in ("a", "b"):
        add_evidence(store, ANN, Evidence(claim=name, url=f"https://example.org/{page}"))
    used = evidence_ids(store, ANN, name, (2,))
    judge(store, ANN, name, "false", used=used)
    judge(store, BEN, name, "true")
    adjudicate(store, EVE, name, "false")
    vote(store, BEN, name, "approve")
    publish(store, EVE, name, "https://checks.example.org/1", "2026-11-20")
    remedy = Remedy(kind=CorrectionKind.CORRECTION, text="We erred.")
    adjudicate(store, EVE, name, "mostly-false", remedy)
    vote(store, BEN, name, "approve", "again")
    link(store, ANN, name, claim_on(store, document, OTHER), "narrower")
    return document


def test_all_of_it_follows_words_that_stay(
    store: Store, corrected: Document, tmp_path: Path
) -> None:
    before = seen(store, corrected, CLAIM)
    after = seen(store, read(store, tmp_path, NEWS, OPENING, CLAIM, OTHER), CLAIM)
    assert after.publication == before.publication
    assert after.corrections == before.corrections
    assert after.adjudication == before.adjudication
    assert after.adjudicator == "eve"
    assert after.approvals == before.approvals
    assert state(store, after) is state(store, before) is ClaimState.CORRECTED
    mine = after.model_copy(update={"verdict": after.verdicts["ann"]})
    assert [item.evidence.url for item in mine.used] == ["https://example.org/b"]
    (followed,) = after.links
    assert followed.relation == "narrower"
    assert span_of(followed.other).document != corrected.id


def test_what_others_judge_does_not_follow_words_that_changed(
    store: Store, corrected: Document, tmp_path: Path
) -> None:
    edited = CLAIM.replace("500", "5")
    after = seen(store, read(store, tmp_path, NEWS, OPENING, edited, OTHER), edited)
    assert (after.verdicts, after.adjudication, after.approvals) == ({}, None, {})
    assert after.publication
    assert len(after.evidence) == 2


def test_an_undo_reaches_what_was_carried_over(
    store: Store, corrected: Document, tmp_path: Path
) -> None:
    newer = read(store, tmp_path, NEWS, OPENING, CLAIM, OTHER)
    deciding.undo(store, BEN)
    assert "ben" not in seen(store, newer, CLAIM).approvals or (
        seen(store, newer, CLAIM).approvals["ben"].comment == ""
    )
