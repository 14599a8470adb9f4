"""The first screen where there is no article yet."""

import os.path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from factcheck.domain.decision import Author
from factcheck.domain.display import displayable
from factcheck.domain.errors import FactcheckError
from factcheck.services.adding import add_sources
from factcheck.services.seeds import seed_folder
from factcheck.store.store import Store
from factcheck.tui.commands.command import Command
from factcheck.tui.screens.keys import KeysScreen

_WELCOME = Content.assemble(
    ("factcheck", "bold $accent"),
    "\n\nWalks you through an article sentence by sentence: claim, opinion or\n"
    "filler, one key each; for claims a verdict with its evidence; then a\n"
    "report. Everything is saved as you go.\n\n",
    ("s ", "bold $accent"),
    "read two articles to try it on\n",
    ("f ", "bold $accent"),
    "read a file or a folder of yours\n",
    ("? ", "bold $accent"),
    "all keys\n",
    ("q ", "bold $accent"),
    "quit",
)


class WelcomeScreen(Screen[bool]):
    """Says what the program is and reads the first article; ends with whether there is one."""

    DEFAULT_CSS = """
    WelcomeScreen {
        align: center middle;
        & > Vertical { width: 78; max-width: 100%; height: auto; padding: 1 2; }
        Input { display: none; &.-open { display: block; } }
        #problem { color: $text-error; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "seeds", "seed articles"),
        Binding("f", "file", "file or folder"),
        Binding("question_mark", "keys", "keys"),
        Binding("escape", "give_up", "one level out"),
        Binding("q", "app.quit", "quit"),
    ]
    AUTO_FOCUS = ""

    def __init__(self, store: Store, author: Author, commands: tuple[Command, ...]) -> None:
        """Read the first articles into `store`."""
        super().__init__()
        self._store = store
        self._author = author
        self._commands = commands

    def compose(self) -> ComposeResult:
        """Lay out the text and the line for a file's name."""
        with Vertical():
            yield Static(_WELCOME)
            yield Input(placeholder="path of a file or folder, enter reads it")
            yield Static(id="problem")

    def action_seeds(self) -> None:
        """Read the articles that come with the program."""
        self._read(str(seed_folder()))

    def action_file(self) -> None:
        """Ask for a file or folder."""
        path = self.query_one(Input)
        path.add_class("-open")
        path.focus()

    def action_give_up(self) -> None:
        """Close the line for a file's name."""
        self.query_one(Input).remove_class("-open")
        self.set_focus(None)

    def action_keys(self) -> None:
        """Show all keys."""
        self.app.push_screen(KeysScreen(self._commands))

    @on(Input.Submitted)
    def _read_named(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self._read(os.path.expanduser(event.value.strip()))

    def _read(self, source: str) -> None:
        """Read articles and end, or say why there is still none."""
        try:
            additions = list(add_sources(self._store, self._author, [source]))
        except FactcheckError as error:
            self._show_problem(str(error))
            return
        if any(addition.article for addition in additions):
            self.dismiss(True)
        else:
            problems = (f"{addition.source}: {addition.problem}" for addition in additions)
            self._show_problem("\n".join(problems))

    def _show_problem(self, problem: str) -> None:
        self.query_one("#problem", Static).update(Content(displayable(problem)))
