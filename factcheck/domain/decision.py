"""Decisions: one act of review each."""

from enum import StrEnum
from typing import Final

from factcheck.domain.finding import Claim, Evidence, Flag, Note, TagValue, Verdict
from factcheck.domain.text import Name
from factcheck.domain.value import Value


class Kind(StrEnum):
    """What a decision is about."""

    TAG = "tag"
    CLAIM = "claim"
    VERDICT = "verdict"
    EVIDENCE = "evidence"
    NOTE = "note"
    FLAG = "flag"

    @property
    def value_type(self) -> type[Value]:
        """The model that validates this kind's values."""
        return _VALUE_TYPES[self]

    @property
    def personal(self) -> bool:
        """Whether each reviewer has a register of their own, instead of one for everybody."""
        return self not in {Kind.CLAIM, Kind.EVIDENCE}


_VALUE_TYPES: Final[dict[Kind, type[Value]]] = {
    Kind.TAG: TagValue,
    Kind.CLAIM: Claim,
    Kind.VERDICT: Verdict,
    Kind.EVIDENCE: Evidence,
    Kind.NOTE: Note,
    Kind.FLAG: Flag,
}


class Origin(StrEnum):
    """By which way a decision came."""

    KEY = "key"
    BULK = "bulk"
    SUGGESTION = "suggestion"
    CLI = "cli"
    IMPORT = "import"
    CARRIED_OVER = "carried over"


class Author(Value):
    """Who decides, in which sitting, and by which way."""

    reviewer: Name
    """The reviewer's name."""
    session: str | None = None
    """The sitting's id, if there is one."""
    origin: Origin = Origin.CLI
    """By which way the decision comes."""


class Change(Value):
    """What a decision sets: one register's new value; None clears it."""

    kind: Kind
    subject: str
    """The sentence, claim or evidence item, by id."""
    value: Value | None


class Decision(Value):
    """One row of the journal."""

    id: str
    """A UUIDv7, which sorts by time."""
    at: str
    """When, UTC with microseconds; strictly increasing in one database."""
    reviewer: str
    session: str | None
    kind: Kind
    subject: str
    """The sentence, claim or evidence item, by id."""
    value: Value | None
    """The complete new value; None clears the register, and stands in an undo."""
    undoes: str | None
    """The decision that this one takes back, if it is an undo; a redo takes back an undo."""
    act: str
    """The first decision of those that one act made; undo takes them back together."""
    origin: Origin

    @property
    def about(self) -> str:
        """The sentence or claim it is about, by id; empty where evidence was cleared."""
        if self.kind is not Kind.EVIDENCE:
            return self.subject
        return self.value.claim if isinstance(self.value, Evidence) else ""
