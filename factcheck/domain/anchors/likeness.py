"""How alike a sentence and one of its likely places are: in words, around them, and in place."""

from collections.abc import Callable
from functools import cache
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel, Levenshtein

from factcheck.domain.anchors.exact import repeated
from factcheck.domain.anchors.selectors import NEARBY, Pairs, Selectors
from factcheck.domain.wording import words

QUOTE, BEFORE, AFTER, POSITION = 50, 20, 20, 2
"""How much each counts in a score; Hypothesis's weights."""
NEAR: Final = 0.8
"""How much a neighbour that is near still, but not next to the sentence, is like itself there."""
_ALMOST: Final = 0.99
"""The most that different quotes are alike, even where they are the same words in another order."""
_COMPARED_WHOLE: Final = 2_000
"""Characters; comparing takes their square, so of longer sentences only both ends are compared."""


class Candidate(NamedTuple):
    """A place at which an old sentence may stand in the new version."""

    old: int
    new: int
    quote: float
    """How alike the words are, from 0 to 1."""
    around: tuple[float, float]
    """How alike what stands before and behind is."""
    score: float
    """All that weighed together, from 0 to 1."""


class Likeness:
    """Compares sentences of two versions."""

    def __init__(self, old: Selectors, new: Selectors) -> None:
        """Take the selectors of both versions."""
        self._old, self._new = old, new
        self._repeated = repeated(old.quotes, new.quotes)
        self.old_words = _words_at(old)
        self.new_words = _words_at(new)
        self.quote: Callable[[int, int], float] = cache(self._quote)

    def candidate(self, old: int, new: int, pairs: Pairs) -> Candidate:
        """Return how alike two sentences are, given what is known of their neighbours."""
        quote = self.quote(old, new)
        before, after = self._around(old, new, -1, pairs), self._around(old, new, 1, pairs)
        shift = abs(self._old.position(old) - self._new.position(new))
        weighed = QUOTE * quote + BEFORE * before + AFTER * after + POSITION * (1 - shift)
        score = weighed / (QUOTE + BEFORE + AFTER + POSITION)
        return Candidate(old, new, quote, (before, after), score)

    def is_repeated(self, old: int, new: int) -> bool:
        """Whether the words of either sentence occur again in a version."""
        return not self._repeated.isdisjoint((self._old.quotes[old], self._new.quotes[new]))

    def part(self, old: int, new: int) -> float:
        """Return the share of the old sentence's words that are in the new one."""
        return len(self.old_words(old) & self.new_words(new)) / len(self.old_words(old))

    def _quote(self, old: int, new: int) -> float:
        """Return how alike two quotes are: by letters, or by words where a part was moved."""
        quote, other = self._old.quotes[old], self._new.quotes[new]
        if quote == other:
            return 1.0
        letters = Indel.normalized_similarity(_ends(quote), _ends(other))
        return min(_ALMOST, max(letters, _in_common(self.old_words(old), self.new_words(new))))

    def _around(self, old: int, new: int, step: int, pairs: Pairs) -> float:
        """Return how alike what stands before (step -1) or behind (step 1) two sentences is."""
        if self.is_repeated(old, new):
            return self._around_repeated(old, new, step)
        if pairs.get(old + step) == new + step:
            return 1.0
        neighbours = (pairs.get(old + step * distance) for distance in range(1, NEARBY + 1))
        near = any(_is_near(new, place, step) for place in neighbours)
        return max(NEAR * near, self._context(old, new, step))

    def _around_repeated(self, old: int, new: int, step: int) -> float:
        """Return the same for repeated words, which only the next sentences' words tell apart."""
        inside_old = 0 <= old + step < len(self._old.quotes)
        inside_new = 0 <= new + step < len(self._new.quotes)
        if not (inside_old and inside_new):
            return float(inside_old == inside_new)
        return min(self._context(old, new, step), self.quote(old + step, new + step))

    def _context(self, old: int, new: int, step: int) -> float:
        """Return how alike two contexts are.

        By Levenshtein's distance, for by common letters unrelated words are rather alike too.
        """
        if step < 0:
            return Levenshtein.normalized_similarity(self._old.before(old), self._new.before(new))
        return Levenshtein.normalized_similarity(self._old.after(old), self._new.after(new))


def _is_near(new: int, neighbour: int | None, step: int) -> bool:
    return neighbour is not None and 0 < (neighbour - new) * step <= NEARBY


def _words_at(selectors: Selectors) -> Callable[[int], frozenset[str]]:
    quotes = selectors.quotes
    return cache(
        lambda place: frozenset(words(quotes[place].casefold())) or frozenset({quotes[place]})
    )


def _in_common(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of words that are in both (Dice's coefficient)."""
    return 2 * len(one & other) / (len(one) + len(other))


def _ends(quote: str) -> str:
    if len(quote) <= _COMPARED_WHOLE:
        return quote
    return quote[: _COMPARED_WHOLE // 2] + quote[-_COMPARED_WHOLE // 2 :]
