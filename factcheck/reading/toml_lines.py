"""On which line of a TOML document each of its tables and keys begins."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

Path = tuple[str | int, ...]
"""Keys from the outermost table inwards; in an array a place, counted from 0."""

_CLOSING: Final = ('"""', "'''", "]", "}")
"""One of these stands on the last line of every value of several lines."""

_LONGEST: Final = 200
"""Lines of a value; to find where a longer one ends would take too long."""


def lines_in(text: str) -> dict[Path, int]:
    """Return where each table and key of a valid document begins, lines counted from 1.

    What stands inside an inline table or an array is on the line of the key that it belongs to.
    Behind a value of very many lines none is known.
    """
    lines: dict[Path, int] = {(): 1}
    table: Path = ()
    arrays: Counter[Path] = Counter()
    for number, is_header, content in _statements(text):
        if is_header:
            table = _opened(content, arrays)
            for length in range(len(table)):
                lines.setdefault(table[: length + 1], number)
        else:
            for path in _paths(content):
                lines.setdefault(table + path, number)
    return lines


def line_of(lines: dict[Path, int], path: Path) -> int:
    """Return the line of what stands at `path`, or of the nearest thing around it."""
    while path not in lines:
        path = path[:-1]
    return lines[path]


def _statements(text: str) -> Iterator[tuple[int, bool, dict[str, Any]]]:
    """Yield each statement: its first line, whether it is a table's header, and what it says."""
    lines = text.split("\n")
    start = 0
    while start < len(lines):
        end = start + 1
        while (content := _said(lines[start:end])) is None:
            end += 1
            if end - start > _LONGEST:
                return
        yield start + 1, lines[start].lstrip().startswith("["), content
        start = end


def _said(lines: list[str]) -> dict[str, Any] | None:
    """Return what the lines say; None where more belong to them."""
    if len(lines) > 1 and not any(mark in lines[-1] for mark in _CLOSING):
        return None
    try:
        return tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError:
        return None


def _opened(header: Any, arrays: Counter[Path]) -> Path:
    """Return the table that a header opens; in an array of tables, the newest one."""
    path: Path = ()
    while header:
        ((key, header),) = header.items()
        path += (key,)
        if isinstance(header, list):
            arrays[path] += 1
            header = {}
        if path in arrays:
            path += (arrays[path] - 1,)
    return path


def _paths(value: Any) -> Iterator[Path]:
    """Yield the path of everything in a value."""
    if isinstance(value, list):
        value = dict(enumerate(value))
    if isinstance(value, dict):
        for key, item in value.items():
            yield (key,)
            yield from ((key, *path) for path in _paths(item))
