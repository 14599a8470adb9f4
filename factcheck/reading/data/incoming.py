"""What a file of another tool says, of which words: the same for all formats."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from factcheck.domain.archive.records import Record
from factcheck.domain.particulars import Particulars
from factcheck.domain.value import Value
from factcheck.reading.data.labels import Labels


class DataFile(NamedTuple):
    """What a reader is given."""

    name: str
    """What the file is called, without its folder."""
    content: bytes
    """All of it."""
    labels: Labels
    """What the labels and ratings in it mean here."""
    beside: Callable[[str], bytes | None] = lambda name: None
    """Returns a file of the same folder, if there is one of that name."""


class IncomingArticle(NamedTuple):
    """An article that came with what is said of it."""

    text: str
    """Exactly as it stands in the file; the article is known by it."""
    particulars: Particulars = Particulars()
    starts: tuple[int, ...] | None = None
    """Where sentences begin, in code points; None where the file does not say."""


class Words(NamedTuple):
    """The words that something is said of.

    They are found by their offsets where `exact` stands there, else by `exact` and what is around
    it. Words without an article are a claim or a sentence of a list, which stands alone.
    """

    article: IncomingArticle | str | None = None
    """The article itself; or what the file calls it: an id, an address, a source or a title."""
    start: int | None = None
    """Code points, inclusive."""
    end: int | None = None
    """Code points, exclusive."""
    exact: str = ""
    """The words themselves."""
    prefix: str = ""
    """What stands before them."""
    suffix: str = ""
    """What stands behind them."""
    page: str = ""
    """The article's address, by which another version of it is found; empty where nobody knows."""
    alone: bool = False
    """Whether they may stand alone where they, or their article, are not here."""


class Statement(NamedTuple):
    """One thing that is said."""

    value: Value
    """A TagValue, Note, Flag, Claim, Verdict, Adjudication, Evidence, Publication or Correction.

    Evidence names no claim yet. What a field leaves empty stays as it stands.
    """
    reviewer: str = ""
    """Who says it; empty for whoever imports it."""
    claim: int = 1
    """The number of the claim in the sentence."""


class Incoming(NamedTuple):
    """What one row, record or annotation says."""

    line: int
    """Where it stands in the file, from 1: the line, or the number of the record."""
    words: Words
    said: tuple[Statement, ...]
    """Nothing but words is an untagged sentence."""
    supposed: bool = False
    """Whether the tag is only supposed, and gives way to what the reviewer has said already."""


class Refused(NamedTuple):
    """A row that cannot be taken."""

    line: int
    """Where it stands in the file, from 1."""
    reason: str
    """What is wrong, and what to do."""


class Remarked(NamedTuple):
    """A row that was taken, and what is odd about it."""

    line: int
    """Where it stands in the file, from 1."""
    remark: str


class Archived(NamedTuple):
    """A record of an archive."""

    line: int
    """Where it stands in the file, from 1: the line, or the number of the record."""
    record: Record


Row = Incoming | Archived | Refused | Remarked

Reader = Callable[[DataFile], Iterator[Row]]
"""Yields what a file says, row by row; raises Unreadable where it is of another format."""
