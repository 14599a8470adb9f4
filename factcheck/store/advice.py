"""SQLite's and the system's errors, told so that the user knows what to do."""

import sqlite3
import zlib
from pathlib import Path
from shlex import quote
from typing import Final

from factcheck.store.backups.kept import newest_backup

STRANGE_VALUE: Final = (
    ValueError, TypeError, LookupError, ArithmeticError, AttributeError, RecursionError, zlib.error,
)  # fmt: skip
"""What Python raises where something is not what it should be."""
_NO_DATABASE: Final = "not a database"
_DAMAGE: Final = (
    "malformed", "Could not decode", "codec can't decode", "no such table", "no such column",
    "vtable constructor failed", "fts5: corrupt", "fts5: missing row",
)  # fmt: skip
"""What SQLite and Python say of a file that does not hold what was written to it."""


def advice(error: Exception, database: Path | None = None) -> str:
    """Say in one line what went wrong and what the user can do.

    Where a `database` is damaged, that is also how to go on without it.
    """
    reason = str(error)
    symptoms = f"{reason} {getattr(error, 'sqlite_errorname', '')}"
    told = next((told for symptom, told in _ADVICE.items() if symptom in symptoms), reason)
    return f"{told} {way_out(database)}" if database and is_damage(error) else told


def is_damage(error: BaseException) -> bool:
    """Whether the error says that the file is damaged, and not that it cannot be used just now."""
    told = isinstance(error, (sqlite3.Error, UnicodeDecodeError))
    return told and any(symptom in str(error) for symptom in (_NO_DATABASE, *_DAMAGE))


def command(words: str, database: Path) -> str:
    """Return a command ready to be pasted: it names `database`, which need not be the usual one."""
    return f"`factcheck {words} --db {quote(str(database))}`"


def way_out(database: Path) -> str:
    """Say how to find out what is wrong with a file, and how to go on without it."""
    return f"({doctor_says_more(database)}{how_to_go_back(database)})"


def doctor_says_more(database: Path) -> str:
    """Say what every message says but the doctor's own."""
    return f"{command('doctor', database)} says more; "


def how_to_go_back(database: Path) -> str:
    """Say which backup of `database` is the newest and how it is put in its place."""
    backup = newest_backup(database)
    if backup is None:
        return "there is no backup of it"
    return f"{command(f'restore {quote(str(backup))}', database)} puts the newest backup back"


_ADVICE: Final = {
    "database is locked": "another program is writing to it: try again in a moment",
    "disk is full": "the disk is full: make room and try again",
    "readonly database": "the file or its folder is read-only: allow writing and try again",
    "Read-only file system": "the disk is read-only: allow writing, or name another place",
    "unable to open": "the file or its folder cannot be opened: check the path and its permissions",
    _NO_DATABASE: "the file is not a SQLite database: name a different file with --db",
    **dict.fromkeys(_DAMAGE, "the file is damaged: keep it, and go on with a copy made before"),
    "IOERR_SHMSIZE": "the disk is full, or fails: make room on it, or check it, and try again",
    "disk I/O error": "the disk does not answer: check it and try again",
    "No such file": "its folder cannot be made: check the path",
    "Permission denied": "its folder may not be written to: check the path and its permissions",
    "File exists": "a file stands where a folder is needed: check the path",
    "Not a directory": "a file stands where a folder is needed: check the path",
}
