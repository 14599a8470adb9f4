"""What stands on a sentence now, as an archive tells it to readers who want data and no history."""

from pydantic import Field

from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.remark import Flag, Note
from factcheck.domain.findings.sign_off import Approval, Correction, Publication
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.review import LinkReview
from factcheck.domain.role import Role
from factcheck.domain.scales.scale import Normalised
from factcheck.domain.value import Value
from factcheck.domain.vocabulary.sign_off import ClaimState


class TagState(TagValue):
    """What a reviewer tagged it as."""

    at: str
    """When, UTC."""


class NoteState(Note):
    """What a reviewer remarked."""

    at: str
    """When, UTC."""


class FlagState(Flag):
    """What a reviewer doubts."""

    at: str
    """When, UTC."""


class VerdictState(Verdict):
    """How true somebody judged the claim to be, with what the rating means."""

    words: str
    """What readers see: the rating's words, or the reviewer's own conclusion."""
    number: int | None
    """The rating's number, 1 is the worst; null for a rating off the scale, always."""
    worst: int | None
    best: int | None
    normalised: Normalised
    """What the rating comes to beside those of other scales."""
    reviewer: str
    at: str
    """When, UTC."""


class EvidenceState(Evidence):
    """A source, and what it says about the claim."""

    id: str
    """A UUID."""
    reviewer: str
    """Who gave it."""
    at: str
    """When, UTC."""


class ClaimStanding(Value):
    """A claim with everything that stands on it."""

    id: str
    """`SENTENCE#N`."""
    text: str
    """Its wording, or the sentence's own words where nobody worded it."""
    said: Claim
    """What was said of it."""
    worded_by: str | None
    """Who described it last; null where nobody did."""
    worded_at: str | None
    """When, UTC."""
    state: ClaimState
    """How far its fact-check is."""
    verdicts: dict[str, VerdictState] = Field(default_factory=dict)
    """Side by side, by reviewer; those who agree are named together where the view is of them."""
    adjudication: VerdictState | None = None
    """What was decided where reviewers differ."""
    approvals: dict[str, Approval] = Field(default_factory=dict)
    """By editor."""
    publication: Publication | None = None
    corrections: tuple[Correction, ...] = ()
    """In the order in which they were made."""
    evidence: tuple[EvidenceState, ...] = ()
    """In the order in which it was given."""
    links: tuple[LinkReview, ...] = ()
    """What it is to other claims."""


class SentenceState(Value):
    """A sentence as it is cut now, with what stands on it."""

    number: int
    """Its place in the article, from 1."""
    start: int
    """Offset of its first character, in code points."""
    end: int
    """Offset behind its last character, in code points."""
    text: str
    """`text[start:end]` of the article."""
    role: Role | None = None
    """What the layout suggests it is."""
    tags: dict[str, TagState] = Field(default_factory=dict)
    """By reviewer; those who agree are named together where the view is of them."""
    notes: dict[str, NoteState] = Field(default_factory=dict)
    """By reviewer."""
    flags: dict[str, FlagState] = Field(default_factory=dict)
    """By reviewer."""
    claims: tuple[ClaimStanding, ...] = ()
    """The claims in it, where somebody tagged it so."""
