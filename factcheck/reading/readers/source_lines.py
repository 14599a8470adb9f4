"""The lines of a long source, decoded as they come: never more than one of them in memory."""

import io
import re
from collections.abc import Iterator
from typing import Final

from factcheck.domain.errors import Unreadable
from factcheck.reading.article import LONGEST
from factcheck.reading.decoding.encoding import Understood, spoken, understood
from factcheck.reading.source import HEAD, Source

LONGEST_LINE: Final = 2 * LONGEST
"""Characters; the article, and all that stands beside it in its row."""
_UNDECODED: Final = re.compile("[\udc80-\udcff]")


def understood_lines(source: Source) -> Understood:
    """Return how the lines of `source` are decoded, as its first ones show."""
    head = source.head
    if len(head) == HEAD and b"\x00" not in head:
        head = head[: head.rfind(b"\n") + 1] or head
    try:
        return understood(head, declared=source.charset, encoding=source.encoding)
    except Unreadable:
        if source.encoding:
            raise
    return Understood("utf-8", "utf-8")  # what is not is told line by line


def lines_of(source: Source, way: Understood) -> Iterator[str | Unreadable]:
    """Yield each line with its end, or why it cannot be had."""
    source.stream.read(len(way.mark))
    reader = io.TextIOWrapper(source.stream, way.codec, errors="surrogateescape", newline="")
    while line := reader.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE and line[-1] not in "\r\n":
            _skip_line(reader)
            yield Unreadable(f"is longer than {LONGEST_LINE:,} characters: add it in parts")
        else:
            yield _undecoded(line, way.codec) or line


def _skip_line(reader: io.TextIOWrapper) -> None:
    while (piece := reader.readline(HEAD)) and piece[-1] not in "\r\n":
        pass


def _undecoded(line: str, codec: str) -> Unreadable | None:
    wrong = _UNDECODED.search(line)
    if not wrong:
        return None
    byte = len(line[: wrong.start()].encode(codec, "surrogateescape"))
    return Unreadable(f"is not {spoken(codec)} text (byte {byte} of it): save it as UTF-8")
