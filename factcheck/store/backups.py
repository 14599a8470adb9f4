"""Where backups of a database are kept, beside it."""

from pathlib import Path


def folder_of(database: Path) -> Path:
    """Return the folder that holds the rolling backups of `database`."""
    return database.with_name(f"{database.name}.backups")


def newest_backup(database: Path) -> Path | None:
    """Return the newest rolling backup of `database`, if there is one."""
    return max(folder_of(database).glob("????-??-??.db"), default=None)
