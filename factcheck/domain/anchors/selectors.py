"""Position and quote selectors: a sentence's words, what stands around it, and where it stands."""

from collections.abc import Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from factcheck.domain.anchors.anchor import CONTEXT
from factcheck.domain.anchors.normal_form import normal_form

NEARBY: Final = 3
"""Sentences; in an edited article the neighbours of a sentence seldom end up further away."""

Pairs = dict[int, int]
"""Old sentences' indices, and where each stands in the new version."""


class Passage(NamedTuple):
    """A text with its sentences."""

    text: str
    spans: Sequence[tuple[int, int]]
    """Where each sentence stands, in order: code points, end exclusive."""


class Selectors(NamedTuple):
    """The selectors of all sentences of a passage, in normal form."""

    quotes: list[str]
    """The sentences' own words."""
    whole: str
    """All sentences, a space between them."""
    starts: list[int]
    """Where each quote starts in `whole`."""

    @classmethod
    def of(cls, passage: Passage) -> "Selectors":
        """Return the selectors of the passage's sentences."""
        quotes = [normal_form(passage.text[start:end]) for start, end in passage.spans]
        ends = accumulate((len(quote) + 1 for quote in quotes), initial=0)
        return cls(quotes, " ".join(quotes), list(ends)[:-1])

    def before(self, place: int) -> str:
        """Return the last characters before a sentence."""
        start = self.starts[place]
        return self.whole[max(0, start - CONTEXT) : start]

    def after(self, place: int) -> str:
        """Return the first characters behind a sentence."""
        end = self.starts[place] + len(self.quotes[place])
        return self.whole[end : end + CONTEXT]

    def position(self, place: int) -> float:
        """Return how far into the passage a sentence stands, from 0 to 1."""
        return self.starts[place] / max(1, len(self.whole))
