"""The queue of claims over all articles, as one reviewer may see it."""

from collections import defaultdict
from collections.abc import Iterator

from factcheck.domain.identity import ClaimId, DocumentId, number_of
from factcheck.domain.queue import ALL, Filter, QueuedClaim
from factcheck.domain.review import ClaimReview
from factcheck.domain.scheme.scheme import SignOff
from factcheck.domain.sign_off import state_of
from factcheck.services.seeing import verdicts_shown
from factcheck.store.queue import ClaimPlace
from factcheck.store.store import Store


def claims(store: Store, reviewer: str, only: Filter = ALL) -> Iterator[QueuedClaim]:
    """Yield the claims that `only` allows, the most urgent first, then by place.

    Verdicts of others are among them as far as `reviewer` may see these.
    """
    rules = store.schemes.in_force().sign_off
    places = [place for place in store.queue.places() if _may_be(only, place)]
    in_article: dict[DocumentId, list[ClaimPlace]] = defaultdict(list)
    for place in places:
        in_article[place.document].append(place)
    found: dict[ClaimId, ClaimReview] = {}
    for place in places:
        if place.claim not in found:
            found.update(store.queue.claims(reviewer, in_article[place.document]))
        queued = _queued(place, found.pop(place.claim), reviewer, rules)
        if only.allows(queued):
            yield queued


def _may_be(only: Filter, place: ClaimPlace) -> bool:
    return only.may_allow(place.priority, _reviewers(place), doubted=bool(place.doubts))


def _queued(place: ClaimPlace, claim: ClaimReview, reviewer: str, rules: SignOff) -> QueuedClaim:
    number = number_of(place.claim)
    return QueuedClaim(
        ref=f"{place.article}:{place.ordinal}" + (f".{number}" if number > 1 else ""),
        article=place.article,
        title=place.title,
        claim=claim,
        state=state_of(claim, rules),
        verdicts=verdicts_shown(claim, reviewer),
        doubts=place.doubts,
        reviewers=_reviewers(place),
    )


def _reviewers(place: ClaimPlace) -> frozenset[str]:
    return frozenset((*place.claiming, *place.judging))
