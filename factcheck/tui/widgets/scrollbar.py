"""A scrollbar that costs little each time it moves, as it does with most keys."""

from functools import lru_cache
from typing import cast

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

from factcheck.tui.widgets.drawn import DrawnLines


class DrawnScrollBar(ScrollBar, DrawnLines):
    """An upright scrollbar, one cell wide, which draws its few kinds of cells once."""

    def __init__(self) -> None:
        """Make the scrollbar of a page."""
        super().__init__(vertical=True, name="vertical")
        self._cells: list[Strip] = []

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines of `crop`, drawn for where the page is now."""
        bar = cast("ScrollBarRender", self.render())
        style = cast("Style", bar.style)
        drawn = bar.render_bar(
            size=self.size.height,
            virtual_size=bar.virtual_size,
            window_size=bar.window_size,
            position=bar.position,
            back_color=cast("Color", style.bgcolor),
            bar_color=cast("Color", style.color),
        )
        self._cells = [_cell(segment) for segment in drawn.segments]
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one cell."""
        return self._cells[y]


@lru_cache(maxsize=256)
def _cell(segment: Segment) -> Strip:
    return Strip([segment], 1)
