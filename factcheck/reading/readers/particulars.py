"""What a source says about its article, made fit to keep: what is no use is left out."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from factcheck.domain.errors import InvalidValue
from factcheck.domain.particulars import Particulars

_LONGEST: Final = 300
"""Characters of a title or a name; headlines are shorter, and what is longer is an accident."""
_ISO: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
_COMPACT: Final = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)


def fit_particulars(
    *,
    title: object = "",
    url: object = "",
    author: object = "",
    publisher: object = "",
    date: object = "",
    language: object = "",
) -> Particulars:
    """Return the particulars that can be kept of what a source says, of whatever type it is."""
    said = {
        "title": _on_one_line(title),
        "url": _words(url).strip(),
        "author": _on_one_line(author),
        "publisher": _on_one_line(publisher),
        "date": iso_date(_words(date)),
        "language": _words(language).strip().replace("_", "-"),
    }
    return Particulars(**{field: text for field, text in said.items() if _valid(field, text)})


def iso_date(text: str) -> str:
    """Return the date that begins an ISO 8601 or an RFC 2822 time, or nothing.

    The day is the one where it was written: it is not moved to UTC.
    """
    text = text.strip()
    if _ISO.fullmatch(text):
        return text
    compact = _COMPACT.fullmatch(text)
    if compact:
        return "-".join(compact.groups())
    try:
        return datetime.fromisoformat(text).date().isoformat()
    except ValueError:
        return _mail_date(text)


def authors(names: Iterable[object]) -> str:
    """Return several names as one text, separated by semicolons."""
    return "; ".join(filter(None, map(_on_one_line, names)))


def _mail_date(text: str) -> str:
    try:
        moment: date = parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    return moment.isoformat()


def _words(said: object) -> str:
    return said if isinstance(said, str) else ""


def _on_one_line(said: object) -> str:
    line = " ".join(_words(said).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def _valid(field: str, text: str) -> bool:
    try:
        Particulars.of(**{field: text})
    except InvalidValue:
        return False
    return True
