"""The lines of a text, and how each lies on the page."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from factcheck.reading.segmentation.marks import INVISIBLE

_LINE: Final = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_WITHIN_PARAGRAPH: Final = frozenset({"\n", "\r", "\r\n", "\v", "\f", "\x85", "\u2028"})
"""What stands between two lines of one paragraph."""


class Line(NamedTuple):
    """A line that is not blank: its place in code points, and how it lies on the page."""

    start: int
    """Its first character that is not white space."""
    end: int
    """Behind its last character that is not white space."""
    indent: int
    """Characters of white space before it."""
    opens: bool
    """Whether a blank line, or nothing, is above it."""
    words: str
    """What it says."""


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines of `text` that are not blank; one that nobody can see is blank too."""
    above = 0
    for match in _LINE.finditer(text):
        line = match.group()
        words = line.strip()
        if not words or (words[0] in INVISIBLE and not words.strip(INVISIBLE)):
            continue
        begin = match.start()
        indent = len(line) - len(line.lstrip()) if line[0] != words[0] else 0
        opens = above == 0 or text[above:begin] not in _WITHIN_PARAGRAPH
        above = match.end()
        yield Line(begin + indent, begin + indent + len(words), indent, opens, words)
