"""DOCX: paragraphs and tables in the order of the document, with all its changes accepted."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from factcheck.domain.errors import Unreadable
from factcheck.domain.particulars import Particulars
from factcheck.reading.article import Article, checked
from factcheck.reading.readers.particulars import fit_particulars
from factcheck.reading.source import Source, parsing

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_LARGEST: Final = 100_000_000
"""Bytes; a long report with its pictures."""
_LARGEST_UNPACKED: Final = 200_000_000
"""Bytes of all parts; packed XML grows tenfold, and a bomb a thousandfold."""
_LARGEST_PART: Final = 60_000_000
"""Bytes of one part, whatever it is called; markup for the longest article, and what a tree of it
takes in memory."""
_MOST_PARTS: Final = 10_000
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT: Final = frozenset({_FALLBACK, *(_W + tag for tag in ("del", "moveFrom", "pPr", "rPr"))})
"""What was deleted or moved away, said a second time for old programs, or is no text."""
_SIGNS: Final = {
    _W + "tab": "\t",
    _W + "br": "\n",
    _W + "cr": "\n",
    _W + "noBreakHyphen": "\u2011",
    _W + "softHyphen": "\u00ad",
}


def articles(source: Source) -> Iterator[Article]:
    """Yield the article; raises Unreadable."""
    from docx import Document

    content = source.content(_LARGEST)
    with parsing("DOCX"):
        _refuse_bomb(content)
        document = Document(io.BytesIO(content))
        text = "\n".join(_blocks(document.element.body))
        particulars = _particulars(document)
    yield Article(text=checked(text), particulars=particulars, format="docx")


def _refuse_bomb(content: bytes) -> None:
    """Raise Unreadable by the sizes declared, and BadZipFile where a part declares too little."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        _refuse_large(parts)
        if archive.testzip():  # python-docx would unpack all that there is before it looked
            raise zipfile.BadZipFile


def _refuse_large(parts: Sequence[zipfile.ZipInfo]) -> None:
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable("is encrypted: save it without a password and add that")
    largest = max((part.file_size for part in parts), default=0)
    unpacked = sum(part.file_size for part in parts)
    if largest > _LARGEST_PART or unpacked > _LARGEST_UNPACKED or len(parts) > _MOST_PARTS:
        raise Unreadable("grows too large when it is unpacked: add it in parts")


def _blocks(parent: "_Element") -> Iterator[str]:
    """Yield a line for each paragraph and each row of a table."""
    for child in parent:
        if child.tag == _W + "p":
            yield _text(child)
            yield from _boxes(child)
        elif child.tag == _W + "tr":
            yield "\t".join(" ".join(filter(None, _blocks(cell))) for cell in _cells(child))
        elif child.tag not in _LEFT_OUT:
            yield from _blocks(child)


def _cells(row: "_Element") -> Iterator["_Element"]:
    for child in row:
        if child.tag == _W + "tc":
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _cells(child)


def _boxes(parent: "_Element") -> Iterator[str]:
    """Yield the lines of the text boxes that hang on a paragraph; boxes in them are among those."""
    for child in parent:
        if child.tag == _W + "txbxContent":
            yield from _blocks(child)
        elif child.tag not in _LEFT_OUT:
            yield from _boxes(child)


def _text(paragraph: "_Element") -> str:
    return "".join(_pieces(paragraph))


def _pieces(parent: "_Element") -> Iterator[str]:
    for child in parent:
        if child.tag == _W + "t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield "" if child.get(_W + "type") == "page" else _SIGNS[child.tag]
        elif child.tag not in _LEFT_OUT and child.tag != _W + "txbxContent":
            yield from _pieces(child)


def _particulars(document: "Document") -> Particulars:
    core = document.core_properties
    created: datetime | None = core.created
    return fit_particulars(
        title=core.title,
        author=core.author,
        date=created.date().isoformat() if created else "",
        language=core.language,
    )
