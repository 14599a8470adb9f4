"""Writing a long text: in the reviewer's editor, or where none can be run on a page of our own."""

from collections.abc import Callable

from textual import on
from textual.app import App, ComposeResult, SuspendNotSupported
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import TextArea

from factcheck.domain.display import displayable, one_line
from factcheck.domain.errors import FactcheckError, NoEditor
from factcheck.tui.commands.bindings import bindings
from factcheck.tui.commands.claim_windows import WRITING_COMMANDS
from factcheck.tui.editor import edit
from factcheck.tui.screens.dialog import Dialog
from factcheck.tui.waiting import keys_taken_in
from factcheck.tui.widgets.keys_line import KeysLine


class WritingScreen(Dialog[None]):
    """A page to write on; every change goes at once where the text belongs."""

    DEFAULT_CSS = """
    WritingScreen {
        & > Vertical { width: 100%; height: 100%; }
        TextArea { border: none; padding: 0 1; &:focus { border: none; } }
    }
    """

    def __init__(self, text: str, fill: Callable[[str], None], reason: str) -> None:
        """Begin with `text`; `fill` takes what becomes of it, `reason` is why no editor opened."""
        super().__init__()
        self._bindings = bindings(WRITING_COMMANDS)
        self._text = text
        self._fill = fill
        self._reason = reason

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        with Vertical() as column:
            column.border_title = "Write"
            column.border_subtitle = Content(one_line(self._reason))
            area = TextArea(displayable(self._text), tab_behavior="focus", soft_wrap=True)
            area.cursor_blink = False
            yield area
        yield KeysLine()

    def on_mount(self) -> None:
        """Take the keys at once, behind the last word."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        self.set_focus(area)

    @on(TextArea.Changed)
    def _written(self) -> None:
        self._fill(self.query_one(TextArea).text)

    async def action_done(self) -> None:
        """Go back to the form, which holds the text already."""
        await keys_taken_in(self.focused)
        self._fill(self.query_one(TextArea).text)
        self.dismiss(None)


def edited_outside(app: App[None], text: str) -> str:
    """Return `text` as the reviewer's editor left it; raises NoEditor."""
    problem: FactcheckError | None = None
    try:
        with app.suspend():
            try:
                text = edit(text)
            except FactcheckError as error:  # the terminal must be taken back first
                problem = error
    except SuspendNotSupported:
        raise NoEditor("no editor can be opened here: write in the field") from None
    if problem:
        raise problem
    return displayable(text)
