"""The stages of a fact-check from a candidate to a published and corrected one."""

from enum import StrEnum


class Confidence(StrEnum):
    """How sure a reviewer is of a verdict."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Vote(StrEnum):
    """What somebody asked to sign off a fact-check says."""

    APPROVE = "approve"
    RETURN = "return"
    ABSTAIN = "abstain"


class CorrectionKind(StrEnum):
    """What a change after publication is, as correction policies distinguish it."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    UPDATE = "update"
    RETRACTION = "retraction"


class ClaimState(StrEnum):
    """How far the fact-check of a claim is, from the first stage to the last."""

    CANDIDATE = "candidate"
    """Somebody tagged the sentence as a claim."""
    SELECTED = "selected"
    """It was found worth a check."""
    NORMALISED = "normalised"
    """It has words that stand alone."""
    RESEARCHING = "researching"
    """It has evidence and no verdict."""
    VERDICT_DRAFTED = "verdict-drafted"
    """One reviewer has judged it."""
    SECOND_VERDICT = "second-verdict"
    """Another one has judged it the same way."""
    DISPUTED = "disputed"
    """Reviewers have judged it differently."""
    ADJUDICATED = "adjudicated"
    """Somebody has decided between them."""
    RETURNED = "returned"
    """An editor wants it worked on."""
    APPROVED = "approved"
    """Enough editors have approved what stands."""
    PUBLISHED = "published"
    """Readers can see it."""
    CORRECTED = "corrected"
    """It was changed after publication, and readers were told."""
    RETRACTED = "retracted"
    """It was taken back after publication."""
    DROPPED = "dropped"
    """It was found not worth a check, or nothing that can be checked."""
