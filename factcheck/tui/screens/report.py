"""The report as it would be written, and one key to write it."""

from pathlib import Path
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Footer, TextArea

from factcheck.domain.display import one_line
from factcheck.domain.document import Document
from factcheck.domain.errors import FactcheckError
from factcheck.export.markdown_report import markdown_report
from factcheck.export.saving import save_lines
from factcheck.services.reporting import reported
from factcheck.store.store import Store

_ALL_FILE: Final = Path("report.md")


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
        Binding("s", "save('this')", "save this article"),
        Binding("S", "save('all')", "save all articles"),
        Binding("j", "scroll(1)", "down", show=False),
        Binding("k", "scroll(-1)", "up", show=False),
    ]

    def __init__(self, store: Store, document: Document) -> None:
        """Show the report on `document`."""
        super().__init__()
        self._store = store
        self._document = document
        self._replaceable: set[Path] = set()

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
        this = which == "this"
        file = Path(f"report-{self._document.number}.md") if this else _ALL_FILE
        if file.exists() and file not in self._replaceable:
            self._replaceable.add(file)
            self._tell(f"{file} is there already: the same key again replaces it")
            return
        documents = [self._document] if this else self._store.documents.all()
        try:
            save_lines(file, markdown_report(reported(self._store, each) for each in documents))
        except FactcheckError as error:
            self._tell(str(error))
        else:
            self._replaceable.add(file)
            self._tell(f"written to {file.resolve()}")

    def _tell(self, news: str) -> None:
        self.notify(one_line(news), markup=False)
