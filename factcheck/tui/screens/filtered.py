"""A window with a long list that is filtered as one types."""

from abc import abstractmethod
from collections.abc import Iterable
from typing import TypeVar

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from factcheck.tui.commands.bindings import bindings
from factcheck.tui.commands.command import Command
from factcheck.tui.screens.dialog import Dialog
from factcheck.tui.waiting import keys_taken_in
from factcheck.tui.widgets.keys_line import KeysLine
from factcheck.tui.widgets.rows import RowList

_Answer = TypeVar("_Answer")


class FilteredScreen(Dialog[_Answer]):
    """Lists what holds the words that are typed; ends with what was chosen, if anything was."""

    DEFAULT_CSS = """
    FilteredScreen {
        & > Vertical { width: 100%; height: 100%; padding: 0 1; }
        Input { border: none; height: 1; padding: 0; &:focus { border: none; } }
        .heading { height: 1; color: $text-muted; padding: 0 0 0 2; }
    }
    """

    line = getters.query_one(Input)
    rows = getters.query_one(RowList)

    def __init__(self, commands: Iterable[Command], placeholder: str, height: int = 1) -> None:
        """Take the keys of `commands`; a row has `height` lines."""
        super().__init__()
        self._bindings = bindings(commands)
        self._placeholder = placeholder
        self._row_height = height
        self._filtered: str | None = None

    def compose(self) -> ComposeResult:
        """Lay out the line to type in, and the list."""
        with Vertical():
            yield Input(placeholder=self._placeholder)
            yield Static(classes="heading")
            yield RowList(self._row_height)
        yield KeysLine()

    def on_mount(self) -> None:
        """List everything at first, and take the keys at once."""
        self._filter_anew()
        self.set_focus(self.line)

    @abstractmethod
    def narrow(self, words: str) -> None:
        """List what holds `words`."""

    @abstractmethod
    def answer(self, index: int) -> _Answer:
        """Return what the row with that index stands for."""

    async def action_step(self, rows: int) -> None:
        """Go down (1) or up (-1) in the list while the line keeps the keys."""
        await self._take_in()
        self.rows.step(rows)

    async def action_page(self, pages: int) -> None:
        """Go a screen down (1) or up (-1)."""
        await self._take_in()
        self.rows.page(pages)

    async def action_go(self) -> None:
        """Close with what is highlighted."""
        await self._take_in()
        self._end()

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)

    def tell(self, title: str, subtitle: str) -> None:
        """Say in the frame what is listed."""
        column = self.query_one(Vertical)
        column.border_title, column.border_subtitle = Content(title), Content(subtitle)

    @on(Input.Changed)
    def _typed(self) -> None:
        if self.line.value != self._filtered:
            self._filter_anew()

    @on(RowList.Clicked)
    def _go_clicked(self, event: RowList.Clicked) -> None:
        self.rows.cursor = event.index
        self._end()

    async def _take_in(self) -> None:
        """Wait for what was typed, so that the key means the list that it leads to."""
        await keys_taken_in(self.line)
        self._typed()

    def _filter_anew(self) -> None:
        self._filtered = self.line.value
        self.narrow(self._filtered)

    def _end(self) -> None:
        if self.rows.count:
            self.dismiss(self.answer(self.rows.cursor))
