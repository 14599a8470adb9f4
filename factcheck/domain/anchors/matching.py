"""Which of its likely places is surely a sentence's own: the best by far, or none."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final

from factcheck.domain.anchors.anchor import CONTEXT
from factcheck.domain.anchors.candidates import SharedWords, home
from factcheck.domain.anchors.exact import settled_pairs, unique_pairs
from factcheck.domain.anchors.likeness import NEAR, Candidate, Likeness
from factcheck.domain.anchors.selectors import Selectors

SURE: Final = 0.76
"""Score; what the same words with the context on one side reach. Words that were changed need more
context the more of them were, and neither words nor context alone are ever enough."""
MARGIN: Final = 0.1
"""Score by which a rival must be worse: nearly half of what the context on one side counts, and
more than corrected letters cost."""
LONG_ENOUGH: Final = CONTEXT
"""Characters; shorter sentences ("Yes.", "He declined to comment.") are written again by chance,
so that what stands around them must agree as well."""
AGREES: Final = 0.9
"""Likeness of a context in which a few letters were corrected."""
NEARLY_THE_SAME: Final = 0.95
"""Likeness of quotes that differ by a few letters or a digit."""
CLOSE: Final = 0.75
"""Likeness of short quotes in which one word was changed; below it another one may stand there."""
LIKELY: Final = 0.5
"""Likeness of quotes; any two sentences of a language are alike by less."""
_ROUNDS: Final = 6
"""Each sentence that is found tells about its neighbours; later rounds find next to nothing."""

_SCORE: Final = attrgetter("score")


class Matching:
    """The sentences that are found in both versions: at first the same words in the same
    surroundings, then round by round whatever has become sure."""

    def __init__(self, old: Selectors, new: Selectors) -> None:
        """Find every sentence that is surely in both versions."""
        self._old, self._new = old, new
        self._unique = unique_pairs(old.quotes, new.quotes)
        self._owners = {place: owner for owner, place in self._unique.items()}
        self.likeness = Likeness(old, new)
        self.pairs = settled_pairs(old.quotes, new.quotes, self._unique)
        self.scores = dict.fromkeys(self.pairs, 1.0)
        """How surely each old sentence of a pair was found."""
        self.known = {-1: -1, len(old.quotes): len(new.quotes)} | self.pairs
        """The pairs, and the edges of both versions as if they were sentences."""
        self.taken = set(self.pairs.values())
        said = set(old.quotes)
        self.other_words = {place for place, quote in enumerate(new.quotes) if quote not in said}
        """The new sentences that have no old sentence's words."""
        self._sharing = self._shared()
        self.candidates: list[Candidate] = []
        """The likely places of the sentences that were not surely found."""
        self._run()

    def unmatched(self) -> list[int]:
        """Return the old sentences that were not surely found."""
        return [place for place in range(len(self._old.quotes)) if place not in self.pairs]

    def home(self, old: int) -> set[int]:
        """Return the new places where an old sentence is expected."""
        return home(old, len(self._new.quotes), self.known)

    def _shared(self) -> dict[int, set[int]]:
        """Return where the words of each old sentence that has no pair yet stand."""
        free = [place for place in range(len(self._new.quotes)) if place not in self.taken]
        index = SharedWords(self.likeness.new_words, free)
        return {
            place: {*self._same(place), *index.most(self.likeness.old_words(place))}
            for place in self.unmatched()
        }

    def _same(self, old: int) -> list[int]:
        return [self._unique[old]] if old in self._unique else []

    def _run(self) -> None:
        for _ in range(_ROUNDS):
            self.candidates = list(self._likely())
            sure = [best for best, rivals in _contests(self.candidates) if self._sure(best, rivals)]
            if not sure:
                return
            for found in sure:
                self.pairs[found.old] = self.known[found.old] = found.new
                self.scores[found.old] = found.score
                self.taken.add(found.new)
        self.candidates = list(self._likely())

    def _likely(self) -> Iterator[Candidate]:
        for old in self.unmatched():
            places = self.home(old).union(self._sharing[old]) - self.taken
            for new in sorted(places):
                others = self._owners.get(new, old) != old
                if not others and self.likeness.quote(old, new) >= LIKELY:
                    yield self.likeness.candidate(old, new, self.known)

    def _sure(self, best: Candidate, rivals: Sequence[Candidate]) -> bool:
        long_enough = len(self._old.quotes[best.old]) >= LONG_ENOUGH
        if long_enough and self._unique.get(best.old) == best.new:
            return _is_clear(best, rivals) or _has_the_best_home(best, rivals)
        enough = best.score >= SURE and self._proves(best, long_enough)
        return enough and _is_clear(best, rivals) and not self._is_doubtful(best)

    def _proves(self, best: Candidate, long_enough: bool) -> bool:
        """Whether such words and such a context are enough for a sentence to be told by them."""
        if not long_enough and best.quote < CLOSE:
            return False
        if min(best.around) >= AGREES:
            return True
        if self.likeness.is_repeated(best.old, best.new):
            return False
        has_a_neighbour = max(best.around) >= AGREES or min(best.around) >= NEAR
        return long_enough or (best.quote == 1 and has_a_neighbour)

    def _is_doubtful(self, best: Candidate) -> bool:
        """Whether more than a few letters changed, and there is another way to explain it."""
        if best.quote >= NEARLY_THE_SAME:
            return False
        return self._may_be_joined(best) or self._may_be_copied(best)

    def _may_be_joined(self, best: Candidate) -> bool:
        """Whether another likely place holds more of its words: two sentences were joined."""
        held = self.likeness.part(best.old, best.new)
        places = self.home(best.old).union(self._sharing[best.old]) & self.other_words
        return any(self.likeness.part(best.old, place) > held for place in places)

    def _may_be_copied(self, best: Candidate) -> bool:
        """Whether the new sentence is more like an old neighbour: a row was put in for another."""
        beside = range(max(0, best.old - 1), min(len(self._old.quotes), best.old + 2))
        return any(self.likeness.quote(place, best.new) > best.quote for place in beside)


def _contests(candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, list[Candidate]]]:
    """Yield each candidate that is the best for both sentences, with its rivals for either."""
    of_old: dict[int, list[Candidate]] = defaultdict(list)
    of_new: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        of_old[candidate.old].append(candidate)
        of_new[candidate.new].append(candidate)
    best_of_new = {new: max(column, key=_SCORE) for new, column in of_new.items()}
    for row in of_old.values():
        best = max(row, key=_SCORE)
        if best_of_new[best.new] is best:
            yield best, [other for other in (*row, *of_new[best.new]) if other is not best]


def _is_clear(best: Candidate, rivals: Sequence[Candidate]) -> bool:
    """Whether no rival comes near in score, or is nearer in words."""
    return all(best.score - rival.score >= MARGIN and best.quote >= rival.quote for rival in rivals)


def _has_the_best_home(best: Candidate, rivals: Sequence[Candidate]) -> bool:
    """Whether no rival fits better where the sentence stood before."""
    return all(sum(best.around) >= sum(rival.around) for rival in rivals)
