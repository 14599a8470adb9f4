"""From what a user typed to the sentences and the claim it names."""

from typing import NamedTuple

from factcheck.domain.document import Document
from factcheck.domain.errors import InvalidReference, NotFound
from factcheck.domain.identity import ClaimId, SentenceId, claim_id, number_of
from factcheck.domain.reference import parse_reference
from factcheck.domain.review import SentenceReview
from factcheck.services.articles import article_named, review_of
from factcheck.services.following import newest
from factcheck.store.store import Store


class Target(NamedTuple):
    """What a reference names, as one reviewer sees it."""

    document: Document
    sentences: tuple[SentenceReview, ...]
    """At least one."""
    claim: ClaimId | None
    """The claim that was named; None where the reference names none."""


def find(store: Store, reference: str, reviewer: str, *, replaced: bool = False) -> Target:
    """Return what `reference` names; raises InvalidReference and NotFound.

    Only where it may be `replaced` it may lie in an article that a newer version has replaced.
    """
    parsed = parse_reference(reference)
    document = article_named(store, parsed.article)
    if document.replaced_by and not replaced:
        newer = newest(store, document).number
        raise NotFound(f"article {document.number} was replaced by article {newer}: decide there")
    article = review_of(store, document, reviewer)
    if parsed.last > len(article.sentences):
        raise NotFound(
            f"no sentence {parsed.last} in article {document.number}: "
            f"it has {len(article.sentences)}, which `factcheck show {document.number}` lists"
        )
    sentences = article.sentences[parsed.first - 1 : parsed.last]
    claim = claim_id(sentences[0].sentence.id, parsed.claim) if parsed.claim else None
    return Target(document, sentences, claim)


def find_sentence(
    store: Store, reference: str, reviewer: str, *, replaced: bool = False
) -> SentenceId:
    """Return the one sentence that `reference` names; raises InvalidReference and NotFound."""
    target = find(store, reference, reviewer, replaced=replaced)
    if len(target.sentences) > 1 or target.claim is not None:
        raise InvalidReference(f"{reference!r} does not name one sentence: name one, as in 1:7")
    return target.sentences[0].sentence.id


def find_claim(store: Store, reference: str, reviewer: str) -> ClaimId:
    """Return the one claim that `reference` names, the sentence's first where it does not say.

    A claim that does not exist yet may be named if it would be the sentence's next one.
    Raises InvalidReference and NotFound.
    """
    target = find(store, reference, reviewer)
    if len(target.sentences) > 1:
        raise InvalidReference(f"{reference!r} names several sentences: name one, as in 1:7")
    (sentence,) = target.sentences
    if target.claim is None:
        return claim_id(sentence.sentence.id)
    known = store.reviews.claims_in(target.document, sentence.sentence, reviewer)
    upcoming = max(number_of(claim.id) for claim in known) + 1
    if number_of(target.claim) > upcoming:
        raise NotFound(f"no claim {reference}: the next one would be number {upcoming}")
    return target.claim
