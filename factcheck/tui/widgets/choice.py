"""One of a few options, each chosen with one key."""

from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class Option(NamedTuple):
    """Something to choose."""

    key: str
    """The key that chooses it."""
    value: str
    words: str


Rows = tuple[tuple[Option, ...], ...]
"""Options as they are laid out, row by row."""


class Choice(Widget, can_focus=True):
    """Shows options in rows with their keys printed on them; one may be chosen."""

    DEFAULT_CSS = """
    Choice { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,down", "step(1)", "Next option", show=False),
        Binding("left,up", "step(-1)", "Previous option", show=False),
        Binding("backspace,delete", "clear", "Choose nothing", show=False),
    ]

    value: reactive[str] = reactive("")
    """The value of the chosen option; empty for none."""

    def __init__(self, rows: Rows, *, value: str, id: str) -> None:  # noqa: A002
        """Offer the options in `rows`; no value means that none is chosen yet."""
        super().__init__(id=id)
        self._rows = rows
        self._options = [option for row in rows for option in row]
        self.set_reactive(Choice.value, value)

    def render(self) -> Content:
        """Return the options, the chosen one marked."""
        rows = (Content("  ").join(map(self._shown, row)) for row in self._rows)
        return Content("\n").join(rows)

    def on_key(self, event: events.Key) -> None:
        """Choose the option whose key is pressed."""
        for option in self._options:
            if option.key == event.character:
                self.value = option.value
                event.stop()

    def action_step(self, step: int) -> None:
        """Choose the next (1) or previous (-1) option."""
        values = [option.value for option in self._options]
        index = values.index(self.value) + step if self.value in values else min(0, step)
        self.value = values[index % len(values)]

    def action_clear(self) -> None:
        """Choose nothing."""
        self.value = ""

    def _shown(self, option: Option) -> Content:
        chosen = option.value == self.value
        return keyed(option.key, option.words, chosen=chosen)


def keyed(key: str, words: str, *, chosen: bool) -> Content:
    """Return an option with its key printed on it, marked if it is chosen."""
    text = f"{words} ◀" if chosen else words
    return Content.assemble((f"{key} ", "bold $accent"), (text, "bold" if chosen else ""))
