"""The terminal program: opens the review where the reviewer left off."""

from typing import ClassVar

from textual.app import App

from factcheck.domain.sitting import Sitting
from factcheck.services.sittings import first_undecided
from factcheck.store.store import Store
from factcheck.tui.commands import Command
from factcheck.tui.desk import Desk
from factcheck.tui.screens.review import ReviewScreen
from factcheck.tui.screens.welcome import WelcomeScreen


class FactcheckApp(App[None]):
    """One sitting of one reviewer."""

    TITLE = "factcheck"
    CSS_PATH = "app.tcss"
    COMMANDS: ClassVar = set()
    animation_level = "none"

    def __init__(self, store: Store, sitting: Sitting, commands: tuple[Command, ...]) -> None:
        """Open `store` for `sitting`; `commands` say which keys do what."""
        super().__init__()
        self.store = store
        self.sitting = sitting
        self.commands = commands

    def on_mount(self) -> None:
        """Open the review, or the welcome where there is no article."""
        if self.sitting.place is None:
            welcome = WelcomeScreen(self.store, self.commands)
            self.push_screen(welcome, lambda _: self._open_review())
        else:
            self._open_review()

    async def action_quit(self) -> None:
        """Leave from any level; decisions are saved already, so only the place is kept."""
        for screen in self.screen_stack:
            if isinstance(screen, ReviewScreen):
                screen.keep_place()
        self.exit()

    def _open_review(self) -> None:
        place = self.sitting.place or first_undecided(self.store, self.sitting.reviewer)
        if place is None:
            self.exit()
            return
        self.push_screen(ReviewScreen(Desk(self.store, self.sitting, place), self.commands))
