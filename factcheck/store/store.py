"""One open database, and everything that is kept in it."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from factcheck.domain.errors import DatabaseUnusable
from factcheck.store.advice import STRANGE_VALUE, advice, way_out
from factcheck.store.opening.connection import connect
from factcheck.store.transactions import transaction, unchanging

if TYPE_CHECKING:
    from factcheck.store.archive import Archive
    from factcheck.store.attachments import Attachments
    from factcheck.store.documents import Documents
    from factcheck.store.drafts import Drafts
    from factcheck.store.journal import Journal
    from factcheck.store.merging.decisions import JournalMerging
    from factcheck.store.merging.records import Merging
    from factcheck.store.observations import Observations
    from factcheck.store.queue import Queue
    from factcheck.store.readings import Readings
    from factcheck.store.reviews import Reviews
    from factcheck.store.schemes import Schemes
    from factcheck.store.search import Search
    from factcheck.store.sittings import Sittings
    from factcheck.store.snapshots import Snapshots
    from factcheck.store.standing import Standing
    from factcheck.store.statistics import Statistics
    from factcheck.store.wordings import Wordings

_P = TypeVar("_P")


class Part(Generic[_P]):
    """A part of the store, loaded when it is first asked for: no command needs them all.

    It is the class that has the name of the attribute, in the module that has it as well.
    """

    def __set_name__(self, owner: type[Store], name: str) -> None:
        """Take the attribute's name."""
        self._name = name

    def __get__(self, store: Store, owner: type[Store]) -> _P:
        """Return the store's part, which stands in the place of this from now on."""
        module = import_module(f"factcheck.store.{self._name}")
        part: _P = getattr(module, self._name.capitalize())(store._db)
        setattr(store, self._name, part)
        return part


class Store:
    """Articles, the journal and what stands, and all else that is kept in a SQLite file."""

    documents: Part[Documents] = Part()
    readings: Part[Readings] = Part()
    attachments: Part[Attachments] = Part()
    archive: Part[Archive] = Part()
    snapshots: Part[Snapshots] = Part()
    queue: Part[Queue] = Part()
    journal: Part[Journal] = Part()
    standing: Part[Standing] = Part()
    reviews: Part[Reviews] = Part()
    schemes: Part[Schemes] = Part()
    search: Part[Search] = Part()
    statistics: Part[Statistics] = Part()
    observations: Part[Observations] = Part()
    wordings: Part[Wordings] = Part()
    sittings: Part[Sittings] = Part()
    drafts: Part[Drafts] = Part()

    def __init__(self, path: Path) -> None:
        """Open the database at `path`, made if there is none; raises DatabaseUnusable."""
        self.path = path
        self._db = connect(path)

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
        from factcheck.store.merging.records import Merging

        return Merging(self._db)

    def journal_merging(self) -> JournalMerging:
        """Return what brings decisions of another database in, inside a transaction."""
        from factcheck.store.merging.decisions import JournalMerging

        return JournalMerging(self._db)

    def unusable_by(self, error: BaseException | None) -> DatabaseUnusable | None:
        """Return what to tell of an error that nobody expected, where it is the file's.

        What cannot be a value of ours comes from a damaged file, or it is a mistake in the program;
        to tell which, the file is checked.
        """
        if isinstance(error, sqlite3.Error):
            return DatabaseUnusable(f"{self.path} cannot be read: {advice(error, self.path)}")
        if not isinstance(error, STRANGE_VALUE):
            return None
        from factcheck.store.checking.first_problem import first_problem

        problem = first_problem(self.path)
        if not problem:
            return None
        return DatabaseUnusable(f"{self.path} is damaged ({problem}): {way_out(self.path)}")

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __enter__(self) -> Self:
        """Return the open store."""
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """Close the file; an error that is the file's becomes DatabaseUnusable."""
        self.close()
        unusable = self.unusable_by(error)
        if unusable:
            raise unusable from error
