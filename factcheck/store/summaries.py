"""The list of articles, each with how far a reviewer is in it."""

from collections.abc import Iterator
from typing import Final

from sqlite_utils.db import Database

from factcheck.domain.review import ArticleSummary, Progress


def summaries(db: Database, reviewer: str, *, replaced: bool) -> Iterator[ArticleSummary]:
    """Yield every article, or also the `replaced`, with how far `reviewer` is in it."""
    for row in db.query(_SUMMARIES, {"reviewer": reviewer, "replaced": replaced}):
        progress = Progress(**{name: row.pop(name) for name in Progress.model_fields})
        yield ArticleSummary(**row, progress=progress)


_SUMMARIES: Final = """
WITH
sentences AS (SELECT document_id, count(*) AS n FROM sentence GROUP BY document_id),
mine AS (SELECT document_id, sentence_id, tag FROM tag WHERE reviewer = :reviewer),
tagged AS (
    SELECT document_id, count(*) AS n, sum(tag = 'claim') AS claims FROM mine GROUP BY document_id
),
named AS (
    SELECT document_id, sentence_id, claim_id FROM claim_detail
    UNION SELECT document_id, sentence_id, claim_id FROM evidence
    UNION SELECT document_id, sentence_id, claim_id FROM verdict WHERE reviewer = :reviewer
),
further AS (
    SELECT named.document_id, count(*) AS n FROM named JOIN mine USING (document_id, sentence_id)
    WHERE mine.tag = 'claim' AND named.claim_id <> named.sentence_id || '#1'
    GROUP BY named.document_id
),
judged AS (
    SELECT verdict.document_id, count(*) AS n FROM verdict
    JOIN mine USING (document_id, sentence_id)
    WHERE verdict.reviewer = :reviewer AND mine.tag = 'claim'
    GROUP BY verdict.document_id
)
SELECT
    document.number, document.id, document.title, document.url, document.author,
    document.publisher, document.date, document.language, document.source, document.added,
    document.replaced_by,
    coalesce(sentences.n, 0) AS sentences,
    coalesce(tagged.n, 0) AS tagged,
    coalesce(tagged.claims, 0) + coalesce(further.n, 0) AS claims,
    coalesce(judged.n, 0) AS judged
FROM document
LEFT JOIN sentences ON sentences.document_id = document.id
LEFT JOIN tagged ON tagged.document_id = document.id
LEFT JOIN further ON further.document_id = document.id
LEFT JOIN judged ON judged.document_id = document.id
WHERE :replaced OR document.replaced_by IS NULL
ORDER BY document.number
"""
