"""Cutting a sentence in two: a mark that moves through its words."""

from bisect import bisect_left
from collections.abc import Callable
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from factcheck.domain.carrying.dividing import Part
from factcheck.domain.cutting import character_starts, likely_cut, word_starts
from factcheck.domain.display import displayable, flowing
from factcheck.domain.errors import FactcheckError, UnclearPart
from factcheck.tui.commands.bindings import bindings
from factcheck.tui.commands.dialogs import SPLIT_COMMANDS
from factcheck.tui.commands.review import QUIT
from factcheck.tui.screens.dialog import Dialog
from factcheck.tui.widgets.keys_line import KeysLine

_SHOWN: Final = 300
"""Characters on either side of the mark; more of a long sentence would push it out of sight."""


class SplitScreen(Dialog[bool]):
    """Asks where to cut a sentence; ends with whether it was cut."""

    DEFAULT_CSS = """
    SplitScreen {
        & > Vertical {
            width: 76;
            height: auto;
            padding: 0 1;
        }
        #question { color: $text-warning; margin-top: 1; display: none; }
        #question.-shown { display: block; }
    }
    """

    def __init__(self, number: int, text: str, save: Callable[[int, Part | None], None]) -> None:
        """Ask where to cut sentence `number`; `save` cuts it, or raises a FactcheckError."""
        super().__init__()
        self._bindings = bindings((*SPLIT_COMMANDS, QUIT))
        self._number = number
        self._text = text
        self._save = save
        self._letters = character_starts(text)[1:-1]
        self._words = word_starts(text)
        self._mark = likely_cut(text)
        self._asked = False

    def compose(self) -> ComposeResult:
        """Lay out the sentence with the mark, and the question if there is one."""
        with Vertical() as column:
            column.border_title = Content(f"Split · sentence {self._number}")
            yield Static(id="sentence")
            yield Static(id="question")
        yield KeysLine()

    def on_mount(self) -> None:
        """Show the mark where a cut is likely."""
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to choose the part that keeps what was decided only when it is asked for."""
        return self._asked if action == "keep" else True

    def action_word(self, step: int) -> None:
        """Move the mark to the next (1) or previous (-1) word."""
        self._move(self._words, step)

    def action_letter(self, step: int) -> None:
        """Move the mark by a letter, as people see letters."""
        self._move(self._letters, step)

    def action_end(self, place: int) -> None:
        """Move the mark to the first (0) or last (-1) word."""
        if self._words:
            self._set(self._words[place])

    def action_here(self) -> None:
        """Cut at the mark."""
        self._cut(None)

    def action_keep(self, part: str) -> None:
        """Cut at the mark, and let a part keep what was decided."""
        self._cut(Part(part))

    def action_leave(self) -> None:
        """Leave the sentence whole."""
        self.dismiss(False)

    def _move(self, stops: list[int], step: int) -> None:
        place = bisect_left(stops, self._mark)
        here = place < len(stops) and stops[place] == self._mark
        place += step if here or step < 0 else 0
        if 0 <= place < len(stops):
            self._set(stops[place])

    def _set(self, mark: int) -> None:
        self._mark = mark
        self._ask("")
        self._show()

    def _cut(self, keep: Part | None) -> None:
        try:
            self._save(self._mark, keep)
        except UnclearPart:
            self._ask("Which part keeps what was decided?  1 the first   2 the second")
        except FactcheckError as error:
            self._ask(str(error), asked=False)
        else:
            self.dismiss(True)

    def _ask(self, question: str, *, asked: bool = True) -> None:
        """Show a question, or a problem; nothing takes it away."""
        self._asked = asked and bool(question)
        line = self.query_one("#question", Static)
        line.update(Content(displayable(question)))
        line.set_class(bool(question), "-shown")
        self.refresh_bindings()

    def _show(self) -> None:
        text, mark = flowing(self._text), self._mark
        before, after = text[max(0, mark - _SHOWN) : mark], text[mark : mark + _SHOWN]
        shown = Content.assemble(
            "…" if mark > _SHOWN else "",
            before,
            ("┃", "bold $accent"),
            (after, "$text-warning"),
            "…" if mark + _SHOWN < len(text) else "",
        )
        self.query_one("#sentence", Static).update(shown)
