"""Rules 5 and 6: readers learn who made the claim and when, and it was not the checker."""

from collections.abc import Iterator

from factcheck.domain.findings.claim import Claim
from factcheck.domain.linting.dossier import Case
from factcheck.domain.linting.finding import Severity
from factcheck.domain.linting.rule import Problem
from factcheck.domain.linting.sites import is_on
from factcheck.domain.vocabulary.claims import ClaimantKind


def claimant_named(case: Case) -> Iterator[Problem]:
    """Object to a claim that nobody makes, or that comes from the project's own site."""
    claim = case.claim.claim
    if not claim.claimant and claim.claimant_kind is not ClaimantKind.UNKNOWN:
        yield Problem(Severity.WARNING, "nobody is named who makes the claim", "claimant")
    for field, place in _origins(case, claim):
        if is_on(place, case.dossier.scheme.sites):
            message = f"the claim comes from your own site, {place}"
            yield Problem(Severity.ERROR, message, field)


def claim_dated(case: Case) -> Iterator[Problem]:
    """Object to a claim without a date, and tell which evidence is younger than the claim."""
    if not case.claim.claim.date:
        yield Problem(Severity.WARNING, "it is not said when the claim was made", "date")
    made = case.claim.claim.date or case.dossier.document.date
    for number, item in case.evidence:
        if is_surely_after(item.published, made):
            message = f"evidence {number} is of {item.published}, later than the claim of {made}"
            yield Problem(Severity.NOTE, message, f"evidence.{number}.published")


def is_surely_after(later: str, earlier: str) -> bool:
    """Whether one year, month or day is after another, as far as both are known."""
    known = min(len(later), len(earlier))
    return later[:known] > earlier[:known]


def _origins(case: Case, claim: Claim) -> tuple[tuple[str, str], ...]:
    return (
        ("claimant", claim.claimant),
        ("first_appearance", claim.first_appearance),
        ("document.url", case.dossier.document.url),
    )
