"""The line in which one types what to search for in the article."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class SearchBar(Input):
    """Takes the words to search for; hidden until it is opened."""

    DEFAULT_CSS = """
    SearchBar {
        display: none;
        height: 1;
        border: none;
        padding: 0 1;
        &:focus { border: none; }
        &.-open { display: block; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", "end the search")]

    @dataclass
    class Typed(Message):
        """The words to search for have changed."""

        words: str

    @dataclass
    class Closed(Message):
        """The search bar was closed, with or without words to search for."""

        words: str

    def open(self) -> None:
        """Show the line and take the keys."""
        self.placeholder = "search in the article, enter goes to the first hit"
        self.add_class("-open")
        self.screen.set_focus(self)

    def action_give_up(self) -> None:
        """Close without a search."""
        self.value = ""
        self._close()

    @on(Input.Changed)
    def _tell(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(self.value))

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        self._close()

    def _close(self) -> None:
        self.remove_class("-open")
        self.post_message(self.Closed(self.value))
