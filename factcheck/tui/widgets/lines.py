"""A long text to read: it is wrapped piece by piece, so that its beginning is there at once."""

from bisect import bisect_right
from collections.abc import Sequence
from time import monotonic
from typing import Final

from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer

from factcheck.domain.display import one_line
from factcheck.tui.wrapping import Line, wrap

_SLICE: Final = 0.01
"""Seconds of wrapping at a time, so that a key never waits for it."""
_PAUSE: Final = 0.01
"""Seconds between two slices."""


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows lines of text with the Line API, each wrapped to the width there is."""

    DEFAULT_CSS = """
    LineView {
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
    }
    """

    def __init__(self) -> None:
        """Make an empty view."""
        super().__init__()
        self._lines: Sequence[str] = ()
        self._wrapped: list[list[Line]] = []
        self._tops: list[int] = [0]
        self._wrapping: Timer | None = None
        self._wrapped_to = 0

    def show(self, lines: Sequence[str]) -> None:
        """Show other lines, from the first one on."""
        self._lines = lines
        self.scroll_home(animate=False)
        self._begin()

    def page(self, pages: int) -> None:
        """Scroll a number of screens down, or up where it is negative."""
        self.scroll_relative(y=pages * max(1, self.size.height - 1), animate=False)

    def end(self, side: int) -> None:
        """Go to the top (0) or to the bottom (-1)."""
        if side == 0:
            self.scroll_home(animate=False)
            return
        while self._wrap_slice():
            pass
        self.scroll_end(animate=False)

    def on_resize(self) -> None:
        """Wrap to the new width; what stood on top stays there."""
        width = self.scrollable_content_region.width
        if self._wrapped_to == width:
            return
        top = max(0, bisect_right(self._tops, self.scroll_offset.y) - 1)
        self._begin()
        while len(self._wrapped) <= top and self._wrap_slice():
            pass
        self.scroll_to(y=self._tops[min(top, len(self._wrapped))], animate=False)

    def render_line(self, y: int) -> Strip:
        """Draw the line at `y` on the screen."""
        place = y + self.scroll_offset.y
        index = bisect_right(self._tops, place) - 1
        style = self.rich_style
        if index >= len(self._wrapped):
            return Strip.blank(self.size.width, style)
        start, end = self._wrapped[index][place - self._tops[index]]
        text = one_line(self._lines[index])[start:end]
        return Strip([Segment(text, style)]).adjust_cell_length(self.size.width, style)

    def _begin(self) -> None:
        """Wrap what fits into one slice now, and the rest as time goes by."""
        if not self.size:
            return
        self._wrapped, self._tops = [], [0]
        self._wrapped_to = self.scrollable_content_region.width
        if self._wrapping:
            self._wrapping.stop()
        if self._wrap_slice():
            self._wrapping = self.set_interval(_PAUSE, self._go_on)
        self.refresh()

    def _go_on(self) -> None:
        if not self._wrap_slice() and self._wrapping:
            self._wrapping.stop()

    def _wrap_slice(self) -> bool:
        """Wrap lines for a moment; return whether there are more."""
        until = monotonic() + _SLICE
        while len(self._wrapped) < len(self._lines) and monotonic() < until:
            wrapped = wrap(one_line(self._lines[len(self._wrapped)]), self._wrapped_to)
            self._wrapped.append(wrapped)
            self._tops.append(self._tops[-1] + len(wrapped))
        self.virtual_size = Size(self.size.width, self._tops[-1])
        return len(self._wrapped) < len(self._lines)
