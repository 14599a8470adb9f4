"""What each source said, whenever it said something new."""

import zlib
from typing import Final, NamedTuple

from sqlite_utils.db import Database

from factcheck.domain.identity import DocumentId
from factcheck.store.rows import insert
from factcheck.store.transactions import transaction


class Reading(NamedTuple):
    """One time a source was read."""

    origin: str
    """The whole path or the address, which names the source tomorrow."""
    document: DocumentId
    """The article that holds its text."""
    read: str
    """When, UTC."""
    format: str
    encoding: str
    sha256: str
    """Of the page as it was fetched; empty where it was not fetched."""


class Readings:
    """All readings of one database."""

    def __init__(self, db: Database) -> None:
        """Read and keep the readings in `db`."""
        self._db = db

    def last(self, origin: str) -> Reading | None:
        """Return what the source said when it was last read, if it ever was."""
        return self._newest("origin = ?", origin)

    def of(self, document: DocumentId) -> Reading | None:
        """Return the last reading that said the text of `document`, if it was read here."""
        return self._newest("document_id = ?", document)

    def keep(self, reading: Reading, page: bytes | None = None) -> None:
        """Keep what a source says now, with the page it was fetched as; raises NotSaved.

        Where it says the same as the last time, nothing is kept.
        """
        last = self.last(reading.origin)
        if last and (last.document, last.sha256) == (reading.document, reading.sha256):
            return
        row = reading._asdict()
        row["document_id"] = row.pop("document")
        with transaction(self._db):
            snapshot = None if page is None else zlib.compress(page)
            insert(self._db, "reading", {**row, "snapshot": snapshot})

    def typed_names(self) -> list[str]:
        """Return the origins that are neither whole paths nor addresses.

        The first version of the database knew sources only as they had been typed.
        """
        query = """
        SELECT DISTINCT origin FROM reading
        WHERE origin NOT LIKE '/%' AND origin NOT LIKE '%://%'
        """
        return [row["origin"] for row in self._db.query(query)]

    def rename(self, name: str, origin: str) -> None:
        """Let what was read under a `name` count as read from `origin`; raises NotSaved."""
        with transaction(self._db):
            query = "UPDATE reading SET origin = ? WHERE origin = ?"
            self._db.execute(query, [origin, name])

    def sources_of(self, document: DocumentId) -> list[str]:
        """Return the origins of the sources that say the text of `document` now, oldest first."""
        query = """
        SELECT origin FROM reading WHERE document_id = :document
        AND number = (
            SELECT number FROM reading AS later WHERE later.origin = reading.origin
            ORDER BY read DESC, number DESC LIMIT 1
        )
        ORDER BY read, number
        """
        return [row["origin"] for row in self._db.query(query, {"document": document})]

    def snapshot(self, document: DocumentId) -> bytes | None:
        """Return the page that `document` was last fetched as, if it was fetched."""
        query = (
            "SELECT snapshot FROM reading WHERE document_id = ? AND snapshot IS NOT NULL "
            "ORDER BY read DESC, number DESC LIMIT 1"
        )
        row = self._db.execute(query, [document]).fetchone()
        return zlib.decompress(row[0]) if row else None

    def _newest(self, condition: str, value: str) -> Reading | None:
        query = f"{_READINGS} WHERE {condition} ORDER BY read DESC, number DESC LIMIT 1"
        row = self._db.execute(query, [value]).fetchone()
        return Reading(*row) if row else None


_READINGS: Final = "SELECT origin, document_id, read, format, encoding, sha256 FROM reading"
