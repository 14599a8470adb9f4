"""Files that were kept with evidence: each content once, found by its hash."""

from hashlib import sha256

from sqlite_utils.db import Database

from factcheck.domain.clock import now, timestamp
from factcheck.store.transactions import transaction


class Attachments:
    """The attachments of one database."""

    def __init__(self, db: Database) -> None:
        """Read and keep the attachments in `db`."""
        self._db = db
        self._table = db.table("attachment")

    def keep(self, content: bytes, media_type: str) -> str:
        """Keep `content` unless it is kept already; return its SHA-256. Raises NotSaved."""
        name = sha256(content).hexdigest()
        row = {
            "sha256": name,
            "media_type": media_type,
            "size": len(content),
            "kept": timestamp(now()),
            "content": content,
        }
        with transaction(self._db):
            self._table.insert(row, ignore=True)
        return name

    def content(self, name: str) -> bytes | None:
        """Return the content with that SHA-256; None where it is not kept here."""
        query = "SELECT content FROM attachment WHERE sha256 = ?"
        row = self._db.execute(query, [name]).fetchone()
        return bytes(row[0]) if row else None

    def sizes(self) -> dict[str, int]:
        """Return how many bytes each attachment has, by its SHA-256."""
        return dict(self._db.execute("SELECT sha256, size FROM attachment").fetchall())
