"""What stands now: the typed tables read back as the state of a review."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar

from sqlite_utils.db import Database

from factcheck.domain.decision import Kind
from factcheck.domain.document import Document, Sentence
from factcheck.domain.finding import Claim, Evidence, Flag, Note, Verdict
from factcheck.domain.identity import (
    ClaimId,
    DocumentId,
    SentenceId,
    claim_id,
    number_of,
    sentence_of,
)
from factcheck.domain.review import ClaimReview, EvidenceReview, SentenceReview
from factcheck.domain.tag import Tag
from factcheck.domain.value import Value
from factcheck.store.projections import PROJECTION_TABLES, all_equal
from factcheck.store.rows import Row

_V = TypeVar("_V", bound=Value)


class Reviews:
    """What each reviewer has found, as it stands now."""

    def __init__(self, db: Database) -> None:
        """Read what stands in `db`."""
        self._db = db

    def reviewers(self, document: Document) -> list[str]:
        """Return everybody who has decided something on the article that stands, by name."""
        rows = self._db.query(_REVIEWERS, {"document": document.id})
        return [row["reviewer"] for row in rows]

    def first_undecided(self, reviewer: str) -> tuple[DocumentId, int] | None:
        """Return document and start of the first sentence that `reviewer` has not tagged."""
        row = next(self._db.query(_FIRST_UNDECIDED, {"reviewer": reviewer}), None)
        return (row["document_id"], row["start"]) if row else None

    def of_article(
        self, document: Document, sentences: Iterable[Sentence], reviewer: str
    ) -> tuple[SentenceReview, ...]:
        """Return `sentences`, all those of `document`, with what `reviewer` sees on each."""
        findings = _Findings(self._db, reviewer, {"document_id": document.id})
        return tuple(findings.on(sentence) for sentence in sentences)

    def of_sentence(self, document: Document, sentence: Sentence, reviewer: str) -> SentenceReview:
        """Return `sentence` of `document` with what `reviewer` sees on it."""
        return self._findings(document, sentence, reviewer).on(sentence)

    def claims_in(
        self, document: Document, sentence: Sentence, reviewer: str
    ) -> tuple[ClaimReview, ...]:
        """Return the claims that were named in `sentence`, whatever `reviewer` tags it as."""
        return tuple(self._findings(document, sentence, reviewer).claims_in(sentence))

    def _findings(self, document: Document, sentence: Sentence, reviewer: str) -> "_Findings":
        scope = {"document_id": document.id, "sentence_id": sentence.id}
        return _Findings(self._db, reviewer, scope)


class _Findings:
    """The current values of every kind in one scope: an article, or a sentence."""

    def __init__(self, db: Database, reviewer: str, scope: Row) -> None:
        mine = {**scope, "reviewer": reviewer}
        self._tags = {row["sentence_id"]: Tag(row["tag"]) for row in _rows(db, Kind.TAG, mine)}
        self._notes = {row["sentence_id"]: _value(Note, row) for row in _rows(db, Kind.NOTE, mine)}
        self._flags = {row["sentence_id"]: _value(Flag, row) for row in _rows(db, Kind.FLAG, mine)}
        self._verdicts = {
            row["claim_id"]: _value(Verdict, row) for row in _rows(db, Kind.VERDICT, mine)
        }
        self._details = {
            row["claim_id"]: _value(Claim, row) for row in _rows(db, Kind.CLAIM, scope)
        }
        self._evidence: dict[ClaimId, list[EvidenceReview]] = defaultdict(list)
        for row in _rows(db, Kind.EVIDENCE, scope):
            evidence = _value(Evidence, {**row, "claim": row["claim_id"]})
            self._evidence[row["claim_id"]].append(EvidenceReview(id=row["id"], evidence=evidence))
        self._named: dict[SentenceId, set[ClaimId]] = defaultdict(set)
        for name in (*self._details, *self._verdicts, *self._evidence):
            self._named[sentence_of(name)].add(name)

    def on(self, sentence: Sentence) -> SentenceReview:
        """Return `sentence` with what was found on it."""
        tag = self._tags.get(sentence.id)
        return SentenceReview(
            sentence=sentence,
            tag=tag,
            note=self._notes.get(sentence.id),
            flag=self._flags.get(sentence.id),
            claims=tuple(self.claims_in(sentence)) if tag is Tag.CLAIM else (),
        )

    def claims_in(self, sentence: Sentence) -> Iterator[ClaimReview]:
        """Yield the claims that were named in `sentence`, and its first one in any case."""
        named = self._named.get(sentence.id, set())
        for name in sorted({claim_id(sentence.id), *named}, key=number_of):
            claim = self._details.get(name, Claim())
            yield ClaimReview(
                id=name,
                sentence=sentence.id,
                text=claim.text or sentence.text,
                claim=claim,
                verdict=self._verdicts.get(name),
                evidence=tuple(self._evidence.get(name, ())),
            )


def _rows(db: Database, kind: Kind, scope: Row) -> Iterator[Row]:
    table = db.table(PROJECTION_TABLES[kind])
    order = "id" if kind is Kind.EVIDENCE else None
    return table.rows_where(all_equal(scope), list(scope.values()), order_by=order)


def _value(model: type[_V], row: Row) -> _V:
    return model(**{name: row[name] for name in model.model_fields})


_FIRST_UNDECIDED = """
SELECT sentence.document_id, sentence."start"
FROM document JOIN sentence ON sentence.document_id = document.id
WHERE NOT EXISTS (
    SELECT 1 FROM tag WHERE tag.document_id = document.id AND tag.reviewer = :reviewer
    AND tag.sentence_id = sentence.id
) AND document.replaced_by IS NULL
ORDER BY document.number, sentence."start" LIMIT 1
"""

_REVIEWERS = """
SELECT reviewer FROM tag WHERE document_id = :document
UNION SELECT reviewer FROM note WHERE document_id = :document
UNION SELECT reviewer FROM flag WHERE document_id = :document
UNION SELECT reviewer FROM verdict WHERE document_id = :document
ORDER BY reviewer
"""
