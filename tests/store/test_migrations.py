"""The database's shape, and what it refuses whichever program asks."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Final

import pytest

from docs.schema import SCHEMA_FILE, current_schema
from factcheck.domain.decision import Author, Change, Kind
from factcheck.domain.document import Document
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.tag import Tag
from factcheck.store.store import Store

NOT_STRICT = """
SELECT name FROM pragma_table_list
WHERE type = 'table' AND name NOT LIKE 'sqlite^_%' ESCAPE '^' AND NOT strict
"""

NOT_SHADOWS = """
SELECT sql FROM sqlite_schema
WHERE sql IS NOT NULL
AND tbl_name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')
"""


@pytest.fixture
def other(store: Store, article: Document) -> Iterator[sqlite3.Connection]:
    """Another program's connection to a database with one article and one decision."""
    sentence = next(store.documents.sentences(article))
    change = Change(kind=Kind.TAG, subject=sentence.id, value=TagValue(tag=Tag.CLAIM))
    store.journal.record(Author(reviewer="ann"), [change])
    with closing(sqlite3.connect(store.path)) as connection:
        yield connection


def test_the_schema_that_people_read_is_the_one_that_is_made() -> None:
    written = SCHEMA_FILE.read_text(encoding="utf-8")
    assert written == current_schema(), "run `make docs`"


def test_the_schema_that_people_read_makes_the_same_database() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(SCHEMA_FILE.read_text(encoding="utf-8"))
        made = [sql for (sql,) in connection.execute(NOT_SHADOWS)]
    assert all(sql in current_schema() for sql in made)
    assert len(made) == current_schema().count("\nCREATE ")


def test_every_table_is_strict(other: sqlite3.Connection) -> None:
    assert other.execute(NOT_STRICT).fetchall() == []


def test_the_file_says_whose_it_is(other: sqlite3.Connection) -> None:
    (application,) = other.execute("PRAGMA application_id").fetchone()
    assert application.to_bytes(4, "big") == b"fact"


REPLACE_DOCUMENT: Final = (
    "REPLACE INTO document (number, id, title, source, text, segmenter, added) "
    "SELECT {}, title, source, 'x', segmenter, added FROM document"
)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE decision SET reviewer = 'bob'",
        "UPDATE OR REPLACE decision SET value = NULL",
        "DELETE FROM decision",
        "INSERT OR REPLACE INTO decision SELECT * FROM decision",
        "REPLACE INTO decision (id, at, reviewer, kind, subject, act, origin)"
        " SELECT id, at, 'bob', kind, subject, act, origin FROM decision",
        "INSERT INTO decision SELECT * FROM decision WHERE true"
        " ON CONFLICT DO UPDATE SET reviewer = 'bob'",
    ],
)
def test_no_program_can_change_the_journal(other: sqlite3.Connection, statement: str) -> None:
    before = other.execute("SELECT * FROM decision").fetchall()
    with pytest.raises(sqlite3.IntegrityError, match="the journal is append-only"):
        other.execute(statement)
    assert other.execute("SELECT * FROM decision").fetchall() == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE document SET text = 'something else'",
        "UPDATE document SET id = 'something else'",
        "DELETE FROM document",
        "UPDATE document SET as_read = '{}'",
        REPLACE_DOCUMENT.format("number, id"),
        REPLACE_DOCUMENT.format("number, 'x'"),
        REPLACE_DOCUMENT.format("99, id"),
        "UPDATE proposal SET starts = '[]'",
        "DELETE FROM proposal",
    ],
)
def test_no_program_can_change_an_articles_text(other: sqlite3.Connection, statement: str) -> None:
    before = other.execute("SELECT id, text FROM document").fetchall()
    with pytest.raises(sqlite3.IntegrityError, match=r"never (changes|deleted|replaced)|is never"):
        other.execute(statement)
    assert other.execute("SELECT id, text FROM document").fetchall() == before


def test_an_articles_particulars_can_be_corrected(other: sqlite3.Connection) -> None:
    other.execute("UPDATE document SET title = 'A better title'")
    assert other.execute("SELECT title FROM document").fetchall() == [("A better title",)]


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 5), (7, 6)])
def test_a_sentence_spans_at_least_one_character(
    other: sqlite3.Connection, start: int, end: int
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        other.execute(
            'INSERT INTO sentence (id, document_id, ordinal, "start", "end")'
            " SELECT id || ':' || :start || '-' || :end, id, 9, :start, :end FROM document",
            {"start": start, "end": end},
        )


def test_a_sentences_id_follows_from_its_place(other: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        other.execute(
            'INSERT INTO sentence (id, document_id, ordinal, "start", "end")'
            " SELECT 'mine', id, 9, 100, 101 FROM document"
        )


def test_a_decisions_value_is_json(other: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        other.execute(
            "INSERT INTO decision (id, at, reviewer, kind, subject, value, act, origin) "
            "VALUES ('x', 'x', 'x', 'tag', 'x', '{', 'x', 'cli')"
        )
