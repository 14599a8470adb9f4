"""The review: the article as the page, and everything that opens over it."""

from typing import ClassVar

from factcheck.domain.identity import SentenceId
from factcheck.tui.palette import CommandPalette
from factcheck.tui.screens.deciding import DecidingScreen
from factcheck.tui.screens.history import HistoryScreen
from factcheck.tui.screens.keys import KeysScreen
from factcheck.tui.screens.lint import LintScreen
from factcheck.tui.screens.recheck import RecheckScreen
from factcheck.tui.screens.report import ReportScreen
from factcheck.tui.screens.search import SearchScreen
from factcheck.tui.screens.statistics import StatisticsScreen


class ReviewScreen(DecidingScreen):
    """Opens the lists and windows over the article, and goes where one chooses in them."""

    COMMANDS: ClassVar = {CommandPalette}

    async def action_recheck(self) -> None:
        """List what to look at again, and go to the sentence that is chosen there."""
        await self.app.push_screen(RecheckScreen(self.desk), self.go_to)

    async def action_history(self) -> None:
        """Show everything decided on the current sentence."""
        await self.app.push_screen(HistoryScreen(self.desk.store, self.desk.current.sentence))

    async def action_report(self) -> None:
        """Preview the report on this article."""
        await self.app.push_screen(ReportScreen(self.desk.store, self.desk.document))

    async def action_search_everything(self) -> None:
        """Search in all articles, claims, evidence and notes, and go to what is chosen."""
        await self.app.push_screen(SearchScreen(self.desk.store), self.go_to)

    async def action_statistics(self) -> None:
        """Show tags, verdicts and pace over all articles."""
        await self.app.push_screen(StatisticsScreen(self.desk.store))

    async def action_lint(self) -> None:
        """List what an editor would object to, and go to the sentence that is chosen there."""
        await self.app.push_screen(LintScreen(self.desk.store, self.desk.document), self.go_to)

    async def action_keys(self) -> None:
        """Show all keys, and run the command that is chosen there."""
        await self.app.push_screen(KeysScreen(self.commands), self._run)

    def action_palette(self) -> None:
        """Open the command palette."""
        self.app.action_command_palette()

    def go_to(self, sentence: SentenceId | None) -> None:
        """Go to a sentence in any article, and show what was settled in the list."""
        if sentence:
            with self.saving(""):
                self.desk.go_to(sentence)
            self.keep_place_soon()
        self.show_article()

    def _run(self, action: str | None) -> None:
        """Run the action of a command that was chosen from a list."""
        if action:
            self.call_later(self.run_action, action)
