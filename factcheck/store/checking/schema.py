"""Whether all tables, indexes, triggers and views are as the migrations make them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from typing import Final, NamedTuple

from sqlite_utils.db import Database

from factcheck.domain.checkup import Doubt
from factcheck.store.migrations import migrations

_MADE_BY_SQLITE: Final = "search_index_"
"""How the names begin of what other versions of SQLite may write otherwise."""


class Part(NamedTuple):
    """A part of the schema."""

    type: str
    """table, index, trigger or view"""
    name: str
    sql: str


def schema(db: Database) -> Iterator[str]:
    """Check that nothing of the schema is missing, and that it is ours."""
    found = {part.name: part for part in _parts(db)}
    expected = expected_schema()
    for name, part in expected.items():
        yield _objection(part, found.get(name))
    for name, part in found.items():
        if name not in expected:
            can_write = part.type == "trigger"
            kind = str if can_write else Doubt
            yield kind(f"there is a {part.type} {name} that factcheck does not know")
    yield from _steps_forgotten(db)


@cache
def expected_schema() -> dict[str, Part]:
    """Return what the migrations make, by name."""
    with closing(sqlite3.connect(":memory:")) as connection:
        db = Database(connection, strict=True, execute_plugins=False)
        migrations.apply(db)
        return {part.name: part for part in _parts(db)}


def _steps_forgotten(db: Database) -> Iterator[str]:
    """Yield each step that nobody knows of any more whether it was made, so that none can follow.

    A database that really lacks one was brought up to date before it is looked at.
    """
    for step in migrations.pending(db):
        yield f"the table _sqlite_migrations does not hold the step {step.name}, which was made"


def _parts(db: Database) -> Iterator[Part]:
    return map(Part._make, db.execute(_PARTS))


def _objection(expected: Part, found: Part | None) -> str:
    if found is None:
        return f"the {expected.type} {expected.name} is missing"
    if expected.name.startswith(_MADE_BY_SQLITE) or found.sql == expected.sql:
        return ""
    return f"the {expected.type} {expected.name} is another one than factcheck makes"


_PARTS: Final = """
SELECT type, name, sql FROM sqlite_schema
WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~' AND tbl_name <> '_sqlite_migrations'
"""
"""But for what SQLite makes by itself, and for what the library of the migrations does."""
