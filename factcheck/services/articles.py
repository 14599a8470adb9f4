"""Find the article that a user names, and read it with everything decided on it."""

from collections.abc import Iterable
from typing import Final

from factcheck.domain.document import Document
from factcheck.domain.errors import NotFound
from factcheck.domain.review import ArticleReview
from factcheck.store.store import Store

_SHORTEST_ID_PREFIX: Final = 4


def article_named(store: Store, name: str) -> Document:
    """Return the article with that number, id (or its first characters) or file name.

    Raises NotFound.
    """
    if name.isascii() and name.isdecimal() and len(name) < 10:
        numbered = store.documents.numbered(int(name))
        if numbered is not None:
            return numbered
    found = store.documents.with_file_name(storable(name))
    if not found and len(name) >= _SHORTEST_ID_PREFIX:
        found = store.documents.with_id_prefix(storable(name.lower()))
    if not found:
        raise NotFound(f"no article {name!r}: `factcheck list` shows what there is")
    if len(found) > 1:
        raise NotFound(f"{name!r} names several articles: use the number that `list` shows")
    return found[0]


def articles_named(store: Store, names: Iterable[str]) -> list[Document]:
    """Return the articles with those names, or all articles where no name is given."""
    named = [article_named(store, name) for name in names]
    return named or list(store.documents.all())


def review_of(store: Store, document: Document, reviewer: str) -> ArticleReview:
    """Return the article with everything `reviewer` sees on it."""
    sentences = store.documents.sentences(document)
    return ArticleReview(
        document=document, sentences=store.reviews.of_article(document, sentences, reviewer)
    )


def storable(name: str) -> str:
    """Return a file's name with a question mark for each byte that is not UTF-8."""
    return name.encode(errors="replace").decode()
