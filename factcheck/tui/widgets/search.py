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
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.find", "find", priority=True),
        Binding("escape", "screen.give_up_search", "end the search", priority=True),
    ]

    @dataclass
    class Typed(Message):
        """The words to search for have changed."""

        words: str

    def open(self) -> None:
        """Show the line and take the keys."""
        self.placeholder = "search in the article, enter goes to the first hit"
        self.add_class("-open")
        self.screen.set_focus(self)

    def close(self) -> None:
        """Hide the line."""
        self.remove_class("-open")

    @on(Input.Changed)
    def _tell(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(self.value))
