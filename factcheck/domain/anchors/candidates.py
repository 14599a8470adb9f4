"""Where in the new version a sentence may stand: where its rare words are, and at its old home."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Set
from heapq import nlargest
from itertools import islice
from typing import Final

from factcheck.domain.anchors.selectors import NEARBY, Pairs

_RARE: Final = 24
"""Sentences; a word in more of them tells little and costs time."""
_WORDS_LOOKED_UP: Final = 8
"""A sentence's rarest words; enough that a few wrong letters do not hide it."""
_PLACES: Final = 4
"""Sentences looked at for the words they share: the true one, its rivals, and one to spare."""
_BESIDE: Final = 2
"""Sentences looked at on either side of where one is expected, for what was put in or taken out."""


class SharedWords:
    """The new sentences by their words."""

    def __init__(self, words_at: Callable[[int], Set[str]], places: Iterable[int]) -> None:
        """Index the sentences at `places`."""
        self._places: dict[str, list[int]] = defaultdict(list)
        for place in places:
            for word in words_at(place):
                self._places[word].append(place)

    def most(self, words: Set[str]) -> list[int]:
        """Return the sentences that share the most of these words, as far as they are rare."""
        known = (self._places[word] for word in words if word in self._places)
        rare = sorted((places for places in known if len(places) <= _RARE), key=_rarest_first)
        shared: dict[int, float] = defaultdict(float)
        for places in islice(rare, _WORDS_LOOKED_UP):
            for place in places:
                shared[place] += 1 / len(places)
        return nlargest(_PLACES, shared, key=shared.__getitem__)


def _rarest_first(places: list[int]) -> tuple[int, list[int]]:
    return len(places), places


def home(place: int, count: int, pairs: Pairs) -> set[int]:
    """Return the new places where an old sentence is expected, of `count` that there are.

    That is as far from each near neighbour that was found as it stood before.
    """
    near = range(place - NEARBY, place + NEARBY + 1)
    expected = {pairs[other] + place - other for other in near if other in pairs}
    around = {at + by for at in expected for by in range(-_BESIDE, _BESIDE + 1)}
    return {there for there in around if 0 <= there < count}
