"""Opening the database file: nothing is written to what is not ours, too new, or damaged."""

import os
import sqlite3
import stat
import time
from contextlib import closing
from pathlib import Path
from shlex import quote
from typing import Final

from sqlite_utils.db import Database

from factcheck.domain.errors import DatabaseUnusable
from factcheck.store.migrations import APPLICATION_ID, migrations
from factcheck.store.opening.file import DatabaseFile
from factcheck.store.opening.files import beside, real
from factcheck.store.opening.identifying import (
    cannot_be_used,
    has_log,
    identify,
    refuse_unusable,
    uri_of,
)
from factcheck.store.transactions import immediate

_BUSY_TIMEOUT: Final = 10.0
"""Seconds to wait for another program's write before giving up."""
_PAUSE: Final = 0.01
"""Seconds between two attempts where SQLite does not wait by itself."""
_WRITABLE_BY_SOMEBODY: Final = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def connect(path: Path) -> DatabaseFile:
    """Return the database at `path`, created or migrated if need be; raises DatabaseUnusable.

    Where it may only be read, it is opened for reading, and every write is refused.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        identify(path)
        return _writable(path) if may_write(path) else _read_only(path)
    except (sqlite3.Error, OSError, UnicodeDecodeError) as error:
        raise cannot_be_used(path, error) from error


def may_write(path: Path) -> bool:
    """Whether the file, made if there is none, and the log beside it may be written."""
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def shared(path: Path, mode: str = "rw") -> DatabaseFile:
    """Open the file at `path`, which others may use too.

    Where the full disk has no room for what SQLite lets them share, it is opened for one alone: it
    can be read at least.
    """
    db = _open(path, uri_of(path, f"mode={mode}"))
    try:
        _begin_sharing(db)
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_IOERR_SHMSIZE:
            db.close()
            return _alone(path)
        # the rest shows when it is used
    return db


def for_reading(path: Path) -> DatabaseFile:
    """Open the file at `path`, which is ours, so that nothing in it can change."""
    untouched = not has_log(path) and _nobody_may_write(path)
    return _open(path, uri_of(path, "immutable=1" if untouched else "mode=ro"))


def _writable(path: Path) -> DatabaseFile:
    if has_log(path):  # which goes into the file when the last program closes it
        with closing(for_reading(path)) as db:
            refuse_unusable(db, path)
    db = shared(path, "rwc")
    try:
        _prepare(db, path)
    except BaseException:
        db.close()
        raise
    return db


def _read_only(path: Path) -> DatabaseFile:
    db = for_reading(path)
    try:
        refuse_unusable(db, path)
        if migrations.pending(db):
            raise DatabaseUnusable(
                f"{path} was made by an older factcheck, and is read-only: allow writing, so that "
                "it can be brought up to date"
            )
    except sqlite3.OperationalError as error:
        db.close()
        raise not_readable(path, error) from error
    except BaseException:
        db.close()
        raise
    return db


def not_readable(path: Path, error: sqlite3.Error) -> DatabaseUnusable:
    """Return what to tell where SQLite might have to write beside a file in order to read it."""
    code = getattr(error, "sqlite_errorcode", None)
    if code == sqlite3.SQLITE_READONLY_ROLLBACK:
        return DatabaseUnusable(
            f"{beside(real(path))[2]} is left of a write that was broken off, or of another file: "
            f"`factcheck --db {quote(str(path))} list` clears it up"
        )
    if code != sqlite3.SQLITE_CANTOPEN or may_write(path):
        return cannot_be_used(path, error)
    return DatabaseUnusable(
        f"{path} is read-only here, and others may be writing to it: copy it, with its -wal file "
        "if there is one, and name the copy with --db"
    )


def _alone(path: Path) -> DatabaseFile:
    db = _open(path, uri_of(path, "mode=rw"))
    try:
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        _begin_sharing(db)
        beside(real(path))[1].unlink(missing_ok=True)  # too short, and nobody else can be using it
    except BaseException:
        db.close()
        raise
    return db


def _begin_sharing(db: Database) -> None:
    """Read the file's header, for which SQLite opens all that stands beside it."""
    db.execute("PRAGMA schema_version").fetchone()


def _open(path: Path, uri: str) -> DatabaseFile:
    return DatabaseFile(path, uri, _BUSY_TIMEOUT)


def _prepare(db: Database, path: Path) -> None:
    """Refuse what is not to be written to; then bring it up to date."""
    refuse_unusable(db, path)
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA synchronous = FULL")
    _enable_wal(db)
    if migrations.pending(db):
        _migrate(db)


def _nobody_may_write(path: Path) -> bool:
    """Whether no program can write to the file while it is read."""
    if os.statvfs(path).f_flag & os.ST_RDONLY:
        return True
    modes = [entry.stat().st_mode for entry in (path, path.resolve().parent)]
    return not all(mode & _WRITABLE_BY_SOMEBODY for mode in modes)


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
        _take_steps(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {len(migrations.applied(db))}")


def _take_steps(db: Database) -> None:
    """Bring the database up to date; raises sqlite3.DatabaseError that tells of damage.

    SQLite can only refuse our own SQL where something is not what the steps before have made.
    """
    try:
        migrations.apply(db)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:
            raise sqlite3.DatabaseError(f"malformed: {error}") from error
        raise
