"""Records of another database brought into this one: nothing twice, and nothing in another's place.

What is only kept, and decides nothing; the journal is merged by its own rules.
"""

import zlib

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
from factcheck.domain.errors import InvalidValue
from factcheck.store.rows import Row, all_equal


class Merging:
    """Brings records into one database; each method returns whether the record is new to it."""

    def __init__(self, db: Database) -> None:
        """Write to `db`, in a transaction that is open."""
        self._db = db

    def attachment(self, record: AttachmentRecord) -> bool:
        """Keep a file; where it is kept already, that stays."""
        row = record.model_dump(exclude={"record", "content"})
        known = bool(self._db.table("attachment").count_where("sha256 = ?", [record.sha256]))
        if not known:
            self._db.table("attachment").insert({**row, "content": record.content})
        return not known

    def reading(self, record: ReadingRecord) -> bool:
        """Keep what a source said once; raises InvalidValue where its article is not here."""
        row = record.model_dump(exclude={"record", "page", "document"})
        row["document_id"] = self._here(record.document)
        if self._was_read(row):
            return False
        page = None if record.page is None else zlib.compress(record.page)
        return self._insert("reading", row, {"snapshot": page})

    def snapshot(self, record: SnapshotRecord) -> bool:
        """Keep a page as it was once."""
        row = record.model_dump(exclude={"record", "page", "text"})
        beside = {"page": zlib.compress(record.page), "text": record.text}
        return self._insert("snapshot", row, beside)

    def verification(self, record: VerificationRecord) -> bool:
        """Keep whether a quote stood in its source once."""
        row = record.model_dump(exclude={"record", "evidence"}, mode="json")
        return self._insert("verification", {**row, "evidence_id": record.evidence}, {})

    def sitting(self, record: SittingRecord) -> bool:
        """Keep a sitting, where it was seen last; raises InvalidValue.

        That is where its article is not here, or another sitting has its id.
        """
        who = {"id": record.id, "reviewer": record.reviewer, "started": record.started}
        place = {
            "seen": record.seen,
            "document_id": self._here(record.document) if record.document else None,
            "offset": record.offset,
            "filter": record.filter,
            "pass": record.passing,
        }
        known = next(self._db.table("session").rows_where("id = ?", [record.id]), None)
        if known is None:
            return self._insert("session", who, place)
        if any(known[name] != value for name, value in who.items()):
            raise InvalidValue("another sitting has this id: it is left as it is")
        return self._move(known, place)

    def revealed(self, record: RevealedRecord) -> bool:
        """Keep that somebody has seen the others' verdicts, since the earlier time of two."""
        return self._db.execute(_REVEAL, record.model_dump(exclude={"record"})).rowcount > 0

    def _was_read(self, row: Row) -> bool:
        """Whether a reading is here, the moment perhaps as the first version wrote it."""
        said = {name: value for name, value in row.items() if name != "read"}
        known = self._db.table("reading").rows_where(all_equal(said), [*said.values()])
        return any(moment_in(there["read"]) == row["read"] for there in known)

    def _move(self, known: Row, place: Row) -> bool:
        later = place["seen"] > known["seen"]
        if later:
            self._db.table("session").update(known["number"], place)
        return bool(later)

    def _insert(self, table: str, row: Row, beside: Row) -> bool:
        """Insert a row with what is `beside` it, unless one says the same but for that."""
        if self._db.table(table).count_where(all_equal(row), list(row.values())):
            return False
        self._db.table(table).insert({**row, **beside})
        return True

    def _here(self, document: str) -> str:
        if not self._db.table("document").count_where("id = ?", [document]):
            raise InvalidValue(
                "its article is neither here nor before it in the file: export both together"
            )
        return document


_REVEAL = """
INSERT INTO revealed (reviewer, claim_id, at) VALUES (:reviewer, :claim, :at)
ON CONFLICT (claim_id, reviewer) DO UPDATE SET at = excluded.at WHERE excluded.at < at
"""
