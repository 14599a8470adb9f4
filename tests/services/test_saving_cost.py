"""What saving a decision asks of SQLite: little, and each statement prepared once."""

from typing import Final

import pytest

from factcheck.domain.decision import Author, Origin
from factcheck.domain.document import Document
from factcheck.domain.sitting import Place
from factcheck.domain.tag import Tag
from factcheck.services.deciding import tag
from factcheck.services.sittings import begin, going_to
from factcheck.store.store import Store

MOST: Final = 23
"""Statements, with those that wait for the lock; a savepoint writes what FTS5 has gathered."""


@pytest.fixture
def asked(store: Store, article: Document) -> list[str]:
    """All statements that the second tag of a sentence takes."""
    sitting = begin(store, "ann")
    author = Author(reviewer="ann", session=sitting.id, origin=Origin.KEY)
    sentence = next(store.documents.sentences(article))
    statements: list[str] = []

    def save(value: Tag) -> None:
        with going_to(store, sitting, Place(document=article.id, offset=sentence.start)):
            tag(store, author, [sentence.id], value)

    save(Tag.CLAIM)
    store._db.conn.set_trace_callback(statements.append)
    save(Tag.OPINION)
    store._db.conn.set_trace_callback(None)
    return statements


def test_a_tag_takes_few_statements(asked: list[str]) -> None:
    assert len(asked) <= MOST, "\n".join(asked)


def test_a_tag_takes_one_transaction_and_no_savepoint(asked: list[str]) -> None:
    starts = [statement.split()[0] for statement in asked]
    assert starts.count("BEGIN") == starts.count("COMMIT") == 1
    assert "SAVEPOINT" not in starts


def test_no_table_is_looked_up_in_the_schema_for_a_tag(asked: list[str]) -> None:
    assert not [statement for statement in asked if "sqlite_master" in statement]
