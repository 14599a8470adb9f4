"""What the labels mean: definition, example and kinds, and how to tell an opinion."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from factcheck.domain.display import flowing, one_line
from factcheck.domain.scheme.label import Label
from factcheck.domain.tag import Tag
from factcheck.tui.commands.bindings import bindings
from factcheck.tui.commands.claim_windows import GUIDELINE_COMMANDS
from factcheck.tui.commands.review import QUIT
from factcheck.tui.desk import Desk
from factcheck.tui.forms.remarks import guideline_form
from factcheck.tui.screens.dialog import Dialog
from factcheck.tui.screens.form import Form
from factcheck.tui.widgets.keys_line import KeysLine


class GuidelineScreen(Dialog[bool]):
    """Shows the guideline for the current sentence; ends with whether it was flagged for it."""

    DEFAULT_CSS = """
    GuidelineScreen {
        & > VerticalScroll {
            width: 90;
            height: auto;
            padding: 0 1;
        }
    }
    """

    def __init__(self, desk: Desk) -> None:
        """Show what the label of the sentence under the cursor means, or all labels."""
        super().__init__()
        self._bindings = bindings((*GUIDELINE_COMMANDS, QUIT))
        self._desk = desk
        self._scheme = desk.store.schemes.in_force()

    def compose(self) -> ComposeResult:
        """Lay out the guideline."""
        with VerticalScroll(can_focus=False) as column:
            column.border_title = Content(f"Guideline, version {one_line(self._scheme.version)}")
            yield Static(Content("\n").join(self._lines()))
        yield KeysLine()

    def action_scroll(self, lines: int) -> None:
        """Scroll by a number of lines."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Scroll by a number of screens."""
        column = self.query_one(VerticalScroll)
        column.scroll_relative(y=pages * max(1, column.size.height - 1), animate=False)

    async def action_flag(self) -> None:
        """Ask what the guideline does not say, and flag the sentence."""
        await self.app.push_screen(Form(guideline_form(self._desk)), self._flagged)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(False)

    def _flagged(self, saved: bool | None) -> None:
        if saved:
            self.dismiss(True)

    def _lines(self) -> Iterator[Content]:
        """Yield the label of the sentence with its kinds, or all labels side by side."""
        tag = self._desk.current.tag
        for each in [tag] if tag else Tag:
            yield from _definition(self._scheme.labels[each])
        if tag is not Tag.FILLER:
            yield from self._questions()
        if tag:
            yield from _kinds(self._scheme.labels[tag])

    def _questions(self) -> Iterator[Content]:
        yield Content.styled("Is it an opinion?", "bold")
        for number, question in enumerate(self._scheme.questions, start=1):
            yield Content(f"{number}. {flowing(question)}")
        yield Content("")


def _definition(label: Label) -> Iterator[Content]:
    yield Content.styled(one_line(label.words), "bold $accent")
    yield Content(flowing(label.definition))
    yield Content.assemble(("such as  ", "$text-muted"), (flowing(label.example), "italic"))
    yield Content("")


def _kinds(label: Label) -> Iterator[Content]:
    if label.subtypes:
        yield Content.styled("One kind of it" if label.one_only else "Kinds of it", "bold")
    for kind in label.subtypes:
        yield Content.assemble((f"{one_line(kind.words)}  ", "bold"), flowing(kind.meaning))
