"""A part of a text around what was found in it, on one line."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from factcheck.domain.display import flowing

_CUT: Final = "…"
_BEFORE: Final = 3
"""The first hit stands after this part of the line at the latest, one in three."""


class Piece(NamedTuple):
    """A stretch of an excerpt."""

    text: str
    found: bool
    """Whether it is what was searched for."""


def excerpt(text: str, hits: Sequence[tuple[int, int]], width: int) -> list[Piece]:
    """Return at most `width` characters of `text` around its first hit, fit to be shown.

    `hits` are spans in order, none overlapping another. Where the text was cut stands `…`.
    """
    start, end = _window(len(text), hits[0][0] if hits else 0, width)
    shown = flowing(text)
    pieces = [Piece(_CUT, found=False)] if start else []
    pieces += _pieces(shown, hits, start + bool(start), end - (end < len(text)))
    if end < len(text):
        pieces.append(Piece(_CUT, found=False))
    return [piece for piece in pieces if piece.text]


def _window(length: int, first_hit: int, width: int) -> tuple[int, int]:
    """Return the stretch of `width` characters that is shown of a text of that `length`."""
    start = min(max(0, first_hit - width // _BEFORE), max(0, length - width))
    return start, min(length, start + width)


def _pieces(text: str, hits: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[Piece]:
    """Yield what stands from `start` to `end`, cut where hits begin and end."""
    place = start
    for first, last in hits:
        if last <= start or first >= end:
            continue
        yield Piece(text[place : max(place, first)], found=False)
        place = min(last, end)
        yield Piece(text[max(first, start) : place], found=True)
    yield Piece(text[place:end], found=False)
