"""The passage of a text that is most like a quote which does not stand there word for word."""

import re
from itertools import takewhile
from time import monotonic
from typing import Final

from factcheck.domain.anchors.normal_form import normal_form
from factcheck.domain.wording import Edit, Run, words, words_changed

_LEAST_LETTERS: Final = 65.0
"""Per cent of letters that must agree; where three words in ten were replaced they mostly do."""
_LEAST_WORDS: Final = 0.5
"""The share of a quote's words that must stand in the passage; letters alone agree by chance."""
_LONGEST: Final = 5_000
"""Characters; longer quotes would take seconds to compare, and are no quotes."""
_AT_ONCE: Final = 20_000
"""Characters of the text that are compared before one looks at the clock."""
_PATIENCE: Final = 5.0
"""Seconds; a page of one sign ten million times would take an hour, all others far less."""
_WORD_BEGINS: Final = re.compile(r"(?<!\S)(?=\S)")
_WORD_ENDS: Final = re.compile(r"(?<=\S)(?!\S)")
_AROUND: Final = 40
"""Characters on either side in which the passage may begin or end otherwise than its likest part:
a figure may have become several words."""
_COST: Final = 0.2
"""What each word more than the quote has costs; one that the quote has too is worth 1."""


def changed_wording(quote: str, text: str) -> list[Run] | None:
    """Return how `quote` became the passage of `text` that is surely it; None where none is."""
    quote, text = normal_form(quote), normal_form(text)
    if not quote or len(quote) > _LONGEST:
        return None
    place = _likest(quote, text)
    if place is None:
        return None
    passage = _passage(quote, text, *place)
    runs = _trimmed(words_changed(quote, passage))
    return runs if _shared(quote, runs) >= _LEAST_WORDS else None


def _likest(quote: str, text: str) -> tuple[int, int] | None:
    """Return where `text` has most letters in common with `quote`, as far as there was time."""
    from rapidfuzz.fuzz import partial_ratio_alignment  # takes a while to load

    place, least = None, _LEAST_LETTERS
    until = monotonic() + _PATIENCE
    for begin in range(0, len(text), _AT_ONCE):
        piece = text[begin : begin + _AT_ONCE + 2 * len(quote)]
        found = partial_ratio_alignment(quote, piece, score_cutoff=least)
        if found and found.score > (least if place else 0):
            place, least = (begin + found.dest_start, begin + found.dest_end), found.score
        if monotonic() > until:
            break
    return place


def _passage(quote: str, text: str, start: int, end: int) -> str:
    """Return the whole words around a stretch of `text` that have most in common with `quote`."""
    wanted = words(quote.casefold())
    passages = (
        text[first:last]
        for first in _near(_WORD_BEGINS, text, start)
        for last in _near(_WORD_ENDS, text, end)
    )
    return max(passages, key=lambda passage: _worth(wanted, passage))


def _near(edge: re.Pattern[str], text: str, place: int) -> list[int]:
    """Return where words begin or end near `place`; that itself in a script without spaces."""
    edges = (match.start() for match in edge.finditer(text, max(0, place - _AROUND)))
    return list(takewhile(lambda at: at <= place + _AROUND, edges)) or [place]


def _worth(wanted: list[str], passage: str) -> float:
    from rapidfuzz.distance import LCSseq

    there = words(passage.casefold())
    return LCSseq.similarity(wanted, there) - _COST * max(0, len(there) - len(wanted))


def _trimmed(runs: list[Run]) -> list[Run]:
    """Return the runs without the words that only stand beside the passage."""
    first, last = runs[0], runs[-1]
    if first.edit is Edit.ADDED and first.text[-1].isspace():
        runs = runs[1:]
    if last.edit is Edit.ADDED and runs[-2:-1] and runs[-2].edit is Edit.KEPT:
        runs = runs[:-1] if _is_beside(last.text) else runs
    return runs


def _is_beside(added: str) -> bool:
    """Whether words that were added at the end are none of the last word's own."""
    return added[0].isspace() or not words(added)


def _shared(quote: str, runs: list[Run]) -> float:
    """Return the share of the quote's words that were kept, whatever their case."""
    wanted = words(quote.casefold())
    there = {
        word for run in runs if run.edit is not Edit.REMOVED for word in words(run.text.casefold())
    }
    return sum(word in there for word in wanted) / max(1, len(wanted))
