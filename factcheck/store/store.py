"""One open database, and everything that is kept in it."""

import sqlite3
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Self

from factcheck.domain.errors import DatabaseUnusable
from factcheck.store.advice import advice
from factcheck.store.archive import Archive
from factcheck.store.attachments import Attachments
from factcheck.store.connection import connect
from factcheck.store.documents import Documents
from factcheck.store.drafts import Drafts
from factcheck.store.journal import Journal
from factcheck.store.journal_merging import JournalMerging
from factcheck.store.linting import Observations
from factcheck.store.merging import Merging
from factcheck.store.queue import Queue
from factcheck.store.readings import Readings
from factcheck.store.reviews import Reviews
from factcheck.store.schemes import Schemes
from factcheck.store.search import Search
from factcheck.store.sittings import Sittings
from factcheck.store.snapshots import Snapshots
from factcheck.store.standing import Standing
from factcheck.store.statistics import Statistics
from factcheck.store.transactions import transaction, unchanging
from factcheck.store.wordings import Wordings


class Store:
    """Articles, the journal and what stands, and all else that is kept in a SQLite file."""

    def __init__(self, path: Path) -> None:
        """Open the database at `path`, made if there is none; raises DatabaseUnusable."""
        self.path = path
        self._db = connect(path)
        self.documents = Documents(self._db)
        self.readings = Readings(self._db)
        self.attachments = Attachments(self._db)
        self.archive = Archive(self._db)
        self.snapshots = Snapshots(self._db)
        self.queue = Queue(self._db)
        self.journal = Journal(self._db)
        self.standing = Standing(self._db)
        self.reviews = Reviews(self._db)
        self.schemes = Schemes(self._db)
        self.search = Search(self._db)
        self.statistics = Statistics(self._db)
        self.observations = Observations(self._db)
        self.wordings = Wordings(self._db)
        self.sittings = Sittings(self._db)
        self.drafts = Drafts(self._db)

    @property
    def version(self) -> int:
        """A number that changes when another program has written to the file."""
        (version,) = self._db.execute("PRAGMA data_version").fetchone()
        return int(version)

    def without_waiting(self) -> AbstractContextManager[None]:
        """In the block, give up at once where another program is writing; raises NotSaved."""
        return self._db.without_waiting()

    def transaction(self) -> AbstractContextManager[None]:
        """Write everything in the block or nothing; raises NotSaved."""
        return transaction(self._db)

    def as_of_now(self) -> AbstractContextManager[None]:
        """In the block, read what stands now, whatever other programs write meanwhile."""
        return unchanging(self._db)

    def merging(self) -> Merging:
        """Return what brings records of another database in, inside a transaction."""
        return Merging(self._db)

    def journal_merging(self) -> JournalMerging:
        """Return what brings decisions of another database in, inside a transaction."""
        return JournalMerging(self._db)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __enter__(self) -> Self:
        """Return the open store."""
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """Close the file; an error of SQLite's while reading becomes DatabaseUnusable."""
        self.close()
        if isinstance(error, sqlite3.Error):
            raise DatabaseUnusable(f"{self.path} cannot be read: {advice(error)}") from error
