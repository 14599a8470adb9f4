"""The controls of a Label Studio project that says what we say, by their names."""

from enum import StrEnum


class Control(StrEnum):
    """Where an annotator says something of a region."""

    TAG = "tag"
    """What the sentence is."""
    KIND = "kind"
    """What kind of it."""
    VERDICT = "verdict"
    REASONS = "reasons"
    """Why that verdict."""
    WORDING = "wording"
    """The claim in words that stand alone."""
    NOTE = "note"

    @property
    def type(self) -> str:
        """What Label Studio calls such a control in results."""
        if self is Control.TAG:
            return "labels"
        return "choices" if self in {Control.KIND, Control.VERDICT} else "textarea"

    @property
    def holder(self) -> str:
        """Under which key a result of it has what was said."""
        return "text" if self.type == "textarea" else self.type
