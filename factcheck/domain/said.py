"""What somebody said, who it was, and when."""

from typing import Generic, NamedTuple, TypeVar

from factcheck.domain.document import Sentence
from factcheck.domain.findings.remark import Flag, Note
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.identity import EvidenceId
from factcheck.domain.review import ClaimReview

V = TypeVar("V", covariant=True)


class Stamp(NamedTuple):
    """Who decided something, and when."""

    reviewer: str
    at: str
    """UTC, with microseconds; what was carried over keeps the time at which it was decided."""
    decision: str
    """The decision that stands, by id."""


class Said(NamedTuple, Generic[V]):
    """A value with who decided on it."""

    value: V
    stamp: Stamp


class SentenceSaid(NamedTuple):
    """A sentence with what everybody found on it."""

    sentence: Sentence
    tags: dict[str, Said[TagValue]]
    """By reviewer; those who gave none are left out."""
    notes: dict[str, Said[Note]]
    flags: dict[str, Said[Flag]]
    claims: tuple["ClaimSaid", ...]
    """The claims in it, where at least one reviewer tagged it so."""


class ClaimSaid(NamedTuple):
    """A claim with who decided what of it."""

    claim: ClaimReview
    worded: Stamp | None
    """Who described it last; None where nobody did."""
    judged: dict[str, Stamp]
    """Who gave a verdict when, by reviewer."""
    adjudicated: Stamp | None
    evidence: dict[EvidenceId, Stamp]
    """Who gave which evidence."""
    corrected: tuple[Stamp, ...]
    """Who made which correction, in their order."""
