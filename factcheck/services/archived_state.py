"""What stands on the sentences of an article, as the records of an archive tell it."""

from collections.abc import Callable
from typing import Final

from factcheck.domain.archive.state import (
    ClaimStanding,
    EvidenceState,
    FlagState,
    NoteState,
    SentenceState,
    TagState,
    VerdictState,
)
from factcheck.domain.identity import ClaimId
from factcheck.domain.review import EvidenceReview
from factcheck.domain.said import Stamp
from factcheck.services.reporting import NOBODY, Judgement, ReportedClaim, ReportedSentence

_NO_NUMBERS: Final = {"number": None, "worst": None, "best": None}
"""What a rating off the scale gets."""


Linked = Callable[[ClaimId], bool]
"""Whether the archive holds what was said of a claim to link it to others."""


def state_of_sentence(reported: ReportedSentence, linked: Linked) -> SentenceState:
    """Return what stands on a sentence; all of it was validated when it was decided.

    Links are of the claims whose own links are `linked`: others could not come back.
    """
    said = reported.sentence
    return SentenceState.trusted(
        number=said.number,
        start=said.start,
        end=said.end,
        text=said.text,
        role=said.role,
        tags={
            name: TagState.trusted(**vars(tag.value), at=tag.stamp.at)
            for name, tag in reported.tags.items()
        },
        notes={
            name: NoteState.trusted(text=note.value.text, at=note.stamp.at)
            for name, note in reported.notes.items()
        },
        flags={
            name: FlagState.trusted(**vars(flag.value), at=flag.stamp.at)
            for name, flag in reported.flags.items()
        },
        claims=tuple(_claim(claim, linked) for claim in reported.claims),
    )


def _claim(reported: ReportedClaim, linked: Linked) -> ClaimStanding:
    claim, decided = reported.claim, reported.adjudication
    return ClaimStanding.model_construct(
        id=claim.id,
        text=claim.text,
        said=claim.claim,
        worded_by=reported.worded.reviewer if reported.worded else None,
        worded_at=reported.worded.at if reported.worded else None,
        state=reported.state,
        verdicts={name: _verdict(said) for name, said in reported.verdicts.items()},
        adjudication=_verdict(decided) if decided else None,
        approvals=claim.approvals,
        publication=claim.publication,
        corrections=claim.corrections,
        evidence=tuple(
            _evidence(item, reported.given.get(item.id, NOBODY)) for item in claim.evidence
        ),
        links=tuple(link for link in claim.links if link.mine or linked(link.other)),
    )


def _verdict(judged: Judgement) -> VerdictState:
    """Return a verdict with its rating's number, or with none at all where it is off the scale."""
    number, best = judged.rating.number, judged.scale.best if judged.scale else None
    on_scale = number is not None and best is not None and number <= best
    numbers = {"number": number, "worst": 1, "best": best} if on_scale else _NO_NUMBERS
    return VerdictState.model_construct(
        **vars(judged.verdict),
        **numbers,
        words=judged.words,
        normalised=judged.rating.normalised,
        reviewer=judged.stamp.reviewer,
        at=judged.stamp.at,
    )


def _evidence(item: EvidenceReview, given: Stamp) -> EvidenceState:
    fields = vars(item.evidence)
    return EvidenceState.model_construct(**fields, id=item.id, reviewer=given.reviewer, at=given.at)
