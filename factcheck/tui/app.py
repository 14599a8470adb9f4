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
from factcheck.domain.sitting import Sitting
from factcheck.services.sittings import first_undecided
from factcheck.store.store import Store
from factcheck.tui.commands.command import Command
from factcheck.tui.desk import Desk
from factcheck.tui.screens.form import Form
from factcheck.tui.screens.review import ReviewScreen
from factcheck.tui.screens.welcome import WelcomeScreen


class FactcheckApp(App[None]):
    """One sitting of one reviewer."""

    TITLE = "factcheck"
    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar = set()
    animation_level = "none"

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
        self.store = store
        self.sitting = sitting
        self.commands = commands
        self.problems = problems

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
            welcome = WelcomeScreen(
                self.store, Author(reviewer=self.sitting.reviewer), self.commands
            )
            self.push_screen(welcome, lambda _: self._open_review())
        else:
            self._open_review()

    async def action_quit(self) -> None:
        """Leave from any level; decisions are saved, so only place and draft are kept."""
        for screen in self.screen_stack:
            if isinstance(screen, ReviewScreen):
                screen.keep_place()
            elif isinstance(screen, Form):
                screen.keep_draft()
        self.exit()

    def _leave_when_told_to(self) -> None:
        """End as the quit key does when the system ends the program or closes the terminal."""
        with suppress(NotImplementedError, AttributeError, RuntimeError, ValueError):
            loop = asyncio.get_running_loop()
            for name in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(name, self.call_later, self.action_quit)

    def _open_review(self) -> None:
        place = self.sitting.place or first_undecided(self.store, self.sitting.reviewer)
        if place is None:
            self.exit()
            return
        self.push_screen(ReviewScreen(Desk(self.store, self.sitting, place), self.commands))
