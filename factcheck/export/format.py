"""What a format is: how it is written and read, and what it can hold."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple

from factcheck.reading.data.incoming import Reader
from factcheck.services.selecting import Export


class Offsets(StrEnum):
    """How the readers of a format count characters."""

    NONE = "no offsets"
    CODE_POINTS = "Unicode code points"
    UTF_16 = "UTF-16 code units"


class OutFile(NamedTuple):
    """One file of several."""

    name: str
    """Without a folder, safe on every system, and no other file's."""
    lines: Iterator[str]
    """Its lines, without line ends."""
    end: str = "\n"
    """What is written behind each line; empty for pieces of a text that has its own line ends."""


LinesWriter = Callable[[Export], Iterator[str]]
"""Yields the lines of one file, without line ends; the same findings give the same lines."""
FilesWriter = Callable[[Export], Iterator[OutFile]]
"""Yields the files of a folder, each to be written before the next is asked for."""
Recogniser = Callable[[str, str], bool]
"""Says whether a file, by its name and its first characters, is of a format."""


class Format(NamedTuple):
    """A format of data, out and in."""

    name: str
    """What commands call it."""
    holds: str
    """What it is, in a line."""
    suffix: str
    """How its files are called, such as `.json`."""
    lines: LinesWriter | None = None
    """Writes it as one file."""
    files: FilesWriter | None = None
    """Writes it as a folder of files."""
    read: Reader | None = None
    recognises: Recogniser = lambda name, head: False
    """Says whether a file is of this format; the first in the table that does is taken."""
    one_view: bool = False
    """Whether it holds one tag a sentence and one verdict a claim."""
    folder_of_views: bool = False
    """Whether a folder of it holds a file for each reviewer."""
    offsets: Offsets = Offsets.NONE
    archive: bool = False
    """Whether it carries all that is kept from database to database, and is not for reading."""

    def holds_one_view(self, *, folder: bool) -> bool:
        """Whether it holds one tag a sentence and one verdict a claim, as a file or a folder."""
        return self.one_view and not (folder and self.folder_of_views)
