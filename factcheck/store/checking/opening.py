"""A database opened to be checked: nothing in it or beside it changes, and it stands still."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

from sqlite_utils.db import Database

from factcheck.domain.errors import DatabaseUnusable
from factcheck.store.advice import how_to_go_back, is_damage
from factcheck.store.checking.rows import is_lack
from factcheck.store.migrations import migrations
from factcheck.store.opening.connection import for_reading, may_write, not_readable, shared
from factcheck.store.opening.file import DatabaseFile
from factcheck.store.opening.identifying import has_log, identify, refuse_newer

_CACHE: Final = 32 * 1024
"""Kilobytes of pages that are kept at hand: what a decision is about can be anywhere."""
_PAGES: Final = 4096
"""That are copied together; between them, control-C is heeded."""
_STEPS: Final = 100_000
"""Of SQLite's machine, a few milliseconds: after so many, control-C is heeded."""


@contextmanager
def standing_still(path: Path) -> Iterator[Database]:
    """Read in the block what stands at its beginning, whatever others write meanwhile.

    A database of an older version is read in a copy of its own that was brought up to date.
    Raises DatabaseUnusable.
    """
    identify(path)
    _refuse_nothing(path)
    try:
        with closing(_opened(path)) as db:
            with suppress(sqlite3.DatabaseError, UnicodeDecodeError, LookupError):
                refuse_newer(db, path)
            db.execute("BEGIN")
            with closing(sqlite3.connect("")) as copy:
                yield _up_to_date(db, copy) or db
    except sqlite3.Error as error:
        raise not_readable(path, error) from error


def is_older(path: Path) -> bool:
    """Whether the database is of an older version, and will be brought up to date when used."""
    with suppress(sqlite3.Error, UnicodeDecodeError, LookupError), closing(_opened(path)) as db:
        (version,) = db.execute("PRAGMA user_version").fetchone()
        return bool(migrations.pending(db)) and version == len(migrations.applied(db))
    return False


def _refuse_nothing(path: Path) -> None:
    """Refuse a file that is not there, or holds nothing: to check it would make it."""
    reason = "is empty" if path.exists() else "is not there"
    if not path.exists() or (path.is_file() and not path.stat().st_size and not has_log(path)):
        raise DatabaseUnusable(
            f"{path} {reason}: name a different file with --db ({how_to_go_back(path)})"
        )


def _opened(path: Path) -> DatabaseFile:
    """Open the file for reading only, and so that no other is left beside it.

    Who may write tidies up behind, but would also take in what a log or a journal still holds.
    """
    journal = path.resolve().with_name(f"{path.resolve().name}-journal")
    if has_log(path) or journal.exists() or not may_write(path):
        db = for_reading(path)
    else:
        db = shared(path)
    db.conn.text_factory = _text
    try:
        db.execute(f"PRAGMA cache_size = -{_CACHE}")
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if not is_damage(error):
            raise
        db.execute("PRAGMA writable_schema = ON")  # lets SQLite read what is left of it
    db.conn.set_progress_handler(lambda: 0, _STEPS)
    return db


def _text(stored: bytes) -> str:
    """Return what stands in a column, whatever the bytes are."""
    return stored.decode("utf-8", "surrogateescape")


def _up_to_date(db: Database, copy: sqlite3.Connection) -> Database | None:
    """Return a `copy` of an older database that was brought up to date.

    None for one that needs none, or that cannot be: it is looked at as it is.
    """
    try:
        if not migrations.pending(db):
            return None
        db.conn.backup(copy, pages=_PAGES, progress=lambda *_: None)
        copy.text_factory = _text
        copy.set_progress_handler(lambda: 0, _STEPS)
        current = Database(copy, strict=True, execute_plugins=False)
        migrations.apply(current)
    except Exception as error:
        if is_lack(error):
            raise
        return None
    return current
