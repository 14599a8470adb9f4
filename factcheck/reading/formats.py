"""The formats that articles come in: one row a format, and everything else follows from it."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple

from factcheck.domain.errors import MissingExtra, Unreadable
from factcheck.reading.decoding.signatures import seems_to_be
from factcheck.reading.readers.columns import USUAL, Columns
from factcheck.reading.source import EMPTY, Source, looked_at

if TYPE_CHECKING:
    from factcheck.reading.article import Article


class Format(NamedTuple):
    """One kind of source."""

    name: str
    """What `--format` calls it."""
    words: str
    """What a sentence calls it."""
    endings: tuple[str, ...]
    """Of file names, in lower case."""
    media_types: tuple[str, ...]
    """What servers call it."""
    reader: str
    """The module of `readers` whose `articles` reads it, loaded only when it is needed."""
    beginning: str = ""
    """A pattern that only sources of this format begin with; none where every text may."""
    extra: str = ""
    """What `pip install` must add for it."""
    binary: bool = False
    """Whether its bytes are no text."""


_XML: Final = r"(?>\s+|<\?xml[^>]*>|<!--.*?-->|<!(?!doctype\s+html)[^>]*>|\]>)*+"
"""What may stand before the first element; atomic, so that a long prologue costs no more."""

FORMATS: Final = (
    Format("pdf", "PDF", (".pdf",), ("application/pdf",), "pdf", r"%PDF-", "documents", True),
    Format(
        "docx",
        "DOCX",
        (".docx",),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
        "word",
        r"PK\x03\x04.*word/",
        "documents",
        True,
    ),
    Format(
        "feed",
        "a feed",
        (".rss", ".atom", ".rdf"),
        ("application/rss+xml", "application/atom+xml", "application/rdf+xml"),
        "feed",
        _XML + r"<(rss|feed|rdf:RDF)[\s>]",
        "web",
    ),
    Format(
        "html",
        "HTML",
        (".html", ".htm", ".xhtml", ".xht", ".shtml"),
        ("text/html", "application/xhtml+xml"),
        "page",
        _XML + r"<(!doctype\s+html|html|head|body)[\s>]",
        "web",
    ),
    Format(
        "jsonl",
        "JSON",
        (".jsonl", ".ndjson", ".json"),
        ("application/jsonl", "application/x-ndjson", "application/json"),
        "json_rows",
        r'\s*(\[\s*)?\{\s*"',
    ),
    Format(
        "csv",
        "a table",
        (".csv", ".tsv", ".tab"),
        ("text/csv", "text/tab-separated-values"),
        "csv_rows",
    ),
    Format("markdown", "Markdown", (".md", ".markdown", ".mdown"), ("text/markdown",), "markdown"),
    Format("text", "text", (".txt", ".text"), ("text/plain",), "plain"),
)
NAMES: Final = tuple(row.name for row in FORMATS)
"""What `--format` may be."""
_TEXT: Final = FORMATS[-1]
_VAGUE_TYPES: Final = frozenset({"text/plain", "application/octet-stream", "binary/octet-stream"})
"""What servers call files that they know nothing about; the ending knows better."""
_NO_ARTICLES: Final = frozenset({"text/css", "text/javascript", "text/calendar", "text/vcard"})


def articles_in(
    stream: BinaryIO,
    *,
    name: str,
    format: str = "",  # noqa: A002
    media_type: str = "",
    charset: str = "",
    columns: Columns = USUAL,
    encoding: str = "",
) -> "Iterator[Article | Unreadable]":
    """Yield each article in a source, and an Unreadable for each part of it that is none.

    `name` is the file's or the page's; `format` and `encoding` are what the user says, `media_type`
    and `charset` what a server says. Raises Unreadable where the whole source is no article.
    """
    head, whole = looked_at(stream)
    if not head:
        raise Unreadable(EMPTY)
    chosen = format_of(head, name=name, format=format, media_type=media_type)
    _refuse_another_kind(head, chosen)
    yield from _read(chosen, Source(whole, head, name, media_type, charset, encoding, columns))


def _read(chosen: Format, source: Source) -> "Iterator[Article | Unreadable]":
    try:
        yield from import_module(f"factcheck.reading.readers.{chosen.reader}").articles(source)
    except ImportError as error:
        if not chosen.extra:
            raise
        raise MissingExtra(
            f"reading {chosen.words} needs more: pip install 'factcheck[{chosen.extra}]'"
        ) from error


def format_of(
    head: bytes,
    *,
    name: str = "",
    format: str = "",  # noqa: A002
    media_type: str = "",
) -> Format:
    """Return the format that was named, else that of the media type, the ending or the bytes."""
    named = [row for row in FORMATS if row.name == format]
    if format and not named:
        raise Unreadable(f"{format[:40]!r} is no format: name one of {', '.join(NAMES)}")
    ending = _ending(name)
    typed = [row for row in FORMATS if media_type in row.media_types]
    ended = [row for row in FORMATS if ending in row.endings]
    firm = [] if media_type in _VAGUE_TYPES else typed
    return [*named, *firm, *ended, *_begun(head), *typed, _TEXT][0]


def may_be_article(media_type: str) -> bool:
    """Return whether what a server calls `media_type` can hold an article."""
    known = any(media_type in row.media_types for row in FORMATS)
    xml = media_type in {"text/xml", "application/xml"}
    text = media_type.startswith("text/") and media_type not in _NO_ARTICLES
    return not media_type or known or xml or text or media_type in _VAGUE_TYPES


def _ending(name: str) -> str:
    from urllib.parse import urlsplit  # this module is loaded for every `--help`

    path = urlsplit(name).path if re.match(r"https?://", name) else name
    return PurePosixPath(path.replace("\\", "/")).suffix.lower()


def _begun(head: bytes) -> Iterator[Format]:
    """Yield the formats that a source which begins like this can only be."""
    text = head.removeprefix(b"\xef\xbb\xbf")
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = head[2:].replace(b"\x00", b"")
    for row in FORMATS:
        pattern = row.beginning.encode()
        if pattern and re.match(pattern, text, re.DOTALL | re.IGNORECASE):
            yield row


def _refuse_another_kind(head: bytes, chosen: Format) -> None:
    begun = next(_begun(head), None)
    if chosen.binary:
        if begun is not chosen:
            kind = seems_to_be(head) or "something else"
            raise Unreadable(f"is no {chosen.words}, seems to be {kind}: {_advice(begun)}")
        return
    kind = seems_to_be(head)
    if kind:
        raise Unreadable(f"seems to be {kind}, not {chosen.words}: {_advice(begun)}")


def _advice(begun: Format | None) -> str:
    if begun is None:
        return "save its text and add that"
    return f"give it the ending {begun.endings[0]}, or say --format {begun.name}"
