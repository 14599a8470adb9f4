"""An article as it was read from a source, before it is kept."""

import re
from typing import Final

from factcheck.domain.errors import Unreadable
from factcheck.domain.particulars import Particulars
from factcheck.domain.value import Value
from factcheck.reading.source import EMPTY

LONGEST: Final = 10_000_000
"""Characters; ten times the longest novel, and still quick to cut into sentences."""
LARGEST: Final = 4 * LONGEST
"""Bytes; no encoding needs more for that many characters."""
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


class Article(Value):
    """The text of an article, exactly as it came, and what its source says about it."""

    text: str
    particulars: Particulars = Particulars()
    """What the source says about the article; empty where it says nothing."""
    format: str
    """What the source is, by the name in the table of formats."""
    encoding: str = ""
    """How its bytes were decoded and why, such as `windows-1251, declared`; empty for formats
    that say so themselves."""
    part: str = ""
    """Which part of the source it is, where a source holds several, such as `row 3`."""
    starts: tuple[int, ...] | None = None
    """Where sentences begin, in code points, where the source itself says so."""


def checked(text: str) -> str:
    """Return `text` as it is where it can be an article's; raises Unreadable where it cannot."""
    if not text or text.isspace():
        raise Unreadable(EMPTY)
    if len(text) > LONGEST:
        raise Unreadable(f"is longer than {LONGEST:,} characters: add it in parts")
    nul = text.find("\x00")
    if nul >= 0:
        before = len(text[:nul].encode("utf-8", "surrogatepass"))
        raise Unreadable(f"holds a NUL (byte {before}), which no text has: remove it")
    half = _SURROGATE.search(text)
    if half:
        raise Unreadable(
            f"holds half of a surrogate pair (character {half.start()}): write the whole character"
        )
    return text
