"""Feeds (RSS, Atom, RDF): each entry is an article."""

import io
import re
from collections.abc import Iterator
from typing import Any, Final

from factcheck.domain.errors import Unreadable
from factcheck.reading.article import Article, checked
from factcheck.reading.decoding.encoding import decoded
from factcheck.reading.readers.markup import refuse_crowded, text_of
from factcheck.reading.readers.page import declared_charset
from factcheck.reading.readers.particulars import authors, fit_particulars
from factcheck.reading.source import Source, parsing

_LARGEST: Final = 20_000_000
"""Bytes; feeds hold their latest entries only."""
_MOST_ENTRIES: Final = 10_000
"""Ten times the longest feed; each takes a fraction of a millisecond to read."""
_ENTRY: Final = re.compile(r"<(?:[\w.-]+:)?(?:item|entry)[\s/>]", re.IGNORECASE)
_PLAIN: Final = "text/plain"


def articles(source: Source) -> Iterator[Article | Unreadable]:
    """Yield an article for each entry, and a problem for each without text; raises Unreadable."""
    content = source.content(_LARGEST)
    charset = source.charset or declared_charset(content)
    xml, how = decoded(content, declared=charset, encoding=source.encoding)
    refuse_crowded(checked(xml))
    if sum(1 for _ in _ENTRY.finditer(xml)) > _MOST_ENTRIES:
        raise Unreadable(f"holds more than {_MOST_ENTRIES:,} entries: add it in parts")
    with parsing("feed"):
        feed = _parsed(xml)
    if not feed.entries:
        empty = "holds no entries" if feed.version else "is no feed"
        raise Unreadable(f"{empty}: add a page or a file with an article in it")
    for number, entry in enumerate(feed.entries, 1):
        yield _article(number, entry, feed.feed, how)


def _parsed(xml: str) -> Any:
    """Return what the feed says; only bytes are given, so that nothing is ever fetched."""
    import feedparser

    return feedparser.parse(
        io.BytesIO(xml.encode()),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        resolve_relative_uris=False,
        sanitize_html=False,  # the text is taken out of it, scripts are not
    )


def _article(number: int, entry: Any, feed: Any, how: str) -> Article | Unreadable:
    try:
        with parsing("entry"):
            text = checked(_text(entry))
    except Unreadable as error:
        return Unreadable(f"entry {number} {error}")
    names = [person.get("name") for person in entry.get("authors", ())]
    return Article(
        text=text,
        particulars=fit_particulars(
            title=text_of(entry.get("title", "")),
            url=entry.get("link"),
            author=authors(names) or entry.get("author"),
            publisher=feed.get("title"),
            date=entry.get("published") or dict.get(entry, "updated"),  # whose own get warns
            language=entry.get("language") or feed.get("language"),
        ),
        format="feed",
        encoding=how,
        part=entry.get("link") or entry.get("id") or f"entry {number}",
    )


def _text(entry: Any) -> str:
    """Return the longest of the entry's contents, else its summary."""
    contents = [*entry.get("content", ()), entry.get("summary_detail", {})]
    texts = (_words(content) for content in contents)
    return max(texts, key=len)


def _words(content: Any) -> str:
    value: str = content.get("value", "")
    return value if content.get("type") == _PLAIN else text_of(value)
