"""Words and dates as sites write them into their data, made plain; each oddity is told."""

import html
import re
from collections.abc import Sequence
from datetime import date
from typing import Final, TypeVar

from factcheck.domain.display import shortened
from factcheck.reading.readers.particulars import iso_date
from factcheck.reading.written_dates import written_dates

_LONGEST_DATE: Final = 100
"""Characters."""
SHOWN: Final = 60
"""Characters of foreign words in a remark."""
_T = TypeVar("_T")
_TAG: Final = re.compile(r"<(?:/?[a-zA-Z][^<>]*|!--[^<>]*--)>")
_BREAK: Final = re.compile(r"<(?:/(?:p|div|li|h\d)|br\s*/?)>", re.IGNORECASE)
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,30}\d{0,2});", re.IGNORECASE)
_DAY_AND_TIME: Final = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\s*\d.*", re.ASCII)
_ANY_DAY: Final = "2024-01-01"
"""Makes a whole date of a year or a month, to see whether there is such a one."""


class Loosely:
    """Reads what may be written loosely, and keeps in `remarks` what was odd about it."""

    def __init__(self, *, exactly: bool = False) -> None:
        """Take words as they are where they were written `exactly`."""
        self._exactly = exactly
        self.remarks: list[str] = []

    def words(self, text: str, name: str) -> str:
        """Return a text without HTML."""
        if self._exactly or not (_TAG.search(text) or _ENTITY.search(text)):
            return text
        self.remarks.append(f"{name}: HTML was taken out")
        plain = html.unescape(_TAG.sub("", _BREAK.sub("\n", text)))
        return plain.replace("\xa0", " ").strip()

    def date(self, text: str, name: str) -> str:
        """Return a day, a month or a year; nothing for what is none of them."""
        if not text or _is_date(text):
            return text
        found = _date_in(text[:_LONGEST_DATE])
        what = f"is taken as {found}" if found else "is no date, left out"
        self.remarks.append(f"{name}: “{shortened(text, SHOWN)}” {what}")
        return found

    def one(self, things: Sequence[_T], name: str) -> _T | None:
        """Return the first of several things, where one is looked for."""
        if len(things) > 1:
            self.remarks.append(f"{name}: the first of {len(things)} is taken")
        return things[0] if things else None


def _date_in(text: str) -> str:
    """Return the day of a time, or a date as people write it; nothing where that is not sure."""
    timed = _DAY_AND_TIME.fullmatch(text)
    written = [found.date for found in written_dates(text)]
    found = timed[1] if timed else iso_date(text) or (written[0] if len(written) == 1 else "")
    return found if _is_date(found) else ""


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text + _ANY_DAY[len(text) :])
    except ValueError:
        return False
    return len(text) in {len("2024"), len("2024-01"), len(_ANY_DAY)}
