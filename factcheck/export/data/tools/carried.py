"""What a tool for annotating carries along for us: findings that its own labels cannot say."""

from collections.abc import Container, Iterator
from typing import Any, Final

from factcheck.domain.document import Document, Sentence
from factcheck.domain.findings.claim import Claim
from factcheck.domain.identity import number_of
from factcheck.domain.particulars import Particulars
from factcheck.domain.value import Value
from factcheck.reading.data.tools.carried import KINDS
from factcheck.services.ledger import Ledger
from factcheck.services.reporting import (
    NOBODY,
    ReportedArticle,
    ReportedClaim,
    ReportedSentence,
)

_NAMES: Final = {model: kind for kind, model in KINDS.items()}
_NOT_CARRIED: Final = frozenset({"claim", "attachments", "used"})
"""Names that hold in one database only, and what hangs on them."""


def carried(article: ReportedArticle, without: Container[str] = ()) -> dict[str, object]:
    """Return all that is said of an article as JSON values, each with who said it.

    What those `without` a place in the record said stands in another one.
    """
    said = (record for sentence in article.sentences for record in _said(sentence, article))
    return {
        "article": about(article.document),
        "sentences": [[each.sentence.start, each.sentence.end] for each in article.sentences],
        "said": [record for record in said if record.get("reviewer", "") not in without],
    }


def about(document: Document) -> dict[str, str]:
    """Return what is known about an article, with its id."""
    known = {name: str(getattr(document, name)) for name in Particulars.model_fields}
    return {"id": document.id, **{name: value for name, value in known.items() if value}}


def count_left_out(article: ReportedArticle, ledger: Ledger) -> None:
    """Count what tools for annotating have no place for: what follows on a verdict, and files."""
    for reported in article.claims:
        claim = reported.claim
        ledger.leave_out("sign-offs", "annotations end with the verdict", len(claim.approvals))
        told = len(claim.corrections) + (claim.publication is not None)
        ledger.leave_out("publications and corrections", "annotations end with the verdict", told)
        ledger.leave_out("links between claims", "there is no place for them", len(claim.links))
        files = sum(len(item.evidence.attachments) for item in claim.evidence)
        ledger.leave_out("attached files", "there is no place for them", files)
        chosen = sum(bool(judged.verdict.used) for judged in reported.verdicts.values())
        ledger.change("verdicts no longer say on which of the evidence they rest", chosen)


def _said(reported: ReportedSentence, article: ReportedArticle) -> Iterator[dict[str, Any]]:
    sentence = reported.sentence
    for name, tag in reported.tags.items():
        yield _record(sentence, tag.value, signed(name, article))
    for name, note in reported.notes.items():
        yield _record(sentence, note.value, name)
    for name, flag in reported.flags.items():
        yield _record(sentence, flag.value, name)
    for claim in reported.claims:
        yield from _said_of(claim, sentence, article)


def _said_of(
    reported: ReportedClaim, sentence: Sentence, article: ReportedArticle
) -> Iterator[dict[str, Any]]:
    claim, number = reported.claim, number_of(reported.claim.id)
    if claim.claim != Claim():
        worded = reported.worded.reviewer if reported.worded else ""
        yield _record(sentence, claim.claim, worded, number)
    for name, judged in reported.verdicts.items():
        yield _record(sentence, judged.verdict, signed(name, article), number)
    if reported.adjudication and claim.adjudication:
        yield _record(sentence, claim.adjudication, claim.adjudicator, number)
    for item in claim.evidence:
        giver = reported.given.get(item.id, NOBODY).reviewer
        yield _record(sentence, item.evidence, giver, number)


def signed(name: str, article: ReportedArticle) -> str:
    """Return who said something; nobody where several agree and are named together."""
    return name if name in article.reviewers else ""


def _record(sentence: Sentence, value: Value, reviewer: str, claim: int = 1) -> dict[str, Any]:
    said = value.model_dump(mode="json", exclude_defaults=True)
    return {
        "start": sentence.start,
        "end": sentence.end,
        "kind": _NAMES[type(value)],
        **({"reviewer": reviewer} if reviewer else {}),
        **({"claim": claim} if claim > 1 else {}),
        "value": {name: said[name] for name in said if name not in _NOT_CARRIED},
    }
