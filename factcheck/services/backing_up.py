"""Backups: where somebody wants one, and those that are made by themselves."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from factcheck.domain.clock import now, timestamp
from factcheck.domain.errors import DatabaseUnusable, FactcheckError, NotFound, NotWritten
from factcheck.store.advice import command
from factcheck.store.backups.choosing import instead_of
from factcheck.store.backups.copying import Pulse, copy, unwatched
from factcheck.store.backups.kept import rolling_backups
from factcheck.store.backups.replacing import Replaced, replace
from factcheck.store.backups.rolling import roll
from factcheck.store.opening.files import beside, bytes_of, is_same, real, sync_names
from factcheck.store.opening.leftovers import unfinished

_IN_A_FOLDER: Final = "{}-{:%Y-%m-%dT%H%M%SZ}.db"
"""What a backup is called in a folder: after its database, and when it was made."""


class Backup(NamedTuple):
    """A rolling backup."""

    path: Path
    bytes: int
    when: str
    """When it was made, UTC."""


def backups_of(database: Path) -> list[Backup]:
    """Return the rolling backups of `database`, newest first."""
    return [_described(path) for path in rolling_backups(database)]


def back_up(
    database: Path, destination: str, pulse: Pulse = unwatched, *, force: bool = False
) -> Backup:
    """Copy `database`, which may be in use, to a file, or to a new one in a folder.

    Only with `force` is a file overwritten, and then not before the copy is whole and sound.
    Raises DatabaseUnusable, NotFound and NotWritten.
    """
    path = _named(database, destination)
    _refuse(database, path, force=force)
    with unfinished(path) as copied:
        copy(database, copied, pulse)
        _refuse(database, path, force=force)
        try:
            copied.replace(path)
        except OSError as error:
            raise NotWritten(f"{path} cannot be written: {error.strerror}") from error
    sync_names(path.parent)
    return _described(path)


def back_up_today(database: Path, pulse: Pulse = unwatched) -> str:
    """Make the day's rolling backup where there is something new; return what went wrong.

    A sitting goes on without it: what cannot be done today is tried again at the next one.
    """
    try:
        roll(database, pulse)
    except FactcheckError as error:
        return f"no backup was made today: {error}"
    return ""


def go_back(database: Path, backup: Path, pulse: Pulse = unwatched) -> Replaced:
    """Put a copy of `backup` in the place of `database`, which is kept.

    Raises NotFound, DatabaseUnusable where the backup is no sound one, NotSaved where others are
    using the database, and NotWritten; then all is as it was.
    """
    if not backup.exists():
        shown = command("backup --list", database)
        raise NotFound(f"there is no backup {backup}: {shown} shows backups")
    try:
        return replace(database, backup, pulse)
    except DatabaseUnusable as error:
        raise type(error)(error.told, instead_of(backup, database)) from error


def _named(database: Path, destination: str) -> Path:
    """Return the file that is to be written; raises NotFound where its folder is not there."""
    path = real(Path(destination))
    if path.is_dir():
        return path / _IN_A_FOLDER.format(real(database).stem, now())
    folder = path if destination.endswith(os.sep) else path.parent
    if not folder.is_dir():
        raise NotFound(f"there is no folder {folder}: make it, or name another one")
    return path


def _refuse(database: Path, path: Path, *, force: bool) -> None:
    """Raise NotWritten where the file may not become a backup."""
    here = real(database)
    if is_same(path, here) or path in beside(here):
        raise NotWritten(f"{path} belongs to the database itself: name another file")
    if path.exists() and not path.is_file():
        raise NotWritten(f"{path} is not a file: name another one")
    if path.exists() and not force:
        raise NotWritten(f"{path} is there already: name another file, or overwrite with --force")
    strays = [name for name in beside(path) if name.exists()]
    if strays:  # SQLite would take what is in them for changes to the backup
        raise NotWritten(f"{strays[0]} is there, of another database: name another file")


def _described(path: Path) -> Backup:
    made = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return Backup(path, bytes_of(path), timestamp(made))
