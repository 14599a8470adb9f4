"""The least that a Textual program can be: it repaints one line on a key; to measure against.

`python -m bench.bare` runs it.
"""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static


class Bare(App[None]):
    """Counts how often `f` was pressed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "count", "Count"),
        Binding("q", "quit", "Quit"),
    ]
    animation_level = "none"

    def __init__(self) -> None:
        """Begin at nothing."""
        super().__init__()
        self._count = 0
        self._line = Static("0 pressed")

    def compose(self) -> ComposeResult:
        """Lay out the one line."""
        yield self._line

    def action_count(self) -> None:
        """Show one more."""
        self._count += 1
        self._line.update(f"{self._count} pressed")


if __name__ == "__main__":
    Bare().run()
