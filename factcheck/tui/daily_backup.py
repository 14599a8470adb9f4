"""The rolling backup that the day's first sitting makes, beside the screen."""

from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import Final

_GRACE: Final = 0.1
"""Seconds in which a backup may end by itself when the program does; then again to tidy up."""


class _Stopped(Exception):
    """Ends a backup that there is no time for."""


class DailyBackup:
    """Makes a backup where today has none yet, and tells what went wrong if it could not."""

    def __init__(self, database: Path, tell: Callable[[str], None]) -> None:
        """Copy `database` on a connection of its own; `tell` is called from a thread."""
        self._database = database
        self._tell = tell
        self._stopping = Event()
        # a daemon, since leaving the program is not to wait for it; what is unfinished is removed
        # by the next one
        self._thread = Thread(target=self._make, daemon=True)

    def start(self) -> None:
        """Begin, and return at once."""
        self._thread.start()

    def stop(self) -> None:
        """End it soon, whole or not at all."""
        if self._thread.ident is not None:
            self._thread.join(_GRACE)
            self._stopping.set()
            self._thread.join(_GRACE)

    def _make(self) -> None:
        from factcheck.services.backing_up import back_up_today  # no first paint waits for it

        try:
            problem = back_up_today(self._database, self._go_on)
        except _Stopped:
            return
        if problem:
            self._tell(problem)

    def _go_on(self, _: float | None) -> None:
        if self._stopping.is_set():
            raise _Stopped
