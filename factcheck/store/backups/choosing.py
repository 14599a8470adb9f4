"""Which backup is left where another one is refused."""

from contextlib import suppress
from pathlib import Path
from shlex import quote

from factcheck.domain.errors import DatabaseUnusable
from factcheck.store.advice import command
from factcheck.store.backups.copying import standing
from factcheck.store.backups.kept import rolling_backups
from factcheck.store.opening.files import is_same


def instead_of(refused: Path, database: Path) -> str:
    """Say which rolling backup of `database` can be put back instead of the one that is refused."""
    older = _older_than(refused, rolling_backups(database))
    backup = next(filter(_is_sound, older), None)
    if backup is None:
        return "(there is no other backup)"
    return f"({command(f'restore {quote(str(backup))}', database)} puts the next one back)"


def _older_than(refused: Path, backups: list[Path]) -> list[Path]:
    """Return all that are older than the refused one, or simply all where that is none of them."""
    place = next((n for n, each in enumerate(backups) if is_same(each, refused)), -1)
    return backups[place + 1 :]


def _is_sound(backup: Path) -> bool:
    with suppress(DatabaseUnusable), standing(backup):
        return True
    return False
