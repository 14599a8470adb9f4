"""The files of a database: what SQLite keeps beside it."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

_BESIDE: Final = ("-wal", "-shm", "-journal")
"""What SQLite adds to a database's name, for the files that belong to it."""


def real(path: Path) -> Path:
    """Return where a file really is: SQLite keeps what belongs to it there, not beside a link."""
    return Path(os.path.realpath(path))


def beside(path: Path) -> list[Path]:
    """Return the names of the files that SQLite keeps beside a database while it is in use."""
    return [path.with_name(path.name + suffix) for suffix in _BESIDE]


def bytes_of(path: Path) -> int:
    """Return how large a file is; 0 where there is none."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def is_same(path: Path, other: Path) -> bool:
    """Whether both are one file, by whatever names."""
    try:
        return path.samefile(other)
    except OSError:
        return False


def remove(path: Path) -> None:
    """Remove a database and what belongs to it, if it is there."""
    for name in (path, *beside(path)):
        name.unlink(missing_ok=True)


def sync(file: Path) -> None:
    """Wait until the disk has what is in a file."""
    descriptor = os.open(file, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_names(folder: Path) -> None:
    """Wait until the disk knows the names in a folder; not every system can be asked to."""
    with suppress(OSError):
        sync(folder)
