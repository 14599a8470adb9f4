"""What counts in an article now, and what would if it were taken back."""

from collections.abc import Iterator

from sqlite_utils.db import Database

from factcheck.domain.anchors.anchor import Anchor
from factcheck.domain.decision import Decision, Kind
from factcheck.domain.identity import DocumentId, SentenceId, sentence_of, span_of
from factcheck.store.projections import PROJECTION_TABLES
from factcheck.store.registers import register_of, registers_about, standing
from factcheck.store.rows import decisions_in


class Standing:
    """The decisions of one database that no undo has taken back, by where they count."""

    def __init__(self, db: Database) -> None:
        """Read what counts in `db`."""
        self._db = db

    def on(self, document: DocumentId, sentence: SentenceId | None = None) -> Iterator[Decision]:
        """Yield what stands on a document's sentences, or on one of them, oldest first."""
        return decisions_in(self._db, _STANDING_ON, document=document, sentence=sentence)

    def stacks_on(
        self, document: DocumentId, sentence: SentenceId | None = None
    ) -> Iterator[Decision]:
        """Yield all that counts on a document's sentences, or on one of them, oldest first.

        Behind each decision that stands come those that would stand if it were taken back.
        """
        tops = {register_of(d): d for d in self.on(document, sentence)}
        # '#' follows a sentence's id in its claims' ids, and '$' is the next sign; so ':' and ';'
        low, high = (sentence, f"{sentence}$") if sentence else (f"{document}:", f"{document};")
        sentences = {sentence} if sentence else self._sentences(document)
        for decision in decisions_in(self._db, _COUNTING_IN, low=low, high=high):
            about = sentence_of(decision.about)
            top = tops.get(register_of(decision))
            moved = decision.kind is Kind.EVIDENCE and (
                top is None or sentence_of(top.about) != about
            )
            if about in sentences and not moved:
                yield decision

    def _sentences(self, document: DocumentId) -> set[SentenceId]:
        rows = self._db.table("sentence").rows_where("document_id = ?", [document], select="id")
        return {row["id"] for row in rows}

    def dormant_on(self, sentence: SentenceId) -> Iterator[Decision]:
        """Yield what would stand on words if they were a sentence, which they are not now."""
        for register in sorted(set(registers_about(self._db, sentence))):
            decision = standing(self._db, register)
            if decision and decision.value and sentence_of(decision.about) == sentence:
                yield decision

    def is_carried_on(self, dormant: Decision) -> bool:
        """Whether a decision on words that were a sentence here was said since of others.

        One that came from another database, where they are a sentence, was not.
        """
        about = span_of(dormant.about)
        rows = self._db.query(
            _CARRIED_ON,
            {
                "original": dormant.original,
                "at": dormant.at,
                "low": f"{about.document}:",
                "high": f"{about.document};",
            },
        )
        sentence = sentence_of(dormant.about)
        return any(sentence_of(row["subject"]) != sentence for row in rows)

    def cuts_in(self, document: DocumentId) -> Iterator[Decision]:
        """Yield all cuts in a document that count, oldest first."""
        names = {"document": document, "kind": Kind.CUT}
        return decisions_in(self._db, _ALL_IN, **names)

    def particulars_of(self, document: DocumentId) -> Iterator[Decision]:
        """Yield all corrections of a document's particulars that count, oldest first."""
        names = {"subject": document, "kind": Kind.PARTICULARS}
        query = "SELECT * FROM standing WHERE subject = :subject AND kind = :kind ORDER BY at, id"
        return decisions_in(self._db, query, **names)

    def originals_in(self, document: DocumentId) -> set[str]:
        """Return which decisions count in a document, made there or carried over to it; by id."""
        rows = self._db.query(_ORIGINALS_IN, {"document": document})
        return {row["original"] for row in rows}

    def links_to(self, document: DocumentId, sentence: SentenceId | None = None) -> list[Decision]:
        """Return the links that end at claims in a document, or in one of its sentences."""
        # '#' follows a sentence's id in its claims' ids, and '$' is the next sign; so ':' and ';'
        low, high = (
            (f"{sentence}#", f"{sentence}$") if sentence else (f"{document}:", f"{document};")
        )
        query = (
            "SELECT decision.* FROM decision JOIN link ON decision_id = decision.id "
            "WHERE other >= :low AND other < :high ORDER BY decision.at, decision.id"
        )
        return list(decisions_in(self._db, query, low=low, high=high))

    def anchors_to(self, document: DocumentId) -> Iterator[tuple[Decision, Anchor]]:
        """Yield which sentences of older versions changed into what in a document."""
        found = decisions_in(
            self._db,
            "SELECT decision.* FROM decision JOIN anchor ON decision_id = decision.id "
            "WHERE successor_document_id = :document ORDER BY decision.at, decision.id",
            document=document,
        )
        for decision in found:
            if isinstance(decision.value, Anchor):
                yield decision, decision.value


_STANDING_ON = f"""
SELECT * FROM decision WHERE id IN (
    {
    " UNION ALL ".join(
        f"SELECT decision_id FROM {table} WHERE document_id = :document "
        "AND (:sentence IS NULL OR sentence_id = :sentence)"
        for table in PROJECTION_TABLES.values()
    )
}
)
ORDER BY at, id
"""  # noqa: S608 - the names are our own schema's

_COUNTING_IN = """
SELECT * FROM standing WHERE subject >= :low AND subject < :high AND kind <> 'anchor'
UNION ALL SELECT * FROM standing
WHERE kind = 'evidence' AND json_extract(value, '$.claim') >= :low
AND json_extract(value, '$.claim') < :high
ORDER BY at, id
"""

_CARRIED_ON = """
SELECT subject FROM standing WHERE carries = :original AND at > :at
AND subject >= :low AND subject < :high
"""

# '@' follows a document's id in its cuts' ids, and 'A' is the character after '@'
_ALL_IN = """
SELECT * FROM standing WHERE kind = :kind
AND subject > :document || '@' AND subject < :document || 'A' ORDER BY at, id
"""

_ORIGINALS_IN = """
SELECT coalesce(carries, id) AS original FROM standing
WHERE subject >= :document AND subject < :document || 'A'
UNION SELECT coalesce(carries, id) FROM standing
WHERE kind = 'evidence' AND json_extract(value, '$.claim') > :document || ':'
AND json_extract(value, '$.claim') < :document || ';'
"""
