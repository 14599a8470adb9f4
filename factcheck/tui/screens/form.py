"""A form over the review: fields, drafts that are not lost, and errors beside what caused them."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import DescendantBlur, DescendantFocus
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from factcheck.domain.display import displayable, shortened
from factcheck.domain.errors import FactcheckError
from factcheck.tui.commands.bindings import bindings
from factcheck.tui.commands.dialogs import FORM_COMMANDS
from factcheck.tui.screens.dialog import Dialog
from factcheck.tui.screens.form_spec import FormSpec, edited
from factcheck.tui.screens.writing import WritingScreen, edited_outside
from factcheck.tui.waiting import keys_taken_in
from factcheck.tui.widgets.choice import Choice
from factcheck.tui.widgets.field import Field, FieldBox, Fields, PasteInput, field_at
from factcheck.tui.widgets.keys_line import KeysLine
from factcheck.tui.widgets.section import SectionHeading

__all__ = ["Field", "Fields", "Form", "FormSpec", "edited"]

_PAUSE_BEFORE_DRAFT: Final = 0.5
"""Seconds without a key after which what was typed is kept."""
_LONGEST_ABOUT: Final = 300
"""Characters of what a form is about; it leaves room for the fields on a small terminal."""


class Form(Dialog[bool]):
    """Asks for the fields of a value; ends with whether they were saved."""

    DEFAULT_CSS = """
    Form {
        & > VerticalScroll {
            width: 76;
            height: auto;
            padding: 0 1;
        }
        .about { color: $text-muted; text-style: italic; }
        #problem { color: $text-error; display: none; &.-shown { display: block; } }
    }
    """

    def __init__(self, spec: FormSpec) -> None:
        """Ask what `spec` says, beginning with its draft if there is one."""
        super().__init__()
        self._bindings = bindings(FORM_COMMANDS)
        self._spec = spec
        self._pause: Timer | None = None
        values = {**spec.values, **(spec.draft or {}), **spec.proposed}
        self._boxes = {asked.name: FieldBox(asked, values[asked.name]) for asked in spec.fields}
        self._headings: dict[str, SectionHeading] = {}

    def compose(self) -> ComposeResult:
        """Lay out what the form is about, and its fields in one column."""
        with VerticalScroll(can_focus=False) as column:
            column.border_title = Content(displayable(self._spec.title))
            if self._spec.about:
                yield Static(Content(shortened(self._spec.about, _LONGEST_ABOUT)), classes="about")
            if self._spec.draft:
                yield Static(Content("from your draft, not saved yet"), classes="draft")
            yield from self._sections()
            yield Static(id="problem")
        yield KeysLine()

    def _sections(self) -> Iterator[Widget]:
        """Yield the fields, with a heading over those that stand in a section."""
        for title, group in groupby(self._boxes.values(), key=lambda box: box.field.section):
            boxes = list(group)
            if title:
                names = [box.field.name.replace("_", " ") for box in boxes]
                is_open = any(box.answer for box in boxes)
                self._headings[title] = SectionHeading(title, names, is_open=is_open)
                yield self._headings[title]
            yield from boxes

    def on_mount(self) -> None:
        """Take the keys at once."""
        self._show_advice()
        self.set_focus(self._boxes[self._spec.first or self._spec.fields[0].name].entry)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let enter begin a new line in a long text."""
        return action != "go_on" or not isinstance(self.focused, TextArea)

    async def action_go_on(self) -> None:
        """Save a form of one field; in a longer one go to the next field, or open a section."""
        if isinstance(self.focused, SectionHeading):
            self.focused.action_switch()
        elif len(self._spec.fields) == 1:
            await self.action_save()
        else:
            await self.action_next_field()

    async def action_next_field(self) -> None:
        """Go to the next field, once this one has told the others what it knows."""
        await self._leave_field()
        self.focus_next()

    async def action_previous_field(self) -> None:
        """Go to the previous field, once this one has told the others what it knows."""
        await self._leave_field()
        self.focus_previous()

    async def action_save(self) -> None:
        """Save the answers and close; a problem is shown and keeps the form open."""
        await self._leave_field()
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
        """Write in the reviewer's editor; where none can be run, a long text has a page here."""
        await keys_taken_in(self.focused)
        box = field_at(self.focused)
        if box is None or isinstance(box.entry, Choice):
            return
        try:
            box.fill(edited_outside(self.app, box.answer))
        except FactcheckError as error:
            if box.field.long:
                await self.app.push_screen(WritingScreen(box.answer, box.fill, str(error)))
            else:
                self._show_problem(str(error))
        self.refresh(layout=True)

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choice.Changed)
    def _typed(self) -> None:
        """Advise on what stands there now, and keep a draft as soon as the typing pauses."""
        self._show_advice()
        self._stop_pause()
        self._pause = self.set_timer(_PAUSE_BEFORE_DRAFT, self.keep_draft)

    @on(SectionHeading.Toggled)
    def _show_advice(self) -> None:
        """Show which fields are asked for, and what is advised on them."""
        answers = self._answers()
        for box in self._boxes.values():
            when = box.field.when
            box.display = self._is_open(box) and (when is None or when(answers))
            box.advise(answers)

    @on(DescendantFocus)
    def _show_field(self, event: DescendantFocus) -> None:
        """Bring the whole field into sight, with its label."""
        box = field_at(event.widget)
        column = self.query_one(VerticalScroll)
        if event.widget is next(iter(self._boxes.values())).entry:
            self.call_after_refresh(column.scroll_home, animate=False)
        else:
            self.call_after_refresh(column.scroll_to_widget, box or event.widget, animate=False)

    @on(DescendantBlur)
    @on(PasteInput.Pasted)
    def _left(self) -> None:
        """Let a field that was left, or pasted into, tell the others what it knows."""
        for box in self._boxes.values():
            if box.field.takes_pastes:
                self._follow(box)

    async def _leave_field(self) -> None:
        """Take in what was typed into the focused field, and let it tell the others."""
        await keys_taken_in(self.focused)
        box = field_at(self.focused)
        if box:
            self._follow(box)

    def _follow(self, box: FieldBox) -> None:
        """Let what stands in a field say what it can of the others."""
        if self._spec.follow is None:
            return
        name, pasted = box.field.name, box.take_pasted()
        told = self._spec.follow(name, self._answers() | ({name: pasted} if pasted else {}))
        for other, words in told.items():
            if other in self._boxes and self._boxes[other].answer != words:
                self._boxes[other].fill(words)

    def _is_open(self, box: FieldBox) -> bool:
        heading = self._headings.get(box.field.section)
        return heading is None or heading.is_open

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
        return {name: box.answer for name, box in self._boxes.items()}

    def _show_problem(self, problem: str) -> None:
        """Show a problem under the field that its first word names, or under all fields."""
        for box in self._boxes.values():
            box.show_problem("")
        name, _, message = problem.partition(": ")
        box_at_fault = self._boxes.get(name)
        if box_at_fault:
            self._open(box_at_fault)
            box_at_fault.show_problem(message)
            self.set_focus(box_at_fault.entry)
        line = self.query_one("#problem", Static)
        line.update(Content(displayable("" if box_at_fault else problem)))
        line.set_class(not box_at_fault, "-shown")
        column = self.query_one(VerticalScroll)
        self.call_after_refresh(column.scroll_to_widget, box_at_fault or line, animate=False)

    def _open(self, box: FieldBox) -> None:
        """Open the section that a field stands in."""
        heading = self._headings.get(box.field.section)
        if heading:
            heading.is_open = True
        box.display = True
