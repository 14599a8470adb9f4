"""Counts laid out as one bar, cut into a block for each thing that was counted."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from factcheck.export.report.looks import Look

_GAP: Final = 0.4
"""Percent of the bar; between two blocks, so that they stand apart without colour."""
_LEAST: Final = 1.0
"""Percent of the bar; a narrower block could not be seen."""
_ROOM: Final = 5.0
"""Percent of the bar; a glyph fits into a block from here on, on a telephone too."""


class Count(NamedTuple):
    """How often something was counted."""

    label: str
    number: int
    look: Look


class Block(NamedTuple):
    """A count as a part of the bar; places are percent of its length."""

    what: Count
    left: float
    width: float
    share: int
    """Of all that was counted, in whole percent."""

    @property
    def middle(self) -> float:
        """Where the glyph stands."""
        return round(self.left + self.width / 2, 2)

    @property
    def roomy(self) -> bool:
        """Whether the glyph fits."""
        return self.width >= _ROOM


class Chart(NamedTuple):
    """A bar with what it counts."""

    id: str
    """The beginning of the ids of its parts."""
    title: str
    head: str
    """What its labels are."""
    blocks: tuple[Block, ...]
    total: int


def chart(name: str, title: str, head: str, counts: Sequence[Count]) -> Chart:
    """Return a chart of `counts`."""
    total = sum(count.number for count in counts)
    return Chart(name, title, head, tuple(blocks(counts)), total)


def blocks(counts: Sequence[Count]) -> Iterator[Block]:
    """Yield the blocks of a bar from left to right; what was counted never has none."""
    known = [count for count in counts if count.number]
    total = sum(count.number for count in known)
    least = min(_LEAST, 50 / max(1, len(known)))
    free = 100 - _gaps(known) - least * len(known)
    left = 0.0
    for count in known:
        width = least + free * count.number / total
        yield Block(count, round(left, 2), round(width, 2), round(100 * count.number / total))
        left += width + _gap(known)


def _gap(known: Sequence[Count]) -> float:
    return min(_GAP, 25 / max(1, len(known)))


def _gaps(known: Sequence[Count]) -> float:
    return _gap(known) * (len(known) - 1)
