"""The review: the article as the page, one key a decision."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ClassVar, Final

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Footer

from factcheck.domain.display import shortened
from factcheck.domain.errors import FactcheckError, NotSaved
from factcheck.domain.tag import Tag
from factcheck.domain.walking import found_in, next_hit, next_open, words_pattern
from factcheck.services.history import told
from factcheck.tui.bindings import bindings
from factcheck.tui.commands import Command, keys_of
from factcheck.tui.desk import Decisions, Desk
from factcheck.tui.ending import ending
from factcheck.tui.forms import claim_form, evidence_form, flag_form, note_form
from factcheck.tui.palette import CommandPalette
from factcheck.tui.screens.form import Form, FormSpec
from factcheck.tui.screens.history import HistoryScreen
from factcheck.tui.screens.keys import KeysScreen
from factcheck.tui.screens.report import ReportScreen
from factcheck.tui.widgets.article import ArticlePage
from factcheck.tui.widgets.claim_pane import ClaimPane, Layout
from factcheck.tui.widgets.search import SearchBar
from factcheck.tui.widgets.status import SAVED, StatusLine

_PAUSE_BEFORE_PLACE: Final = 0.3
"""Seconds without a move after which the place is kept; decisions keep it at once."""
_LONGEST_STORY: Final = 40
"""Characters of what an undo took back."""
_WIDE: Final = 100
"""Columns from which the claim pane stands beside the article."""


class ReviewScreen(Screen[None]):
    """Walks through an article; every decision is saved before the cursor moves."""

    DEFAULT_CSS = """
    ReviewScreen {
        & > Container { layout: vertical; }
        ArticlePage { width: 1fr; height: 1fr; }
        ClaimPane { width: 1fr; height: 9; border-top: solid $panel; }
        &.-wide {
            & > Container { layout: horizontal; }
            ClaimPane { width: 44; height: 1fr; border-top: none; border-left: solid $panel; }
        }
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]  # noqa: RUF012 - as Textual has it
    COMMANDS: ClassVar = {CommandPalette}
    AUTO_FOCUS = "ArticlePage"

    page = getters.query_one(ArticlePage)
    pane = getters.query_one(ClaimPane)
    status = getters.query_one(StatusLine)
    search_bar = getters.query_one(SearchBar)

    def __init__(self, desk: Desk, commands: tuple[Command, ...]) -> None:
        """Show what lies on `desk`; `commands` say which keys do what."""
        super().__init__()
        self.desk = desk
        self.commands = commands
        self._bindings = bindings(commands)
        self._place_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out the status, the article with its pane, the search and the footer."""
        yield StatusLine()
        with Container():
            yield ArticlePage()
            yield ClaimPane()
        yield SearchBar()
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Show the article."""
        self._show_article()

    def on_resize(self) -> None:
        """Lay the pane out for another width."""
        self._show_findings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let no command act while words to search for are typed."""
        return not (self.is_mounted and self.search_bar.has_focus)

    def action_move(self, step: int) -> None:
        """Go to the next (1) or previous (-1) sentence."""
        self._go(self.desk.cursor + step)

    def action_first(self) -> None:
        """Go to the first sentence."""
        self._go(0)

    def action_last(self) -> None:
        """Go to the last sentence."""
        self._go(len(self.desk.reviews) - 1)

    def action_next_open(self, step: int) -> None:
        """Go to the next (1) or previous (-1) sentence that needs a decision."""
        found = next_open(self.desk.reviews, self.desk.cursor, step)
        if found is None:
            self.status.state = "everything here is decided"
        else:
            self._go(found)

    def action_tag(self, tag: str) -> None:
        """Tag the current sentence and go to the next one."""
        self._decide(lambda: self.desk.tag(Tag(tag)))

    def action_untag(self) -> None:
        """Make the current sentence undecided again."""
        self._decide(lambda: self.desk.tag(None))

    def action_judge(self, place: int) -> None:
        """Judge the current claim by a rating's place on the scale."""
        self._decide(lambda: self.desk.judge(place))

    async def action_claim(self) -> None:
        """Open the form of the current claim."""
        await self._ask(claim_form(self.desk))

    async def action_evidence(self) -> None:
        """Open the form for a source."""
        await self._ask(evidence_form(self.desk))

    async def action_note(self) -> None:
        """Open the form for the note."""
        await self._ask(note_form(self.desk))

    async def action_flag(self) -> None:
        """Open the form for a doubt, or take the flag away."""
        if self.desk.current.flag is None:
            await self._ask(flag_form(self.desk))
        else:
            self._decide(lambda: self.desk.flag(None), "flag taken away")

    def action_undo(self) -> None:
        """Take back the reviewer's last act, and go where it was."""
        self._follow("took back", self.desk.undo)

    def action_redo(self) -> None:
        """Bring back what the last undo took back, and go where it was."""
        self._follow("brought back", self.desk.redo)

    def action_search(self) -> None:
        """Open the search bar."""
        self.search_bar.open()

    def action_next_hit(self, step: int) -> None:
        """Go to the next (1) or previous (-1) hit of the search."""
        if self.desk.pattern is None:
            self.status.state = "nothing is searched for: / begins a search"
            return
        found = next_hit(self.desk.reviews, self.desk.cursor, step, self.desk.pattern)
        if found is None:
            self.status.state = f"not found: {self.desk.search}"
        else:
            self._go(found)

    def action_article(self, step: int) -> None:
        """Go to the next (1) or previous (-1) article."""
        with self._saving():
            self.desk.turn(step)
        self._show_article()

    async def action_history(self) -> None:
        """Show everything decided on the current sentence."""
        await self.app.push_screen(HistoryScreen(self.desk.store, self.desk.current.sentence))

    async def action_report(self) -> None:
        """Preview the report on this article."""
        await self.app.push_screen(ReportScreen(self.desk.store, self.desk.document))

    async def action_keys(self) -> None:
        """Show all keys, and run the command that is chosen there."""
        await self.app.push_screen(KeysScreen(self.commands), self._run)

    def action_palette(self) -> None:
        """Open the command palette."""
        self.app.action_command_palette()

    def action_out(self) -> None:
        """End the search, which is all that can be open here."""
        self._search_for("")

    @on(ArticlePage.Clicked)
    def _go_to_clicked(self, event: ArticlePage.Clicked) -> None:
        self._go(event.index)

    @on(SearchBar.Typed)
    def _show_hits(self, event: SearchBar.Typed) -> None:
        self.page.pattern = words_pattern(event.words)

    @on(SearchBar.Closed)
    def _end_typing(self, event: SearchBar.Closed) -> None:
        self.set_focus(self.page)
        self._search_for(event.words)
        if self.desk.pattern and not found_in(self.desk.current, self.desk.pattern):
            self.action_next_hit(1)

    def _search_for(self, words: str) -> None:
        self.desk.search = words
        self.page.pattern = self.desk.pattern
        self._keep_place_soon()

    def _go(self, index: int) -> None:
        """Move the cursor, and keep the place as soon as the moving pauses."""
        self.desk.cursor = min(max(index, 0), len(self.desk.reviews) - 1)
        self.status.state = SAVED
        self._show_place()
        self._keep_place_soon()

    def _keep_place_soon(self) -> None:
        if self._place_timer is not None:
            self._place_timer.stop()
        self._place_timer = self.set_timer(_PAUSE_BEFORE_PLACE, self.keep_place)

    def keep_place(self) -> None:
        """Keep where the cursor is; decisions do so themselves."""
        with self._saving(self.status.state):
            self.desk.keep_place()

    async def _ask(self, form: FormSpec) -> None:
        """Open a form, and show what it saved."""
        await self.app.push_screen(Form(form), lambda saved: self._show_saved() if saved else None)

    def _show_saved(self) -> None:
        with self._saving():
            pass
        self._show_decided()

    def _run(self, action: str | None) -> None:
        """Run the action of a command that was chosen from a list."""
        if action:
            self.call_later(self.run_action, action)

    def _follow(self, done: str, act: Callable[[], Decisions]) -> None:
        """Undo or redo, and show where it happened."""
        document = self.desk.document
        with self._saving(""):
            decisions = act()
            story = ", ".join(told(decision) for decision in decisions)
            self.status.state = f"{done}: {shortened(story, _LONGEST_STORY)}"
        if self.desk.document != document:
            self._show_article()
        self._show_decided()

    @contextmanager
    def _saving(self, state: str = SAVED) -> Iterator[None]:
        """Show `state` when the block has saved; when it fails, why, and nothing has moved."""
        try:
            yield
        except NotSaved as error:
            self.status.failure = str(error)
        except FactcheckError as error:
            self.status.state = str(error)
        else:
            self.status.failure = ""
            self.status.state = state or self.status.state

    def _decide(self, act: Callable[[], None], state: str = SAVED) -> None:
        """Let the desk decide on the current sentence, and show what is then saved."""
        index = self.desk.cursor
        with self._saving(state):
            act()
        self.page.show_sentence(index, self.desk.reviews[index])
        self._show_decided()

    def _show_article(self) -> None:
        """Show the article that lies on the desk."""
        self.status.title = self.desk.document.title
        self.page.pattern = self.desk.pattern
        self.page.show_article(self.desk.reviews, self.desk.cursor)
        self._show_decided()

    def _show_decided(self) -> None:
        """Show what is decided on the current sentence, and how far the article is."""
        self.page.show_sentence(self.desk.cursor, self.desk.current)
        self.page.show_ending(ending(self.desk.progress, keys_of(self.commands)))
        self._show_place()

    def _show_place(self) -> None:
        """Show where the cursor is, and what is decided there."""
        self.status.place = self.desk.where
        self.page.cursor = self.desk.cursor
        self._show_findings()

    def _show_findings(self) -> None:
        compact = not self.has_class("-wide")
        layout = Layout(self.desk.scale, keys_of(self.commands), compact)
        self.pane.show(self.desk.current, layout)
