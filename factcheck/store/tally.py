"""How many sentences an article has and who tagged how many as what: kept in step, not counted."""

from typing import Final

from sqlite_utils.db import Database

from factcheck.domain.identity import DocumentId
from factcheck.store.rows import Row, all_equal

ALL: Final = ""
"""In the place of a reviewer and of a tag, where all sentences of an article are counted."""


def tally(db: Database, document: DocumentId, more: int, reviewer: str, tag: str) -> None:
    """Count so many `more` sentences of a document, or fewer."""
    db.execute(_MORE, [document, reviewer, tag, more])


def forget_tags(db: Database, scope: Row) -> None:
    """Count no more the tags whose rows have these columns, and are about to go or to change."""
    query = f"SELECT document_id, reviewer, tag FROM tag WHERE {all_equal(scope)}"  # noqa: S608
    for document, reviewer, tag in db.execute(query, [*scope.values()]).fetchall():
        tally(db, document, -1, reviewer, tag)


_MORE: Final = """
INSERT INTO tally VALUES (?, ?, ?, ?)
ON CONFLICT DO UPDATE SET sentences = sentences + excluded.sentences
"""
