"""The least that a Textual program can be: it repaints one line on a key; to measure against.

`python -m bench.bare` runs it; with the path of a database it first commits a row there.
"""

import sqlite3
import sys
from collections.abc import Callable
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

    def __init__(self, save: Callable[[], object]) -> None:
        """Begin at nothing; `save` is called at each key."""
        super().__init__()
        self.animation_level = "none"
        self._save = save
        self._count = 0
        self._line = Static("0 pressed")

    def compose(self) -> ComposeResult:
        """Lay out the one line."""
        yield self._line

    def action_count(self) -> None:
        """Show one more."""
        self._save()
        self._count += 1
        self._line.update(f"{self._count} pressed")


def committing(path: str) -> Callable[[], object]:
    """Return what commits a row of a decision's size, synced to the disk."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("CREATE TABLE saved (decision TEXT)")
    return lambda: db.execute("INSERT INTO saved VALUES (?)", ["decision" * 50])


if __name__ == "__main__":
    Bare(committing(sys.argv[1]) if sys.argv[1:] else lambda: None).run()
