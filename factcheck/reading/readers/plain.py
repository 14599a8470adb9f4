"""Plain text: the whole source is the article."""

from collections.abc import Iterator

from factcheck.reading.article import LARGEST, Article, checked
from factcheck.reading.decoding.encoding import decoded
from factcheck.reading.source import Source


def articles(source: Source) -> Iterator[Article]:
    """Yield the article; raises Unreadable."""
    text, how = decoded(source.content(LARGEST), declared=source.charset, encoding=source.encoding)
    yield Article(text=checked(text), format="text", encoding=how)
