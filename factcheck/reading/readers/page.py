"""Web pages: the main text, and what the page says about itself."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from factcheck.domain.errors import Unreadable
from factcheck.domain.particulars import Particulars
from factcheck.reading.article import Article, checked
from factcheck.reading.decoding.encoding import codec_named, decoded
from factcheck.reading.readers.markup import parsed
from factcheck.reading.readers.particulars import fit_particulars
from factcheck.reading.source import Source, parsing

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LARGEST: Final = 20_000_000
"""Bytes; twice what is fetched, for pages that were saved with their pictures inside."""
_MANY_ELEMENTS: Final = 5_000
"""From here on the quick way: the thorough one compares several, and takes half a minute."""
_MOST_ELEMENTS: Final = 100_000
"""The longest articles have a quarter of that, and it takes some seconds to find the text."""
_META: Final = re.compile(
    rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{1,200}?encoding=[\"']([\w.:-]+)",
    re.IGNORECASE,
)
_HEAD: Final = 4096
"""Bytes in which a page must declare its encoding; browsers look at 1,024."""
_DATES: Final = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
"""Only dates that the page declares: those guessed from its text are often another's."""


def articles(source: Source) -> Iterator[Article]:
    """Yield the page's article; raises Unreadable."""
    content = source.content(_LARGEST)
    charset = source.charset or declared_charset(content[:_HEAD])
    html, how = decoded(content, declared=charset, encoding=source.encoding)
    checked(html)
    with parsing("page"):
        tree = parsed(html)
        _refuse_crowd(tree)
        particulars = _particulars(tree, source.name)
        text = _main_text(tree)
    if not text:
        raise Unreadable("holds no main text: copy the article out of it and add that as text")
    yield Article(text=checked(text), particulars=particulars, format="html", encoding=how)


def declared_charset(head: bytes) -> str:
    """Return the encoding that a page or an XML file declares in itself, if it can be true."""
    match = _META.search(head)
    charset = (match[1] or match[2]).decode("ascii", "ignore") if match else ""
    wide = codec_named(charset).startswith(("utf-16", "utf-32"))  # it could not have been read
    return "" if wide else charset


def _refuse_crowd(tree: "HtmlElement") -> None:
    if _elements(tree) > _MOST_ELEMENTS:
        raise Unreadable(f"holds more than {_MOST_ELEMENTS:,} elements: save its text and add that")


def _elements(tree: "HtmlElement") -> int:
    return sum(1 for _ in tree.iter())


def _main_text(tree: "HtmlElement") -> str | None:
    from trafilatura import extract

    text: str | None = extract(
        tree, include_comments=False, with_metadata=False, fast=_elements(tree) > _MANY_ELEMENTS
    )
    return text


def _particulars(tree: "HtmlElement", name: str) -> Particulars:
    from trafilatura import extract_metadata

    own_address = name if name.startswith(("http://", "https://")) else None
    said = extract_metadata(tree, own_address, _DATES)
    return fit_particulars(
        title=said.title,
        url=said.url,
        author=said.author,
        publisher=said.sitename,
        date=said.date,
        language=said.language or tree.get("lang", ""),
    )
