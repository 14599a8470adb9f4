"""An excerpt of a database: what was decided on selected words, and all that this refers to."""

from collections.abc import Collection, Iterable
from typing import Final

from sqlite_utils.db import Database

from factcheck.domain.decision import Kind
from factcheck.domain.identity import DocumentId, SentenceId
from factcheck.store.transactions import aside

WHOLE: Final = "1"
"""The condition that lets everything through."""
_TABLES: Final = ("chosen_document", "chosen_sentence", "chosen_reviewer", "chosen_decision")


class Excerpt:
    """What is chosen of one database, by id, in temporary tables: it may be more than memory holds.

    A database has one at a time.
    """

    def __init__(self, db: Database, reviewers: Collection[str]) -> None:
        """Choose nothing yet; later only what `reviewers` decided for themselves, if any are named.

        What all reviewers share is chosen whoever decided it.
        """
        self._db = db
        with aside(db):
            for table in _TABLES:
                db.execute(f"DROP TABLE IF EXISTS temp.{table}")
                db.execute(f"CREATE TEMP TABLE {table} (name TEXT PRIMARY KEY) WITHOUT ROWID")
            self._add("chosen_reviewer", reviewers)
        self._by = f"(kind NOT IN ({_PERSONAL}) OR {_BY})" if reviewers else WHOLE
        self._own = _BY if reviewers else WHOLE
        self._limited = False

    def choose(self, document: DocumentId, sentences: Iterable[SentenceId] | None) -> None:
        """Choose an article with what was decided on some of its sentences, or None for on all."""
        self._limited = sentences is not None
        with aside(self._db):
            self._add("chosen_document", [document])
            self._add("chosen_sentence", sentences or ())
            there = _ON_CHOSEN if self._limited else WHOLE
            for query in (_IN_DOCUMENT, _EVIDENCE_IN_DOCUMENT):
                condition = f"{there} AND {self._by}"
                self._db.execute(f"{_CHOOSE} {query} AND {condition}", {"document": document})

    def complete(self) -> None:
        """Choose what the chosen decisions refer to, and what was taken back of all of these."""
        with aside(self._db):
            self._db.execute(f"{_CHOOSE} {_CLEARED} AND {self._by}")
            while sum(self._db.execute(f"{_CHOOSE} {query}").rowcount for query in _REFERRED):
                pass

    @property
    def within(self) -> dict[str, str]:
        """The condition that lets through what is chosen, by table."""
        claims = _CLAIM_IN_SENTENCES if self._limited else _CLAIM_IN_DOCUMENTS
        return {
            **_WITHIN,
            "session": f"{_WITHIN['session']} AND {self._own}",
            "revealed": f"{claims} AND {self._own}",
        }

    def _add(self, table: str, names: Iterable[str]) -> None:
        query = f"INSERT OR IGNORE INTO {table} VALUES (?)"  # noqa: S608 - our own names
        self._db.conn.executemany(query, ((name,) for name in names))


_PERSONAL: Final = ", ".join(f"'{kind}'" for kind in Kind if kind.personal)
_BY: Final = "reviewer IN (SELECT name FROM chosen_reviewer)"
_CHOOSE: Final = "INSERT OR IGNORE INTO chosen_decision"

# ':', '@' or nothing follows a document's id in what it is part of; 'A' comes after them
_IN_DOCUMENT: Final = """
SELECT id FROM (
    SELECT *, substr(subject, 1, instr(subject || '#', '#') - 1) AS sentence FROM decision
    WHERE subject >= :document AND subject < :document || 'A'
) WHERE 1
"""

_EVIDENCE_IN_DOCUMENT: Final = """
SELECT id FROM (
    SELECT *, substr(claim, 1, instr(claim, '#') - 1) AS sentence FROM (
        SELECT *, json_extract(value, '$.claim') AS claim FROM decision
        WHERE kind = 'evidence' AND json_extract(value, '$.claim') > :document || ':'
        AND json_extract(value, '$.claim') < :document || ';'
    )
) WHERE 1
"""

_ON_CHOSEN: Final = (
    "(kind IN ('cut', 'particulars') OR sentence IN (SELECT name FROM chosen_sentence))"
)

_CHOSEN: Final = "chosen_decision JOIN decision AS chosen ON chosen.id = chosen_decision.name"

# evidence that was taken away names no claim any more
_CLEARED: Final = f"""
SELECT id FROM decision WHERE kind = 'evidence' AND subject IN (
    SELECT subject FROM {_CHOSEN} WHERE kind = 'evidence'
)
"""  # noqa: S608 - our own names

_REFERRED: Final = (
    f"SELECT carries FROM {_CHOSEN} WHERE carries IS NOT NULL",  # noqa: S608
    f"SELECT undoes FROM {_CHOSEN} WHERE undoes IS NOT NULL",  # noqa: S608
    f"""
    SELECT undo.id FROM {_CHOSEN} JOIN decision AS undo
    ON undo.subject = chosen.subject AND undo.kind = chosen.kind AND undo.undoes = chosen.id
    """,  # noqa: S608
)

_WITHIN: Final = {
    "decision": "id IN (SELECT name FROM chosen_decision)",
    "attachment": f"""sha256 IN (
        SELECT json_extract(item.value, '$.sha256')
        FROM {_CHOSEN}, json_each(chosen.value, '$.attachments') AS item WHERE kind = 'evidence'
    )""",  # noqa: S608
    "reading": "document_id IN (SELECT name FROM chosen_document)",
    "snapshot": f"""url IN (
        SELECT json_extract(value, '$.url') FROM {_CHOSEN} WHERE kind = 'evidence'
    )""",  # noqa: S608
    "verification": f"""evidence_id IN (
        SELECT subject FROM {_CHOSEN} WHERE kind = 'evidence'
    )""",  # noqa: S608
    "session": "document_id IN (SELECT name FROM chosen_document)",
}
"""What of each table is chosen, as a condition on its columns."""

_CLAIM_IN_DOCUMENTS: Final = "substr(claim_id, 1, 64) IN (SELECT name FROM chosen_document)"
_CLAIM_IN_SENTENCES: Final = """
substr(claim_id, 1, instr(claim_id, '#') - 1) IN (SELECT name FROM chosen_sentence)
"""
