"""What the review of all articles comes to in figures."""

from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.domain.scales.scale import Normalised
from factcheck.domain.scales.scales import Scales
from factcheck.domain.statistics import RatingCount, Statistics, Work
from factcheck.domain.tag import Tag
from factcheck.store.statistics import MOST_EVIDENCE, TagCount, VerdictCount
from factcheck.store.store import Store


def statistics(store: Store) -> Statistics:
    """Return what all reviewers have done in all articles, and how fast lately."""
    counts = store.statistics
    *tags, anybody = counts.tags()
    *verdicts, judged = counts.verdicts()
    flags = counts.flags()
    claims = anybody.claim + counts.further_claims()
    ratings = tuple(_ratings(store.schemes.scales(), verdicts))
    return Statistics(
        articles=counts.articles(),
        sentences=counts.sentences(),
        tagged=anybody.tagged,
        claims=claims,
        judged=judged.verdicts,
        flags=sum(flags.values()),
        reviewers=tuple(_work(tags, verdicts, flags)),
        ratings=ratings,
        normalised=_normalised(ratings),
        evidence=_evidence(claims, counts.evidence()),
        pace=counts.pace(),
    )


def _work(
    tags: Sequence[TagCount], verdicts: Sequence[VerdictCount], flags: dict[str, int]
) -> Iterator[Work]:
    """Yield what each reviewer has done, by name."""
    tagged = {count.reviewer: count for count in tags}
    judged: Counter[str | None] = Counter()
    for count in verdicts:
        judged[count.reviewer] += count.verdicts
    for reviewer in sorted({name for name in (*tagged, *judged, *flags) if name is not None}):
        mine = tagged.get(reviewer, TagCount(reviewer, 0, 0, 0, 0))
        by_tag = {Tag.CLAIM: mine.claim, Tag.OPINION: mine.opinion, Tag.FILLER: mine.filler}
        yield Work(
            reviewer=reviewer,
            tags=by_tag,
            judged=judged[reviewer],
            flags=flags.get(reviewer, 0),
        )


def _ratings(scales: Scales, verdicts: Sequence[VerdictCount]) -> Iterator[RatingCount]:
    """Yield every rating of each scale in use in its order, then those the scale has no more."""
    given: Counter[tuple[str, str]] = Counter()
    for count in verdicts:
        given[count.scale, count.rating] += count.verdicts
    in_order = {scale.key: [rating.key for rating in scale.ratings] for scale in scales}
    for scale in sorted({scale for scale, _ in given}):
        present = in_order.get(scale, [])
        others = sorted(key for name, key in given if name == scale and key not in present)
        for key in (*present, *others):
            rating = scales.rating(scale, key)
            yield RatingCount(
                scale=scale,
                rating=key,
                words=rating.words,
                off_scale=rating.off_scale,
                normalised=rating.normalised,
                verdicts=given[scale, key],
            )


def _normalised(ratings: Sequence[RatingCount]) -> dict[Normalised, int]:
    counted = dict.fromkeys(Normalised, 0)
    for rating in ratings:
        counted[rating.normalised] += rating.verdicts
    return counted


def _evidence(claims: int, with_some: dict[int, int]) -> dict[int, int]:
    """Return how many claims have how many evidence items, from none at all."""
    without = claims - sum(with_some.values())
    return {0: without, **{n: with_some.get(n, 0) for n in range(1, MOST_EVIDENCE + 1)}}
