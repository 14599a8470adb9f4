"""Finding the claim that another one is to be linked to: those of the article first, then all."""

from collections.abc import Container
from time import monotonic
from typing import Final

from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from factcheck.domain.display import shortened
from factcheck.domain.identity import ClaimId
from factcheck.domain.queue import Filter, QueuedClaim
from factcheck.services.queue import claims
from factcheck.tui.commands.claim_windows import LINK_SEARCH_COMMANDS
from factcheck.tui.desk import Desk
from factcheck.tui.screens.filtered import FilteredScreen

_SLICE: Final = 0.015
"""Seconds of reading at a time, so that no key waits for it."""
_PAUSE: Final = 0.02
"""Seconds between two slices."""
_TITLE_SHOWN: Final = 60
"""Characters of an article's title."""


class LinkSearchScreen(FilteredScreen[QueuedClaim]):
    """Lists the claims that hold the words that are typed; ends with the one to link."""

    def __init__(self, desk: Desk, without: Container[ClaimId]) -> None:
        """List the claims that the reviewer at `desk` sees, `without` some."""
        super().__init__(LINK_SEARCH_COMMANDS, "words of the claim, claimant, or 1:7", height=2)
        self._here = desk.document.number
        self._without = without
        self._upcoming = claims(desk.store, desk.author.reviewer)
        self._all: list[QueuedClaim] = []
        self._listed: list[QueuedClaim] = []
        self._reading: Timer | None = None

    def on_mount(self) -> None:
        """Begin to read the claims; the first ones are there at once."""
        super().on_mount()
        self._reading = self.set_interval(_PAUSE, self._read_on)
        self._read_on()

    def narrow(self, words: str) -> None:
        """List the claims that are looked for, those in this article first."""
        chosen = self._listed[self.rows.cursor].claim.id if self._listed else None
        wanted = Filter.of(words, ())
        found = [c for c in self._all if c.ref == words.strip() or wanted.allows(c)]
        self._listed = sorted(found, key=lambda each: each.article != self._here)
        places = [place for place, each in enumerate(self._listed) if each.claim.id == chosen]
        self.rows.show(len(self._listed), self._row, next(iter(places), 0))
        self.query_one(".heading", Static).update(Content("the claims of this article come first"))
        more = " ..." if self._reading else ""
        self.tell("Link to", f"{len(self._listed)} of {len(self._all)} claims{more}")

    def answer(self, index: int) -> QueuedClaim:
        """Return the claim in that row."""
        return self._listed[index]

    def _read_on(self) -> None:
        """Read more claims, and list those that are looked for."""
        until = monotonic() + _SLICE
        while monotonic() < until:
            each = next(self._upcoming, None)
            if each is None:
                self._stop_reading()
                break
            if each.claim.id not in self._without:
                self._all.append(each)
        self.narrow(self.line.value)

    def _stop_reading(self) -> None:
        if self._reading:
            self._reading.stop()
        self._reading = None

    def _row(self, index: int, width: int) -> Content:
        each = self._listed[index]
        return Content.assemble(
            (each.ref, "bold"),
            (f"  {shortened(each.title, _TITLE_SHOWN)}", "$text-muted"),
            f"\n{shortened(each.claim.text, width)}",
        )
