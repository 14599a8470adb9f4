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
        db.execute("BEGIN IMMEDIATE")
        yield
        db.commit()
    except sqlite3.Error as error:
        abandon(db)
        raise NotSaved(f"not saved: {advice(error)}") from error
    except BaseException:
        abandon(db)
        raise


def abandon(db: Database) -> None:
    """Roll the open transaction back, if SQLite has not done so itself."""
    with suppress(sqlite3.Error):  # the error that led here says more
        db.rollback()
