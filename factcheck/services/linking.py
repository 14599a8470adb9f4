"""Claims that others can be linked to, and what a claim is linked to, told to people."""

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.domain.document import Document
from factcheck.domain.errors import FactcheckError, InvalidReference
from factcheck.domain.findings.claim import Claim
from factcheck.domain.identity import SentenceId, claim_id, number_of, sentence_of
from factcheck.domain.reference import parse_reference
from factcheck.domain.review import ClaimReview, LinkReview
from factcheck.services.following import followed_sentence
from factcheck.services.looking import claim_seen, sentence_seen
from factcheck.services.references import find_claim
from factcheck.services.searching import search
from factcheck.store.store import Store


class PlacedClaim(NamedTuple):
    """A claim, and where it is."""

    claim: ClaimReview
    ref: str
    """As it is typed: `1:7`, or `1:7.2`."""
    title: str
    """The article's title."""


class Linked(NamedTuple):
    """What a claim is to another one."""

    link: LinkReview
    other: PlacedClaim | None
    """The other claim as it is now; None where its sentence is gone."""


def links_of(store: Store, claim: ClaimReview, reviewer: str) -> list[Linked]:
    """Return the links of a claim, with the other claims as `reviewer` sees them."""
    return [Linked(link, _other(store, link, reviewer)) for link in claim.links]


def claims_matching(store: Store, reviewer: str, words: str, limit: int) -> list[PlacedClaim]:
    """Return claims in which `words` stand, or that are so called (`1:7`), at most `limit`.

    The last word may still be going on.
    """
    named = _named(store, reviewer, words)
    if named:
        return [named]
    query = f"{words}*" if words[-1:].isalnum() else words
    hits = search(store, query, limit)
    sentences = dict.fromkeys(hit.sentence for hit in hits if hit.sentence)
    found = (placed for name in sentences for placed in _claims_in(store, name, reviewer))
    return [placed for placed, _ in zip(found, range(limit), strict=False)]


def placed(document: Document, number: int, claim: ClaimReview) -> PlacedClaim:
    """Return a claim in the sentence of `document` with that number."""
    further = f".{number_of(claim.id)}" if number_of(claim.id) > 1 else ""
    return PlacedClaim(claim, f"{document.number}:{number}{further}", document.title)


def _claims_in(store: Store, name: SentenceId, reviewer: str) -> Iterator[PlacedClaim]:
    """Yield the claims in a sentence: those that `reviewer` sees, or else that others describe."""
    document, sentence = sentence_seen(store, name)
    seen = store.reviews.of_sentence(document, sentence, reviewer).claims
    if not seen:
        named = store.reviews.claims_in(document, sentence, reviewer)
        seen = tuple(each for each in named if each.claim != Claim() or each.evidence)
    for claim in seen:
        yield placed(document, sentence.number, claim)


def _other(store: Store, link: LinkReview, reviewer: str) -> PlacedClaim | None:
    now = followed_sentence(store, sentence_of(link.other))
    if now is None:
        return None
    document, sentence = sentence_seen(store, now)
    claim = claim_seen(store, claim_id(now, number_of(link.other)), reviewer)
    return placed(document, sentence.number, claim)


def _named(store: Store, reviewer: str, words: str) -> PlacedClaim | None:
    """Return the claim that was named by its reference, if it was."""
    try:
        parse_reference(words.strip())
        claim = claim_seen(store, find_claim(store, words.strip(), reviewer), reviewer)
        document, sentence = sentence_seen(store, claim.sentence)
    except InvalidReference:
        return None
    except FactcheckError:  # nothing is called so
        return None
    return placed(document, sentence.number, claim)
