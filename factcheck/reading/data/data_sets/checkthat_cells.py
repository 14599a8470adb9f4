"""The cells of CheckThat! tables: separated by tabs, not enclosed, one sentence a line."""

import re
from collections.abc import Iterator
from io import StringIO
from typing import Final, NamedTuple

from factcheck.reading.data.tables.cells import unguarded
from factcheck.reading.decoding.encoding import decoded

_ENCLOSED: Final = re.compile('"(?=.*"")(?:[^"]|"")*"')
"""A cell as programs enclose it that write CSV; some of the published tables went through one."""


class Line(NamedTuple):
    """A line that is not empty."""

    number: int
    """From 1."""
    cells: list[str]


def lines_in(content: bytes) -> Iterator[Line]:
    """Yield the lines that are not empty; raises Unreadable where they are no text."""
    for number, line in enumerate(StringIO(decoded(content).text, newline="\n"), 1):
        if not line.isspace():
            yield Line(number, line.rstrip("\r\n").split("\t"))


def words_in(cell: str) -> str:
    """Return the words that stand in a cell, as they were before it was written."""
    words = unguarded(cell)
    return words[1:-1].replace('""', '"') if _ENCLOSED.fullmatch(words) else words


def enclosed(words: str) -> str:
    """Return words as `words_in` reads them, where they look as if something enclosed them."""
    return '"{}"'.format(words.replace('"', '""')) if _ENCLOSED.fullmatch(words) else words
