"""A single sentence or claim looked up, with what stands on it."""

from factcheck.domain.decision import Kind
from factcheck.domain.document import Document, Sentence
from factcheck.domain.errors import NotFound
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.identity import ClaimId, SentenceId, sentence_of, span_of
from factcheck.domain.review import ClaimReview, EvidenceReview
from factcheck.store.store import Store


def sentence_seen(store: Store, name: SentenceId) -> tuple[Document, Sentence]:
    """Return the sentence with that id, and its article; raises NotFound."""
    span = span_of(name)
    document = store.documents.with_id(span.document)
    sentence = store.documents.sentence_at(document, span.start) if document else None
    if document is None or sentence is None or sentence.id != name:
        raise NotFound("no sentence is there any more, it was split or merged: look again")
    return document, sentence


def claim_seen(store: Store, claim: ClaimId, reviewer: str) -> ClaimReview:
    """Return a claim as `reviewer` sees it, named or not yet; raises NotFound."""
    document, sentence = sentence_seen(store, sentence_of(claim))
    known = store.reviews.claims_in(document, sentence, reviewer)
    unnamed = ClaimReview(id=claim, sentence=sentence.id, text=sentence.text)
    return next((found for found in known if found.id == claim), unnamed)


def tag_seen(store: Store, sentence: SentenceId, reviewer: str) -> TagValue | None:
    """Return how `reviewer` tags a sentence, if at all."""
    value = store.journal.current(Kind.TAG, sentence, reviewer)
    return value if isinstance(value, TagValue) else None


def evidence_numbered(claim: ClaimReview, number: int) -> EvidenceReview:
    """Return the claim's evidence item with that number, from 1; raises NotFound."""
    if not 1 <= number <= len(claim.evidence):
        known = f"it has {len(claim.evidence)}" if claim.evidence else "it has none"
        raise NotFound(f"no evidence {number} on this claim: {known}, which `show` numbers")
    return claim.evidence[number - 1]
