"""Cells of tables that no spreadsheet runs as a formula, and the lines that they make."""

import csv
from collections.abc import Iterable
from typing import Final

from factcheck.reading.data.tables.cells import ESCAPE, MARK, RUNNABLE, SEPARATOR

YES: Final = "yes"
"""Not `true`, which spreadsheets translate when they save a table again."""
NO: Final = "no"
_END: Final = "\r\n"
"""The library encloses in quotes what holds a character of the end of its lines."""


class _Returned:
    """A file that gives back what is written to it."""

    def write(self, line: str) -> str:
        return line


_WRITER: Final = csv.writer(_Returned(), lineterminator=_END)


def guarded(text: str) -> str:
    """Return a text as a cell that is only read; `unguarded` gives the text back."""
    return f"{MARK}{text}" if RUNNABLE.match(text) else text


def record(values: Iterable[object]) -> str:
    """Return values as one record of a table (RFC 4180), without the end of its line.

    Nothing stands for what is None.
    """
    line: str = _WRITER.writerow(
        [None if value is None else guarded(said(value)) for value in values]
    )
    return line.removesuffix(_END)


def said(value: object) -> str:
    """Return a value in the words of a table."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return YES if value else NO
    return joined(map(str, value)) if isinstance(value, list | tuple) else str(value)


def joined(entries: Iterable[str]) -> str:
    """Return the entries of a list as one cell; `entries_of` gives them back."""
    return f"{SEPARATOR} ".join(map(_escaped, entries))


def _escaped(entry: str) -> str:
    return entry.replace(ESCAPE, ESCAPE * 2).replace(SEPARATOR, ESCAPE + SEPARATOR)
