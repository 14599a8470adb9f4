"""Figures drawn as bars of blocks, which need no colour."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from wcwidth import wcwidth

from factcheck.domain.display import one_line

_BLOCK: Final = "█"
_GAP: Final = "  "
_SHORTEST: Final = 5
"""Cells; a shorter bar says nothing, so that labels are cut before it gets shorter."""


class Bar(NamedTuple):
    """A line of a chart."""

    label: str
    figure: str
    """The number, as it is written."""
    share: float
    """How much of the full length the bar takes, from 0 to 1."""


def bars(rows: Sequence[Bar], width: int) -> Iterator[str]:
    """Yield a line a row: label, figure and bar, in at most `width` cells.

    What is more than nothing gets at least one block.
    """
    if not rows:
        return
    figures = max(len(row.figure) for row in rows)
    beside = figures + 2 * len(_GAP)
    labels = min(max(_cells(row.label) for row in rows), max(1, width - beside - _SHORTEST))
    longest = max(0, width - beside - labels)
    for row in rows:
        blocks = max(round(row.share * longest), row.share > 0)
        line = _GAP.join((_fitted(row.label, labels), f"{row.figure:>{figures}}", _BLOCK * blocks))
        yield cut(line.rstrip(), width)


def cut(text: str, width: int) -> str:
    """Return `text` on one line of at most `width` cells, an ellipsis where it was cut."""
    line = one_line(text)
    if _cells(line) <= width:
        return line
    while line and _cells(line) > width - 1:
        line = line[:-1]
    return line + "…"


def _fitted(label: str, width: int) -> str:
    """Return a label that takes exactly `width` cells."""
    line = cut(label, width)
    return line + " " * (width - _cells(line))


def _cells(text: str) -> int:
    return sum(max(0, wcwidth(letter)) for letter in one_line(text))
