"""The terminal program: opens the review where the reviewer left off."""

import asyncio
import signal
from collections.abc import Sequence
from contextlib import suppress
from typing import ClassVar

from textual import events
from textual.app import App

from factcheck.domain.decision import Author
from factcheck.domain.display import one_line
from factcheck.domain.errors import DatabaseUnusable
from factcheck.domain.sitting import Sitting
from factcheck.services.sittings import first_undecided
from factcheck.store.store import Store
from factcheck.tui.commands.command import Command
from factcheck.tui.daily_backup import DailyBackup
from factcheck.tui.desk import Desk
from factcheck.tui.hanging_up import let_go_of_closed_terminal
from factcheck.tui.screens.dialog import Dialog
from factcheck.tui.screens.review import ReviewScreen


class FactcheckApp(App[None]):
    """One sitting of one reviewer."""

    TITLE = "factcheck"
    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar = set()

    def __init__(
        self,
        store: Store,
        sitting: Sitting,
        commands: tuple[Command, ...],
        problems: Sequence[str] = (),
    ) -> None:
        """Open `store` for `sitting`; `commands` say which keys do what.

        `problems` with what was to be read before are shown at first.
        """
        super().__init__()
        self.animation_level = "none"  # a page that slides is late
        self.store = store
        self.sitting = sitting
        self.commands = commands
        self.problems = problems
        self.unusable: DatabaseUnusable | None = None
        self._backup = DailyBackup(store.path, self._warn_from_beside)

    async def on_event(self, event: events.Event) -> None:
        """Drop keys that were typed before a failed write was shown.

        They were meant for the sentences behind the one that the cursor is held on.
        """
        review = self.screen_stack[-1] if self.screen_stack else None
        typed = isinstance(event, events.Key)
        if typed and isinstance(review, ReviewScreen) and event.time < review.failed_at:
            return
        await super().on_event(event)

    def action_command_palette(self) -> None:
        """Open the palette where there are commands to choose from."""
        if isinstance(self.screen, ReviewScreen):
            super().action_command_palette()

    def on_mount(self) -> None:
        """Open the review, or the welcome where there is no article."""
        self._leave_when_told_to()
        for problem in self.problems:
            self.notify(one_line(problem), severity="warning", timeout=15, markup=False)
        if self.sitting.place is None:
            self._welcome()
        else:
            self._open_review()
        self.call_after_refresh(self._backup.start)

    def on_unmount(self) -> None:
        """Wait for what is done beside the screen, but not for long."""
        self._backup.stop()

    async def action_quit(self) -> None:
        """Leave from any level; decisions are saved, so only place and draft are kept."""
        for screen in self.screen_stack:
            if isinstance(screen, ReviewScreen):
                screen.keep_place()
            elif isinstance(screen, Dialog):
                screen.keep_draft()
        self.exit()

    def _handle_exception(self, error: Exception) -> None:
        """Give the terminal back where the database can be used no more; the caller tells why."""
        self.unusable = self.unusable or self.store.unusable_by(error)
        if self.unusable is None:
            super()._handle_exception(error)
        else:
            self.panic()

    def _leave_when_told_to(self) -> None:
        """End as the quit key does when the system ends the program or closes the terminal."""
        with suppress(NotImplementedError, AttributeError, RuntimeError, ValueError):
            loop = asyncio.get_running_loop()
            loop.add_signal_handler(signal.SIGTERM, self.call_later, self.action_quit)
            # at once, before Textual answers the SIGCONT that follows when a terminal is closed
            signal.signal(signal.SIGHUP, lambda *_: self._hang_up(loop))

    def _hang_up(self, loop: asyncio.AbstractEventLoop) -> None:
        let_go_of_closed_terminal()
        with suppress(RuntimeError):  # it is about to end anyway
            loop.call_soon_threadsafe(self.call_later, self.action_quit)

    def _warn_from_beside(self, problem: str) -> None:
        """Show what a thread could not do, if the program is still there."""
        with suppress(RuntimeError):
            self.call_from_thread(
                self.notify, one_line(problem), severity="warning", timeout=15, markup=False
            )

    def _welcome(self) -> None:
        """Let an article be added; most sittings have one, and need not wait for what reads it."""
        from factcheck.tui.screens.welcome import WelcomeScreen

        author = Author(reviewer=self.sitting.reviewer)
        welcome = WelcomeScreen(self.store, author, self.commands)
        self.push_screen(welcome, lambda _: self._open_review())

    def _open_review(self) -> None:
        place = self.sitting.place or first_undecided(self.store, self.sitting.reviewer)
        if place is None:
            self.exit()
            return
        self.push_screen(ReviewScreen(Desk(self.store, self.sitting, place), self.commands))
