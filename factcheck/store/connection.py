"""Opening the database file: nothing is written to what is not ours, or too new."""

import sqlite3
import time
from pathlib import Path
from typing import Final

from sqlite_utils.db import Database

from factcheck import __version__
from factcheck.domain.errors import DatabaseUnusable, NewerDatabase
from factcheck.store.advice import advice
from factcheck.store.file import DatabaseFile
from factcheck.store.migrations import APPLICATION_ID, migrations
from factcheck.store.transactions import immediate

_BUSY_TIMEOUT: Final = 10.0
"""Seconds to wait for another program's write before giving up."""
_PAUSE: Final = 0.01
"""Seconds between two attempts where SQLite does not wait by itself."""


def connect(path: Path) -> DatabaseFile:
    """Return the database at `path`, created or migrated if need be; raises DatabaseUnusable."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        db = _open(path)
    except (sqlite3.Error, OSError) as error:
        raise DatabaseUnusable(f"{path} cannot be used as a database: {advice(error)}") from error
    try:
        _prepare(db, path)
    except sqlite3.Error as error:
        db.close()
        raise DatabaseUnusable(f"{path} cannot be used as a database: {advice(error)}") from error
    except DatabaseUnusable:
        db.close()
        raise
    return db


def _open(path: Path) -> DatabaseFile:
    return DatabaseFile(path, sqlite3.connect(path, timeout=_BUSY_TIMEOUT))


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
    with immediate(db):
        migrations.apply(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {len(migrations.applied(db))}")
