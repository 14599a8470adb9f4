"""Rolling backups: one a day of what has changed, the newest kept, and the oldest let go."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from factcheck.domain.clock import now
from factcheck.domain.errors import FactcheckError, NotWritten
from factcheck.store.advice import advice, command
from factcheck.store.backups.copying import Pulse, copy, standing
from factcheck.store.backups.kept import folder_of, newest_backup, rolling_backups
from factcheck.store.opening.files import beside, bytes_of, real, remove, sync_names

KEPT: Final = 7
"""A week of days with work in them."""
BUDGET: Final = 2 * 1024**3
"""Bytes that all of them may take together."""
_UNFINISHED: Final = "unfinished.db"
"""A backup that is being made, or was when its program was killed."""
_LOCK: Final = ".lock"
"""Held by who makes one: SQLite lets go of it when a program ends, however that is."""


def roll(database: Path, pulse: Pulse) -> None:
    """Make today's backup of `database`, unless there is one or nothing changed since the newest.

    Days are those of UTC, like all times here. Raises NotWritten and DatabaseUnusable; then the
    older backups are all there.
    """
    today = folder_of(database) / f"{now():%Y-%m-%d}.db"
    if today.exists() or not _has_changed(database):
        return
    _refuse_too_large(database)
    try:
        today.parent.mkdir(exist_ok=True)
        with _alone(today.parent) as alone:
            if alone and not today.exists():
                _make(database, today, pulse)
                _let_go(database, today)
    except (OSError, sqlite3.Error) as error:
        raise NotWritten(f"{today.parent} cannot be written: {advice(error, today)}") from error


def _make(database: Path, today: Path, pulse: Pulse) -> None:
    unfinished = today.with_name(_UNFINISHED)
    remove(unfinished)
    try:
        copy(database, unfinished, pulse)
        unfinished.replace(today)
    finally:
        remove(unfinished)
    sync_names(today.parent)


def _let_go(database: Path, today: Path) -> None:
    """Remove the oldest backups but for `today`'s, as long as there are too many or too much."""
    kept, size = 1, bytes_of(today)
    for backup in rolling_backups(database):
        if backup == today:
            continue
        kept, size = kept + 1, size + bytes_of(backup)
        if kept > KEPT or size > BUDGET:
            remove(backup)


def _has_changed(database: Path) -> bool:
    """Whether the database holds something that its newest backup does not."""
    newest = newest_backup(database)
    here = _contents(database)
    try:
        return any(here) if newest is None else here != _contents(newest)
    except FactcheckError:  # which an older program made, or which is damaged
        return True


def _contents(database: Path) -> tuple[object, ...]:
    """Return what is different whenever somebody has decided, read or kept something.

    Where sittings are is left out: to begin one is no change.
    """
    with standing(database) as db:
        contents: tuple[object, ...] = db.execute(_CONTENTS).fetchone()
    return contents


def _refuse_too_large(database: Path) -> None:
    """Raise NotWritten where a backup would be larger than all may be, or fill the disk."""
    here = real(database)
    size = sum(map(bytes_of, (here, beside(here)[0])))
    free = shutil.disk_usage(here.parent).free
    if size > min(BUDGET, free / 2):
        limit = f"the {BUDGET >> 30} GiB for all of them" if size > BUDGET else "half the free disk"
        raise NotWritten(
            f"the database is larger than {limit}: {command('backup DEST', database)} makes a copy "
            "elsewhere"
        )


@contextmanager
def _alone(folder: Path) -> Iterator[bool]:
    """Tell whether no other program makes a backup there, and let none do so in the block."""
    with closing(sqlite3.connect(folder / _LOCK, timeout=0, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            yield False
        else:
            yield True


_CONTENTS: Final = """
SELECT
    (SELECT count(*) FROM decision), (SELECT max(at) FROM decision),
    (SELECT count(*) FROM document), (SELECT count(*) FROM reading),
    (SELECT count(*) FROM attachment), (SELECT count(*) FROM snapshot),
    (SELECT count(*) FROM verification), (SELECT count(*) FROM draft)
"""
