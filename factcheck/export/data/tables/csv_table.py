"""One table of an export's findings: a row for each sentence, claim and piece of evidence.

Where several people said something of the same, each has a row.
"""

from collections.abc import Iterator
from typing import Any, Final

from factcheck.domain.document import Document, Sentence
from factcheck.domain.findings.remark import Flag
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import number_of
from factcheck.domain.review import ClaimReview, EvidenceReview
from factcheck.domain.said import Stamp
from factcheck.domain.value import Value
from factcheck.export.data.tables.cells import Cell, Heading, cell, cells, natural
from factcheck.reading.data.tables.csv_columns import (
    ATTACHMENTS,
    CLAIM,
    COLUMNS,
    EVIDENCE,
    GUIDELINE,
    PUBLICATION,
    SENTENCE,
    TAG,
    VERDICT,
    Columns,
)
from factcheck.services.ledger import Ledger
from factcheck.services.reporting import (
    NOBODY,
    Judgement,
    ReportedArticle,
    ReportedClaim,
    ReportedSentence,
)
from factcheck.services.selecting import Export

Values = dict[str, Any]
"""What stands in a row, by column."""

BYTE_ORDER_MARK: Final = "\ufeff"
"""Without it Excel takes UTF-8 for the letters of its own country."""
_HEADING: Final = Heading(COLUMNS)
_SENTENCE: Final = cell("sentence")
_NO_ROWS: Final = "the table has no rows for them"


def lines(export: Export) -> Iterator[str]:
    """Yield the heading and the records; a cell may hold line ends, in quotes."""
    yield BYTE_ORDER_MARK + _HEADING.line
    for article in export.articles:
        yield from map(_HEADING.record, _rows(article, export.ledger))


def _rows(article: ReportedArticle, ledger: Ledger) -> Iterator[dict[str, Cell]]:
    about = cells(_article(article.document))
    for reported in article.sentences:
        place = about | _sentence(reported.sentence)
        for values in _on_sentence(reported):
            yield place | cells(values) if values else place
        for claim in reported.claims:
            _leave_out(claim.claim, ledger)
            for values in _on_claim(claim):
                yield place | cells({"claim_number": number_of(claim.claim.id), **values})


def _article(document: Document) -> Values:
    return {"article_id": document.id, "article": document.title, "url": document.url}


def _sentence(sentence: Sentence) -> dict[str, Cell]:
    _, number, start, end, text, role = sentence
    return {
        "row": _SENTENCE,
        "sentence_number": natural(number),
        "start": natural(start),
        "end": natural(end),
        "text": cell(text),
        "role": cell(role),
    }


def _on_sentence(reported: ReportedSentence) -> Iterator[Values]:
    """Yield what each reviewer says of a sentence; one row without a name where nobody does.

    Those who agree have one row together, without a name.
    """
    reviewers = sorted({*reported.tags, *reported.notes, *reported.flags})
    for reviewer in reviewers:
        yield _by(reviewer, reported)
    if not reviewers:
        yield {}


def _by(reviewer: str, reported: ReportedSentence) -> Values:
    """Return what a reviewer says of a sentence."""
    tag, note = reported.tags.get(reviewer), reported.notes.get(reviewer)
    flag = reported.flags.get(reviewer)
    return {
        **_signed(max((said.stamp for said in (tag, note, flag) if said), key=_time)),
        **(_fields(tag.value, TAG) if tag else {}),
        **({"note": note.value.text} if note else {}),
        **(_doubt(flag.value) if flag else {}),
    }


def _doubt(flag: Flag) -> Values:
    about = GUIDELINE if flag.guideline else SENTENCE
    return {"flag": about, "flag_reason": flag.reason}


def _on_claim(reported: ReportedClaim) -> Iterator[Values]:
    """Yield the rows of a claim, then those of its evidence."""
    claim = reported.claim
    shared = _claim(reported)
    judged = [(judgement, False) for judgement in reported.verdicts.values()]
    judged += [(reported.adjudication, True)] if reported.adjudication else []
    for judgement, adjudicated in judged:
        verdict = _verdict(judgement, claim.evidence)
        yield {"row": "claim", **shared, **verdict, "adjudicated": adjudicated or None}
    if not judged:
        yield {"row": "claim", **shared}
    for number, item in enumerate(claim.evidence, start=1):
        given = _signed(reported.given.get(item.id, NOBODY))
        yield {"row": "evidence", "evidence_number": number, **given, **_evidence(item)}


def _claim(reported: ReportedClaim) -> Values:
    """Return what all say of a claim."""
    claim = reported.claim
    publication = _fields(claim.publication, PUBLICATION) if claim.publication else {}
    worded_by = reported.worded.reviewer if reported.worded else ""
    told = {"worded_by": worded_by, "state": reported.state.value}
    return {**_fields(claim.claim, CLAIM), **told, **publication}


def _verdict(judgement: Judgement, evidence: tuple[EvidenceReview, ...]) -> Values:
    verdict, rating, scale = judgement.verdict, judgement.rating, judgement.scale
    numbered = {"number": rating.number, "worst": 1, "best": scale.best} if scale else {}
    return {
        **_signed(judgement.stamp),
        **_fields(verdict, VERDICT),
        **({} if rating.off_scale else numbered),
        "rating_words": judgement.words,
        "normalised": rating.normalised.value,
        "used": _used(verdict, evidence),
    }


def _used(verdict: Verdict, evidence: tuple[EvidenceReview, ...]) -> list[int]:
    """Return the numbers of the evidence that a verdict names."""
    return [number for number, item in enumerate(evidence, start=1) if item.id in verdict.used]


def _evidence(item: EvidenceReview) -> Values:
    names = [attachment.name for attachment in item.evidence.attachments]
    return {**_fields(item.evidence, EVIDENCE), ATTACHMENTS: names}


def _time(stamp: Stamp) -> str:
    return stamp.at


def _signed(stamp: Stamp) -> Values:
    return {"reviewer": stamp.reviewer, "decided": stamp.at}


def _fields(value: Value, columns: Columns) -> Values:
    """Return the fields of a value, by column."""
    told = vars(value)
    return {column: told[field] for field, column in columns.items()}


def _leave_out(claim: ClaimReview, ledger: Ledger) -> None:
    """Count what is known of a claim and has no columns."""
    ledger.leave_out("links", _NO_ROWS, len(claim.links))
    ledger.leave_out("approvals", _NO_ROWS, len(claim.approvals))
    ledger.leave_out("corrections", _NO_ROWS, len(claim.corrections))
    attached = sum(len(item.evidence.attachments) for item in claim.evidence)
    ledger.leave_out("attachments", "the table holds their names only", attached)
