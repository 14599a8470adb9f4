"""What SQLite itself can tell: whether pages are sound, and references lead anywhere."""

from collections.abc import Iterator
from itertools import repeat
from typing import Final

from sqlite_utils.db import Database, quote_identifier

_MOST: Final = 1000
"""Findings; of a file that has more, little is left."""


def integrity(db: Database) -> Iterator[str]:
    """Check the pages, the indexes and the constraints of every table."""
    (is_read_as_far_as_it_goes,) = db.execute("PRAGMA writable_schema").fetchone()
    if is_read_as_far_as_it_goes:
        yield "the file cannot be opened as it is"
    for (line,) in db.execute(f"PRAGMA integrity_check({_MOST})"):
        if line != "ok":
            yield from str(line).splitlines()
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    yield from repeat("", pages)


def foreign_keys(db: Database) -> Iterator[str]:
    """Check that what refers to another row names one."""
    for table in db.table_names():
        yield ""
        broken = db.execute("SELECT DISTINCT fkid FROM pragma_foreign_key_check(?)", [table])
        for (reference,) in broken.fetchall():
            yield from _leading_nowhere(db, table, reference)


def _leading_nowhere(db: Database, table: str, reference: int) -> Iterator[str]:
    """Yield each row of a table that refers by one of its references to nothing."""
    parent, column, name = db.execute(_REFERENCE, [table, reference]).fetchone()
    own = ", ".join(map(quote_identifier, db.table(table).pks))
    there, named = quote_identifier(parent), quote_identifier(name or "rowid")
    query = f"""
    SELECT {own} FROM {quote_identifier(table)} AS referring WHERE {quote_identifier(column)}
    IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM {there} WHERE {named} = referring.{quote_identifier(column)}
    )
    """  # noqa: S608 - names that the schema holds, quoted
    for key in db.execute(query):
        row = " ".join(map(str, key))
        yield f"the row {row} of the table {table} refers to a row of {parent} that is not there"


_REFERENCE: Final = """
SELECT "table", "from", "to" FROM pragma_foreign_key_list(?) WHERE id = ? AND seq = 0
"""
"""The table that is referred to, and the column that does, and the one that it names."""
