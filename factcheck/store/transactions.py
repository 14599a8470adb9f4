"""Writing in transactions: everything or nothing, and never losing a race."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import uniform
from typing import Final

from sqlite_utils.db import Database

from factcheck.domain.errors import NotSaved, NotSavedInDamaged
from factcheck.store.advice import advice, is_damage
from factcheck.store.opening.file import DatabaseFile

_PAUSES: Final = (0.001, 0.005)
"""Seconds between two looks for the write lock: a program holds it for about so long."""


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
        with immediate(db):
            _refuse_moved(db)  # whoever puts another file in its place holds the lock meanwhile
            yield
    except sqlite3.Error as error:
        raise _not_saved(db, error) from error


def _refuse_moved(db: Database) -> None:
    if isinstance(db, DatabaseFile) and not db.in_place:
        raise NotSaved("not saved: the database file was moved or deleted: put it back, or restart")


def _not_saved(db: Database, error: sqlite3.Error) -> NotSaved:
    path = db.path if isinstance(db, DatabaseFile) else Path()
    kind = NotSavedInDamaged if is_damage(error) else NotSaved
    return kind(f"not saved: {advice(error, path)}")


@contextmanager
def immediate(db: Database) -> Iterator[None]:
    """Take the write lock, and keep what the block writes unless it raises."""
    _take_write_lock(db.conn)
    try:
        yield
        db.commit()
    except BaseException:
        with suppress(sqlite3.Error):  # the error that led here says more
            db.rollback()
        raise


def _take_write_lock(connection: sqlite3.Connection) -> None:
    """Wait as long as the connection's own patience for other programs that write.

    SQLite looks less often the longer it has waited, up to ten times a second: among programs that
    write all the time it lets one of them wait for ever.
    """
    (patience,) = connection.execute("PRAGMA busy_timeout").fetchone()
    deadline = time.monotonic() + patience / 1000
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        while not _has_begun(connection, last=time.monotonic() >= deadline):
            time.sleep(uniform(*_PAUSES))  # noqa: S311 - so that they do not all look at once
    finally:
        connection.execute(f"PRAGMA busy_timeout = {patience}")


def _has_begun(connection: sqlite3.Connection, *, last: bool) -> bool:
    """Whether the write lock is ours now; raises where it is another's at the `last` attempt."""
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if last or error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True


@contextmanager
def unchanging(db: Database) -> Iterator[None]:
    """Read in the block what stands now, whatever other programs write; nothing is written."""
    if db.conn.in_transaction:
        yield
        return
    db.execute("BEGIN")
    try:
        yield
    finally:
        db.rollback()


@contextmanager
def aside(db: Database) -> Iterator[None]:
    """Write to temporary tables in the block; other programs may write to the file meanwhile."""
    joined = db.conn.in_transaction
    try:
        yield
    finally:
        if not joined:
            db.commit()
