"""A form over the review: fields, drafts that are not lost, and errors beside what caused them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from textual import on
from textual.app import ComposeResult, SuspendNotSupported
from textual.containers import VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Footer, Input, Label, Static, TextArea

from factcheck.domain.display import displayable
from factcheck.domain.errors import FactcheckError, NoEditor
from factcheck.tui.bindings import bindings
from factcheck.tui.dialog_commands import FORM_COMMANDS
from factcheck.tui.editor import edit
from factcheck.tui.screens.dialog import Dialog
from factcheck.tui.waiting import keys_taken_in
from factcheck.tui.widgets.choice import Choice, Rows

Fields = dict[str, str]
"""What stands in a form, by the names of its fields."""
_PAUSE_BEFORE_DRAFT: Final = 0.5
"""Seconds without a key after which what was typed is kept."""


def edited(answers: Fields, values: Fields) -> Fields:
    """Return the answers that differ from what stood in the fields at first."""
    return {name: answer for name, answer in answers.items() if answer != values[name]}


@dataclass(frozen=True)
class Field:
    """One field of a form."""

    name: str
    """The field of the value that it fills; errors that begin with it point here."""
    label: str
    long: bool = False
    """Whether it takes several lines."""
    options: Rows = ()
    """What can be chosen, if nothing is typed."""


@dataclass(frozen=True)
class FormSpec:
    """What a form asks, and what it does with the answers."""

    title: str
    fields: tuple[Field, ...]
    values: Fields
    """What stands in the fields at first."""
    save: Callable[[Fields], None]
    """Saves the answers; raises a FactcheckError whose message the form shows."""
    keep: Callable[[Fields | None], None]
    """Keeps what was typed as a draft; None discards it."""
    draft: Fields | None = None
    """The fields that were changed the last time and not saved."""


class Form(Dialog[bool]):
    """Asks for the fields of a value; ends with whether they were saved."""

    DEFAULT_CSS = """
    Form {
        & > VerticalScroll {
            width: 76;
            height: auto;
            padding: 0 1;
        }
        Label { color: $text-muted; }
        Input, TextArea, Choice {
            height: 1;
            border: none;
            border-left: outer $surface;
            background: $boost;
            padding: 0 1;
            &:focus { border: none; border-left: outer $accent; background: $boost; }
        }
        TextArea { height: 5; }
        Choice { height: auto; }
        .problem { color: $text-error; display: none; &.-shown { display: block; } }
    }
    """

    def __init__(self, spec: FormSpec) -> None:
        """Ask what `spec` says, beginning with its draft if there is one."""
        super().__init__()
        self._bindings = bindings(FORM_COMMANDS)
        self._spec = spec
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay out a label and a widget for each field, in one column."""
        values = {**self._spec.values, **(self._spec.draft or {})}
        with VerticalScroll(can_focus=False) as column:
            column.border_title = Content(displayable(self._spec.title))
            if self._spec.draft:
                yield Static(Content("from your draft, not saved yet"), classes="draft")
            for field in self._spec.fields:
                yield Label(Content(field.label))
                yield _widget(field, values.get(field.name, ""))
                yield Static(id=f"{field.name}-problem", classes="problem")
            yield Static(id="problem", classes="problem")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Take the keys at once."""
        self.set_focus(self.query_one(f"#{self._spec.fields[0].name}"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let enter begin a new line in a long text."""
        return action != "go_on" or not isinstance(self.focused, TextArea)

    async def action_go_on(self) -> None:
        """Save a form of one field; in a longer one go to the next field."""
        if len(self._spec.fields) == 1:
            await self.action_save()
        else:
            self.focus_next()

    async def action_save(self) -> None:
        """Save the answers and close; a problem is shown and keeps the form open."""
        await keys_taken_in(self.focused)
        self._stop_pause()
        try:
            self._spec.save(self._answers())
            self._spec.keep(None)
        except FactcheckError as error:
            self._show_problem(str(error))
            return
        self.dismiss(True)

    async def action_leave(self) -> None:
        """Close without saving, and keep what was typed."""
        await keys_taken_in(self.focused)
        try:
            self._keep_draft()
        except FactcheckError as error:
            self._show_problem(str(error))
            return
        self.dismiss(False)

    async def action_editor(self) -> None:
        """Write the text of the focused field in the reviewer's editor."""
        await keys_taken_in(self.focused)
        field = self.focused
        if not isinstance(field, TextArea | Input):
            return
        try:
            _fill(field, self._edited_outside(_answer(field)))
        except FactcheckError as error:
            self._show_problem(str(error))
        self.refresh(layout=True)

    def _edited_outside(self, text: str) -> str:
        """Return `text` as the reviewer's editor left it; raises NoEditor."""
        problem: FactcheckError | None = None
        try:
            with self.app.suspend():
                try:
                    text = edit(text)
                except FactcheckError as error:  # the terminal must be taken back first
                    problem = error
        except SuspendNotSupported:
            raise NoEditor("no editor can be opened here: write in the field") from None
        if problem:
            raise problem
        return displayable(text)

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _typed(self) -> None:
        """Keep a draft as soon as the typing pauses."""
        self._stop_pause()
        self._pause = self.set_timer(_PAUSE_BEFORE_DRAFT, self.keep_draft)

    def _stop_pause(self) -> None:
        if self._pause is not None:
            self._pause.stop()

    def keep_draft(self) -> None:
        """Keep what was typed until it is saved; a problem is shown."""
        try:
            self._keep_draft()
        except FactcheckError as error:
            self._show_problem(str(error))

    def _keep_draft(self) -> None:
        self._stop_pause()
        self._spec.keep(edited(self._answers(), self._spec.values) or None)

    def _answers(self) -> Fields:
        return {
            field.name: _answer(self.query_one(f"#{field.name}")) for field in self._spec.fields
        }

    def _show_problem(self, problem: str) -> None:
        """Show a problem under the field that its first word names, or under all fields."""
        self.query(".problem").remove_class("-shown")
        name, _, message = problem.partition(": ")
        if any(name == field.name for field in self._spec.fields):
            self.query_one(f"#{name}").focus()
            line = self.query_one(f"#{name}-problem", Static)
        else:
            line, message = self.query_one("#problem", Static), problem
        line.update(Content(displayable(message)))
        line.add_class("-shown")


def _widget(field: Field, value: str) -> Widget:
    if field.options:
        return Choice(field.options, value=value, id=field.name)
    if field.long:
        area = TextArea(displayable(value), id=field.name, tab_behavior="focus")
        area.cursor_blink = False
        return area
    return Input(displayable(value), id=field.name, select_on_focus=False)


def _fill(field: TextArea | Input, text: str) -> None:
    """Put `text` into a field; one for a single line takes it on one line."""
    if isinstance(field, TextArea):
        field.load_text(text)
    else:
        field.value = " ".join(text.split())


def _answer(widget: Widget) -> str:
    if isinstance(widget, TextArea):
        return widget.text
    if isinstance(widget, Input | Choice):
        return widget.value
    return ""
