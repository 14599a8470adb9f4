"""A database put in the place of another, which is kept: at every moment one of them is there.

SQLite takes a log that it finds beside a file for that file's own. So a log must never be lost from
the file that it belongs to, nor be met by the other one:

1. The new file is whole, and beside the old one, under a name of its own.
2. Other programs are kept from writing; what is in the log is taken into the old file.
3. The old file gets a second name, under which it is kept.
4. What SQLite has beside it follows under that name; it is empty, or belongs to a file that SQLite
   cannot read and that nobody can go on with.
5. The new file takes the first name from the old one, at once.

Whoever has the old file open still has it, and finds that it was moved before writing again.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Final, NamedTuple

from factcheck.domain.clock import now
from factcheck.domain.errors import DatabaseUnusable, NotSaved, NotWritten
from factcheck.store.advice import advice
from factcheck.store.backups.copying import Pulse, copy, standing
from factcheck.store.opening.files import (
    beside,
    bytes_of,
    is_same,
    real,
    sync,
    sync_names,
)
from factcheck.store.opening.identifying import uri_of
from factcheck.store.opening.leftovers import unfinished

_KEPT: Final = "{}.replaced-{:%Y-%m-%dT%H%M%SZ}"
"""What a replaced database is called: after itself, and when it was replaced."""
_PATIENCE: Final = 2.0
"""Seconds to wait for a program that is just writing, or reading at length."""
_ATTEMPTS: Final = 3
"""Another program may write between taking in its log and locking it out."""
_BUSY: Final = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


class Replaced(NamedTuple):
    """What became of a database in whose place another one stands now."""

    kept: Path | None
    """Where it is; None where there was none."""
    missing: int | None
    """How many of its decisions are not in the new one; None where it cannot be read."""


def replace(database: Path, backup: Path, pulse: Pulse) -> Replaced:
    """Put a copy of `backup` in the place of `database`; raises DatabaseUnusable where it is none.

    Raises NotSaved where another program is using the database, and NotWritten; then all is as it
    was.
    """
    here = real(database)
    _refuse(here, backup)
    with _told(here), unfinished(here) as copied:
        here.parent.mkdir(parents=True, exist_ok=True)
        copy(backup, copied, pulse)
        with _locked(here):
            if here.exists():
                shutil.copymode(here, copied)
            kept = _moved_aside(here)
            copied.replace(here)
            sync_names(here.parent)
    return Replaced(kept, _missing(kept, here))


def _refuse(here: Path, backup: Path) -> None:
    if is_same(backup, here):
        raise NotWritten(f"{backup} is the database itself: name a backup of it")
    if here.exists() and not here.is_file():
        raise NotWritten(f"{here} is not a file: name a different one with --db")


@contextmanager
def _locked(here: Path) -> Iterator[None]:
    """Keep others from writing in the block, all that was written in the file; raises NotSaved.

    A file that is missing, damaged or not ours is left as it is.
    """
    if not _is_ours(here):
        yield
        return
    uri = uri_of(here, "mode=rw")
    with closing(sqlite3.connect(uri, timeout=_PATIENCE, isolation_level=None, uri=True)) as db:
        _lock(db, here)
        yield


def _is_ours(here: Path) -> bool:
    """Whether what stands there is a database of ours that can be read; raises NotSaved."""
    if not bytes_of(here):  # SQLite would throw away a log that stands beside it
        return False
    try:
        with standing(here):
            return True
    except DatabaseUnusable as error:
        if _is_in_use(error.__cause__):
            raise NotSaved(_IN_USE.format(here)) from error
        return False


def _lock(db: sqlite3.Connection, here: Path) -> None:
    """Take the write lock while the log is empty; raises NotSaved where others do not let us.

    Where only the log cannot be taken in, it goes with the file.
    """
    log = beside(here)[0]
    for _ in range(_ATTEMPTS):
        try:
            if bytes_of(log):
                db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            db.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            if _is_in_use(error):
                break
            return
        if not bytes_of(log):
            return
        db.rollback()
    raise NotSaved(_IN_USE.format(here))


def _is_in_use(error: BaseException | None) -> bool:
    return getattr(error, "sqlite_errorcode", None) in _BUSY


def _moved_aside(here: Path) -> Path | None:
    """Give the old file a second name, and what is beside it that name; return it, if any."""
    left = [name for name in (here, *beside(here)) if name.exists()]
    if not left:
        return None
    kept = _unused_name(here)
    if here.exists():
        _name_also(here, kept)
    for name, new in zip(beside(here), beside(kept), strict=True):
        with suppress(FileNotFoundError):
            name.replace(new)
    return kept


def _unused_name(here: Path) -> Path:
    name = _KEPT.format(here.name, now())
    names = (here.with_name(f"{name}-{n}" if n > 1 else name) for n in count(1))
    return next(path for path in names if not any(map(Path.exists, (path, *beside(path)))))


def _name_also(here: Path, kept: Path) -> None:
    """Let a file have a second name, or where the disk knows no such thing, be there twice."""
    try:
        os.link(here, kept)
    except FileExistsError:
        raise
    except OSError:
        shutil.copy2(here, kept)
        sync(kept)


def _missing(kept: Path | None, here: Path) -> int | None:
    """Return how many decisions are in the file that is kept and not in the one that is here."""
    if kept is None:
        return 0
    with suppress(DatabaseUnusable), standing(kept) as db:
        db.execute("ATTACH ? AS restored", [uri_of(here, "mode=ro")])
        (missing,) = db.execute(_ONLY_THERE).fetchone()
        return int(missing)
    return None


@contextmanager
def _told(here: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NotWritten(f"{here} cannot be replaced: {advice(error, here)}") from error


_IN_USE: Final = (
    "not restored: another program is reading or writing {}: end it, or try again in a moment"
)
_ONLY_THERE: Final = """
SELECT count(*) FROM decision WHERE id NOT IN (SELECT id FROM restored.decision)
"""
