"""Decisions: one act of review each."""

from enum import StrEnum
from typing import Final

from factcheck.domain.anchors.anchor import Anchor
from factcheck.domain.errors import InvalidValue
from factcheck.domain.findings.claim import Claim, Link
from factcheck.domain.findings.cut import Cut
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.remark import Flag, Note
from factcheck.domain.findings.sign_off import Approval, Correction, Publication
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Adjudication, Verdict
from factcheck.domain.identity import claim_of
from factcheck.domain.particulars import Particulars
from factcheck.domain.scheme.scheme import Scheme
from factcheck.domain.text import Name, name_in
from factcheck.domain.value import Value


class Kind(StrEnum):
    """What a decision is about."""

    TAG = "tag"
    CLAIM = "claim"
    VERDICT = "verdict"
    EVIDENCE = "evidence"
    LINK = "link"
    ADJUDICATION = "adjudication"
    APPROVAL = "approval"
    PUBLICATION = "publication"
    CORRECTION = "correction"
    NOTE = "note"
    FLAG = "flag"
    CUT = "cut"
    PARTICULARS = "particulars"
    ANCHOR = "anchor"
    SCHEME = "scheme"

    @property
    def value_type(self) -> type[Value]:
        """The model that validates this kind's values."""
        return _VALUE_TYPES[self]

    @property
    def is_finding(self) -> bool:
        """Whether it is about a sentence's words, and not about the article or its boundaries."""
        return self not in {Kind.CUT, Kind.PARTICULARS, Kind.ANCHOR, Kind.SCHEME}

    @property
    def is_on_claim(self) -> bool:
        """Whether it is about a claim, and not about its whole sentence."""
        return self.is_finding and self not in {Kind.TAG, Kind.NOTE, Kind.FLAG}

    @property
    def is_told_to_readers(self) -> bool:
        """Whether it is part of what a published fact-check says."""
        return self in {Kind.CLAIM, Kind.VERDICT, Kind.ADJUDICATION, Kind.EVIDENCE}

    @property
    def personal(self) -> bool:
        """Whether each reviewer has a register of their own, instead of one for everybody."""
        return self in {Kind.TAG, Kind.VERDICT, Kind.APPROVAL, Kind.NOTE, Kind.FLAG}


_VALUE_TYPES: Final[dict[Kind, type[Value]]] = {
    Kind.TAG: TagValue,
    Kind.CLAIM: Claim,
    Kind.VERDICT: Verdict,
    Kind.EVIDENCE: Evidence,
    Kind.LINK: Link,
    Kind.ADJUDICATION: Adjudication,
    Kind.APPROVAL: Approval,
    Kind.PUBLICATION: Publication,
    Kind.CORRECTION: Correction,
    Kind.NOTE: Note,
    Kind.FLAG: Flag,
    Kind.CUT: Cut,
    Kind.PARTICULARS: Particulars,
    Kind.ANCHOR: Anchor,
    Kind.SCHEME: Scheme,
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

    @classmethod
    def named(cls, reviewer: str) -> "Author":
        """Return who has a name, as somebody typed it; raises InvalidValue where it is none.

        Every command needs an author; what validates whole values takes long to load.
        """
        try:
            return cls.model_construct(reviewer=name_in(reviewer))
        except ValueError as error:
            raise InvalidValue(f"reviewer: {error}") from error


class Change(Value):
    """What a decision sets: one register's new value; None clears it."""

    kind: Kind
    subject: str
    """The sentence, claim, evidence item, cut or document, by id."""
    value: Value | None
    owner: Name | None = None
    """Whose register it is, where the change follows from one of words and is not the owner's own;
    None for the author's own decision."""
    carries: str | None = None
    """The decision that is said of other words, by id, if it is one that was made before."""

    @property
    def about(self) -> str:
        """What it is about, by id, evidence by its claim; empty where evidence is cleared."""
        return _about(self.kind, self.subject, self.value)


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
    """The sentence, claim, evidence item, cut or document, by id."""
    value: Value | None
    """The complete new value; None clears the register, and stands in an undo."""
    undoes: str | None
    """The decision that this one takes back, if it is an undo; a redo takes back an undo."""
    act: str
    """The first decision of those that one act made; undo takes them back together."""
    origin: Origin
    carries: str | None = None
    """The decision that this one says of other words; it counts as long as that one stands."""

    @property
    def original(self) -> str:
        """The decision that somebody made: the one that it carries, or itself; by id."""
        return self.carries or self.id

    @property
    def about(self) -> str:
        """What it is about, by id, evidence by its claim; empty where evidence was cleared."""
        return _about(self.kind, self.subject, self.value)


def _about(kind: Kind, subject: str, value: Value | None) -> str:
    if kind is Kind.EVIDENCE:
        return value.claim if isinstance(value, Evidence) else ""
    return "" if kind is Kind.SCHEME else claim_of(subject)
