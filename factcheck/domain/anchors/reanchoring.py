"""Finding each sentence of an article again in a newer version of it."""

from bisect import bisect_left
from typing import NamedTuple

from factcheck.domain.anchors.anchor import Fate
from factcheck.domain.anchors.doubts import doubts
from factcheck.domain.anchors.matching import Matching
from factcheck.domain.anchors.selectors import Pairs, Passage, Selectors


class Anchoring(NamedTuple):
    """What became of a sentence, and where it stands now."""

    fate: Fate
    place: int | None
    """The new sentence's index; the likeliest one where unsure, None where gone."""
    score: float
    """How much speaks for that place, from 0 to 1."""


def reanchored(old: Passage, new: Passage) -> list[Anchoring]:
    """Return what became of each old sentence, in order; a wrong place is worse than none.

    A new sentence is the place of at most one old one that is unchanged, moved or edited.
    """
    before, after = Selectors.of(old), Selectors.of(new)
    matching = Matching(before, after)
    doubtful = doubts(matching, before, after)
    steady = _in_order(matching.pairs)
    anchorings = []
    for place, quote in enumerate(before.quotes):
        there = matching.pairs.get(place)
        if there is not None:
            fate = _fate(quote == after.quotes[there], place in steady)
            anchorings.append(Anchoring(fate, there, matching.scores[place]))
        elif place in doubtful:
            anchorings.append(Anchoring(Fate.UNSURE, doubtful[place].new, doubtful[place].score))
        else:
            anchorings.append(Anchoring(Fate.GONE, None, 0.0))
    return anchorings


def _fate(has_same_words: bool, is_in_order: bool) -> Fate:
    if not has_same_words:
        return Fate.EDITED
    return Fate.UNCHANGED if is_in_order else Fate.MOVED


def _in_order(pairs: Pairs) -> set[int]:
    """Return the old sentences of the longest run of pairs that rises in both versions."""
    tails: list[int] = []
    owners: list[int] = []
    previous: dict[int, int | None] = {}
    for old in sorted(pairs):
        at = bisect_left(tails, pairs[old])
        tails[at : at + 1], owners[at : at + 1] = [pairs[old]], [old]
        previous[old] = owners[at - 1] if at else None
    kept: set[int] = set()
    place = owners[-1] if owners else None
    while place is not None:
        kept.add(place)
        place = previous[place]
    return kept
