"""Whether all that is to be found is found by its words, and nothing else."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import Any, Final, NamedTuple

from sqlite_utils.db import Database

from factcheck.domain.errors import InvalidReference
from factcheck.domain.searching import indexed
from factcheck.store.checking.schema import expected_schema
from factcheck.store.checking.seen import Seen
from factcheck.store.registers import Register
from factcheck.store.search_index import (
    ARTICLE_BITS,
    FINDINGS,
    SEARCHED,
    Entry,
    finding_entry,
    sentence_place,
    title_entry,
)

_Item = tuple[Any, int, Any]
"""A key, whether it was found (1) or is to be found (0), and what stands there."""


def search(db: Database) -> Iterator[str]:
    """Check the texts that the index keeps, then its words, against an index that is made anew."""
    yield from _texts(db)
    with closing(sqlite3.connect("", isolation_level=None)) as scratch:
        scratch.execute("PRAGMA journal_mode = OFF")
        scratch.execute("BEGIN")
        scratch.execute(expected_schema()["search_index"].sql)
        scratch.executemany("INSERT INTO search_index (rowid, text) VALUES (?, ?)", _indexed(db))
        yield from _lengths(db, scratch)
        yield from _words(db, scratch)


def _texts(db: Database) -> Iterator[str]:
    found = Seen(db, "found")
    for number, entry in _entries(db):
        row = db.execute(_ENTRY, [entry.kind, entry.name, entry.reviewer]).fetchone()
        if row is None:
            yield f"article {number}: the {entry.kind} {entry.name} cannot be found by its words"
            continue
        place, *said = row
        found.add(place)
        if (*said,) != entry[3:] or not _is_place(entry, number, place):
            yield f"article {number}: the {entry.kind} {entry.name} is found by other words"
    for place, kind, name in db.execute(_NOT_TO_BE_FOUND):
        yield f"article {place >> ARTICLE_BITS}: the {kind} {name} is found, and is not there"


def _entries(db: Database) -> Iterator[tuple[int, Entry]]:
    """Yield what is to be found beside sentences, with the number of its article."""
    for number, name, title in db.execute("SELECT number, id, title FROM document"):
        yield number, title_entry(name, title)
    for kind, table, named in SEARCHED:
        for row in db.query(_ROWS.format(table=table)):
            with suppress(InvalidReference):  # what it is about is told with the projections
                entry = finding_entry(Register(kind, row[named], row.get("reviewer", "")), row)
                if entry:
                    yield row["article"] or 0, entry


def _is_place(entry: Entry, number: int, place: int) -> bool:
    within = place - (number << ARTICLE_BITS)
    return within == 0 if entry.start is None else FINDINGS <= within < 2 * FINDINGS


def _indexed(db: Database) -> Iterator[tuple[int, str]]:
    """Yield every text that is to be found, with its place in the index."""
    for number, name, text in db.execute("SELECT number, id, text FROM document ORDER BY number"):
        for start, end in db.execute(_SENTENCES, [name]):  # a text is long, and fetched once
            yield sentence_place(number, start), indexed(text[start:end])
    for place, text in db.execute("SELECT place, text FROM searchable"):
        yield place, indexed(text)


def _lengths(db: Database, scratch: sqlite3.Connection) -> Iterator[str]:
    """Yield whether each text stands in the index, with as many words as it has."""
    query = "SELECT id, sz FROM search_index_docsize ORDER BY id"
    for place, found, expected in _side_by_side(db.execute(query), scratch.execute(query)):
        where = f"article {place >> ARTICLE_BITS}: a text at {place & ((1 << ARTICLE_BITS) - 1)}"
        if found is None:
            yield f"{where} cannot be found by its words"
        elif expected is None:
            yield f"{where} is found, and is not there"
        else:
            yield "" if found == expected else f"{where} is found by other words"


def _words(db: Database, scratch: sqlite3.Connection) -> Iterator[str]:
    """Yield each word that leads to more or fewer texts than it stands in."""
    for connection in (db, scratch):
        connection.execute(_VOCABULARY)
    query = "SELECT term, doc, cnt FROM temp.vocabulary"
    for word, found, expected in _side_by_side(db.execute(query), scratch.execute(query)):
        if found != expected:
            texts = [both[0] if both else 0 for both in (found, expected)]
            yield f"the word {word!r} leads to {texts[0]} texts, and stands in {texts[1]}"
    db.execute("DROP TABLE temp.vocabulary")


class _Pair(NamedTuple):
    """What stands under a key in both places; None where nothing does."""

    key: Any
    found: Any
    expected: Any


def _side_by_side(
    found: Iterable[tuple[Any, ...]], expected: Iterable[tuple[Any, ...]]
) -> Iterator[_Pair]:
    """Yield what stands under each key in one and in the other; both are in order of their keys."""
    both = merge(_marked(found, 1), _marked(expected, 0), key=itemgetter(0))
    for key, items in groupby(both, key=itemgetter(0)):
        values = {mark: value for _, mark, value in items}
        yield _Pair(key, values.get(1), values.get(0))


def _marked(rows: Iterable[tuple[Any, ...]], mark: int) -> Iterator[_Item]:
    return ((key, mark, tuple(value)) for key, *value in rows)


_ENTRY: Final = """
SELECT place, about, "start", text FROM searchable WHERE kind = ? AND name = ? AND reviewer = ?
"""

_NOT_TO_BE_FOUND: Final = """
SELECT place, kind, name FROM searchable WHERE place NOT IN (SELECT key FROM temp.found)
"""

_ROWS: Final = """
SELECT {table}.*, number AS article FROM {table} LEFT JOIN document ON document.id = document_id
"""

_SENTENCES: Final = """
SELECT "start", "end" FROM sentence WHERE document_id = ? ORDER BY "start"
"""

_VOCABULARY: Final = """
CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'search_index', 'row')
"""
