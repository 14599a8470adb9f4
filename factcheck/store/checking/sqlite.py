"""What SQLite itself can tell: whether pages are sound, and references lead anywhere."""

from collections.abc import Iterator
from itertools import repeat
from typing import Final

from sqlite_utils.db import Database

_MOST: Final = 1000
"""Findings; of a file that has more, little is left."""


def integrity(db: Database) -> Iterator[str]:
    """Check the pages, the indexes and the constraints of every table."""
    (is_read_as_far_as_it_goes,) = db.execute("PRAGMA writable_schema").fetchone()
    if is_read_as_far_as_it_goes:
        yield "the file cannot be opened as it is"
    for (line,) in db.execute(f"PRAGMA integrity_check({_MOST})"):
        if line != "ok":
            yield line
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    yield from repeat("", pages)


def foreign_keys(db: Database) -> Iterator[str]:
    """Check that what refers to another row names one."""
    for table in db.table_names():
        yield ""
        for name, _, parent, _ in db.execute("SELECT * FROM pragma_foreign_key_check(?)", [table]):
            yield f"a row of the table {name} refers to a row of {parent} that is not there"
