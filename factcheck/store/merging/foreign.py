"""What another database holds, read with distrust: anybody may have written to it."""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, TypeVar

from factcheck.domain.display import shortened
from factcheck.domain.errors import DatabaseUnusable
from factcheck.store.advice import command
from factcheck.store.backups.copying import standing

_T = TypeVar("_T")
_UNREADABLE: Final = (
    sqlite3.Error, zlib.error, ValueError, TypeError, KeyError, AttributeError, RecursionError,
)  # fmt: skip
"""What reading rows raises that no program of ours has written."""
_TOLD: Final = 120
"""Characters of what is wrong with a row, which may be as long as the row."""


def distrusted(rows: Iterable[_T], path: Path) -> Iterator[_T]:
    """Yield what is read of the database at `path`; raises DatabaseUnusable where that fails."""
    try:
        yield from rows
    except _UNREADABLE as error:
        reason = shortened(str(error), _TOLD)
        raise DatabaseUnusable(
            f"{path} holds something that factcheck has not written ({reason}): "
            f"{command('doctor', path)} says more"
        ) from error


def records_in(path: Path) -> int:
    """Return how many records there are in the database at `path`, but for the few of some kinds.

    Raises DatabaseUnusable.
    """
    with standing(path) as db:
        (records,) = db.execute(_RECORDS).fetchone()
    return int(records)


_RECORDS: Final = """
SELECT (SELECT count(*) FROM document) + (SELECT count(*) FROM decision)
    + (SELECT count(*) FROM snapshot) + (SELECT count(*) FROM attachment)
"""
