"""A window with a list of things of which one is highlighted."""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import Final, TypeVar

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from factcheck.domain.display import shortened
from factcheck.tui.commands.bindings import bindings
from factcheck.tui.commands.command import Command
from factcheck.tui.commands.review import QUIT
from factcheck.tui.screens.dialog import Dialog
from factcheck.tui.widgets.keys_line import KeysLine

_Answer = TypeVar("_Answer")
_FRAME: Final = 4
"""Cells of a frame's line beside what is said in it."""


class ListScreen(Dialog[_Answer]):
    """Lists things; letters act on the highlighted one."""

    DEFAULT_CSS = """
    ListScreen {
        & > Vertical {
            width: 100;
            height: auto;
            max-height: 100%;
        }
        OptionList {
            height: auto;
            max-height: 100%;
            border: none;
            &:focus { border: none; }
            &:nocolor > .option-list--option-highlighted { text-style: bold underline; }
        }
    }
    """

    options = getters.query_one(OptionList)

    def __init__(self, commands: Iterable[Command]) -> None:
        """Take the keys of `commands`, and the one to quit."""
        super().__init__()
        self._bindings = bindings((*commands, QUIT))

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical():
            yield OptionList()
        yield KeysLine()

    def on_mount(self) -> None:
        """List what there is, and take the keys at once."""
        self.relist()
        self.set_focus(self.options)

    @abstractmethod
    def relist(self) -> None:
        """List what there is now, by `show`."""

    @abstractmethod
    async def action_choose(self) -> None:
        """Do what enter does to the highlighted thing."""

    def show(self, title: str, rows: Sequence[Content], nothing: str) -> None:
        """Show a row for each thing, the highlight where it was; `nothing` where there is none."""
        self.query_one(Vertical).border_title = Content(title)
        self.query_one(Vertical).border_subtitle = ""
        kept = self.options.highlighted or 0
        self.options.clear_options()
        self.options.add_options(rows or [Option(Content(nothing), disabled=True)])
        self.options.highlighted = min(kept, len(rows) - 1) if rows else None
        self.refresh_bindings()

    def tell(self, message: str, *, error: bool = False) -> None:
        """Say in the frame what was done, or why not."""
        words = shortened(message, max(1, self.query_one(Vertical).size.width - _FRAME))
        said = Content.styled(words, "bold $text-error" if error else "bold")
        self.query_one(Vertical).border_subtitle = said

    @property
    def place(self) -> int | None:
        """The index of the highlighted thing, if there is one."""
        return self.options.highlighted if self.is_mounted else None

    @on(OptionList.OptionHighlighted)
    def _show_keys(self) -> None:
        """Show the keys for another thing."""
        self.refresh_bindings()

    @on(OptionList.OptionSelected)
    async def _clicked(self) -> None:
        await self.action_choose()

    def action_step(self, step: int) -> None:
        """Go down (1) or up (-1) in the list."""
        self.tell("")
        if step > 0:
            self.options.action_cursor_down()
        else:
            self.options.action_cursor_up()

    def action_end(self, place: int) -> None:
        """Go to the first (0) or last (-1) thing."""
        if place == 0:
            self.options.action_first()
        else:
            self.options.action_last()

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)
