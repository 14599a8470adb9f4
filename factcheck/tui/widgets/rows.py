"""A long list: its rows have the same height, and only those in sight are ever drawn."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual

Draw = Callable[[int, int], Content]
"""Gives the row with an index, for a width in cells."""
MARK: Final = 2
"""Cells of the mark beside the highlighted row, which also stands where there are no colours."""


class RowList(ScrollView, can_focus=False, inherit_bindings=False):
    """Shows rows that are drawn on demand, one of them highlighted."""

    DEFAULT_CSS = """
    RowList {
        height: 1fr;
        overflow-x: hidden;
        text-wrap: nowrap;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        .rows--row { background: $surface; color: $foreground; }
        .rows--cursor { background: $primary 25%; color: $foreground; }
        .rows--bar { color: $accent; text-style: bold; }
        &:nocolor { .rows--cursor { text-style: bold; } }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--row", "rows--cursor", "rows--bar"}

    cursor: reactive[int] = reactive(0)
    """The index of the highlighted row."""

    @dataclass
    class Clicked(Message):
        """A row was clicked."""

        index: int

    def __init__(self, height: int = 1) -> None:
        """Make an empty list whose rows will have `height` lines."""
        super().__init__()
        self._height = height
        self._count = 0
        self._draw: Draw = lambda index, width: Content("")

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._count

    @property
    def width(self) -> int:
        """How many cells a line has."""
        return self.scrollable_content_region.width

    def show(self, count: int, draw: Draw, cursor: int) -> None:
        """Show other rows, the one with the index `cursor` highlighted."""
        self._count, self._draw = count, draw
        self.set_reactive(RowList.cursor, self.validate_cursor(cursor))
        self._measure()
        self.refresh()

    def step(self, rows: int) -> None:
        """Highlight a row further down, or up where `rows` is negative."""
        self.cursor += rows

    def page(self, pages: int) -> None:
        """Highlight a row a number of screens further down or up."""
        self.step(pages * max(1, self.size.height // self._height - 1))

    def validate_cursor(self, cursor: int) -> int:
        """Keep the highlight on a row."""
        return max(0, min(cursor, self._count - 1))

    def watch_cursor(self) -> None:
        """Keep the highlighted row in sight."""
        self._keep_in_sight()
        self.refresh()

    def on_resize(self) -> None:
        """Draw for another width."""
        self._measure()

    def on_click(self, event: events.Click) -> None:
        """Tell which row was clicked."""
        index = (event.y + self.scroll_offset.y) // self._height
        if index < self._count:
            self.post_message(self.Clicked(index))

    def render_line(self, y: int) -> Strip:
        """Draw the line at `y` on the screen."""
        index, line = divmod(y + self.scroll_offset.y, self._height)
        width, current = self.width, index == self.cursor
        style = self.get_visual_style("rows--cursor" if current else "rows--row")
        if index >= self._count:
            return Strip.blank(self.size.width, self.get_visual_style("rows--row").rich_style)
        strips = self._row(index, max(1, width - MARK), style)
        bar = style + self.get_visual_style("rows--bar") if current else style
        text = strips[line] if line < len(strips) else Strip([])
        strip = Strip([Segment("▌ " if current else "  ", bar.rich_style), *text])
        return strip.adjust_cell_length(self.size.width, style.rich_style)

    def _row(self, index: int, width: int, style: Style) -> list[Strip]:
        content = self._draw(index, width)
        return Visual.to_strips(self, content, width, self._height, style, apply_selection=False)

    def _measure(self) -> None:
        self.virtual_size = Size(self.width, self._count * self._height)
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """Scroll by as few rows as bring the highlighted one into sight, uncut."""
        top = self.cursor * self._height
        bottom = top + self._height
        scrolled = min(max(self.scroll_offset.y, bottom - self.size.height), top)
        self.scroll_to(y=max(0, scrolled), animate=False)
