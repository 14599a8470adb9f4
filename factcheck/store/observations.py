"""What the linter has to know of an article beside what stands in it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from sqlite_utils.db import Database

from factcheck.domain.decision import Decision
from factcheck.domain.identity import ClaimId, DocumentId, EvidenceId, SentenceId
from factcheck.domain.linting.dossier import QuoteCheck
from factcheck.domain.verification import Finding
from factcheck.store.rows import Row, decisions_in


class Observations:
    """How tags were given, how quotes and pages were last found, and what followed publication."""

    def __init__(self, db: Database) -> None:
        """Look in `db`."""
        self._db = db

    def times(self, document: DocumentId) -> Mapping[str, Mapping[SentenceId, int]]:
        """Return how long each reviewer looked at sentences before tagging, in milliseconds."""
        found: dict[str, dict[SentenceId, int]] = defaultdict(dict)
        for row in self._rows(_TIMES, document):
            found[row["reviewer"]][row["sentence_id"]] = row["duration_ms"]
        return found

    def quote_checks(
        self, document: DocumentId, sentence: SentenceId | None = None
    ) -> Mapping[EvidenceId, QuoteCheck]:
        """Return what was last found of the quotes in the evidence of a document or a sentence."""
        return {
            row["evidence_id"]: QuoteCheck(row["quote"], Finding(row["finding"]))
            for row in self._rows(_QUOTE_CHECKS, document, sentence)
        }

    def stored_texts(
        self, document: DocumentId, sentence: SentenceId | None = None
    ) -> Mapping[str, str]:
        """Return what the pages quoted there said when they were last kept, by their addresses."""
        return {row["url"]: row["text"] for row in self._rows(_STORED_TEXTS, document, sentence)}

    def since_publication(self, claim: ClaimId) -> tuple[Decision, ...]:
        """Return what stands on a claim and was decided since it was published, oldest first."""
        return tuple(decisions_in(self._db, _SINCE_PUBLICATION, claim=claim))

    def pages(self) -> Iterator[tuple[str, ClaimId]]:
        """Yield the address of every published fact-check of a claim that was not replaced."""
        for row in self._db.query(_PAGES):
            yield row["url"], row["claim_id"]

    def _rows(
        self, query: str, document: DocumentId, sentence: SentenceId | None = None
    ) -> Iterator[Row]:
        return self._db.query(query, {"document": document, "sentence": sentence})


_TIMES = """
SELECT reviewer, sentence_id, duration_ms FROM tag
WHERE document_id = :document AND duration_ms IS NOT NULL
"""

_QUOTE_CHECKS = """
SELECT evidence_id, quote, finding FROM verification WHERE number IN (
    SELECT (SELECT max(number) FROM verification WHERE evidence_id = evidence.id)
    FROM evidence WHERE document_id = :document AND (:sentence IS NULL OR sentence_id = :sentence)
)
"""

_STORED_TEXTS = """
SELECT url, text FROM snapshot WHERE number IN (
    SELECT (SELECT max(number) FROM snapshot WHERE snapshot.url = evidence.url)
    FROM evidence WHERE document_id = :document AND (:sentence IS NULL OR sentence_id = :sentence)
    AND quote <> ''
)
"""

# '!' follows a claim's id in its corrections' ids, and '"' is the next sign
_SINCE_PUBLICATION = """
WITH published AS (
    SELECT min(at) AS at FROM standing
    WHERE subject = :claim AND kind = 'publication' AND at > (
        SELECT coalesce(max(at), '') FROM standing
        WHERE subject = :claim AND kind = 'publication' AND value IS NULL
    )
)
SELECT * FROM standing WHERE at >= (SELECT at FROM published) AND (
    subject IN (
        SELECT :claim UNION SELECT subject FROM decision
        WHERE kind = 'evidence' AND json_extract(value, '$.claim') = :claim
    )
    OR (subject > :claim || '!' AND subject < :claim || '"')
)
ORDER BY at, id
"""

_PAGES = """
SELECT publication.url, claim_id FROM publication
JOIN document ON document.id = document_id WHERE replaced_by IS NULL
"""
