"""Whole copies of a database that may be in use, each looked through before it counts."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from shutil import copymode
from typing import Final

from factcheck.domain.errors import DatabaseUnusable, NotWritten
from factcheck.store.advice import advice, command
from factcheck.store.opening.connection import for_reading, may_write, not_readable, shared
from factcheck.store.opening.file import DatabaseFile
from factcheck.store.opening.files import bytes_of, sync
from factcheck.store.opening.identifying import (
    has_log,
    identify,
    refuse_unusable,
)

Pulse = Callable[[float | None], None]
"""Told now and then how much is done, from 0 to 1, None where nobody knows; may raise to stop."""
_PAGES_AT_ONCE: Final = 256
"""A megabyte: a few milliseconds."""
_STEPS: Final = 1000
"""Of SQLite's machine between two pulses: a tenth of a millisecond."""
_SOURCE_AT_FAULT: Final = (
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_IOERR_READ,
    sqlite3.SQLITE_IOERR_SHORT_READ,
)
"""SQLite's errors while copying that are not about what is written."""


def unwatched(done: float | None) -> None:
    """Go on, whatever is done."""


def copy(source: Path, target: Path, pulse: Pulse = unwatched) -> None:
    """Write what stands in `source` to the new file `target`, which needs no other beside it.

    It is one moment of the source, whatever others write meanwhile. Raises DatabaseUnusable where
    the source is no sound database of ours, and NotWritten.
    """
    with standing(source) as db:
        decisions = _decisions(db)
        with _not_written(target):
            _make(target, source)
            _write(db, target, pulse)
            sync(target)
    with standing(target) as copied:
        findings = _findings(copied, pulse)
        if findings == "ok" and _decisions(copied) == decisions:
            return
    raise DatabaseUnusable(
        f"the copy of {source} is not sound ({findings}), and was not kept: "
        f"{command('doctor', source)} tells whether the database is"
    )


@contextmanager
def standing(path: Path) -> Iterator[sqlite3.Connection]:
    """Read in the block what stands in a database of ours, and neither change nor add a file.

    Raises DatabaseUnusable for all that SQLite objects to.
    """
    identify(path)
    if not path.exists():
        raise DatabaseUnusable(f"{path} is not there: check the path")
    if not bytes_of(path):  # SQLite would throw away a log that stands beside it
        raise DatabaseUnusable(f"{path} is empty: name a different file")
    try:
        with closing(_opened(path)) as db:
            refuse_unusable(db, path)
            db.execute("BEGIN")
            db.execute("SELECT 1 FROM decision").fetchone()  # from here on it stands still
            yield db.conn
    except sqlite3.Error as error:
        raise not_readable(path, error) from error


def _opened(path: Path) -> DatabaseFile:
    """Open a file so that it stays as it is.

    To share it SQLite adds files beside it, which only who may write takes away at the end, and
    who may write takes in at the end what is in a log. So a file is only read where there is one.
    """
    if has_log(path) or not may_write(path):
        return for_reading(path)
    return shared(path)


def _decisions(db: sqlite3.Connection) -> int:
    (decisions,) = db.execute("SELECT count(*) FROM decision").fetchone()
    return int(decisions)


def _make(target: Path, source: Path) -> None:
    """Make the empty file, which nobody can read who cannot read the source."""
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    copymode(source, target)


def _write(db: sqlite3.Connection, target: Path, pulse: Pulse) -> None:
    """Copy in steps; nothing needs to be taken back in a file that is thrown away if this fails."""

    def step(_: int, remaining: int, total: int) -> None:
        pulse(1 - remaining / total if total else None)

    with closing(sqlite3.connect(target, isolation_level=None)) as copied:
        copied.execute("PRAGMA locking_mode = EXCLUSIVE")
        copied.execute("PRAGMA journal_mode = OFF")
        copied.execute("PRAGMA synchronous = OFF")
        db.backup(copied, pages=_PAGES_AT_ONCE, progress=step)
        copied.execute("PRAGMA journal_mode = DELETE")  # can be read where nothing can be written


def _findings(db: sqlite3.Connection, pulse: Pulse) -> str:
    """Return what SQLite finds wrong first; `ok` where nothing is."""
    with _heeding(db, pulse):
        (finding,) = db.execute("PRAGMA integrity_check(1)").fetchone()
    return str(finding)


@contextmanager
def _heeding(db: sqlite3.Connection, pulse: Pulse) -> Iterator[None]:
    """Let the pulse beat while SQLite works in the block; what it raises ends the work."""
    raised: list[BaseException] = []

    def beat() -> bool:
        try:
            pulse(None)
        except BaseException as error:
            raised.append(error)
        return bool(raised)

    db.set_progress_handler(beat, _STEPS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise
        raise (raised[0] if raised else KeyboardInterrupt) from None
    finally:
        db.set_progress_handler(None, 0)


@contextmanager
def _not_written(target: Path) -> Iterator[None]:
    """Let what the system or SQLite objects to become NotWritten, unless it is about the source."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        if getattr(error, "sqlite_errorcode", None) in _SOURCE_AT_FAULT:
            raise
        reason = advice(error, target)
        raise NotWritten(f"no copy can be written to {target.parent}: {reason}") from error
