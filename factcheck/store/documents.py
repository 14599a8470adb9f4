"""The articles in the database: their text, their sentences, and how far their review is."""

from collections.abc import Iterator, Sequence

from sqlite_utils.db import Database

from factcheck.domain.document import Document, Sentence
from factcheck.domain.identity import DocumentId, sentence_id
from factcheck.domain.review import ArticleSummary, Progress
from factcheck.store.transactions import transaction

_COLUMNS = "number, id, title, source, text, added"


class Documents:
    """All articles of one database, in the order in which they were added."""

    def __init__(self, db: Database) -> None:
        """Read and add the articles in `db`."""
        self._db = db
        self._table = db.table("document")

    def __len__(self) -> int:
        """Return how many articles there are."""
        return int(self._table.count)

    def add(
        self, document: Document, bounds: Sequence[tuple[int, int]], *, segmenter: str
    ) -> Document:
        """Keep `document` with its sentences' bounds, and return it with the number it got.

        Where the same text is there already, nothing is added and that document is returned.
        Raises NotSaved.
        """
        with transaction(self._db):
            known = self.with_id(document.id)
            if known is not None:
                return known
            self._table.insert({**document.model_dump(exclude={"number"}), "segmenter": segmenter})
            self._db.table("sentence").insert_all(
                {
                    "id": sentence_id(document.id, start, end),
                    "document_id": document.id,
                    "ordinal": ordinal,
                    "start": start,
                    "end": end,
                }
                for ordinal, (start, end) in enumerate(bounds, start=1)
            )
            return next(self._where("id = ?", document.id))

    def sentences(self, document: Document) -> Iterator[Sentence]:
        """Yield the article's sentences in order."""
        rows = self._db.table("sentence").rows_where(
            "document_id = ?",
            [document.id],
            select='id, ordinal, "start", "end", role',
            order_by="document_id, start",
        )
        for row in rows:
            yield Sentence(
                id=row["id"],
                number=row["ordinal"],
                start=row["start"],
                end=row["end"],
                text=document.text[row["start"] : row["end"]],
                role=row["role"],
            )

    def place_of(self, document: Document) -> int:
        """Return the article's place among all, from 1."""
        return int(self._table.count_where("number <= ?", [document.number]))

    def with_id(self, name: DocumentId) -> Document | None:
        """Return the document with that id, if there is one."""
        return next(self._where("id = ?", name), None)

    def numbered(self, number: int) -> Document | None:
        """Return the document that `list` shows with that number, if there is one."""
        return next(self._where("number = ?", number), None)

    def with_id_prefix(self, prefix: str) -> list[Document]:
        """Return the documents whose id begins with `prefix`; two at most."""
        return list(self._where("id >= ? AND id < ?", prefix, prefix + "g", limit=2))

    def with_file_name(self, name: str) -> list[Document]:
        """Return the documents read from that path, or from a file of that name; two at most."""
        return list(
            self._where(
                "source = ? OR substr(source, -length(?)) = ?",
                name,
                "/" + name,
                "/" + name,
                limit=2,
            )
        )

    def after(self, document: Document) -> Document | None:
        """Return the next article, if there is one."""
        return next(self._where("number > ?", document.number), None)

    def before(self, document: Document) -> Document | None:
        """Return the previous article, if there is one."""
        return next(self._where("number < ?", document.number, order_by="number DESC"), None)

    def all(self) -> Iterator[Document]:
        """Yield every article, in the order in which they were added."""
        return self._where("1")

    def summaries(self, reviewer: str) -> Iterator[ArticleSummary]:
        """Yield every article with how far `reviewer` is in it."""
        for row in self._db.query(_SUMMARIES, {"reviewer": reviewer}):
            yield ArticleSummary(
                number=row["number"],
                id=row["id"],
                title=row["title"],
                source=row["source"],
                added=row["added"],
                progress=Progress(
                    sentences=row["sentences"],
                    tagged=row["tagged"],
                    claims=row["claims"],
                    judged=row["judged"],
                ),
            )

    def _where(
        self, condition: str, *values: object, order_by: str = "number", limit: int | None = None
    ) -> Iterator[Document]:
        rows = self._table.rows_where(
            condition, list(values), select=_COLUMNS, order_by=order_by, limit=limit
        )
        for row in rows:
            yield Document(**row)


_SUMMARIES = """
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
    document.number, document.id, document.title, document.source, document.added,
    coalesce(sentences.n, 0) AS sentences,
    coalesce(tagged.n, 0) AS tagged,
    coalesce(tagged.claims, 0) + coalesce(further.n, 0) AS claims,
    coalesce(judged.n, 0) AS judged
FROM document
LEFT JOIN sentences ON sentences.document_id = document.id
LEFT JOIN tagged ON tagged.document_id = document.id
LEFT JOIN further ON further.document_id = document.id
LEFT JOIN judged ON judged.document_id = document.id
ORDER BY document.number
"""
