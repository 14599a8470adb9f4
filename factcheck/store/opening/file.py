"""The open database file, which may be moved or deleted while it is in use."""

import os
import sqlite3
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils.db import Database


class DatabaseFile(Database):
    """A database that knows whether its file is still where it was opened."""

    def __init__(self, path: Path, uri: str, patience: float) -> None:
        """Open the file at `path` by a `uri`; wait `patience` seconds where others lock it."""
        self.path = path.absolute()
        before = _identity(self.path)  # not after: it may be replaced at this moment
        connection = sqlite3.connect(uri, timeout=patience, uri=True)
        super().__init__(connection, strict=True, execute_plugins=False)
        self._identity = before or _identity(self.path)

    @property
    def in_place(self) -> bool:
        """Whether the file at the path is the one that was opened.

        What is written to a file that was deleted or replaced is lost when the program ends.
        """
        return _identity(self.path) == self._identity

    def query(
        self, sql: str, params: Sequence[Any] | dict[str, Any] | None = None
    ) -> Generator[dict[str, Any], None, None]:
        """Return the rows that `sql`, which writes nothing, reads; they are fetched lazily.

        The library lays a savepoint around each query, in case that it does write.
        """
        cursor = self.execute(sql, params)
        names = [column for column, *_ in cursor.description]
        return (dict(zip(names, row, strict=True)) for row in cursor)

    @contextmanager
    def without_waiting(self) -> Iterator[None]:
        """In the block, fail at once where another program is writing."""
        (usual,) = self.execute("PRAGMA busy_timeout").fetchone()
        self.execute("PRAGMA busy_timeout = 0")
        try:
            yield
        finally:
            self.execute(f"PRAGMA busy_timeout = {int(usual)}")


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_dev, status.st_ino
