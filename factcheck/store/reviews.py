"""What stands now, as the state of a review."""

import json
from collections.abc import Iterable, Mapping
from typing import Final

from sqlite_utils.db import Database

from factcheck.domain.clock import now, timestamp
from factcheck.domain.decision import Kind
from factcheck.domain.document import Document, Sentence
from factcheck.domain.identity import ClaimId, DocumentId, SentenceId, sentence_of, span_of
from factcheck.domain.review import ClaimReview, EvidenceReview, SentenceReview
from factcheck.store.findings import Findings, evidence_in
from factcheck.store.projections import PROJECTION_TABLES
from factcheck.store.side_by_side import SideBySide
from factcheck.store.transactions import transaction

_OWN: Final = {Kind.TAG, Kind.NOTE, Kind.FLAG}
"""What a reviewer sees of their own only."""


class Reviews:
    """What each reviewer has found, as it stands now."""

    def __init__(self, db: Database) -> None:
        """Read what stands in `db`."""
        self._db = db

    def reviewers(self, document: Document) -> list[str]:
        """Return everybody who has decided something on the article that stands, by name."""
        return self.reviewers_of([document])[document.id]

    def reviewers_of(self, documents: Iterable[Document]) -> Mapping[DocumentId, list[str]]:
        """Return the same of several articles, by the article."""
        names: dict[DocumentId, list[str]] = {document.id: [] for document in documents}
        for document, reviewer in self._db.execute(_REVIEWERS, [json.dumps(list(names))]):
            names[document].append(reviewer)
        return names

    def first_undecided(self, reviewer: str) -> tuple[DocumentId, int] | None:
        """Return document and start of the first sentence that `reviewer` has not tagged."""
        row = next(self._db.query(_FIRST_UNDECIDED, {"reviewer": reviewer}), None)
        return (row["document_id"], row["start"]) if row else None

    def of_article(
        self, document: Document, sentences: Iterable[Sentence], reviewer: str
    ) -> tuple[SentenceReview, ...]:
        """Return `sentences` of `document` with what `reviewer` sees on each.

        It reads what stands on the whole article, as is quicker for many of its sentences.
        """
        findings = Findings(self._db, reviewer, {"document_id": document.id})
        return tuple(findings.on(sentence) for sentence in sentences)

    def side_by_side(self, documents: Iterable[Document]) -> SideBySide:
        """Return what everybody found in `documents`, and when."""
        return SideBySide(self._db, documents)

    def of_sentence(self, document: Document, sentence: Sentence, reviewer: str) -> SentenceReview:
        """Return `sentence` of `document` with what `reviewer` sees on it."""
        return self._findings(document, sentence, reviewer).on(sentence)

    def standing_in(self, document: Document, reviewer: str) -> frozenset[tuple[SentenceId, str]]:
        """Return which decisions stand on which sentences, of those that `reviewer` sees.

        What differs between two times is what was decided in between, by whatever program.
        """
        rows = self._db.execute(_STANDING, {"document": document.id, "reviewer": reviewer})
        return frozenset(rows)

    def cuts_in(self, document: Document) -> int:
        """Return how often somebody has decided where a sentence of `document` begins."""
        (count,) = self._db.execute(_CUTS, {"document": document.id}).fetchone()
        return int(count)

    def claims_in(
        self, document: Document, sentence: Sentence, reviewer: str
    ) -> tuple[ClaimReview, ...]:
        """Return the claims that were named in `sentence`, whatever `reviewer` tags it as."""
        return tuple(self._findings(document, sentence, reviewer).claims_in(sentence))

    def published_in(self, sentence: SentenceId) -> list[ClaimId]:
        """Return the claims in a sentence whose fact-checks readers can see."""
        query = "SELECT claim_id FROM publication WHERE document_id = ? AND sentence_id = ?"
        rows = self._db.execute(query, [span_of(sentence).document, sentence])
        return [ClaimId(name) for (name,) in rows]

    def is_claim(self, sentence: SentenceId) -> bool:
        """Whether anybody has tagged a sentence as a claim."""
        condition = "document_id = ? AND sentence_id = ? AND tag = 'claim'"
        names = [span_of(sentence).document, sentence]
        return bool(self._db.table("tag").count_where(condition, names))

    def judged_by(self, claim: ClaimId) -> list[str]:
        """Return who has judged a claim."""
        query = (
            "SELECT reviewer FROM verdict WHERE document_id = ? AND sentence_id = ? "
            "AND claim_id = ?"
        )
        sentence = sentence_of(claim)
        rows = self._db.execute(query, [span_of(sentence).document, sentence, claim])
        return [reviewer for (reviewer,) in rows]

    def reveal(self, reviewer: str, claim: ClaimId) -> None:
        """Keep that `reviewer` has seen the others' verdicts on a claim. Raises NotSaved."""
        if not self.is_revealed(reviewer, claim):
            row = {"reviewer": reviewer, "claim_id": claim, "at": timestamp(now())}
            with transaction(self._db):
                self._db.table("revealed").insert(row, replace=True)

    def reveal_in(self, reviewer: str, document: DocumentId | None) -> None:
        """Keep that `reviewer` has seen the others' verdicts in a document, or in all.

        Claims that the reviewer has judged are seen anyway. Raises NotSaved.
        """
        names = {"reviewer": reviewer, "document": document, "at": timestamp(now())}
        if next(self._db.query(_HIDDEN, names), None):
            with transaction(self._db):
                self._db.execute(f"INSERT INTO revealed {_HIDDEN}", names)

    def is_revealed(self, reviewer: str, claim: ClaimId) -> bool:
        """Whether `reviewer` has seen the others' verdicts on a claim."""
        condition = "reviewer = ? AND claim_id = ?"
        return bool(self._db.table("revealed").count_where(condition, [reviewer, claim]))

    def evidence_at(self, url: str) -> list[EvidenceReview]:
        """Return all evidence that was read at an address, the latest added last."""
        rows = self._db.table("evidence").rows_where("url = ?", [url], order_by="id")
        return [evidence_in(row) for row in rows]

    def _findings(self, document: Document, sentence: Sentence, reviewer: str) -> Findings:
        scope = {"document_id": document.id, "sentence_id": sentence.id}
        return Findings(self._db, reviewer, scope)


