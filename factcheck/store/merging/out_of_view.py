"""What came in with an archive and is about words that are no sentence here: kept, and unseen."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from sqlite_utils.db import Database

from factcheck.domain.decision import Kind
from factcheck.domain.identity import DocumentId
from factcheck.store.registers import Register, standing
from factcheck.store.rows import Row
from factcheck.store.standing import Standing


class OutOfView(NamedTuple):
    """The decisions of a file that would stand in an article if it were cut otherwise."""

    line: int
    """Where in the file the first of them stands."""
    article: int
    """The number of the article."""
    decisions: int
    spans: tuple[tuple[int, int], ...]
    """The words that they are about, in code points, the end exclusive."""


def out_of_view(db: Database) -> Iterator[OutOfView]:
    """Yield what is out of view in each article, of the decisions that are staged in `db`."""
    found: dict[DocumentId, list[Row]] = defaultdict(list)
    for row in db.query(_ON_NO_SENTENCE):
        if _would_stand(db, row):
            found[row["document_id"]].append(row)
    for rows in found.values():
        spans = {(row["start"], row["end"]) for row in rows}
        first = min(row["line"] for row in rows)
        yield OutOfView(first, rows[0]["article"], len(rows), tuple(sorted(spans)))


def _would_stand(db: Database, row: Row) -> bool:
    decision = standing(db, Register(Kind(row["kind"]), row["subject"], row["reviewer"]))
    if decision is None or decision.id != row["id"]:
        return False
    return not Standing(db).is_carried_on(decision)


_FINDINGS: Final = ", ".join(f"'{kind}'" for kind in Kind if kind.is_finding)

# '#' follows a sentence's id in its claims' ids; a number ends where its digits do
_ON_NO_SENTENCE: Final = f"""
WITH about AS (
    SELECT line, id, kind, subject, reviewer,
        CASE kind WHEN 'evidence' THEN json_extract(value, '$.claim') ELSE subject END AS words
    FROM incoming WHERE value IS NOT NULL AND kind IN ({_FINDINGS})
),
placed AS (
    SELECT *, substr(words, 1, instr(words || '#', '#') - 1) AS sentence,
        CAST(substr(words, 66) AS INTEGER) AS start,
        CAST(substr(words, 66 + instr(substr(words, 66), '-')) AS INTEGER) AS "end"
    FROM about
)
SELECT placed.*, document.id AS document_id, document.number AS article
FROM placed JOIN document ON document.id = substr(words, 1, 64)
WHERE document.replaced_by IS NULL AND NOT EXISTS (
    SELECT 1 FROM sentence WHERE sentence.document_id = document.id
    AND sentence.start = placed.start AND sentence.id = placed.sentence
)
ORDER BY article, line
"""  # noqa: S608 - the names are our own
