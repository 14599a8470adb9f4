"""CSV, and other tables of text with a heading: one row an article, or one a sentence."""

import csv
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from factcheck.domain.errors import Unreadable
from factcheck.reading.article import LONGEST, Article
from factcheck.reading.decoding.encoding import Understood
from factcheck.reading.readers.columns import Columns
from factcheck.reading.readers.rows import Layout, Row, articles_of, at_row
from factcheck.reading.readers.source_lines import lines_of, understood_lines
from factcheck.reading.source import HEAD, Source

if TYPE_CHECKING:
    from _csv import Reader

_DELIMITERS: Final = ",\t;|"
"""The likelier first."""


def articles(source: Source) -> Iterator[Article | Unreadable]:
    """Yield an article for each row, and a problem for each row that has none.

    Raises Unreadable where there is no heading with a column for the text.
    """
    way = understood_lines(source)
    csv.field_size_limit(LONGEST)  # of the whole process: the library knows no other
    table = _reader(source, way)
    heading = _heading(table, source.columns)
    rows = _rows(table, heading)
    yield from articles_of(rows, Layout(source.columns, "csv", way.encoding))


def _reader(source: Source, way: Understood) -> "Reader":
    """Return the rows of the table, each as its cells."""
    sample = source.head.removeprefix(way.mark).decode(way.codec, "replace")
    delimiter = _delimiter(sample.lstrip("\r\n"), source)
    lines = map(_or_raise, lines_of(source, way))  # a map goes on after an error
    if _is_quoted(sample, delimiter):
        return csv.reader(lines, delimiter=delimiter, strict=True)
    return csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE, strict=True)


def _delimiter(sample: str, source: Source) -> str:
    if source.media_type == "text/tab-separated-values" or source.name.lower().endswith(".tsv"):
        return "\t"
    heading = sample.splitlines()[0] if sample else ""
    return max(_DELIMITERS, key=heading.count)


def _is_quoted(sample: str, delimiter: str) -> bool:
    """Whether quotation marks enclose cells; in tables with tabs they often are only text."""
    if delimiter != "\t":
        return True
    lines = sample.splitlines(keepends=True)
    complete = lines if len(sample) < HEAD // 4 else lines[:-1]
    try:
        widths = {len(row) for row in csv.reader(complete, delimiter="\t", strict=True) if row}
    except csv.Error:
        return False
    return len(widths) <= 1


def _or_raise(line: str | Unreadable) -> str:
    if isinstance(line, Unreadable):
        raise line
    return line


def _heading(table: "Reader", columns: Columns) -> list[str]:
    """Return the names of the columns, those that mean the same as the wanted ones by these."""
    try:
        names = [name.strip() for name in next((row for row in table if row), [])]
    except csv.Error as error:
        raise Unreadable(f"is no table ({error}): save it as CSV with a heading") from error
    wanted = {name.casefold(): name for name in columns[:-1]}
    heading = [
        name if name in wanted.values() else wanted.get(name.casefold(), name) for name in names
    ]
    if columns.text not in heading:
        found = ", ".join(name[:40] for name in names[:20]) or "nothing"
        raise Unreadable(f"has no column {columns.text!r}, but {found}: name the one with the text")
    return heading


def _rows(table: Iterable[list[str]], heading: list[str]) -> Iterator[Row | Unreadable]:
    cells = iter(table)
    number = 0
    while True:
        number += 1
        try:
            row = _row(number, next(cells), heading)
        except StopIteration:
            return
        except (csv.Error, Unreadable) as error:
            yield at_row(number, _said(error))
            if "field limit" in str(error):  # what follows are pieces of the cell
                return
            continue
        if row is None:
            number -= 1
        else:
            yield row


def _row(number: int, cells: list[str], heading: list[str]) -> Row | Unreadable | None:
    if not cells:
        return None
    if len(cells) != len(heading):
        return at_row(
            number, f"has {len(cells)} cells and the heading {len(heading)}: mend its quotes"
        )
    return Row(number, dict(zip(heading, cells, strict=True)))


def _said(error: Exception) -> str:
    if "field limit" in str(error):
        return f"has a cell of over {LONGEST:,} characters: mend its quotes and add the rest again"
    return str(error) if isinstance(error, Unreadable) else f"is no row ({error}): mend its quotes"
