"""The articles in the database: their text, their sentences, and how far their review is."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Final

from sqlite_utils.db import Database

from factcheck.domain.document import Document, Segment, Sentence
from factcheck.domain.identity import DocumentId, SentenceId
from factcheck.domain.particulars import Particulars
from factcheck.domain.review import ArticleSummary
from factcheck.domain.role import Role
from factcheck.store.boundaries import propose
from factcheck.store.projections import project
from factcheck.store.registers import registers_in
from factcheck.store.rows import insert
from factcheck.store.search_index import index_article
from factcheck.store.summaries import summaries
from factcheck.store.transactions import transaction

_COLUMNS: Final = ", ".join(Document.model_fields)
_LATEST: Final = "replaced_by IS NULL"
"""Articles that no newer version has replaced."""


class Documents:
    """All articles of one database, in the order in which they were added.

    Unless it says otherwise, a method leaves out articles that a newer version has replaced.
    """

    def __init__(self, db: Database) -> None:
        """Read and add the articles in `db`."""
        self._db = db
        self._table = db.table("document")

    def __len__(self) -> int:
        """Return how many articles there are."""
        return int(self._table.count_where(_LATEST))

    def add(self, document: Document, segments: Sequence[Segment], *, segmenter: str) -> Document:
        """Keep `document` with its sentences, and return it with the number it got.

        Where the same text is there already, nothing is added and that document is returned.
        Raises NotSaved.
        """
        with transaction(self._db):
            self.add_all([(document, segments)], segmenter=segmenter)
            return self.kept(document.id)

    def add_all(
        self, articles: Iterable[tuple[Document, Sequence[Segment]]], *, segmenter: str
    ) -> Set[DocumentId]:
        """Keep the articles whose texts are not there yet, and return their ids. Raises NotSaved.

        They are indexed after all are inserted: SQLite writes what it has gathered of the index
        whenever a row is inserted into a table with triggers.
        """
        with transaction(self._db):
            new: dict[DocumentId, tuple[Document, Sequence[Segment]]] = {}
            for document, segments in articles:
                if not self._holds(document.id):
                    self._insert(document, segments, segmenter)
                    new[document.id] = document, segments
            for name, (document, segments) in new.items():
                index_article(self._db, name, document.title, document.text, segments)
            for name in new:
                for register in registers_in(self._db, name):  # decided in another database
                    project(self._db, register)
            return new.keys()

    def replace(self, old: DocumentId, new: DocumentId, places: Sequence[tuple[int, int]]) -> None:
        """Let `new` stand in the place of `old` from now on. Raises NotSaved.

        `places` are where sentences of the old begin and where in the new one, in order.
        """
        query = "UPDATE document SET replaced_by = :by WHERE id = :id"
        with transaction(self._db):
            self._db.execute(query, {"id": old, "by": new})
            self._db.execute(query, {"id": new, "by": None})
            self._keep_places(old, places)

    def may_follow(self, old: DocumentId, new: DocumentId) -> bool:
        """Whether `new` can stand in the place of `old`, which neither is replaced nor came later.

        Databases that read the same source at different times may each know the other order.
        """
        later = {new}
        following = self._replaced_by(new)
        while following and following not in later:
            later.add(following)
            following = self._replaced_by(following)
        return old not in later and self._replaced_by(old) is None

    def follow(self, old: DocumentId, new: DocumentId, places: Sequence[tuple[int, int]]) -> None:
        """Let `new` stand in the place of `old`, as another database says. Raises NotSaved."""
        with transaction(self._db):
            query = "UPDATE document SET replaced_by = ? WHERE id = ?"
            self._db.execute(query, [new, old])
            self._keep_places(old, places)

    def bring_back(self, name: DocumentId, source: str) -> None:
        """Let a replaced document stand again, for another source says it. Raises NotSaved."""
        with transaction(self._db):
            query = "UPDATE document SET replaced_by = NULL, source = ? WHERE id = ?"
            self._db.execute(query, [source, name])

    def rename_source(self, name: DocumentId, source: str) -> None:
        """Name another source from which a document was read. Raises NotSaved."""
        with transaction(self._db):
            query = "UPDATE document SET source = ? WHERE id = ?"
            self._db.execute(query, [source, name])

    def places_in_successor(self, name: DocumentId) -> list[tuple[int, int]]:
        """Return where sentences of a replaced document begin, and where in the one after it."""
        query = "SELECT places FROM succession WHERE document_id = ?"
        row = self._db.execute(query, [name]).fetchone()
        return [(start, there) for start, there in json.loads(row[0])] if row else []

    def as_read(self, name: DocumentId) -> Particulars:
        """Return what the source of an article said about it, whatever was corrected since."""
        query = "SELECT as_read FROM document WHERE id = ?"
        (said,) = self._db.execute(query, [name]).fetchone()
        return Particulars.model_validate_json(said)

    def sentences(
        self, document: Document, *, since: int = 0, limit: int | None = None
    ) -> Iterator[Sentence]:
        """Yield the article's sentences in order, those that begin at `since` or later."""
        names = {"document": document.id, "since": since, "limit": -1 if limit is None else limit}
        rows = self._db.execute(_SENTENCES_SINCE, names)
        return (_sentence(document, *row) for row in rows)

    def count_sentences(self, document: Document) -> int:
        """Return how many sentences the article has now."""
        query = "SELECT count(*) FROM sentence WHERE document_id = ?"
        (count,) = self._db.execute(query, [document.id]).fetchone()
        return int(count)

    def sentence_at(self, document: Document, offset: int) -> Sentence | None:
        """Return the sentence that holds `offset`, in code points, or is the last before it."""
        row = self._db.execute(_SENTENCE_AT, [document.id, offset]).fetchone()
        return _sentence(document, *row) if row else None

    def place_of(self, document: Document) -> int:
        """Return the article's place among all, from 1."""
        return int(self._table.count_where(f"{_LATEST} AND number <= ?", [document.number]))

    def kept(self, name: DocumentId) -> Document:
        """Return the document with that id, replaced or not, which is there."""
        return next(self._where("id = ?", name))

    def with_id(self, name: DocumentId) -> Document | None:
        """Return the document with that id, replaced or not, if there is one."""
        return next(self._where("id = ?", name), None)

    def numbered(self, number: int) -> Document | None:
        """Return the document with that number, replaced or not, if there is one."""
        return next(self._where("number = ?", number), None)

    def with_id_prefix(self, prefix: str) -> list[Document]:
        """Return the documents, replaced or not, whose id begins with `prefix`; two at most."""
        return list(self._where("id >= ? AND id < ?", prefix, prefix + "g", limit=2))

    def with_file_name(self, name: str) -> list[Document]:
        """Return the documents read from that path, or from a file of that name; two at most."""
        return list(
            self._where(
                f"{_LATEST} AND (source = ? OR substr(source, -length(?)) = ?)",
                name,
                "/" + name,
                "/" + name,
                limit=2,
            )
        )

    def described_as(self, name: str) -> list[Document]:
        """Return the documents with that address, source or title; two at most."""
        condition = f"{_LATEST} AND (url = ? OR source = ? OR title = ?)"
        return list(self._where(condition, name, name, name, limit=2))

    def after(self, document: Document) -> Document | None:
        """Return the next article, if there is one."""
        return next(self._where(f"{_LATEST} AND number > ?", document.number), None)

    def before(self, document: Document) -> Document | None:
        """Return the previous article, if there is one."""
        condition = f"{_LATEST} AND number < ?"
        return next(self._where(condition, document.number, order_by="number DESC"), None)

    def all(self) -> Iterator[Document]:
        """Yield every article, in the order in which they were added."""
        return self._where(_LATEST)

    def summaries(self, reviewer: str, *, replaced: bool = False) -> Iterator[ArticleSummary]:
        """Yield every article, or also the `replaced`, with how far `reviewer` is in it."""
        return summaries(self._db, reviewer, replaced=replaced)

    def _holds(self, name: DocumentId) -> bool:
        return bool(self._db.execute("SELECT 1 FROM document WHERE id = ?", [name]).fetchone())

    def _insert(self, document: Document, segments: Sequence[Segment], segmenter: str) -> None:
        row = document.model_dump(exclude={"number", "replaced_by"})
        as_read = document.particulars.model_dump_json()
        insert(self._db, "document", {**row, "as_read": as_read, "segmenter": segmenter})
        propose(self._db, document.id, segments)

    def _replaced_by(self, name: DocumentId) -> DocumentId | None:
        document = self.with_id(name)
        return document.replaced_by if document else None

    def _keep_places(self, old: DocumentId, places: Sequence[tuple[int, int]]) -> None:
        successions = self._db.table("succession")
        successions.delete_where("document_id = ?", [old])
        successions.insert({"document_id": old, "places": json.dumps(places)})

    def _where(
        self, condition: str, *values: object, order_by: str = "number", limit: int | None = None
    ) -> Iterator[Document]:
        query = f"SELECT {_COLUMNS} FROM document WHERE {condition} ORDER BY {order_by} LIMIT ?"  # noqa: S608
        for row in self._db.query(query, [*values, -1 if limit is None else limit]):
            yield Document.model_construct(**row)


def _sentence(
    document: Document, name: SentenceId, number: int, start: int, end: int, role: str | None
) -> Sentence:
    return Sentence(name, number, start, end, document.text[start:end], _ROLES[role])


_ROLES: Final[Mapping[str | None, Role | None]] = {None: None, **{str(role): role for role in Role}}
"""By what stands in the table."""
_SENTENCES_SINCE: Final = """
SELECT id, ordinal, start, "end", role FROM sentence
WHERE document_id = :document AND start >= :since ORDER BY document_id, start LIMIT :limit
"""
_SENTENCE_AT: Final = """
SELECT id, ordinal, start, "end", role FROM sentence
WHERE document_id = ? AND start <= ? ORDER BY document_id DESC, start DESC LIMIT 1
"""
