"""Where the lines of a wrapped text begin and end, fast enough for a book."""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Final, NamedTuple

from rich.cells import split_graphemes

# Characters that fill one cell each and never join with a neighbour
_ONE_CELL_EACH: Final = re.compile(
    r"[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0556\u0561-\u0587\u1e00-\u1fff"
    r"\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2400-\u2421\u2500-\u25fc\ufffd]*"
)


class Line(NamedTuple):
    """A stretch of the text that stands on one line: code points, end exclusive."""

    start: int
    end: int


def wrap(text: str, width: int) -> list[Line]:
    """Return the lines of `text`, each at most `width` cells wide, broken at spaces if possible.

    A grapheme is never broken; there is always at least one line.
    """
    width = max(1, width)
    if _ONE_CELL_EACH.fullmatch(text):
        return list(_by_characters(text, width))
    return list(_by_graphemes(text, width))


def height_of(text: str, width: int) -> int:
    """Return how many lines `wrap` makes of `text`; faster for most texts than making them."""
    if not _ONE_CELL_EACH.fullmatch(text):
        return len(wrap(text, width))
    lines, start, length, width = 1, 0, len(text), max(1, width)
    while length - start > width:
        space = text.rfind(" ", start + 1, start + width + 1)
        start = start + width if space < 0 else space + 1
        lines += 1
    return lines


def _by_characters(text: str, width: int) -> Iterator[Line]:
    start = 0
    while len(text) - start > width:
        space = text.rfind(" ", start + 1, start + width + 1)
        end = start + width if space < 0 else space
        yield Line(start, end)
        start = end + (space >= 0)
    yield Line(start, len(text))


def _by_graphemes(text: str, width: int) -> Iterator[Line]:
    graphemes, _ = split_graphemes(text)
    before = [0, *accumulate(cells for _, _, cells in graphemes)]
    first = 0  # the grapheme at which the line begins
    space = -1  # the last grapheme at which the line could be broken
    for index, (start, end, _) in enumerate(graphemes):
        if before[index + 1] - before[first] > width and index > first:
            broken_at_space = space > first
            last = space if broken_at_space else index
            yield Line(graphemes[first][0], graphemes[last][0])
            first = last + broken_at_space
        if text[start:end] == " ":
            space = index
    if first < len(graphemes):
        yield Line(graphemes[first][0], len(text))
