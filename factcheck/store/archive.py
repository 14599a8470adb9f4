"""Everything that is kept, read out as records in an order that no local number decides."""

import json
import zlib
from collections.abc import Collection, Iterator
from typing import Final

from sqlite_utils.db import Database

from factcheck.domain.archive.kept import (
    AttachmentRecord,
    ReadingRecord,
    RevealedRecord,
    SittingRecord,
    SnapshotRecord,
    VerificationRecord,
)
from factcheck.domain.archive.names import moment_in
from factcheck.domain.archive.records import DecisionRecord, name_of
from factcheck.domain.decision import Kind, Origin
from factcheck.domain.identity import DocumentId
from factcheck.domain.passes import Pass
from factcheck.domain.role import Role
from factcheck.domain.verification import Finding
from factcheck.store.excerpt import WHOLE, Excerpt
from factcheck.store.rows import Row


class Archive:
    """What one database holds, all of it or an excerpt.

    Records are made of what was validated before it was kept, and are not validated again.
    """

    def __init__(self, db: Database) -> None:
        """Read from `db`."""
        self._db = db

    def excerpt(self, reviewers: Collection[str]) -> Excerpt:
        """Return an empty excerpt, of `reviewers` where any are named, to be filled."""
        return Excerpt(self._db, reviewers)

    def documents(self) -> list[DocumentId]:
        """Return all articles by id, replaced or not, in the order in which they were read."""
        rows = self._db.execute("SELECT id FROM document ORDER BY added, id")
        return [DocumentId(name) for (name,) in rows]

    def proposed(self, document: DocumentId) -> tuple[str, tuple[tuple[int, Role | None], ...]]:
        """Return what proposed an article's sentences, and where they begin, with their roles."""
        segmenter, starts = self._db.execute(_PROPOSED, [document]).fetchone()
        return segmenter, tuple((at, role and Role(role)) for at, role in json.loads(starts))

    def decisions(self, excerpt: Excerpt | None = None) -> Iterator[DecisionRecord]:
        """Yield the journal, oldest first, each value as it was written."""
        for row in self._rows(_DECISIONS, "decision", excerpt):
            row["kind"], row["origin"] = _KINDS[row["kind"]], _ORIGINS[row["origin"]]
            row["value"] = row["value"] and json.loads(row["value"])
            yield DecisionRecord.trusted(record=_DECISION, **row)

    def attachments(self, excerpt: Excerpt | None = None) -> Iterator[AttachmentRecord]:
        """Yield the files that were kept with evidence."""
        for row in self._one_by_one("sha256", "attachment", "sha256", excerpt):
            yield AttachmentRecord.model_construct(**row)

    def readings(self, excerpt: Excerpt | None = None) -> Iterator[ReadingRecord]:
        """Yield when which source said something new, oldest first."""
        order = "read, origin, document_id, sha256, format, encoding"
        for row in self._one_by_one("number", "reading", order, excerpt):
            page, row["read"] = row.pop("snapshot"), moment_in(row["read"])
            row["document"] = row.pop("document_id")
            page = None if page is None else zlib.decompress(page)
            yield ReadingRecord.model_construct(**row, page=page)

    def snapshots(self, excerpt: Excerpt | None = None) -> Iterator[SnapshotRecord]:
        """Yield the pages as they were when evidence was read there, oldest first."""
        order = "taken, url, sha256, media_type"
        for row in self._one_by_one("number", "snapshot", order, excerpt):
            page = zlib.decompress(row.pop("page"))
            yield SnapshotRecord.model_construct(**row, page=page)

    def verifications(self, excerpt: Excerpt | None = None) -> Iterator[VerificationRecord]:
        """Yield when it was looked up whether quotes stand in their sources, oldest first."""
        for row in self._rows(_VERIFICATIONS, "verification", excerpt):
            row["finding"] = Finding(row["finding"])
            yield VerificationRecord.model_construct(**row)

    def sittings(self, excerpt: Excerpt | None = None) -> Iterator[SittingRecord]:
        """Yield the sittings, the first begun first."""
        for row in self._rows(_SITTINGS, "session", excerpt):
            row["passing"] = Pass(row["passing"])
            yield SittingRecord.model_construct(**row)

    def revealed(self, excerpt: Excerpt | None = None) -> Iterator[RevealedRecord]:
        """Yield who has seen the others' verdicts on which claims."""
        for row in self._rows(_REVEALED, "revealed", excerpt):
            yield RevealedRecord.model_construct(**row)

    def _rows(self, query: str, table: str, excerpt: Excerpt | None) -> Iterator[Row]:
        return self._db.query(query.format(within=_within(table, excerpt)))

    def _one_by_one(
        self, key: str, table: str, order: str, excerpt: Excerpt | None
    ) -> Iterator[Row]:
        """Yield rows that may be large: only their keys are sorted."""
        where = _within(table, excerpt)
        keys = f"SELECT {key} FROM {table} WHERE {where} ORDER BY {order}"  # noqa: S608 - our own
        for (name,) in self._db.execute(keys):
            (row,) = self._db.query(f"SELECT * FROM {table} WHERE {key} = ?", [name])  # noqa: S608
            row.pop("number", None)
            yield row


_DECISION: Final = name_of(DecisionRecord)
_KINDS: Final = {kind.value: kind for kind in Kind}
_ORIGINS: Final = {origin.value: origin for origin in Origin}


def _within(table: str, excerpt: Excerpt | None) -> str:
    return excerpt.within[table] if excerpt else WHOLE


_PROPOSED: Final = """
SELECT segmenter, starts FROM document JOIN proposal ON document_id = document.id
WHERE document.id = ?
"""

_DECISIONS: Final = """
SELECT id, at, reviewer, session, kind, subject, value, undoes, act, origin, carries
FROM decision WHERE {within} ORDER BY at, id
"""

_VERIFICATIONS: Final = """
SELECT evidence_id AS evidence, quote, at, finding, detail FROM verification
WHERE {within} ORDER BY at, evidence_id, quote, finding, detail
"""

_SITTINGS: Final = """
SELECT id, reviewer, started, seen, document_id AS document, "offset", filter, pass AS passing
FROM session WHERE {within} ORDER BY id
"""

_REVEALED: Final = """
SELECT reviewer, claim_id AS claim, at FROM revealed WHERE {within} ORDER BY claim_id, reviewer
"""
