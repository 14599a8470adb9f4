"""The schema of the database as its migrations make it, written down in `db/schema.sql`."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from factcheck.store.store import Store

SCHEMA_FILE: Final = Path(__file__).parents[1] / "db" / "schema.sql"
_HEADER: Final = """\
-- The database, as the migrations in factcheck/store/migrations.py make it.
-- Written by `make docs`; change the migrations, not this file.
"""


def current_schema() -> str:
    """Return the SQL of a new database: every table and view with its indexes and triggers."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "new.db"
        Store(path).close()
        with closing(sqlite3.connect(path)) as connection:
            return "\n".join([_HEADER, *_pragmas(connection), "", *_statements(connection)])


def _pragmas(connection: sqlite3.Connection) -> Iterator[str]:
    for name in ("application_id", "user_version"):
        (value,) = connection.execute(f"PRAGMA {name}").fetchone()
        yield f"PRAGMA {name} = {value};"


def _statements(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield tables and views in the order in which they were made, each followed by what is on it.

    What SQLite makes by itself has no SQL, such as the index behind UNIQUE, or is a shadow of
    another table.
    """
    query = """
        SELECT thing.sql FROM sqlite_schema AS thing
        JOIN sqlite_schema AS owner ON owner.name = thing.tbl_name
        WHERE thing.sql IS NOT NULL AND owner.type IN ('table', 'view')
        AND thing.tbl_name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')
        ORDER BY owner.rowid, thing.rowid
    """
    for (statement,) in connection.execute(query):
        yield f"{statement};\n"