_HIDDEN = """
SELECT DISTINCT :reviewer AS reviewer, claim_id, :at AS at FROM verdict
WHERE (:document IS NULL OR document_id = :document) AND reviewer <> :reviewer
AND NOT EXISTS (
    SELECT 1 FROM verdict AS mine WHERE mine.document_id = verdict.document_id
    AND mine.sentence_id = verdict.sentence_id AND mine.claim_id = verdict.claim_id
    AND mine.reviewer = :reviewer
)
AND NOT EXISTS (
    SELECT 1 FROM revealed
    WHERE revealed.claim_id = verdict.claim_id AND revealed.reviewer = :reviewer
)
"""

# the last sentence's number says how many there are; articles that are done are passed over by it
_FIRST_UNDECIDED = """
SELECT sentence.document_id, sentence."start"
FROM document CROSS JOIN sentence ON sentence.document_id = document.id
WHERE document.replaced_by IS NULL AND (
    SELECT ordinal FROM sentence WHERE document_id = document.id
    ORDER BY document_id DESC, "start" DESC LIMIT 1
) > (SELECT count(*) FROM tag WHERE document_id = document.id AND reviewer = :reviewer)
AND NOT EXISTS (
    SELECT 1 FROM tag WHERE tag.document_id = document.id AND tag.reviewer = :reviewer
    AND tag.sentence_id = sentence.id
)
ORDER BY document.number, sentence."start" LIMIT 1
"""

_REVIEWERS = """
WITH chosen AS (SELECT value FROM json_each(?))
SELECT document_id, reviewer FROM tag WHERE document_id IN chosen
UNION SELECT document_id, reviewer FROM note WHERE document_id IN chosen
UNION SELECT document_id, reviewer FROM flag WHERE document_id IN chosen
UNION SELECT document_id, reviewer FROM verdict WHERE document_id IN chosen
UNION SELECT document_id, adjudicator FROM adjudication WHERE document_id IN chosen
UNION SELECT document_id, reviewer FROM approval WHERE document_id IN chosen
ORDER BY document_id, reviewer
"""

_LINKED_TO = """
SELECT substr(other, 1, instr(other, '#') - 1), decision_id FROM link
WHERE other > :document || ':' AND other < :document || ';'
"""
_STANDING = " UNION ALL ".join(
    [
        *(
            f"SELECT sentence_id, decision_id FROM {table} WHERE document_id = :document"  # noqa: S608
            f"{' AND reviewer = :reviewer' if kind in _OWN else ''}"
            for kind, table in PROJECTION_TABLES.items()
        ),
        _LINKED_TO,
    ]
)

# '@' follows a document's id in its cuts' ids, and 'A' is the next sign
_CUTS = """
SELECT count(*) FROM decision WHERE subject > :document || '@' AND subject < :document || 'A'
"""
