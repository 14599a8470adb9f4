"""Where a place or a sentence of a replaced version is in the newest one."""

from collections.abc import Iterator

from factcheck.domain.document import Document
from factcheck.domain.identity import DocumentId, SentenceId, span_of
from factcheck.domain.sitting import Place
from factcheck.store.store import Store

_Places = list[tuple[int, int]]
"""Where sentences begin, and where in the version that follows: code points, in order."""


def followed(store: Store, place: Place) -> Place:
    """Return where the sentence at `place` is now, or the one nearest to it."""
    document, offset = place.document, place.offset
    for newer, places in _newer_versions(store, document):
        document, offset = newer, _nearest(places, offset)
    return place.model_copy(update={"document": document, "offset": offset})


def followed_sentence(store: Store, sentence: SentenceId) -> SentenceId | None:
    """Return the sentence that surely is this one now; None where there is none."""
    name, offset, _ = span_of(sentence)
    for newer, places in _newer_versions(store, name):
        there = dict(places).get(offset)
        if there is None:
            return None
        name, offset = newer, there
    document = store.documents.with_id(name)
    found = store.documents.sentence_at(document, offset) if document else None
    if found is None or found.start != offset:
        return None
    same = span_of(sentence).document != name or found.id == sentence
    return found.id if same else None


def words_at(document: Document, sentence: SentenceId) -> str:
    """Return the words of a sentence of `document`."""
    _, start, end = span_of(sentence)
    return document.text[start:end]


def _newer_versions(store: Store, name: DocumentId) -> Iterator[tuple[DocumentId, _Places]]:
    """Yield each version after a document, and where the sentences of the one before are in it."""
    document = store.documents.with_id(name)
    while document and document.replaced_by:
        yield document.replaced_by, store.documents.places_in_successor(document.id)
        document = store.documents.with_id(document.replaced_by)


def _nearest(places: _Places, offset: int) -> int:
    """Return where the sentence is now that begins at `offset`, or else the one nearest to it."""
    _, there = min(places, key=lambda place: abs(place[0] - offset), default=(0, 0))
    return there
