"""A finding: what a rule objects to, and how much it matters."""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding matters; the gravest comes first."""

    ERROR = "error"
    """Readers would be misled, or a standard is broken."""
    WARNING = "warning"
    """An editor would ask about it."""
    NOTE = "note"
    """Good to know; it may well be right."""

    @property
    def rank(self) -> int:
        """Its place among the severities, 0 is the gravest."""
        return _ORDER.index(self)


_ORDER = tuple(Severity)


class Finding(NamedTuple):
    """What a rule objects to, and where."""

    rule: str
    """The rule's id."""
    severity: Severity
    ref: str
    """The article, sentence or claim as it is typed, such as `1:7.2`."""
    subject: str
    """The same by id."""
    field: str
    """What of it, such as `claimant` or `evidence.2.archived`; empty for all of it."""
    message: str
    """What is wrong."""
