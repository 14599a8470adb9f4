"""Tables of findings: tags, verdicts and evidence, by article and offsets or by exact words."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, NamedTuple

from factcheck.domain.errors import InvalidValue, Unreadable
from factcheck.reading.article import LONGEST
from factcheck.reading.data.incoming import DataFile, Refused, Remarked, Row
from factcheck.reading.data.tables.cells import unguarded
from factcheck.reading.data.tables.csv_columns import ATTACHMENTS
from factcheck.reading.data.tables.csv_headings import WRITE_ONLY, is_of_package, lacking, meanings
from factcheck.reading.data.tables.csv_rows import Cells, incoming, is_only_attached
from factcheck.reading.decoding.encoding import decoded

if TYPE_CHECKING:
    from _csv import Reader

_SUFFIXES: Final = (".csv", ".tsv")
_UNICODE_TEXT: Final = ".txt"
"""How Excel calls a table with tabs between the cells; also how articles are called."""
_DELIMITERS: Final = ",;\t"
"""The likelier first."""
_NAMED_DELIMITER: Final = re.compile(r'"?sep=(\t|[^\w\s"])', re.IGNORECASE)
"""How a first line that only Excel reads begins."""
_HEAD: Final = 100_000
"""Characters; a heading ends in them."""
_NAMED: Final = 20
"""Columns that a message names; more of them are no help."""
_LONGEST_NAME: Final = 40
"""Characters of a name in it."""


class _Table(NamedTuple):
    """A table whose heading was understood."""

    records: "Reader"
    """What follows the heading."""
    heading: Sequence[str]
    """The columns, as the table calls them."""
    columns: Sequence[str]
    """What they mean; empty for those that mean nothing here."""

    @property
    def understood(self) -> int:
        """How many columns mean something."""
        return len(list(filter(None, self.columns)))


def recognises(name: str, head: str) -> bool:
    """Whether a file is a table whose heading names words and what is said of them."""
    suffix = PurePath(name).suffix.lower()
    if suffix not in {*_SUFFIXES, _UNICODE_TEXT}:
        return False
    table = _table(head.removeprefix("\ufeff"))
    is_divided = suffix in _SUFFIXES or table.records.dialect.delimiter == "\t"
    return is_divided and not (lacking(table.columns) or is_of_package(table.heading))


def read(file: DataFile) -> Iterator[Row]:
    """Yield what each row of a table says; raises Unreadable where columns are missing."""
    table = _table(decoded(file.content).text)
    if is_of_package(table.heading):
        raise Unreadable(f"is a table of a data package, {WRITE_ONLY}")
    wanted = lacking(table.columns)
    if wanted:
        found = _names(table.heading) or "nothing"
        raise Unreadable(f"is no table of findings: it has the columns {found}, and needs {wanted}")
    yield from _unread(table)
    for line, record in _records(table.records):
        if isinstance(record, csv.Error):
            yield Refused(line, f"is no row ({record}): mend its quotes")
        elif any(map(str.strip, record)):
            yield from _rows(line, record, table, file)


def _table(text: str) -> _Table:
    """Return the table as the delimiter divides it that makes most of its heading."""
    csv.field_size_limit(LONGEST)  # of the whole process: the library knows no other
    head = text[:_HEAD]
    named = _NAMED_DELIMITER.match(head)
    possible = named[1] if named else _DELIMITERS
    delimiter = max(possible, key=lambda each: _divided(head, each).understood)
    return _divided(text, delimiter)


def _divided(text: str, delimiter: str) -> _Table:
    records = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        heading = next((record for record in records if _is_heading(record)), [])
    except csv.Error:
        heading = []
    return _Table(records, heading, meanings(heading))


def _is_heading(record: Sequence[str]) -> bool:
    return any(record) and not _NAMED_DELIMITER.match(f"{record[0]};")


def _unread(table: _Table) -> Iterator[Remarked]:
    pairs = zip(table.heading, table.columns, strict=True)
    names = _names([name for name, column in pairs if name.strip() and not column])
    if names:
        yield Remarked(table.records.line_num, f"columns that are not read: {names}")


def _names(heading: Sequence[str]) -> str:
    return ", ".join(repr(name[:_LONGEST_NAME]) for name in heading[:_NAMED])


def _records(records: "Reader") -> Iterator[tuple[int, list[str] | csv.Error]]:
    """Yield each record, or what is wrong with it, and the line that it begins at."""
    while True:
        line = records.line_num + 1
        try:
            yield line, next(records)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, error
            if "field limit" in str(error):  # what follows are pieces of the cell
                return


def _rows(line: int, record: Sequence[str], table: _Table, file: DataFile) -> Iterator[Row]:
    """Yield what a record says, and what of it stays behind; Excel leaves out cells at its end."""
    width = len(table.heading)
    if any(map(str.strip, record[width:])):
        yield Refused(line, f"has {len(record)} cells and the heading {width}: mend its quotes")
        return
    cells = _cells(record, table.columns)
    if is_only_attached(cells):
        yield Remarked(line, "its evidence is an attached file, which a table does not hold")
        return
    try:
        yield incoming(line, cells, file.labels)
    except InvalidValue as error:
        yield Refused(line, str(error))
        return
    if ATTACHMENTS in cells:
        yield Remarked(line, "the files attached to its evidence stay behind: attach them again")


def _cells(record: Sequence[str], columns: Sequence[str]) -> Cells:
    pairs = zip(columns, record, strict=False)
    return {column: unguarded(cell) for column, cell in pairs if column and cell.strip()}
