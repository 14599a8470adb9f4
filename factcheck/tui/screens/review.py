"""The review: the article as the page, and everything that opens over it."""

from contextlib import suppress
from typing import ClassVar

from factcheck.domain.display import one_line
from factcheck.domain.identity import ClaimId, DocumentId, number_of, sentence_of
from factcheck.tui.palette import CommandPalette
from factcheck.tui.screens.deciding import DecidingScreen


class ReviewScreen(DecidingScreen):
    """Opens the lists and windows over the article, and goes where one chooses in them.

    Each is loaded when it is first opened, so that the article is there at once.
    """

    COMMANDS: ClassVar = {CommandPalette}

    async def action_recheck(self) -> None:
        """List what to look at again, and go to the sentence that is chosen there."""
        from factcheck.tui.screens.recheck import RecheckScreen

        await self.app.push_screen(RecheckScreen(self.desk), self.go_to)

    async def action_history(self) -> None:
        """Show everything decided on the current sentence."""
        from factcheck.tui.screens.history import HistoryScreen

        await self.app.push_screen(HistoryScreen(self.desk), self.show_left)

    async def action_report(self) -> None:
        """Preview the report on this article."""
        from factcheck.tui.screens.report import ReportScreen

        await self.app.push_screen(
            ReportScreen(self.desk.store, self.desk.document, self.desk.author.reviewer)
        )

    async def action_export(self) -> None:
        """Ask for a format, and write what was found in it."""
        from factcheck.tui.screens.exporting import FormatScreen

        await self.app.push_screen(FormatScreen(), self._export)

    async def _export(self, name: str | None) -> None:
        """Ask what is to be written where, and write it."""
        from factcheck.export.formats import FORMATS
        from factcheck.tui.exporting import Order, carry_out
        from factcheck.tui.forms.exporting import export_form
        from factcheck.tui.screens.form import Form

        order: list[Order] = []
        desk = self.desk

        def ordered(saved: bool | None) -> None:
            for each in order[-1:] if saved else ():
                carry_out(each, desk.store.path, desk.author.reviewer, self._tell_from_beside)

        if name:
            await self.app.push_screen(Form(export_form(desk, FORMATS[name], order)), ordered)

    def _tell_from_beside(self, news: str) -> None:
        """Tell what a thread has done, if the program is still there."""
        with suppress(RuntimeError):
            self.app.call_from_thread(self.notify, one_line(news), markup=False)

    async def action_library(self) -> None:
        """List all articles, and open the one that is chosen."""
        from factcheck.tui.screens.library import LibraryScreen

        desk = self.desk
        library = LibraryScreen(desk.store, desk.author.reviewer, desk.document.id)
        await self.app.push_screen(library, self.open_article)

    async def action_claims(self) -> None:
        """List the claims of all articles, and go to the one that is chosen."""
        from factcheck.tui.screens.queue import QueueScreen

        queue = QueueScreen(self.desk.store, self.desk.author.reviewer)
        await self.app.push_screen(queue, self.go_to)

    async def action_sign_off(self) -> None:
        """Show where the fact-check of the chosen claim stands, and sign it off."""
        from factcheck.tui.screens.sign_off import SignOffScreen

        await self.app.push_screen(SignOffScreen(self.desk), self.show_left)

    async def action_evidence_list(self) -> None:
        """List the sources of the chosen claim, and change them."""
        from factcheck.tui.screens.evidence import EvidenceScreen

        await self.app.push_screen(EvidenceScreen(self.desk), self.show_left)

    async def action_links(self) -> None:
        """List what the chosen claim is to others, and go to the one that is chosen."""
        from factcheck.tui.screens.links import LinksScreen

        await self.app.push_screen(LinksScreen(self.desk), self.go_to)

    async def action_guideline(self) -> None:
        """Show what the label of the current sentence means."""
        from factcheck.tui.screens.guideline import GuidelineScreen

        await self.app.push_screen(GuidelineScreen(self.desk), self.show_left)

    async def action_search_everything(self) -> None:
        """Search in all articles, claims, evidence and notes, and go to what is chosen."""
        from factcheck.tui.screens.search import SearchScreen

        await self.app.push_screen(SearchScreen(self.desk.store), self.go_to)

    async def action_statistics(self) -> None:
        """Show tags, verdicts and pace over all articles."""
        from factcheck.tui.screens.statistics import StatisticsScreen

        await self.app.push_screen(StatisticsScreen(self.desk.store))

    async def action_lint(self) -> None:
        """List what an editor would object to, and go to the sentence that is chosen there."""
        from factcheck.tui.screens.lint import LintScreen

        desk, reader = self.desk, self.desk.author.reviewer
        await self.app.push_screen(LintScreen(desk.store, desk.document, reader), self.go_to)

    async def action_keys(self) -> None:
        """Show all keys, and run the command that is chosen there."""
        from factcheck.tui.screens.keys import KeysScreen

        await self.app.push_screen(KeysScreen(self.commands), self._run)

    def action_palette(self) -> None:
        """Open the command palette."""
        self.app.action_command_palette()

    def go_to(self, subject: str | None) -> None:
        """Go to a sentence or a claim in any article, and show what was settled in the list."""
        if subject:
            with self.saving(""):
                self.desk.go_to(sentence_of(subject))
                self.desk.choose_claim(number_of(ClaimId(subject)) if "#" in subject else 1)
            self.keep_place_soon()
        self.show_article()

    def open_article(self, document: DocumentId | None) -> None:
        """Open the article that was chosen, where it was left or at what is undecided."""
        if document and document != self.desk.document.id:
            with self.saving(""):
                self.desk.turn_to(document)
            self.show_article()
            self.keep_place_soon()

    def show_left(self, _: object) -> None:
        """Show what a window has left, which may have decided something."""
        self.show_changes()

    def _run(self, action: str | None) -> None:
        """Run the action of a command that was chosen from a list."""
        if action:
            self.call_later(self.run_action, action)
