"""The screen with the article on it: lays out, and shows, what lies on the desk."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from textual import getters
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer

from factcheck.domain.display import one_line
from factcheck.domain.document import Document, Sentence
from factcheck.domain.errors import FactcheckError, NotSaved
from factcheck.domain.linting.finding import Finding
from factcheck.domain.scales.scales import Scales
from factcheck.tui.commands.bindings import bindings
from factcheck.tui.commands.command import Command, for_scale, keys_of
from factcheck.tui.desk import Desk
from factcheck.tui.ending import ending
from factcheck.tui.marking import Marking
from factcheck.tui.widgets.article import ArticlePage
from factcheck.tui.widgets.claim_pane import ClaimPane, Layout
from factcheck.tui.widgets.keys_line import KeysLine
from factcheck.tui.widgets.search import SearchBar
from factcheck.tui.widgets.status import SAVED, StatusLine

_PAUSE_BEFORE_PLACE: Final = 0.3
"""Seconds without a move after which the place is kept; decisions keep it at once."""
_PAUSE_BEFORE_LOOKING: Final = 2.0
"""Seconds between two looks at whether another program has written to the database."""
_PAUSE_BETWEEN_MARKS: Final = 0.05
"""Seconds; looking at one claim takes a tenth of it, so that no key waits."""
_FITS: Final = 30
"""Characters of a message that the line on top shows whole in a narrow terminal."""
_WIDE: Final = 100
"""Columns from which the claim pane stands beside the article."""


class ArticleScreen(Screen[None]):
    """Shows an article, the place in it, and what is decided on the current sentence."""

    DEFAULT_CSS = """
    ArticleScreen {
        & > Container { layout: vertical; }
        ArticlePage { width: 1fr; height: 1fr; }
        ClaimPane { width: 1fr; height: 9; max-height: 45%; border-top: solid $panel; }
        &.-wide {
            & > Container { layout: horizontal; }
            ClaimPane {
                width: 44;
                height: 1fr;
                max-height: 100%;
                border-top: none;
                border-left: solid $panel;
            }
        }
    }
    """
    BLANK = True  # all of it is covered by its widgets
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]  # noqa: RUF012 - as Textual has it
    AUTO_FOCUS = "ArticlePage"

    page = getters.query_one(ArticlePage)
    pane = getters.query_one(ClaimPane)
    status = getters.query_one(StatusLine)
    search_bar = getters.query_one(SearchBar)

    def __init__(self, desk: Desk, commands: tuple[Command, ...]) -> None:
        """Show what lies on `desk`; `commands` say which keys do what."""
        super().__init__()
        self.desk = desk
        self.commands = tuple(for_scale(command, desk.scale) for command in commands)
        self._bindings = bindings(self.commands)
        self.failed_at = 0.0
        """When a write failed last, on the clock of the events; keys from before it are void."""
        self._place_timer: Timer | None = None
        self._mark_timer: Timer | None = None
        self._marking = Marking(self._lint)

    def compose(self) -> ComposeResult:
        """Lay out the status, the article with its pane, the search and the footer."""
        yield StatusLine()
        with Container():
            yield ArticlePage()
            yield ClaimPane()
        yield SearchBar()
        yield KeysLine()

    def on_mount(self) -> None:
        """Show the article, and what other programs decide on it from now on."""
        self.show_article()
        self.set_interval(_PAUSE_BEFORE_LOOKING, self._look_for_changes)

    def on_resize(self) -> None:
        """Lay the pane out for another width."""
        self._show_findings()

    def go(self, index: int) -> None:
        """Move the cursor, and keep the place as soon as the moving pauses."""
        self.desk.cursor = min(max(index, 0), len(self.desk.reviews) - 1)
        self.status.state = SAVED
        self.show_place()
        self.keep_place_soon()

    def keep_place_soon(self) -> None:
        """Keep where the cursor is as soon as the moving pauses."""
        if self._place_timer is not None:
            self._place_timer.stop()
        self._place_timer = self.set_timer(_PAUSE_BEFORE_PLACE, self.keep_place)

    def keep_place(self) -> None:
        """Keep where the cursor is, or try again later; decisions do so themselves."""
        try:
            self.desk.keep_place()
        except NotSaved:
            self.keep_place_soon()

    @contextmanager
    def saving(self, state: str = SAVED) -> Iterator[None]:
        """Show `state` when the block has saved; when it fails, why, and nothing has moved."""
        try:
            yield
        except NotSaved as error:
            self.status.failure = str(error)
            self.failed_at = Message().time
        except FactcheckError as error:
            self.status.state = str(error)
            if len(str(error)) > _FITS:
                self.notify(one_line(str(error)), severity="warning", markup=False)
        else:
            self.status.failure = ""
            self.status.state = state or self.status.state

    @property
    def scales(self) -> Scales:
        """The scales that verdicts name."""
        return self.desk.store.schemes.scales()

    def show_article(self) -> None:
        """Show the article that lies on the desk."""
        self.status.title = self.desk.document.title
        self.page.show_hits(self.desk.pattern)
        self._marking.begin(self.desk.document, self.desk.reviews)
        self.page.show_article(
            self.desk.reviews, self.desk.cursor, self.scales, self._marking.signs
        )
        self.show_decided()

    def show_decided(self, indexes: Iterable[int] = ()) -> None:
        """Show what is decided on these sentences and the current one, and how far one is."""
        for index in {*indexes, self.desk.cursor}:
            self._marking.again(self.desk.document, self.desk.reviews[index])
            self.page.show_sentence(index, self.desk.reviews[index])
        if self._marking.is_waiting:
            self.call_after_refresh(self._mark_soon)
        self.page.show_ending(ending(self.desk.progress, keys_of(self.commands)))
        self.show_place()

    def show_place(self) -> None:
        """Show where the cursor is, and what is decided there."""
        self.status.short_place = self.desk.where_in_short
        self.status.place = self.desk.where
        self.page.show_place(self.desk.cursor, self.desk.chosen, self.desk.context)
        self._show_findings()

    def _show_findings(self) -> None:
        compact = not self.has_class("-wide")
        edited_from = self.desk.edited_from
        desk = self.desk
        layout = Layout(
            reviewer=desk.author.reviewer,
            scheme=desk.store.schemes.in_force(),
            scales=self.scales,
            keys=keys_of(self.commands),
            compact=compact,
            chosen=desk.claim_number,
            edited_from=edited_from,
        )
        self.pane.show(desk.current, layout)

    def show_changes(self) -> None:
        """Show what may have changed anywhere in the article, however it is cut now."""
        self.status.title = self.desk.document.title
        self._marking.catch_up(self.desk.document, self.desk.reviews)
        self.page.show_decisions(self.desk.reviews, self.desk.cursor, self.scales)
        self.show_decided()

    def _lint(self, document: Document, sentence: Sentence) -> Sequence[Finding]:
        from factcheck.services.linting import lint_sentence  # the article is there before it

        return lint_sentence(self.desk.store, document, sentence)

    def _mark_soon(self) -> None:
        """Look for findings on one more sentence as soon as no key is waiting."""
        if self._marking.is_waiting and self._mark_timer is None:
            self._mark_timer = self.set_timer(_PAUSE_BETWEEN_MARKS, self._mark_next)

    def _mark_next(self) -> None:
        self._mark_timer = None
        changed = self._marking.step()
        if changed:
            self.page.show_mark(self.desk.index_of(changed.start))
        self._mark_soon()

    def _look_for_changes(self) -> None:
        """Show what another program has written, if it has."""
        document = self.desk.document.id
        if self.desk.reload_if_changed():
            if self.desk.document.id != document:
                self.status.state = "the article has changed: this is its newest version"
            self.show_changes()
