"""A database as the first version of the program made it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from factcheck.domain.clock import now, time_ordered_id, timestamp
from factcheck.domain.identity import document_id, sentence_id
from factcheck.store.migrations import APPLICATION_ID
from factcheck.store.steps import articles_journal_and_sittings as first

_MIGRATED = """
CREATE TABLE _sqlite_migrations (id INTEGER PRIMARY KEY, migration_set TEXT, name TEXT,
    applied_at TEXT);
INSERT INTO _sqlite_migrations VALUES (1, 'factcheck', 'articles_journal_and_sittings', '2026');
PRAGMA user_version = 1;
"""


def made_by_the_first_version(path: Path, sentences: int) -> Path:
    """Return a database with one article of so many sentences, each tagged as a claim by ann."""
    lines = [f"It is {number}." for number in range(sentences)]
    text = "\n".join(lines)
    document = document_id(text)
    with closing(sqlite3.connect(path)) as db:
        for statements in first.STATEMENTS:
            db.executescript(statements)
        db.executescript(_MIGRATED)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        row = [document, "Old", "old.txt", text]
        db.execute("INSERT INTO document VALUES (1, ?, ?, ?, ?, 'lines', '2026')", row)
        start = 0
        for ordinal, line in enumerate(lines, start=1):
            _tagged(db, document, ordinal, start, start + len(line))
            start += len(line) + 1
        db.commit()
    return path


def _tagged(db: sqlite3.Connection, document: str, ordinal: int, start: int, end: int) -> None:
    name, moment = sentence_id(document, start, end), now()  # type: ignore[arg-type]
    decision = time_ordered_id(moment)
    db.execute(
        "INSERT INTO sentence VALUES (?, ?, ?, ?, ?, NULL)", [name, document, ordinal, start, end]
    )
    db.execute(
        "INSERT INTO decision VALUES (?, ?, 'ann', NULL, 'tag', ?, '{\"tag\": \"claim\"}', NULL, "
        "?, 'key')",
        [decision, timestamp(moment), name, decision],
    )
    db.execute("INSERT INTO tag VALUES (?, 'ann', ?, 'claim', ?)", [document, name, decision])
