"""Rule 11: a verdict gives its reasons, says what is missing, and shows where numbers come from."""

from collections.abc import Iterator
from typing import Final

from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.linting.dossier import Case, Judgement
from factcheck.domain.linting.finding import Severity
from factcheck.domain.linting.numbers import numbers_in
from factcheck.domain.linting.rule import Problem

_NOT_ENOUGH: Final = frozenset(
    {
        "not-enough-evidence",
        "not-enough-info",
        "unproven",
        "unbelegt",
        "inconclusive",
        "unverified",
        "unclear",
    }
)
"""The ratings of the presets which say that the evidence decides nothing."""
_MANY: Final = 5
"""Numbers that a message names."""


def verdict_reasoned(case: Case) -> Iterator[Problem]:
    """Object to a verdict without reasons, and to numbers that come from nowhere."""
    for judgement in case.judgements:
        reviewer, verdict, rating, _ = judgement
        if not verdict.because:
            message = f"{reviewer}'s verdict gives no reasons"
            yield Problem(Severity.ERROR, message, "verdict.because")
        if rating.key in _NOT_ENOUGH and not verdict.missing:
            message = f"“{rating.words}” does not say what is missing"
            yield Problem(Severity.ERROR, message, "verdict.missing")
        unfounded = list(dict.fromkeys(_unfounded_numbers(case, judgement)))
        if unfounded:
            more = f" and {len(unfounded) - _MANY} more" if len(unfounded) > _MANY else ""
            named = ", ".join(f"“{number}”" for number in unfounded[:_MANY])
            message = f"neither evidence nor calculation gives {named}{more}"
            yield Problem(Severity.WARNING, message, "verdict.because")


def _unfounded_numbers(case: Case, judgement: Judgement) -> Iterator[str]:
    """Yield the numbers in the reasons that no evidence, and no line with an `=`, gives."""
    reasons = judgement.verdict.because
    given = list(numbers_in(reasons))
    if not given:
        return
    calculations = [line for line in reasons.splitlines() if "=" in line]
    texts = [*calculations, *_known_texts(case, judgement)]
    known = {reading for text in texts for item in numbers_in(text) for reading in item.readings}
    for number in given:
        if known.isdisjoint(number.readings):
            yield number.written


def _known_texts(case: Case, judgement: Judgement) -> Iterator[str]:
    """Yield what numbers may come from: the claim itself, its date, and the evidence."""
    claim, verdict = case.claim, judgement.verdict
    yield from (claim.text, case.sentence.text, claim.claim.date, verdict.cutoff)
    yield case.dossier.document.date
    for item in claim.evidence:
        yield from _texts_of(item.evidence)


def _texts_of(item: Evidence) -> tuple[str, ...]:
    said = (item.quote, item.quote_before, item.quote_after, item.locator, item.note)
    answered = (item.question, item.answer, item.answer_because)
    return *said, *answered, item.title, item.publisher, item.published, item.accessed
