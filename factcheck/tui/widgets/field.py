"""One field of a form: its label, what is typed or chosen, advice on it, and a problem with it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Label, Static, TextArea

from factcheck.domain.display import displayable
from factcheck.tui.widgets.choice import Choice, Choices, Rows

Fields = dict[str, str]
"""What stands in a form, by the names of its fields."""


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
    several: bool = False
    """Whether several of the options can be chosen; they stand in a list."""
    section: str = ""
    """The part of the form that it stands in, which opens and closes; empty for the open part."""
    takes_pastes: bool = False
    """Whether what is pasted is taken in whole, with all its lines, to fill other fields."""
    advice: Callable[[Fields], Iterable[str]] | None = None
    """What is said under it, line by line, of what stands in the form; it hinders nobody."""
    when: Callable[[Fields], bool] | None = None
    """Whether it is asked for, by what stands in the form; None for always."""


class FieldBox(Vertical):
    """Lays out a field, and holds what was typed or chosen."""

    DEFAULT_CSS = """
    FieldBox {
        height: auto;
        Label { width: 100%; color: $text-muted; }
        Input, TextArea, Choice {
            height: 1;
            border: none;
            border-left: blank;
            background: $boost;
            padding: 0 1;
            &:focus { border: none; border-left: outer $accent; background: $boost; }
        }
        TextArea { height: 5; }
        Choice { height: auto; }
        .advice { color: $text-muted; display: none; &.-shown { display: block; } }
        .problem { color: $text-error; display: none; &.-shown { display: block; } }
    }
    """

    def __init__(self, field: Field, value: str) -> None:
        """Ask for `field`, in which `value` stands at first."""
        super().__init__(id=f"{field.name}-field")
        self.field = field
        self.entry = _entry(field, value)
        """What takes the keys."""
        self._advice = Static(classes="advice")
        self._problem = Static(classes="problem")
        self._advised = ""

    def compose(self) -> ComposeResult:
        """Lay out the label, the entry, and what is said under it."""
        yield Label(Content(displayable(self.field.label)))
        yield self.entry
        yield self._advice
        yield self._problem

    @property
    def answer(self) -> str:
        """What stands in the field."""
        if isinstance(self.entry, TextArea):
            return self.entry.text
        return self.entry.value

    def fill(self, text: str) -> None:
        """Put `text` into the field; one for a single line takes it on one line."""
        if isinstance(self.entry, TextArea):
            self.entry.load_text(displayable(text))
        elif isinstance(self.entry, Input):
            self.entry.value = displayable(" ".join(text.split()))
        else:
            self.entry.value = text

    def take_pasted(self) -> str:
        """Return what was pasted into it since it was asked last, with all its lines."""
        return self.entry.take_pasted() if isinstance(self.entry, PasteInput) else ""

    def advise(self, answers: Fields) -> None:
        """Show the advice on what stands in the form."""
        advice = "\n".join(self.field.advice(answers)) if self.field.advice else ""
        if advice != self._advised:  # most keys change none, and layout is slow
            self._advised = advice
            _say(self._advice, advice)

    def show_problem(self, problem: str) -> None:
        """Show what is wrong with the field; nothing takes it away."""
        _say(self._problem, problem)


class PasteInput(Input):
    """A line that takes several pasted lines as a whole, so that other fields can be filled."""

    class Pasted(Message):
        """Something was pasted, which `take_pasted` gives."""

    _pasted = ""

    def take_pasted(self) -> str:
        """Return what was pasted since it was asked last."""
        pasted, self._pasted = self._pasted, ""
        return pasted

    def _on_paste(self, event: events.Paste) -> None:
        """Take in several lines, or one in an empty field; within a line paste as usual."""
        if self.value and len(event.text.strip().splitlines()) <= 1:
            return
        event.prevent_default()
        event.stop()
        self._pasted = event.text
        self.value = displayable(" ".join(event.text.split()))
        self.cursor_position = len(self.value)
        self.post_message(self.Pasted())


def _entry(field: Field, value: str) -> Input | TextArea | Choice:
    if field.options:
        return (Choices if field.several else Choice)(field.options, value=value, id=field.name)
    if field.long:
        area = TextArea(displayable(value), id=field.name, tab_behavior="focus")
        area.cursor_blink = False
        return area
    kind = PasteInput if field.takes_pastes else Input
    line = kind(displayable(value), id=field.name, select_on_focus=False)
    line.cursor_blink = False
    return line


def _say(line: Static, words: str) -> None:
    line.update(Content(displayable(words)))
    line.set_class(bool(words), "-shown")


def field_at(widget: Widget | None) -> FieldBox | None:
    """Return the field that a widget belongs to, if to any."""
    boxes = widget.ancestors_with_self if widget else ()
    return next((box for box in boxes if isinstance(box, FieldBox)), None)
