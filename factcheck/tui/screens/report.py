"""The report as it would be written, and one key to write it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final

from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical

from factcheck.domain.display import one_line
from factcheck.domain.document import Document
from factcheck.domain.errors import FactcheckError
from factcheck.export.saving import save_lines
from factcheck.services.linking import links_of
from factcheck.services.reporting import ReportedArticle, reported
from factcheck.store.store import Store
from factcheck.tui.commands.bindings import bindings
from factcheck.tui.commands.lists import REPORT_COMMANDS
from factcheck.tui.commands.review import QUIT
from factcheck.tui.screens.dialog import Dialog
from factcheck.tui.widgets.keys_line import KeysLine
from factcheck.tui.widgets.lines import LineView

if TYPE_CHECKING:
    from factcheck.export.report.edition import Edition

_ALL_FILE: Final = Path("report.md")
_QUICK: Final = 1000
"""Sentences up to which a report is there before one would notice."""


class ReportScreen(Dialog[None]):
    """Shows the report on an article, without the verdicts that `reader` is not to see yet."""

    DEFAULT_CSS = """
    ReportScreen > Vertical { width: 100%; height: 100%; padding: 0 1; }
    """

    view = getters.query_one(LineView)

    def __init__(self, store: Store, document: Document, reader: str) -> None:
        """Show the report on `document` to `reader`."""
        super().__init__()
        self._bindings = bindings((*REPORT_COMMANDS, QUIT))
        self._store = store
        self._document = document
        self._reader = reader
        self._replaceable: set[Path] = set()
        self._made: list[str] = []

    def compose(self) -> ComposeResult:
        """Lay out the report as text."""
        with Vertical() as column:
            column.border_title = "Report"
            yield LineView()
        yield KeysLine()

    def on_mount(self) -> None:
        """Show the report, one on a book as soon as it is there."""
        self.set_focus(self.view)
        if self._store.documents.count_sentences(self._document) <= _QUICK:
            self._show(list(self._lines(self._store, [self._document])))
        else:
            self.view.show(["The report is being made ..."])
            # a daemon, since leaving the program is not to wait for it
            making = Thread(target=self._make, daemon=True)
            self.call_after_refresh(making.start)

    def action_scroll(self, lines: int) -> None:
        """Scroll by a number of lines."""
        self.view.scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by a number of screens."""
        self.view.page(pages)

    def action_end(self, side: int) -> None:
        """Go to the top (0) or to the bottom (-1)."""
        self.view.end(side)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)

    def action_save(self, which: str) -> None:
        """Write the report to the current folder: on this article, as a page, or on all."""
        if which == "this" and not self._made:
            self._tell("the report is still being made: save it when it is there")
            return
        file = _ALL_FILE if which == "all" else self._file(".html" if which == "page" else ".md")
        if file.exists() and file not in self._replaceable:
            self._replaceable.add(file)
            self._tell(f"{file} is there already: the same key again replaces it")
            return
        try:
            save_lines(file, self._made if which == "this" else self._written(which))
        except FactcheckError as error:
            self._tell(str(error))
        else:
            self._replaceable.add(file)
            self._tell(f"written to {file.resolve()}")

    def _file(self, suffix: str) -> Path:
        return Path(f"report-{self._document.number}{suffix}")

    def _written(self, which: str) -> Iterable[str]:
        """Return the lines of the page on this article, or of the report on all."""
        if which == "all":
            return self._lines(self._store, self._store.documents.all())
        from factcheck.export.report.html import html_report

        return html_report(
            self._articles(self._store, [self._document]), self._edition(self._store)
        )

    def _lines(self, store: Store, documents: Iterable[Document]) -> Iterable[str]:
        from factcheck.export.report.markdown import markdown_report  # Jinja takes long to load

        return markdown_report(self._articles(store, documents), self._edition(store))

    def _articles(self, store: Store, documents: Iterable[Document]) -> Iterator[ReportedArticle]:
        return (reported(store, each, reader=self._reader) for each in documents)

    def _edition(self, store: Store) -> "Edition":
        from factcheck.export.report.edition import Edition

        return Edition(
            scheme=store.schemes.in_force(),
            links=lambda claim: links_of(store, claim, self._reader),
        )

    def _make(self) -> None:
        """Make the report beside the screen, on a connection of its own."""
        try:
            with Store(self._store.path) as store:
                lines = list(self._lines(store, [self._document]))
        except FactcheckError as error:
            lines = [str(error)]
        if self.is_attached:
            self.call_later(self._show, lines)

    def _show(self, lines: list[str]) -> None:
        self._made = lines
        self.view.show(lines)

    def _tell(self, news: str) -> None:
        self.notify(one_line(news), markup=False)
