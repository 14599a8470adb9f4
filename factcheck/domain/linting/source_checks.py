"""Rules 8 to 10: sources can be trusted, found again, and named."""

from collections.abc import Iterator
from typing import Final

from factcheck.domain.anchors.quoted import quote_parts, surroundings
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import EvidenceId
from factcheck.domain.linting.dossier import Case, Judgement
from factcheck.domain.linting.finding import Severity
from factcheck.domain.linting.rule import Problem
from factcheck.domain.linting.sites import FACT_CHECKERS, MISINFORMATION, SATIRE, is_at
from factcheck.domain.verification import Finding
from factcheck.domain.vocabulary.sources import SourceType

_LOST: Final = {
    Finding.GONE: (Severity.ERROR, "no longer stands in its source"),
    Finding.CHANGED: (Severity.WARNING, "stands in its source in other words now"),
    Finding.UNREACHABLE: (Severity.NOTE, "could not be looked for: its source cannot be reached"),
}
"""What it means for a quote how the last look at its source ended; other ends are well."""


def source_reliable(case: Case) -> Iterator[Problem]:
    """Object to other fact-checks as evidence, and to what nobody should believe alone."""
    for number, item in case.evidence:
        if item.type is SourceType.FACT_CHECK or is_at(item.url, FACT_CHECKERS):
            message = f"evidence {number} is a fact-check: {item.name}"
            yield Problem(Severity.WARNING, message, f"evidence.{number}")
    if all(_is_corroborated(judgement) for judgement in case.judgements):
        return
    for number, item in case.evidence:
        if _is_doubtful(item):
            message = f"evidence {number} is satire or misinformation, with no other source"
            yield Problem(Severity.ERROR, message, f"evidence.{number}")


def source_traceable(case: Case) -> Iterator[Problem]:
    """Object to a source that nobody can find again as it was."""
    for number, (name, item) in enumerate(_named_evidence(case), start=1):
        if not item.accessed:
            message = f"evidence {number} does not say when it was read"
            yield Problem(Severity.WARNING, message, f"evidence.{number}.accessed")
        if item.url and not (item.archived or item.not_archived):
            message = f"evidence {number} has neither an archived copy nor a reason for none"
            yield Problem(Severity.WARNING, message, f"evidence.{number}.archived")
        if item.quote:
            yield from _quote_problems(case, number, name, item)


def anonymous_reason(case: Case) -> Iterator[Problem]:
    """Object to a source without a name where nobody says why."""
    for number, item in case.evidence:
        if item.anonymous and not item.anonymous_reason:
            message = f"evidence {number} is anonymous, and nobody says why"
            yield Problem(Severity.ERROR, message, f"evidence.{number}.anonymous_reason")


def _named_evidence(case: Case) -> Iterator[tuple[EvidenceId, Evidence]]:
    return ((item.id, item.evidence) for item in case.claim.evidence)


def _quote_problems(case: Case, number: int, name: EvidenceId, item: Evidence) -> Iterator[Problem]:
    """Yield what the last look at the source found; without one, look in the stored page."""
    field = f"evidence.{number}.quote"
    check = case.dossier.quote_checks.get(name)
    stored = case.dossier.stored_texts.get(item.url)
    if check and check.quote == item.quote:
        if check.finding in _LOST:
            severity, lost = _LOST[check.finding]
            yield Problem(severity, f"the quote of evidence {number} {lost}", field)
    elif stored is not None and quote_parts(item.quote) and not surroundings(item.quote, stored):
        message = f"the quote of evidence {number} does not stand in the page that was kept"
        yield Problem(Severity.ERROR, message, field)


def _is_doubtful(item: Evidence) -> bool:
    marked = item.reliability is not None and item.reliability.needs_second_source
    return marked or is_at(item.url, SATIRE) or is_at(item.url, MISINFORMATION)


def _is_corroborated(judgement: Judgement) -> bool:
    """Whether a verdict rests on nothing doubtful, or on some other source as well."""
    doubtful = [_is_doubtful(item.evidence) for item in judgement.used]
    return not all(doubtful) or not doubtful
