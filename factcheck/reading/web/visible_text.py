"""All that a page says, also beside its article: in tables, comments and captions."""

import io
from typing import Final

from factcheck.domain.errors import MissingExtra, Unreadable
from factcheck.reading.decoding.encoding import codec_named, decoded
from factcheck.reading.decoding.signatures import seems_to_be
from factcheck.reading.formats import articles_in, format_of
from factcheck.reading.readers.markup import text_of
from factcheck.reading.readers.page import declared_charset
from factcheck.reading.source import HEAD, parsing
from factcheck.reading.web.fetching import Page

_DECLARED: Final = 4096
"""Bytes in which a page declares its encoding."""
_READ_AS_ARTICLES: Final = frozenset({"pdf", "docx", "feed"})
"""Formats whose bytes are not what a reader sees."""


def visible_text(page: Page) -> str:
    """Return what a reader sees of a fetched page; raises Unreadable."""
    head = page.content[:HEAD]
    chosen = format_of(head, name=page.url, media_type=page.media_type)
    if chosen.name in _READ_AS_ARTICLES:
        text = _articles(page)
    elif kind := seems_to_be(head):
        raise Unreadable(f"seems to be {kind}: keep the file with the evidence (--attach)")
    elif chosen.name == "html":
        text = _seen_in(_decoded(page))
    else:
        text = _decoded(page)
    if not text.strip():
        raise Unreadable("shows no text to programs: look at it in a browser")
    return text


def _seen_in(html: str) -> str:
    try:
        with parsing("page"):
            return text_of(html)
    except ImportError as error:
        raise MissingExtra("reading HTML needs more: pip install 'factcheck[web]'") from error


def _articles(page: Page) -> str:
    found = articles_in(
        io.BytesIO(page.content), name=page.url, media_type=page.media_type, charset=page.charset
    )
    return "\n\n".join(article.text for article in found if not isinstance(article, Unreadable))


def _decoded(page: Page) -> str:
    """Return a page as text; what cannot be decoded is no reason not to look at the rest."""
    charset = page.charset or declared_charset(page.content[:_DECLARED])
    try:
        text, _ = decoded(page.content, declared=charset)
    except Unreadable:
        text = page.content.decode(codec_named(charset) or "utf-8", errors="replace")
    return text.replace("\x00", "\ufffd")
