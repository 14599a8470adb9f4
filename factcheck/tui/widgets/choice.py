"""Options with their keys printed on them: one of them is chosen, or several."""

from collections.abc import Iterable, Iterator
from itertools import chain, repeat
from string import ascii_lowercase, digits
from typing import ClassVar, Final, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from factcheck.domain.display import shortened

_GAP: Final = " "
"""What stands between two options in a row."""
_MARK: Final = 2
"""Cells that the mark of a chosen option takes."""
_BETWEEN: Final = ", "
"""What separates the values of several chosen options."""


class Option(NamedTuple):
    """Something to choose."""

    key: str
    """The key that chooses it; empty where no key is left for it."""
    value: str
    words: str


Rows = tuple[tuple[Option, ...], ...]
"""Options in groups; each group begins a row, and takes as many as it needs."""


class Choice(Widget, can_focus=True):
    """Shows options in rows; one may be chosen."""

    DEFAULT_CSS = """
    Choice { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,down", "step(1)", "Next option", show=False),
        Binding("left,up", "step(-1)", "Previous option", show=False),
        Binding("backspace,delete", "clear", "Choose nothing", show=False),
    ]
    MARK: ClassVar = "◀"

    value: reactive[str] = reactive("", layout=True, init=False)
    """The value of the chosen option; empty for none."""

    class Changed(Message):
        """Something else is chosen now."""

    def __init__(self, rows: Rows, *, value: str, id: str) -> None:  # noqa: A002
        """Offer the options in `rows`; no value means that none is chosen yet."""
        super().__init__(id=id)
        self.rows = rows
        self.options = [option for row in rows for option in row]
        self.set_reactive(Choice.value, value)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many rows the options take at that width."""
        return sum(1 for _ in self._flowed(width))

    def render(self) -> Content:
        """Return the options, the chosen one marked."""
        rows = self._flowed(self.content_size.width)
        return Content("\n").join(Content(_GAP).join(map(self.shown, row)) for row in rows)

    def on_key(self, event: events.Key) -> None:
        """Choose the option whose key is pressed."""
        for option in self.options:
            if option.key and option.key == event.character:
                self.choose(option)
                event.stop()

    def on_click(self, event: events.Click) -> None:
        """Choose the option that was clicked."""
        place = event.get_content_offset(self)
        rows = list(self._flowed(self.content_size.width))
        if place is None or place.y >= len(rows):
            return
        end = 0
        for option in rows[place.y]:
            end += self.shown(option).cell_length + len(_GAP)
            if place.x < end:
                self.choose(option)
                return

    def watch_value(self) -> None:
        """Tell that something else is chosen."""
        self.post_message(self.Changed())

    def choose(self, option: Option) -> None:
        """Take this option."""
        self.value = option.value

    def is_chosen(self, option: Option) -> bool:
        """Whether this option is chosen."""
        return option.value == self.value

    def action_step(self, step: int) -> None:
        """Choose the next (1) or previous (-1) option."""
        values = [option.value for option in self.options]
        index = values.index(self.value) + step if self.value in values else min(0, step)
        self.value = values[index % len(values)]

    def action_clear(self) -> None:
        """Choose nothing."""
        self.value = ""

    def shown(self, option: Option) -> Content:
        """Return an option as it stands in its row."""
        words = shortened(option.words, max(1, self.content_size.width - 2 * _MARK))
        chosen = self.is_chosen(option)
        option_shown = keyed(option.key, words, chosen=chosen, mark=self.MARK)
        return option_shown if chosen else option_shown.append(" " * _MARK)

    def _flowed(self, width: int) -> Iterator[list[Option]]:
        """Yield rows of options that fit into `width` cells, whichever of them are chosen."""
        for group in self.rows:
            row: list[Option] = []
            used = 0
            for option in group:
                needed = len(_GAP) + cell_len(f"{option.key} {option.words}") + _MARK
                if row and used + needed > width:
                    yield row
                    row, used = [], 0
                row.append(option)
                used += needed
            yield row


class Choices(Choice):
    """Shows options in rows; any number of them may be chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "take", "Choose it, or not", show=False),
    ]
    MARK: ClassVar = "✓"

    pointed: reactive[int] = reactive(0)
    """The place of the option that space takes."""

    @property
    def chosen(self) -> list[str]:
        """The values of the chosen options, in the order in which they were chosen."""
        return [value for value in self.value.split(_BETWEEN) if value]

    def choose(self, option: Option) -> None:
        """Take this option, or take it away again."""
        chosen = self.chosen
        kept = [value for value in chosen if value != option.value]
        self.pointed = self.options.index(option)
        self.value = _BETWEEN.join(kept if len(kept) < len(chosen) else [*chosen, option.value])

    def is_chosen(self, option: Option) -> bool:
        """Whether this option is among the chosen ones."""
        return option.value in self.chosen

    def action_step(self, step: int) -> None:
        """Point at the next (1) or previous (-1) option."""
        if self.options:
            self.pointed = (self.pointed + step) % len(self.options)

    def action_take(self) -> None:
        """Take the option that is pointed at, or take it away again."""
        if self.options:
            self.choose(self.options[self.pointed])

    def shown(self, option: Option) -> Content:
        """Return an option as it stands in its row, underlined where space would take it."""
        shown = super().shown(option)
        pointed = self.has_focus and self.options[self.pointed] is option
        return shown.stylize("underline") if pointed else shown


def keyed(key: str, words: str, *, chosen: bool, mark: str = Choice.MARK) -> Content:
    """Return an option with its key printed on it, marked if it is chosen."""
    text = f"{words} {mark}" if chosen else words
    return Content.assemble((f"{key or ' '} ", "bold $accent"), (text, "bold" if chosen else ""))


def lettered(named: Iterable[tuple[str, str]], taken: str = "") -> tuple[Option, ...]:
    """Return an option for each value and its words, with a letter of its own where one is left.

    That is the first letter of its words, or else a later one, or else any that is not `taken`.
    """
    options: list[Option] = []
    for value, words in named:
        used = {*taken, *(option.key for option in options)}
        wanted = (*words.lower(), *ascii_lowercase, *digits)
        free = (sign for sign in wanted if sign in ascii_lowercase + digits and sign not in used)
        options.append(Option(next(free, ""), value, words))
    return tuple(options)


def numbered(named: Iterable[tuple[str, str]]) -> tuple[Option, ...]:
    """Return an option for each value and its words, with its place as key as far as digits go."""
    keys = chain("123456789", repeat(""))
    return tuple(
        Option(key, value, words) for key, (value, words) in zip(keys, named, strict=False)
    )
