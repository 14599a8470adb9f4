"""All keys: type to filter, enter to run."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from factcheck.tui.commands.command import Command
from factcheck.tui.commands.key_table import KeyRow, key_table
from factcheck.tui.screens.dialog import Dialog
from factcheck.tui.waiting import keys_taken_in
from factcheck.tui.widgets.keys_line import KeysLine


class KeysScreen(Dialog[str]):
    """Lists every key; ends with the action of the one that was chosen, if it is to be run."""

    DEFAULT_CSS = """
    KeysScreen {
        & > Vertical {
            width: 100;
            height: 90%;
        }
        Input { border: none; height: 1; &:focus { border: none; } }
        OptionList { height: 1fr; border: none; &:focus { border: none; } }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "close"),
        Binding("enter", "run", "run", priority=True),
        Binding("down", "step('down')", "down", show=False, priority=True),
        Binding("up", "step('up')", "up", show=False, priority=True),
    ]

    def __init__(self, commands: tuple[Command, ...]) -> None:
        """List the keys of `commands` and of the forms."""
        super().__init__()
        self._commands = commands
        self._rows = list(key_table(commands))
        self._filtered = ""

    def compose(self) -> ComposeResult:
        """Lay out the filter and the list."""
        with Vertical() as column:
            column.border_title = "Keys"
            yield Input(placeholder="type to filter, enter runs the command")
            yield OptionList()
        yield KeysLine()

    def on_mount(self) -> None:
        """List everything at first, and take the keys at once."""
        self._filter("")
        self.set_focus(self.query_one(Input))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._filter(event.value)

    @on(OptionList.OptionSelected)
    def _run_clicked(self) -> None:
        self._end()

    async def action_run(self) -> None:
        """Close, and run the command that is highlighted."""
        words = self.query_one(Input)
        await keys_taken_in(words)
        if words.value != self._filtered:  # the change is under way to this screen
            self._filter(words.value)
        self._end()

    def _end(self) -> None:
        options = self.query_one(OptionList)
        index = options.highlighted
        name = options.get_option_at_index(index).id if index is not None else None
        self.dismiss(self._action(name))

    def action_step(self, direction: str) -> None:
        """Move in the list while the filter keeps the keys."""
        options = self.query_one(OptionList)
        if direction == "down":
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def _filter(self, words: str) -> None:
        """List the rows in which all `words` occur."""
        self._filtered = words
        sought = words.casefold().split()
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(
            Option(_line(row), id=str(number))
            for number, row in enumerate(self._rows)
            if all(word in " ".join(row).casefold() for word in sought)
        )
        options.highlighted = 0 if options.option_count else None

    def _action(self, name: str | None) -> str | None:
        """Return the action of a row; None for one whose keys each do something else."""
        if name is None or int(name) >= len(self._commands):
            return None
        action = self._commands[int(name)].action
        return None if "{place}" in action else action


def _line(row: KeyRow) -> Content:
    return Content.assemble(
        (f"{row.keys:<10}", "bold $accent"), (f"{row.name:<18}", "bold"), row.explanation
    )
