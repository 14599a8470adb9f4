"""Which sentences an article's margin marks for findings."""

from collections.abc import Iterable

from factcheck.domain.identity import SentenceId, sentence_of, span_of
from factcheck.domain.linting.finding import Finding, Severity


def marks(findings: Iterable[Finding]) -> dict[SentenceId, Severity]:
    """Return the gravest finding on each sentence that has any, or on a claim in it."""
    gravest: dict[SentenceId, Severity] = {}
    for finding in findings:
        sentence = sentence_of(finding.subject)
        if span_of(sentence).end:  # the whole article has no end
            known = gravest.get(sentence, finding.severity)
            gravest[sentence] = min(known, finding.severity, key=lambda severity: severity.rank)
    return gravest
