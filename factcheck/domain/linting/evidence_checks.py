"""Rules 7 and 12: a verdict rests on evidence, of more than one source and of both sides."""

from collections.abc import Iterator
from typing import Final

from factcheck.domain.linting.dossier import Case, Judgement
from factcheck.domain.linting.finding import Severity
from factcheck.domain.linting.rule import Problem
from factcheck.domain.scales.scale import Normalised, Rating
from factcheck.domain.vocabulary.stance import Stance

_ENOUGH: Final = 2
"""Independent sources for the central claim, in AFP's guideline."""
_CONFLICTING: Final = "conflicting"
"""What the key of a rating begins with that says the evidence disagrees."""


def evidence_enough(case: Case) -> Iterator[Problem]:
    """Object to a verdict without evidence, and to one on truth that rests on one source."""
    for judgement in case.judgements:
        yield from _lacking(judgement)
        known = {item.id for item in case.claim.evidence}
        if not known.issuperset(judgement.verdict.used):
            message = f"{judgement.reviewer}'s verdict rests on evidence that was taken away"
            yield Problem(Severity.WARNING, message, "verdict.used")


def conflict_two_sided(case: Case) -> Iterator[Problem]:
    """Object to a verdict of conflicting evidence in which nothing conflicts."""
    for judgement in case.judgements:
        if judgement.rating.key.startswith(_CONFLICTING):
            stances = {item.evidence.stance for item in judgement.used}
            for side in _sides_missing(stances):
                message = f"the verdict says that evidence conflicts, and none {side} the claim"
                yield Problem(Severity.ERROR, message, "evidence")


def says_how_true(rating: Rating) -> bool:
    """Whether a rating says that a claim is true or false, in whole or in part."""
    return not rating.off_scale or rating.normalised in {Normalised.TRUE, Normalised.FALSE}


def _lacking(judgement: Judgement) -> Iterator[Problem]:
    groups = {item.evidence.group for item in judgement.used}
    truth = says_how_true(judgement.rating)
    if not groups:
        severity = Severity.ERROR if truth else Severity.WARNING
        yield Problem(severity, f"{judgement.reviewer}'s verdict rests on no evidence", "evidence")
    elif truth and len(groups) < _ENOUGH:
        message = f"{judgement.reviewer}'s verdict rests on one source alone: {min(groups)}"
        yield Problem(Severity.WARNING, message, "evidence")


def _sides_missing(stances: set[Stance]) -> Iterator[Stance]:
    if not stances & {Stance.SUPPORTS, Stance.PARTLY_SUPPORTS}:
        yield Stance.SUPPORTS
    if Stance.REFUTES not in stances:
        yield Stance.REFUTES
