"""Cells of tables that no spreadsheet runs as a formula, and the lines that they make."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NewType

from factcheck.reading.data.tables.cells import ESCAPE, MARK, RUNNABLE, SEPARATOR

Cell = NewType("Cell", str)
"""A text as it stands in a line: what could be run is guarded, what could end it is in quotes."""

YES: Final = "yes"
"""Not `true`, which spreadsheets translate when they save a table again."""
NO: Final = "no"
_COMMA: Final = ","
_ENDING: Final = re.compile('[",\r\n]')
"""What a cell may hold only in quotes (RFC 4180)."""


class Heading:
    """The columns of a table, under which records are written that fill a few of them."""

    def __init__(self, columns: Sequence[str]) -> None:
        """Write the cells of these `columns`, in their order."""
        self.line = record(columns)
        self._places = {column: place for place, column in enumerate(columns)}
        self._empty = [""] * len(columns)

    def record(self, cells: Mapping[str, Cell]) -> str:
        """Return cells, by column, as one record, without the end of its line."""
        line = self._empty.copy()
        for column, cell in cells.items():
            line[self._places[column]] = cell
        return _COMMA.join(line)


def guarded(text: str) -> str:
    """Return a text as a cell that is only read; `unguarded` gives the text back."""
    return f"{MARK}{text}" if RUNNABLE.match(text) else text


def record(values: Iterable[object]) -> str:
    """Return values as one record of a table (RFC 4180), without the end of its line.

    Nothing stands for what is None.
    """
    return _COMMA.join(map(cell, values))


def cells(values: Mapping[str, object]) -> dict[str, Cell]:
    """Return values, by column, as cells; those that say nothing are left out."""
    return {
        column: cell(value)
        for column, value in values.items()
        if value is not None and value != "" and value != ()
    }


def cell(value: object) -> Cell:
    """Return a value as a cell; nothing stands for what is None."""
    text = "" if value is None else guarded(said(value))
    return Cell('"{}"'.format(text.replace('"', '""')) if _ENDING.search(text) else text)


def natural(number: int) -> Cell:
    """Return a number that is never below zero as a cell: nothing in it needs a guard."""
    return Cell(str(number))


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
