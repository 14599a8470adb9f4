"""The claims of all articles, the most urgent first: type to filter, enter to go there."""

from time import monotonic
from typing import Final

from textual.content import Content
from textual.events import Resize
from textual.timer import Timer
from textual.widgets import Static

from factcheck.domain.display import flowing
from factcheck.domain.identity import ClaimId
from factcheck.domain.queue import ALL, Filter, QueuedClaim
from factcheck.services.queue import claims
from factcheck.services.telling import verdict_words
from factcheck.store.store import Store
from factcheck.tui.columns import fitted
from factcheck.tui.commands.lists import QUEUE_COMMANDS
from factcheck.tui.screens.filtered import FilteredScreen
from factcheck.tui.widgets.rows import MARK

_PLACEHOLDER: Final = "words, state:disputed priority:1 by:ann rating:false doubt:yes"
_SLICE: Final = 0.015
"""Seconds of reading at a time, so that a key never waits for it."""
_PAUSE: Final = 0.01
"""Seconds between two slices."""
_ROOMY: Final = 100
"""Cells from which there is room for the article's title."""
_GAP: Final = "  "
_REF: Final = 8
_STATE: Final = 15
_VERDICT: Final = 16
_TITLE: Final = 22


class QueueScreen(FilteredScreen[ClaimId]):
    """Lists claims; ends with the sentence of the one to go to."""

    def __init__(self, store: Store, reviewer: str) -> None:
        """List the claims in `store` as `reviewer` may see them."""
        super().__init__(QUEUE_COMMANDS, _PLACEHOLDER)
        self._scales = store.schemes.scales()
        self._ratings = {rating.key for scale in self._scales for rating in scale.ratings}
        self._upcoming = claims(store, reviewer)
        self._all: list[QueuedClaim] = []
        self._listed: list[QueuedClaim] = []
        self._filter = ALL
        self._reading: Timer | None = None

    def on_mount(self) -> None:
        """Begin to read the claims; the first ones are there at once."""
        super().on_mount()
        self._reading = self.set_interval(_PAUSE, self._read_slice)
        self._read_slice()

    def narrow(self, words: str) -> None:
        """List the claims that are looked for; the highlight stays."""
        chosen = self._listed[self.rows.cursor].claim.id if self._listed else None
        self._filter = Filter.of(words, self._ratings)
        self._listed = [claim for claim in self._all if self._filter.allows(claim)]
        places = (place for place, claim in enumerate(self._listed) if claim.claim.id == chosen)
        self._show(next(places, 0))

    def answer(self, index: int) -> ClaimId:
        """Return the claim of a row."""
        return self._listed[index].claim.id

    def on_resize(self, event: Resize) -> None:
        """Name the columns for another width."""
        self.call_after_refresh(self._name_columns)

    def _read_slice(self) -> None:
        """Read more claims for a moment, and list those that are looked for."""
        until = monotonic() + _SLICE
        read = len(self._all)
        while monotonic() < until:
            claim = next(self._upcoming, None)
            if claim is None:
                self._stop_reading()
                break
            self._all.append(claim)
        self._listed += filter(self._filter.allows, self._all[read:])
        self._show(self.rows.cursor)

    def _stop_reading(self) -> None:
        if self._reading:
            self._reading.stop()
        self._reading = None

    def _show(self, cursor: int) -> None:
        self.rows.show(len(self._listed), self._row, cursor)
        more = " ..." if self._reading else ""
        nothing = "" if self._listed or more else "no such claims"
        self.tell(f"Claims · {len(self._listed)} of {len(self._all)}{more}", nothing)

    def _name_columns(self) -> None:
        width = self.rows.width - MARK
        named = ("Place", "P", "State", " ", "Verdicts", "Article", "Claim")
        self.query_one(".heading", Static).update(Content(_line(width, named)))

    def _row(self, index: int, width: int) -> Content:
        queued = self._listed[index]
        cells = (
            queued.ref,
            str(queued.priority or "-"),
            queued.state.replace("-", " "),
            "!" if queued.doubts else " ",
            self._verdicts(queued),
            queued.title,
            flowing(queued.claim.text),
        )
        return Content(_line(width, cells))

    def _verdicts(self, queued: QueuedClaim) -> str:
        """Return each rating that may be seen, with the glyph that the article's margin has."""
        judged = [
            f"{self._scales.glyph(verdict.scale, verdict.rating)} "
            f"{verdict_words(verdict, self._scales)}"
            for verdict in queued.verdicts.values()
        ]
        hidden = [f"{queued.hidden} hidden"] if queued.hidden else []
        return ", ".join([*judged, *hidden]) or "-"


def _line(width: int, cells: tuple[str, ...]) -> str:
    """Return a line of the list; the article's title is left out where there is no room."""
    title = _TITLE if width >= _ROOMY else 0
    columns = (_REF, 1, _STATE, 1, _VERDICT, title)
    taken = sum(columns) + len(_GAP) * sum(map(bool, columns))
    widths = (*columns, max(1, width - taken))
    shown = zip(cells, widths, strict=True)
    return _GAP.join(fitted(cell, room) for cell, room in shown if room)
