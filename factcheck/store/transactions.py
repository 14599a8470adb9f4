"""Writing in transactions: everything or nothing, and never losing a race."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from sqlite_utils.db import Database

from factcheck.domain.errors import NotSaved
from factcheck.store.advice import advice
from factcheck.store.file import DatabaseFile


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """Write everything in the block or nothing; inside another transaction, join it.

    `BEGIN IMMEDIATE` takes the write lock before anything is read, so that waiting for another
    program works and nothing read goes stale. Raises NotSaved.
    """
    if db.conn.in_transaction:
        yield
        return
    if isinstance(db, DatabaseFile) and not db.in_place:
        raise NotSaved("not saved: the database file was moved or deleted: put it back, or restart")
    try:
        with immediate(db):
            yield
    except sqlite3.Error as error:
        raise NotSaved(f"not saved: {advice(error)}") from error


@contextmanager
def immediate(db: Database) -> Iterator[None]:
    """Take the write lock, and keep what the block writes unless it raises."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.commit()
    except BaseException:
        with suppress(sqlite3.Error):  # the error that led here says more
            db.rollback()
        raise


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
