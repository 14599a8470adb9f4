"""What a form asks, and what becomes of the answers."""

from collections.abc import Callable
from dataclasses import dataclass, field

from factcheck.tui.widgets.field import Field, Fields


def edited(answers: Fields, values: Fields) -> Fields:
    """Return the answers that differ from what stood in the fields at first."""
    return {name: answer for name, answer in answers.items() if answer != values[name]}


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
    proposed: Fields = field(default_factory=dict)
    """What stands in fields at first as if it had been typed."""
    first: str = ""
    """The field that takes the keys at first; the first one where this names none."""
    about: str = ""
    """The words that it is about, which stand over the fields."""
    follow: Callable[[str, Fields], Fields] | None = None
    """What a field that was left lets others say: takes its name and the answers."""
