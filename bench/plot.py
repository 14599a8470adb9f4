"""The measurements as a plot: how much of its goal each one takes."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from bench.measuring import Measurement

_ROW: Final = 22
"""Pixels of a measurement, from top to top."""
_NAMES: Final = 560
"""Pixels for what was measured."""
_GOAL: Final = 240
"""Pixels from the bars' beginning to the line of the goal."""
_MOST: Final = 2.0
"""Of the goal; longer bars are cut there, and their figure says how long they are."""
_PAGE: Final = """\
<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" \
font-family="sans-serif" font-size="12" role="img">
<title>What each measurement is of its goal; shorter is better</title>
<rect width="100%" height="100%" fill="#fff"/>
{bars}
<path d="M{goal} 0V{height}" stroke="#333" stroke-dasharray="4 3"/>
</svg>
"""


def plot(found: Sequence[Measurement]) -> str:
    """Return the plot as an SVG; a bar that crosses the line has missed its goal."""
    return _PAGE.format(
        width=_NAMES + int(_GOAL * _MOST) + 80,
        height=_ROW * len(found) + 10,
        bars="\n".join(bar for row, each in enumerate(found) for bar in _bar(row, each)),
        goal=_NAMES + _GOAL,
    )


def _bar(row: int, measurement: Measurement) -> Iterator[str]:
    share = measurement.figure / measurement.goal if measurement.goal else measurement.figure
    top, length = 5 + _ROW * row, max(2, round(_GOAL * min(share, _MOST)))
    colour = "#3a7d44" if measurement.is_met else "#b23a48"
    middle = top + 12
    yield f'<text x="{_NAMES - 8}" y="{middle}" text-anchor="end">{escape(measurement.what)}</text>'
    yield f'<rect x="{_NAMES}" y="{top}" width="{length}" height="{_ROW - 6}" fill="{colour}"/>'
    yield f'<text x="{_NAMES + length + 6}" y="{middle}">{share:.0%}</text>'
