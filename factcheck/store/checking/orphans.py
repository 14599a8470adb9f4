"""Whether all that hangs on something has it still: findings, drafts, looks, files."""

from collections.abc import Iterator
from typing import Final

from sqlite_utils.db import Database

from factcheck.domain.checkup import Doubt
from factcheck.store.projections import PROJECTION_TABLES


def orphans(db: Database) -> Iterator[str]:
    """Check findings, drafts, what was seen and verified, and the files of evidence."""
    for table in PROJECTION_TABLES.values():
        for finding in _count(db, _ON_NO_SENTENCE.format(table=table)):
            yield finding and f"the table {table}: {finding} is on no sentence"
    for query, complaint in _PROBLEMS.items():
        for finding in _count(db, query):
            yield finding and f"{finding} {complaint}"
    for query, complaint in _DOUBTS.items():
        for finding in _count(db, query):
            yield Doubt(finding and f"{finding} {complaint}")


def _count(db: Database, query: str) -> Iterator[str]:
    """Yield a name for each row that a query finds to be an orphan, nothing for the others."""
    for name, is_well in db.execute(query):
        yield "" if is_well else name


_ON_NO_SENTENCE: Final = """
SELECT decision_id, EXISTS (
    SELECT 1 FROM sentence WHERE sentence.document_id = {table}.document_id
    AND id = sentence_id AND start = CAST(substr(sentence_id, 66) AS INTEGER)
) FROM {table}
"""

_DRAFTS: Final = """
SELECT form, length(subject) < 64
OR EXISTS (SELECT 1 FROM document WHERE id = substr(subject, 1, 64)) FROM draft
"""
_REVEALED: Final = """
SELECT substr(claim_id, 1, 12) || '…', EXISTS (
    SELECT 1 FROM document WHERE id = substr(claim_id, 1, 64)
) FROM revealed
"""
_VERIFIED: Final = """
SELECT evidence_id, EXISTS (
    SELECT 1 FROM decision WHERE subject = evidence_id AND kind = 'evidence'
) FROM verification
"""
_NOT_KEPT: Final = """
SELECT DISTINCT evidence.id, EXISTS (
    SELECT 1 FROM attachment WHERE sha256 = item.value ->> 'sha256'
) FROM evidence, json_each(iif(json_valid(attachments), attachments, '[]')) AS item
WHERE attachments <> '[]'
"""
_PROBLEMS: Final = {
    _DRAFTS: "was left unsaved in a form on an article that is not there",
    _REVEALED: "is of an article that is not there, and somebody saw the verdicts on it",
    _VERIFIED: "was verified, and nobody ever gave such evidence",
    _NOT_KEPT: "is evidence with a file that is not kept here: attach it again, or take it in",
}
"""Each finds a name and whether all is well; what to say where it is not."""

_NOT_NAMED: Final = """
SELECT sha256, sha256 IN (
    SELECT item.value ->> 'sha256'
    FROM decision,
        json_each(iif(json_valid(decision.value), decision.value, '{}'), '$.attachments') AS item
    WHERE kind = 'evidence' AND decision.value IS NOT NULL
) FROM attachment
"""
_DOUBTS: Final = {
    _NOT_NAMED: "is a file that no evidence names: it was attached, and the form never saved",
}
"""What may be so for a good reason."""
