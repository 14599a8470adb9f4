"""Where a sentence may be that was not surely found, for a human to look at first."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final

from factcheck.domain.anchors.likeness import Candidate
from factcheck.domain.anchors.matching import Matching
from factcheck.domain.anchors.selectors import Selectors

_MOST: Final = 0.8
"""The share of a sentence's words that must be in one that it may have become a part of."""


def doubts(matching: Matching, old: Selectors, new: Selectors) -> dict[int, Candidate]:
    """Return the likeliest place of each old sentence that may be there and was not surely found.

    That is the place most like it, else one with the same words, else one near its old home that
    holds most of its words with others: two sentences may have been joined.
    """
    likely: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in matching.candidates:
        likely[candidate.old].append(candidate)
    free = _free_places(matching, new)
    for place in matching.unmatched():
        if place not in likely:
            same = _nearest(free.get(old.quotes[place], ()), place)
            for other in same or _holding(matching, place):
                likely[place].append(matching.likeness.candidate(place, other, matching.known))
    return {place: max(row, key=attrgetter("score")) for place, row in likely.items()}


def _free_places(matching: Matching, new: Selectors) -> dict[str, list[int]]:
    """Return where each quote stands that no old sentence was surely found at."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, quote in enumerate(new.quotes):
        if place not in matching.taken:
            places[quote].append(place)
    return places


def _nearest(places: Sequence[int], place: int) -> Sequence[int]:
    at = bisect_left(places, place)
    return places[max(0, at - 1) : at + 1]


def _holding(matching: Matching, place: int) -> Iterator[int]:
    """Yield the sentences near a sentence's old home that hold most of its words."""
    for other in sorted(matching.home(place) & matching.other_words):
        if matching.likeness.part(place, other) >= _MOST:
            yield other
