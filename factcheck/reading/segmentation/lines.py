"""The lines of a text, and how each lies on the page."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from factcheck.reading.segmentation.marks import INVISIBLE

_STRETCH: Final = 10_000
"""Characters taken at once: a list of lines is fast, but one of all lines would need memory."""
_BETWEEN_PARAGRAPHS: Final = "\x1c\x1d\x1e\u2029"
"""Line breaks that end a paragraph without a blank line."""


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
    start, opens = 0, True
    for line in _with_breaks(text):
        words = line.strip()
        if words and (words[0] not in INVISIBLE or words.strip(INVISIBLE)):
            indent = 0 if line[0] == words[0] else len(line) - len(line.lstrip())
            begin = start + indent
            yield Line._make((begin, begin + len(words), indent, opens, words))
            opens = line[-1] in _BETWEEN_PARAGRAPHS
        else:
            opens = True
        start += len(line)


def _with_breaks(text: str) -> Iterator[str]:
    """Yield every line of `text` with the break behind it."""
    begin = 0
    while begin < len(text):
        end = text.find("\n", begin + _STRETCH) + 1 or len(text)
        yield from text[begin:end].splitlines(keepends=True)
        begin = end
