"""PDF: the text of its pages, as far as it has any."""

import io
import logging
from collections.abc import Iterator
from time import monotonic
from typing import TYPE_CHECKING, Final

from factcheck.domain.errors import Unreadable
from factcheck.domain.particulars import Particulars
from factcheck.reading.article import LONGEST, Article, checked
from factcheck.reading.readers.particulars import fit_particulars
from factcheck.reading.source import Source, parsing

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_LARGEST: Final = 100_000_000
"""Bytes; a long report with its pictures."""
_MOST_PAGES: Final = 2_000
"""More than any report; a library of them is not one article."""
_SECONDS: Final = 60.0
"""A page takes a tenth of a second; what takes longer was made to."""
_PAGE_BREAK: Final = "\n"
"""Between two pages: a sentence may run on."""

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # else it warns on the terminal


def articles(source: Source) -> Iterator[Article]:
    """Yield the article; raises Unreadable."""
    from pypdf import PdfReader

    content = source.content(_LARGEST)
    with parsing("PDF"):
        reader = PdfReader(io.BytesIO(content))
        _unlock(reader)
        text = _PAGE_BREAK.join(_pages(reader))
        particulars = _particulars(reader)
    if not text.strip():
        raise Unreadable("holds pictures of pages and no text: recognise it (OCR) and add that")
    yield Article(text=checked(text), particulars=particulars, format="pdf")


def _unlock(reader: "PdfReader") -> None:
    """Open what only restricts printing; a real password is asked for nowhere."""
    from pypdf.errors import DependencyError

    try:
        locked = reader.is_encrypted and not reader.decrypt("")
    except (DependencyError, NotImplementedError):
        locked = True
    if locked:
        raise Unreadable("is encrypted: save it without a password and add that")


def _pages(reader: "PdfReader") -> Iterator[str]:
    if len(reader.pages) > _MOST_PAGES:
        raise Unreadable(f"has more than {_MOST_PAGES:,} pages: add it in parts")
    deadline = monotonic() + _SECONDS
    length = 0
    for page in reader.pages:
        text = _text_of(page, deadline)
        length += len(text)
        if length > LONGEST:
            raise Unreadable(f"is longer than {LONGEST:,} characters: add it in parts")
        yield text


def _text_of(page: "PageObject", deadline: float) -> str:
    def in_time(*_: object) -> None:
        if monotonic() > deadline:
            raise Unreadable(f"takes more than {_SECONDS:.0f} seconds to read: save it as text")

    in_time()
    return page.extract_text(visitor_operand_before=in_time)


def _particulars(reader: "PdfReader") -> Particulars:
    about = reader.metadata
    try:
        created = about.creation_date if about else None
    except ValueError:  # a date that is none
        created = None
    return fit_particulars(
        title=about.title if about else "",
        author=about.author if about else "",
        date=created.date().isoformat() if created else "",
        language=reader.root_object.get("/Lang", ""),
    )
