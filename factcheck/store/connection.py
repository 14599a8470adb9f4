"""Opening the database file safely, and writing to it in transactions that do not lose a race."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from sqlite_utils.db import Database

from factcheck import __version__
from factcheck.domain.errors import DatabaseUnusable, NewerDatabase, NotSaved
from factcheck.store.migrations import APPLICATION_ID, migrations

_BUSY_TIMEOUT: Final = 10.0
"""Seconds to wait for another program's write before giving up."""
_PAUSE: Final = 0.01
"""Seconds between two attempts where SQLite does not wait by itself."""


def connect(path: Path) -> Database:
    """Return the database at `path`, created or migrated if need be; raises DatabaseUnusable."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        db = _open(path)
    except (sqlite3.Error, OSError) as error:
        raise DatabaseUnusable(f"{path} cannot be used as a database: {_advice(error)}") from error
    try:
        _prepare(db, path)
    except sqlite3.Error as error:
        db.close()
        raise DatabaseUnusable(f"{path} cannot be used as a database: {_advice(error)}") from error
    except DatabaseUnusable:
        db.close()
        raise
    return db


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """Write everything in the block or nothing; inside another transaction, join it.

    `BEGIN IMMEDIATE` takes the write lock before anything is read, so that waiting for another
    program works and nothing read goes stale. Raises NotSaved.
    """
    if db.conn.in_transaction:
        yield
        return
    try:
        db.execute("BEGIN IMMEDIATE")
        yield
        db.commit()
    except sqlite3.Error as error:
        _abandon(db)
        raise NotSaved(f"not saved: {_advice(error)}") from error
    except BaseException:
        _abandon(db)
        raise


def _abandon(db: Database) -> None:
    """Undo the open transaction, if SQLite has not done so itself."""
    with suppress(sqlite3.Error):  # the error that led here says more
        db.rollback()


def _open(path: Path) -> Database:
    connection = sqlite3.connect(path, timeout=_BUSY_TIMEOUT)
    return Database(connection, strict=True, execute_plugins=False)


def _prepare(db: Database, path: Path) -> None:
    """Refuse what is not ours or too new, before anything is written; then bring it up to date."""
    _refuse_foreign(db, path)
    _refuse_newer(db, path)
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA synchronous = FULL")
    _enable_wal(db)
    if migrations.pending(db):
        _migrate(db)


def _refuse_foreign(db: Database, path: Path) -> None:
    if not db.table_names():
        return
    # read after the tables: a program that makes the database now writes both at once
    application: int = db.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION_ID:
        raise DatabaseUnusable(
            f"{path} is a database of another program: name a different file with --db"
        )


def _refuse_newer(db: Database, path: Path) -> None:
    known = {migration.name for migration in migrations._migrations}
    unknown = [step.name for step in migrations.applied(db) if step.name not in known]
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    if unknown or version > len(known):
        raise NewerDatabase(
            f"{path} was made by a newer factcheck (its database version is "
            f"{max(version, len(known) + len(unknown))}); this is factcheck {__version__}, which "
            f"reads up to database version {len(known)}: update factcheck"
        )


def _enable_wal(db: Database) -> None:
    """Switch to the write-ahead log, waiting for programs that open the new file just now.

    SQLite itself does not wait here: it fails at once where two switch at the same moment.
    """
    deadline = time.monotonic() + _BUSY_TIMEOUT
    while True:
        try:
            return db.enable_wal()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
        time.sleep(_PAUSE)


def _migrate(db: Database) -> None:
    """Apply the steps that are missing; a second program that opens the file waits its turn."""
    db.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {len(migrations.applied(db))}")
        db.commit()
    except BaseException:
        _abandon(db)
        raise


def _advice(error: Exception) -> str:
    """Say in one line what went wrong and what the user can do."""
    reason = str(error)
    for symptom, advice in _ADVICE.items():
        if symptom in reason:
            return advice
    return reason


_ADVICE: Final = {
    "database is locked": "another program is writing to it: try again in a moment",
    "disk is full": "the disk is full: make room and try again",
    "readonly database": "the file or its folder is read-only: allow writing and try again",
    "unable to open": "the file or its folder cannot be opened: check the path and its permissions",
    "not a database": "the file is not a SQLite database: name a different file with --db",
    "malformed": "the file is damaged: keep it, and go on with a copy made before",
    "disk I/O error": "the disk does not answer: check it and try again",
    "No such file": "its folder cannot be made: check the path",
    "Permission denied": "its folder may not be written to: check the path and its permissions",
    "File exists": "a file stands where a folder is needed: check the path",
    "Not a directory": "a file stands where a folder is needed: check the path",
}
