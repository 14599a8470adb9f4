"""What a claim is linked to, as people see it."""

from typing import NamedTuple

from factcheck.domain.identity import claim_id, number_of, sentence_of
from factcheck.domain.review import ClaimReview, LinkReview
from factcheck.services.following import followed_sentence
from factcheck.services.looking import claim_seen, sentence_seen
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


def _other(store: Store, link: LinkReview, reviewer: str) -> PlacedClaim | None:
    now = followed_sentence(store, sentence_of(link.other))
    if now is None:
        return None
    document, sentence = sentence_seen(store, now)
    number = number_of(link.other)
    further = f".{number}" if number > 1 else ""
    return PlacedClaim(
        claim=claim_seen(store, claim_id(now, number), reviewer),
        ref=f"{document.number}:{sentence.number}{further}",
        title=document.title,
    )
