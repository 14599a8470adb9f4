"""Whose database a file is, and of which version: told without writing anything, or beside it."""

import os
import sqlite3
import stat
import time
from contextlib import closing
from pathlib import Path
from typing import Final

from sqlite_utils.db import Database

from factcheck import __version__
from factcheck.domain.display import counted
from factcheck.domain.errors import DatabaseUnusable, NewerDatabase
from factcheck.store.advice import advice, how_to_go_back, is_damage, way_out
from factcheck.store.backups.kept import rolling_backups
from factcheck.store.migrations import APPLICATION_ID, migrations
from factcheck.store.opening.files import beside, bytes_of, real

_SHORTEST: Final = 512
"""Bytes of the smallest page that SQLite knows."""
_MAKING: Final = 0.2
"""Seconds in which a program has long written to the file that it has just made."""
_SMALL: Final = 4 * 1024 * 1024
"""Bytes of a file that is looked through whenever it is opened, which takes a few milliseconds."""


def identify(path: Path) -> None:
    """Refuse a file that is not ours, or too new, by its first page; raises DatabaseUnusable.

    SQLite reads the file as one that nobody writes to: it takes no locks, makes no files beside it
    and leaves a write-ahead log alone. What only the log can tell is left to `refuse_unusable`.
    """
    _refuse_left_log(path)
    _refuse_no_file(path)
    if not path.exists():
        return
    _refuse_cut_off(path)
    try:
        with closing(sqlite3.connect(uri_of(path, "immutable=1"), uri=True)) as db:
            _refuse_foreign(db, path)
            _refuse_newer_number(db, path)
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_NOTADB:
            raise cannot_be_used(path, error) from error
        # another program may be just writing: what is wrong shows when the file is locked


def refuse_unusable(db: Database, path: Path) -> None:
    """Refuse what is not ours, too new or damaged; raises DatabaseUnusable, and sqlite3.Error."""
    _refuse_foreign(db.conn, path)
    _refuse_newer_number(db.conn, path)
    _refuse_forgetful(db, path)
    refuse_newer(db, path)
    if path.stat().st_size <= _SMALL:
        _refuse_damaged(db, path)


def refuse_newer(db: Database, path: Path) -> None:
    """Refuse what a newer version of the program has made; raises NewerDatabase."""
    _refuse_newer_number(db.conn, path)
    names = {migration.name for migration in migrations._migrations}
    unknown = [step.name for step in migrations.applied(db) if step.name not in names]
    if unknown:
        raise _newer(path, _known() + len(unknown))


def cannot_be_used(path: Path, error: Exception) -> DatabaseUnusable:
    """Return what to tell a user whose database cannot be opened because of `error`."""
    told = f"{path} cannot be used as a database: {advice(error)}"
    return DatabaseUnusable(told, way_out(path) if is_damage(error) else "")


def uri_of(path: Path, options: str) -> str:
    """Return the URI by which SQLite opens a file otherwise than usual."""
    return f"{path.absolute().as_uri()}?{options}"


def log_of(path: Path) -> Path:
    """Return where SQLite keeps the write-ahead log of a database."""
    real = path.resolve()
    return real.with_name(f"{real.name}-wal")


def has_log(path: Path) -> bool:
    """Whether there are writes that are not in the file yet."""
    try:
        return log_of(path).stat().st_size > 0
    except OSError:
        return False


def _refuse_no_file(path: Path) -> None:
    """Refuse what is no file; to open a pipe would wait for whoever writes to it."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise DatabaseUnusable(f"{path} is a folder and cannot be opened: check the path")
    if not stat.S_ISREG(mode):
        raise DatabaseUnusable(f"{path} is not a file: name a different file with --db")
    if not os.access(path, os.R_OK):
        raise DatabaseUnusable(f"{path} may not be read: check the permissions of the file")


def _refuse_left_log(path: Path) -> None:
    """Refuse what only a log is left of: a new file would take it for its own, and lose it."""
    if has_log(path) and not path.exists():
        raise DatabaseUnusable(
            f"{path} is gone, and its log {log_of(path)} is still there: put the file back beside "
            f"it, or a backup in its place ({how_to_go_back(path)})"
        )


def _refuse_cut_off(path: Path) -> None:
    """Refuse a file of which nothing is left, though it was a database: it is no new one."""
    if _is_cut_off(path):
        time.sleep(_MAKING)
        if _is_cut_off(path):
            raise DatabaseUnusable(
                f"{path} is damaged, or not a SQLite database: it has only "
                f"{counted(bytes_of(path), 'byte')}: keep it, or name a different file with --db",
                way_out(path),
            )


def _is_cut_off(path: Path) -> bool:
    """Whether a file is too short for a database, and not because it is new."""
    if bytes_of(path) >= _SHORTEST:
        return False
    was_one = has_log(path) or _was_rolled_back_to(path) or bool(rolling_backups(path))
    size = bytes_of(path)  # asked last: whoever makes the file writes to it before all others
    return size < _SHORTEST and (was_one or size > 0)


def _was_rolled_back_to(path: Path) -> bool:
    """Whether a journal stands beside the file that says that it held pages."""
    try:
        with beside(real(path))[2].open("rb") as journal:
            return any(journal.read(20)[16:])
    except OSError:
        return False


def _refuse_foreign(db: sqlite3.Connection, path: Path) -> None:
    (tables,) = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    # read after the tables: a program that makes the database now writes both at once
    (application,) = db.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID and (tables or application):
        raise DatabaseUnusable(
            f"{path} is a database of another program: name a different file with --db",
            way_out(path),
        )


def _refuse_newer_number(db: sqlite3.Connection, path: Path) -> None:
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version > _known():
        raise _newer(path, version)


def _refuse_forgetful(db: Database, path: Path) -> None:
    """Refuse a database that does not know which steps made it: to make them again would fail."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    try:
        made = len(migrations.applied(db))
    except LookupError:  # the table is another one
        made = 0
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
            raise
        made = 0
    if made < version:
        raise cannot_be_used(path, sqlite3.DatabaseError("malformed: steps are forgotten"))


def _refuse_damaged(db: Database, path: Path) -> None:
    (first,) = db.execute("PRAGMA integrity_check(1)").fetchone()
    if first != "ok":
        raise cannot_be_used(path, sqlite3.DatabaseError(f"malformed: {first}"))


def _newer(path: Path, version: int) -> NewerDatabase:
    return NewerDatabase(
        f"{path} was made by a newer factcheck (its database version is {version}); this is "
        f"factcheck {__version__}, which reads up to database version {_known()}: update factcheck",
        way_out(path),
    )


def _known() -> int:
    return len(migrations._migrations)
