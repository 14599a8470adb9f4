"""The list of articles, each with how far a reviewer is in it."""

from collections.abc import Iterator
from typing import Final

from sqlite_utils.db import Database

from factcheck.domain.review import ArticleSummary, Progress


def summaries(db: Database, reviewer: str, *, replaced: bool) -> Iterator[ArticleSummary]:
    """Yield every article, or also the `replaced`, with how far `reviewer` is in it."""
    for row in db.query(_SUMMARIES, {"reviewer": reviewer, "replaced": replaced}):
        progress = Progress.model_construct(
            **{name: row.pop(name) for name in Progress.model_fields}
        )
        yield ArticleSummary.model_construct(**row, progress=progress)


_SUMMARIES: Final = """
WITH
tagged AS (
    SELECT document_id, sum(sentences) AS n, sum(iif(tag = 'claim', sentences, 0)) AS claims
    FROM tally WHERE reviewer = :reviewer AND reviewer <> '' GROUP BY document_id
),
named AS (
    SELECT document_id, sentence_id, claim_id FROM claim_detail
    UNION SELECT document_id, sentence_id, claim_id FROM evidence
    UNION SELECT document_id, sentence_id, claim_id FROM verdict WHERE reviewer = :reviewer
),
further AS (
    SELECT document_id, count(*) AS n FROM named
    WHERE claim_id <> sentence_id || '#1' AND EXISTS (
        SELECT 1 FROM tag WHERE tag.document_id = named.document_id
        AND tag.reviewer = :reviewer AND tag.sentence_id = named.sentence_id AND tag = 'claim'
    )
    GROUP BY document_id
),
judged AS (
    SELECT document_id, count(*) AS n FROM verdict
    WHERE reviewer = :reviewer AND EXISTS (
        SELECT 1 FROM tag WHERE tag.document_id = verdict.document_id
        AND tag.reviewer = :reviewer AND tag.sentence_id = verdict.sentence_id AND tag = 'claim'
    )
    GROUP BY document_id
)
SELECT
    document.number, document.id, document.title, document.url, document.author,
    document.publisher, document.date, document.language, document.source, document.added,
    document.replaced_by,
    coalesce(total.sentences, 0) AS sentences,
    coalesce(tagged.n, 0) AS tagged,
    coalesce(tagged.claims, 0) + coalesce(further.n, 0) AS claims,
    coalesce(judged.n, 0) AS judged
FROM document
LEFT JOIN tally AS total
    ON total.document_id = document.id AND total.reviewer = '' AND total.tag = ''
LEFT JOIN tagged ON tagged.document_id = document.id
LEFT JOIN further ON further.document_id = document.id
LEFT JOIN judged ON judged.document_id = document.id
WHERE :replaced OR document.replaced_by IS NULL
ORDER BY document.number
"""
