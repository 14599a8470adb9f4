"""Where backups of a database are kept, beside it."""

import os
from pathlib import Path
from typing import Final

_NAMES: Final = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9].db"
"""Of rolling backups: the day on which they were made."""


def folder_of(database: Path) -> Path:
    """Return the folder that holds the rolling backups of `database`, beside the file itself."""
    return Path(f"{os.path.realpath(database)}.backups")


def rolling_backups(database: Path) -> list[Path]:
    """Return the rolling backups of `database`, newest first."""
    return sorted(folder_of(database).glob(_NAMES), reverse=True)


def newest_backup(database: Path) -> Path | None:
    """Return the newest rolling backup of `database`, if there is one."""
    return next(iter(rolling_backups(database)), None)
