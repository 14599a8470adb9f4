"""Where backups of a database are kept, beside it, and which of them is the newest."""

import os
from pathlib import Path
from typing import Final

from factcheck.domain.clock import now

_NAMES: Final = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9].db"
"""Of rolling backups: the day on which they were made."""
_MAGIC: Final = b"SQLite format 3\0"
_HEADER: Final = 100
"""Bytes at the beginning of each SQLite file."""
_LARGEST_PAGE: Final = 65536
"""Bytes; too many for the header's two, which say 1 instead."""


def folder_of(database: Path) -> Path:
    """Return the folder that holds the rolling backups of `database`, beside the file itself."""
    return Path(f"{os.path.realpath(database)}.backups")


def rolling_backups(database: Path) -> list[Path]:
    """Return the rolling backups of `database`, newest first.

    Days that are still to come are the oldest: the clock was wrong when those were made.
    """
    today = f"{now():%Y-%m-%d}"
    files = [path for path in folder_of(database).glob(_NAMES) if path.is_file()]
    return sorted(files, key=lambda path: (path.stem <= today, path.stem), reverse=True)


def newest_backup(database: Path) -> Path | None:
    """Return the newest rolling backup of `database` that looks whole, if there is one."""
    return next(filter(_looks_whole, rolling_backups(database)), None)


def _looks_whole(backup: Path) -> bool:
    """Whether a file begins as a database does, and is as long as it says there."""
    try:
        with backup.open("rb") as file:
            header = file.read(_HEADER)
        size = backup.stat().st_size
    except OSError:
        return False
    page = int.from_bytes(header[16:18])
    pages = int.from_bytes(header[28:32])
    needed = pages * (_LARGEST_PAGE if page == 1 else page)
    return header.startswith(_MAGIC) and 0 < needed <= size
