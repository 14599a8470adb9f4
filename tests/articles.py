"""Articles for tests, cut into the sentences that a test wants."""

from factcheck.domain.document import Document, Segment, Sentence
from factcheck.domain.identity import document_id
from factcheck.domain.role import Role
from factcheck.store.store import Store


def added(store: Store, *sentences: str, gap: str = " ", source: str = "a.txt") -> Document:
    """Keep an article of `sentences` with `gap` between them, and return it."""
    text = gap.join(sentences)
    segments = []
    start = 0
    for sentence in sentences:
        segments.append(Segment(start, start + len(sentence), Role.BODY))
        start += len(sentence) + len(gap)
    document = Document(
        id=document_id(text),
        number=0,
        title="An article",
        source=source,
        text=text,
        added="2026-01-01T00:00:00.000000Z",
    )
    return store.documents.add(document, segments, segmenter="test")


def sentences_of(store: Store, document: Document) -> list[Sentence]:
    """Return the article's sentences as they are now."""
    return list(store.documents.sentences(document))


def words_of(store: Store, document: Document) -> list[str]:
    """Return the words of the article's sentences as they are now."""
    return [sentence.text for sentence in sentences_of(store, document)]
