"""What sources said when evidence was read there, and whether its quotes still stood there."""

import zlib
from hashlib import sha256
from typing import Final, NamedTuple

from sqlite_utils.db import Database

from factcheck.domain.clock import now, timestamp
from factcheck.domain.identity import EvidenceId
from factcheck.domain.verification import Finding, Look
from factcheck.store.transactions import transaction


class Snapshot(NamedTuple):
    """A page as it was once."""

    url: str
    """Where evidence says that it is."""
    taken: str
    """When, UTC."""
    sha256: str
    """Of the page as it was fetched."""
    media_type: str
    """What its server called it; empty where it did not say."""
    text: str
    """What the page said."""


class Verification(NamedTuple):
    """One time a source was looked at again."""

    quote: str
    """The quote that was looked for."""
    at: str
    """When, UTC."""
    look: Look
    """What was found."""


class Snapshots:
    """The snapshots of one database, and what verifying them found."""

    def __init__(self, db: Database) -> None:
        """Read and keep the snapshots in `db`."""
        self._db = db
        self._snapshots = db.table("snapshot")
        self._verifications = db.table("verification")

    def keep(self, url: str, page: bytes, media_type: str, text: str) -> Snapshot:
        """Keep what `url` says now, unless the last snapshot of it is the same. Raises NotSaved."""
        snapshot = Snapshot(url, timestamp(now()), sha256(page).hexdigest(), media_type, text)
        with transaction(self._db):
            last = self.last(url)
            if last and last.sha256 == snapshot.sha256:
                return last
            self._snapshots.insert({**snapshot._asdict(), "page": zlib.compress(page)})
        return snapshot

    def last(self, url: str) -> Snapshot | None:
        """Return what `url` said when a snapshot was last kept, if there is one."""
        row = self._db.execute(_LAST_SNAPSHOT, [url]).fetchone()
        return Snapshot(*row) if row else None

    def is_kept(self, url: str) -> bool:
        """Whether there is a snapshot of `url`."""
        return (
            next(self._snapshots.rows_where("url = ?", [url], select="1", limit=1), None)
            is not None
        )

    def page(self, url: str) -> bytes | None:
        """Return the page as it was fetched for the last snapshot, if there is one."""
        query = "SELECT page FROM snapshot WHERE url = ? ORDER BY taken DESC, number DESC LIMIT 1"
        row = self._db.execute(query, [url]).fetchone()
        return zlib.decompress(row[0]) if row else None

    def record(self, evidence: EvidenceId, quote: str, look: Look) -> None:
        """Record what was found when an item's source was verified. Raises NotSaved."""
        row = {
            "evidence_id": evidence,
            "quote": quote,
            "at": timestamp(now()),
            "finding": look.finding,
            "detail": look.detail,
        }
        with transaction(self._db):
            self._verifications.insert(row)

    def last_verification(self, evidence: EvidenceId) -> Verification | None:
        """Return what was found when the evidence was last verified, if it ever was."""
        row = self._db.execute(_LAST_VERIFICATION, [evidence]).fetchone()
        if row is None:
            return None
        quote, at, finding, detail = row
        return Verification(quote, at, Look(Finding(finding), detail))


_LAST_SNAPSHOT: Final = """
SELECT url, taken, sha256, media_type, text FROM snapshot
WHERE url = ? ORDER BY taken DESC, number DESC LIMIT 1
"""

_LAST_VERIFICATION: Final = """
SELECT quote, at, finding, detail FROM verification
WHERE evidence_id = ? ORDER BY at DESC, number DESC LIMIT 1
"""
