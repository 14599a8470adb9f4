"""Where a place or a sentence of a replaced version is in the newest one."""

from collections.abc import Iterator
from itertools import pairwise

from factcheck.domain.document import Document
from factcheck.domain.identity import SentenceId, span_of
from factcheck.domain.sitting import Place
from factcheck.store.store import Store

_Places = list[tuple[int, int]]
"""Where sentences begin, and where in the version that follows: code points, in order."""


def newest(store: Store, document: Document) -> Document:
    """Return the newest version of an article."""
    *_, last = _versions_from(store, document)
    return last


def followed(store: Store, place: Place) -> Place:
    """Return where the sentence at `place` is now, or the one nearest to it."""
    document, offset = store.documents.with_id(place.document), place.offset
    for older, newer in pairwise(_versions_from(store, document)):
        document, offset = newer, _nearest(store.documents.places_in_successor(older.id), offset)
    name = document.id if document else place.document
    return place.model_copy(update={"document": name, "offset": offset})


def followed_sentence(store: Store, sentence: SentenceId) -> SentenceId | None:
    """Return the sentence that surely is this one now; None where there is none."""
    name, offset, _ = span_of(sentence)
    document = store.documents.with_id(name)
    for older, newer in pairwise(_versions_from(store, document)):
        there = dict(store.documents.places_in_successor(older.id)).get(offset)
        if there is None:
            return None
        document, offset = newer, there
    found = store.documents.sentence_at(document, offset) if document else None
    if found is None or found.start != offset:
        return None
    moved = document is not None and document.id != name
    return found.id if moved or found.id == sentence else None


def words_at(document: Document, sentence: SentenceId) -> str:
    """Return the words of a sentence of `document`."""
    _, start, end = span_of(sentence)
    return document.text[start:end]


def _versions_from(store: Store, document: Document | None) -> Iterator[Document]:
    """Yield a document and each newer version of it, the newest last.

    Raises ValueError where they lead back to one of them, which only damage makes them do.
    """
    passed = set()
    while document:
        if document.id in passed:
            raise ValueError(f"the newer versions of article {document.number} lead back to it")
        passed.add(document.id)
        yield document
        name = document.replaced_by
        document = store.documents.with_id(name) if name else None


def _nearest(places: _Places, offset: int) -> int:
    """Return where the sentence is now that begins at `offset`, or else the one nearest to it."""
    _, there = min(places, key=lambda place: abs(place[0] - offset), default=(0, 0))
    return there
