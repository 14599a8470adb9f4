"""Search over everything: type to search, enter to go there."""

from collections.abc import Iterator
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from factcheck.domain.display import shortened
from factcheck.domain.excerpt import excerpt
from factcheck.services.searching import Hit, search
from factcheck.store.store import Store
from factcheck.tui.screens.dialog import Dialog
from factcheck.tui.waiting import keys_taken_in
from factcheck.tui.widgets.keys_line import KeysLine

_MOST: Final = 100
"""Nobody reads further; another word finds it sooner."""
_PAUSE: Final = 0.12
"""Seconds without a key after which is searched, so that typing never waits."""
_LINES: Final = 2
"""Lines a hit's text takes at most."""
_WIDTH: Final = 90
"""Characters of a line at most."""
_TITLE: Final = 50
"""Characters of an article's title that are shown at most."""
_SHORTEST_BEGINNING: Final = 3
"""Letters from which on the word that is being typed stands for what begins so."""


class SearchScreen(Dialog[str]):
    """Lists what holds the words that are typed; ends with the sentence to go to, if any."""

    DEFAULT_CSS = """
    SearchScreen {
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
        Binding("enter", "go", "go there", priority=True),
        Binding("down", "step(1)", "down", show=False, priority=True),
        Binding("up", "step(-1)", "up", show=False, priority=True),
    ]

    def __init__(self, store: Store) -> None:
        """Search in `store`."""
        super().__init__()
        self._store = store
        self._searched = ""
        self._found: list[Hit] = []
        self._waiting: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out the line to type in and the list."""
        with Vertical() as column:
            column.border_title = "Search"
            yield Input(placeholder='word, word*, "several words", -word')
            yield OptionList()
        yield KeysLine()

    def on_mount(self) -> None:
        """Take the keys at once."""
        self.set_focus(self.query_one(Input))

    @on(Input.Changed)
    def _typed(self) -> None:
        """Search as soon as no key follows."""
        if self._waiting:
            self._waiting.stop()
        self._waiting = self.set_timer(_PAUSE, self._search)

    @on(OptionList.OptionSelected)
    def _go_clicked(self) -> None:
        self._end()

    async def action_go(self) -> None:
        """Close, and go to the sentence that is highlighted."""
        await keys_taken_in(self.query_one(Input))
        self._search()
        self._end()

    async def action_step(self, step: int) -> None:
        """Go down (1) or up (-1) in the list while the line keeps the keys."""
        await keys_taken_in(self.query_one(Input))
        self._search()
        options = self.query_one(OptionList)
        if step > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def _search(self) -> None:
        """List what holds the words, unless it is listed already."""
        words = self.query_one(Input).value
        if words == self._searched:
            return
        self._searched = words
        self._found = search(self._store, _as_typed_so_far(words), _MOST)
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(_shown(hit)) for hit in self._found)
        options.highlighted = 0 if self._found else None
        self.query_one(Vertical).border_subtitle = self._count(words)

    def _count(self, words: str) -> str:
        if len(self._found) == _MOST:
            return f"the best {_MOST}"
        return f"{len(self._found)} found" if words.strip() else ""

    def _end(self) -> None:
        index = self.query_one(OptionList).highlighted
        if index is not None and self._found[index].subject:
            self.dismiss(self._found[index].subject)


def _as_typed_so_far(words: str) -> str:
    """Return the words, the last of them as a beginning if it may be going on."""
    last = words.split(" ")[-1]
    is_going_on = len(last) >= _SHORTEST_BEGINNING and last.isalnum()
    return f"{words}*" if is_going_on else words


def _shown(hit: Hit) -> Content:
    return Content.assemble(
        (f"{hit.ref}  {hit.kind}", "bold"),
        (f"  {shortened(hit.title, _TITLE)}\n", "$foreground-muted"),
        *_marked(hit),
    )


def _marked(hit: Hit) -> Iterator[tuple[str, str]]:
    for text, found in excerpt(hit.text, hit.hits, _LINES * _WIDTH):
        yield text, "bold reverse" if found else ""
