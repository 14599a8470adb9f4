"""What is known of a fact-check and a ClaimReview cannot say, counted for whoever exports it."""

from collections.abc import Iterator
from typing import Final

from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.review import evidence_used
from factcheck.domain.value import Value
from factcheck.services.ledger import Ledger
from factcheck.services.reporting import Judgement, ReportedClaim

_UNSAID: Final = {
    Claim: ("types", "worthiness", "worthiness_reasons", "priority"),
    Verdict: ("confidence", "missing", "cutoff"),
    Evidence: (
        *("quote_before", "quote_after", "locator", "question", "answer", "answer_type"),
        *("answer_because", "medium", "type", "level", "reliability", "interest"),
        *("independence_group", "not_archived", "accessed", "note", "attachments"),
    ),
}
"""The fields for which schema.org has no property."""


def count_unsaid(reported: ReportedClaim, judged: Judgement, ledger: Ledger) -> None:
    """Count what is left out of the fact-check whose verdict is `judged`."""
    claim = reported.claim
    others = len(reported.verdicts) - (reported.adjudication is None)
    ledger.leave_out("verdicts", "a fact-check has one", number=others)
    used = evidence_used(judged.verdict, claim.evidence)
    ledger.leave_out("evidence", "the verdict does not rest on it", len(claim.evidence) - len(used))
    for kind, name in _told_nowhere(claim.claim, judged.verdict, *(item.evidence for item in used)):
        ledger.leave_out(f"details of {kind}", f"ClaimReview has no word for {name}")


def _told_nowhere(*values: Value) -> Iterator[tuple[str, str]]:
    for value in values:
        for kind, names in _UNSAID.items():
            for name in names:
                if isinstance(value, kind) and getattr(value, name):
                    yield kind.__name__.lower(), name.replace("_", " ")
