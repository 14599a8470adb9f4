"""Everything ever decided on a sentence, whether it still stands or not."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from factcheck.domain.display import displayable
from factcheck.domain.document import Sentence
from factcheck.services.history import Entry, history_of
from factcheck.store.store import Store
from factcheck.tui.screens.dialog import Dialog


class HistoryScreen(Dialog[None]):
    """Lists the decisions on a sentence, oldest first."""

    DEFAULT_CSS = """
    HistoryScreen {
        & > VerticalScroll {
            width: 90%;
            height: auto;
            max-height: 90%;
            padding: 0 1;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "close"),
        Binding("q", "app.quit", "quit"),
        Binding("j,down", "scroll(1)", "down", show=False),
        Binding("k,up", "scroll(-1)", "up", show=False),
    ]

    def __init__(self, store: Store, sentence: Sentence) -> None:
        """Show the history of `sentence`."""
        super().__init__()
        self._store = store
        self._sentence = sentence

    def compose(self) -> ComposeResult:
        """Lay out the decisions."""
        with VerticalScroll() as column:
            column.border_title = Content(f"History · sentence {self._sentence.number}")
            yield Static(Content("\n").join(self._lines()))
        yield Footer(show_command_palette=False, compact=True)

    def action_scroll(self, lines: int) -> None:
        """Scroll by a number of lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def _lines(self) -> Iterator[Content]:
        entries = list(history_of(self._store, self._sentence.id))
        if not entries:
            yield Content("Nothing has been decided here yet.")
        for entry in entries:
            yield _line(entry)


def _line(entry: Entry) -> Content:
    decision = entry.decision
    moment = f"{decision.at[:10]} {decision.at[11:19]} UTC  "
    taken_back = "  (taken back)" if entry.retracted else ""
    return Content.assemble(
        (moment, "$text-muted"),
        (displayable(decision.reviewer) + "  ", "bold"),
        (displayable(entry.story), "strike" if entry.retracted else ""),
        taken_back,
    )
