"""Where the sentences of an article begin, as far as what came with it can say."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final

from factcheck.reading.data.tools.carried import Carried
from factcheck.reading.sentences import segments

_WORD: Final = re.compile(r"\S")


def starts_of(text: str, stretches: Iterable[tuple[int, int]]) -> tuple[int, ...] | None:
    """Return where labelled stretches begin, if all words are in one of them; else None.

    Labels on some words only, such as names, do not say where sentences begin.
    """
    ordered = sorted(set(stretches))
    end = 0
    for start, stop in ordered:
        if start < end or text[end:start].strip():
            return None
        end = stop
    return tuple(start for start, _ in ordered) if ordered and not text[end:].strip() else None


def starts_around(text: str, carried: Carried) -> tuple[int, ...] | None:
    """Return where the sentences begin that were carried along, and others around them.

    Those that were not selected are found as in any article.
    """
    known = sorted(pair for pair in carried.sentences if 0 <= pair[0] < pair[1] <= len(text))
    covering = starts_of(text, known)
    if covering is not None or not known:
        return covering
    found = [start for start, _ in known]
    found += (match.start() for _, end in known if (match := _WORD.search(text, end)))
    found += (segment.start for segment in segments(text, carried.particulars.language or None))
    return tuple(sorted({start for start in found if not _is_within(start, known, text)}))


def _is_within(start: int, known: Sequence[tuple[int, int]], text: str) -> bool:
    """Whether a place is inside a known sentence, or behind all words."""
    before = bisect_right(known, (start, 0)) - 1
    inside = before >= 0 and known[before][0] < start < known[before][1]
    return inside or start >= len(text)
