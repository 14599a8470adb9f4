"""What a check has come across: kept in a temporary table, since there may be more than memory."""

from collections.abc import Iterator
from typing import Any

from sqlite_utils.db import Database


class Seen:
    """Keys that were come across, each once."""

    def __init__(self, db: Database, name: str) -> None:
        """Keep them in a temporary table called `name`."""
        self._db = db
        self._add = f"INSERT OR IGNORE INTO temp.{name} VALUES (?)"  # noqa: S608 - our own names
        db.execute(f"DROP TABLE IF EXISTS temp.{name}")
        db.execute(f"CREATE TEMP TABLE {name} (key PRIMARY KEY) WITHOUT ROWID")

    def add(self, key: object) -> bool:
        """Keep a key; return whether it is new."""
        return self._db.execute(self._add, [key]).rowcount == 1

    def others(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Yield what `query` finds, which compares with the temporary table."""
        yield from self._db.execute(query)
