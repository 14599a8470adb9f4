"""The report as it would be written, and one key to write it."""

from pathlib import Path
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Footer, TextArea

from factcheck.domain.document import Document
from factcheck.domain.errors import FactcheckError
from factcheck.export.markdown_report import markdown_report
from factcheck.export.saving import save_lines
from factcheck.services.reporting import reported
from factcheck.store.store import Store

_FILE: Final = Path("report.md")


class ReportScreen(ModalScreen[None]):
    """Shows the report on an article."""

    DEFAULT_CSS = """
    ReportScreen {
        & > TextArea { width: 100%; height: 1fr; border: round $accent; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "close"),
        Binding("q", "app.quit", "quit"),
        Binding("s", "save('this')", f"save as {_FILE}"),
        Binding("S", "save('all')", "save all articles"),
        Binding("j", "scroll(1)", "down", show=False),
        Binding("k", "scroll(-1)", "up", show=False),
    ]

    def __init__(self, store: Store, document: Document) -> None:
        """Show the report on `document`."""
        super().__init__()
        self._store = store
        self._document = document

    def compose(self) -> ComposeResult:
        """Lay out the report as text."""
        lines = markdown_report([reported(self._store, self._document)])
        text = TextArea("\n".join(lines), read_only=True, soft_wrap=True)
        text.cursor_blink = False
        text.border_title = "Report"
        yield text
        yield Footer(show_command_palette=False, compact=True)

    def action_scroll(self, lines: int) -> None:
        """Scroll by a number of lines."""
        self.query_one(TextArea).scroll_relative(y=lines, animate=False)

    def action_save(self, which: str) -> None:
        """Write the report on this article, or on all of them, to the current folder."""
        documents = [self._document] if which == "this" else self._store.documents.all()
        try:
            save_lines(_FILE, markdown_report(reported(self._store, each) for each in documents))
        except FactcheckError as error:
            self.notify(str(error), severity="error", markup=False)
        else:
            self.notify(f"written to {_FILE.resolve()}", markup=False)
