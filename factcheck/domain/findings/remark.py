"""A reviewer's remarks on a sentence."""

from factcheck.domain.text import SaidText, Text
from factcheck.domain.value import Value


class Note(Value):
    """A reviewer's remark on a sentence."""

    text: SaidText
    """The remark."""


class Flag(Value):
    """A reviewer's doubt about a sentence."""

    reason: Text = ""
    """Why, if the reviewer said so."""
    guideline: bool = False
    """Whether the guideline, and not the sentence, is what is doubtful."""
