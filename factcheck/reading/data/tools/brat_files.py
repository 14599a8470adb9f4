"""The files of an article in brat, and how the text of one is counted."""

from bisect import bisect_left
from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

from factcheck.domain.errors import Unreadable
from factcheck.reading.data.incoming import DataFile
from factcheck.reading.data.json_records import Record, records_in_lines
from factcheck.reading.data.tools.brat_standoff import Count
from factcheck.reading.data.tools.carried import Carried, read_carried
from factcheck.reading.decoding.encoding import decoded

TEXT: Final = ".txt"
ANNOTATIONS: Final = ".ann"
ALONG: Final = ".factcheck.json"
"""Holds what brat has no place for."""
_MARK: Final = "\ufeff".encode()


def text_beside(file: DataFile) -> tuple[str, list[Count]]:
    """Return the text of a file of annotations, and the ways in which it may be counted.

    Raises Unreadable where it is not there.
    """
    name = PurePath(file.name).stem + TEXT
    content = file.beside(name)
    if content is None:
        raise Unreadable(f"has no text beside it: put {name} into the same folder")
    text = decoded(content).text
    return text, list(_counts(text, marked=content.startswith(_MARK)))


def carried_beside(file: DataFile) -> Carried:
    """Return what stands beside that brat has no place for, if anything does."""
    content = file.beside(PurePath(file.name).stem + ALONG)
    if not content:
        return Carried()
    try:
        first = next(records_in_lines(content), None)
    except Unreadable as error:
        return Carried(troubles=(f"{ALONG} beside it {error}, or take it away",))
    return read_carried(dict(first.fields) if isinstance(first, Record) else None)


def _counts(text: str, *, marked: bool) -> Iterator[Count]:
    """Yield how versions of brat count: as it stands, line ends as one, and a mark before it."""
    yield lambda offset: offset
    if "\r\n" in text:
        pairs = [place - before for before, place in enumerate(_pairs(text))]
        yield lambda offset: offset + bisect_left(pairs, offset)
    if marked:
        yield lambda offset: offset - 1


def _pairs(text: str) -> Iterator[int]:
    place = text.find("\r\n")
    while place >= 0:
        yield place
        place = text.find("\r\n", place + 2)
