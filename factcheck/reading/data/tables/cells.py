"""Cells of tables as they were before an export kept spreadsheets from running them."""

import re
from typing import Final

MARK: Final = "'"
"""Stands before such a cell; a spreadsheet takes what follows for words."""
_UNSEEN: Final = (
    r"[\s\x00-\x1f\x7f-\xa0\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
"""What spreadsheets pass over at the start of a cell, or do not show."""
_SIGNS: Final = r"[=+\-@＝＋－＠﹦﹢﹣﹫\t\n\v\f\r]"
"""What begins a formula (OWASP, CSV injection), also in the forms that are made plain on import."""
RUNNABLE: Final = re.compile(f"{MARK}*{_UNSEEN}*{_SIGNS}")
"""The start of a cell that would be run, or that would be taken for a marked one."""
SEPARATOR: Final = ";"
"""Stands between the entries of a list; commas are common within them."""
ESCAPE: Final = "\\"
"""Stands before a separator, or before itself, that belongs to an entry."""
_ENTRY: Final = re.compile(r"((?:[^\\;]|\\[\s\S]|\\$)*)(?:;|$)")
_ESCAPED: Final = re.compile(r"\\([\\;])")


def unguarded(cell: str) -> str:
    """Return what a cell said before it was guarded; other cells are what they are."""
    is_marked = cell.startswith(MARK) and RUNNABLE.match(cell)
    return cell.removeprefix(MARK) if is_marked else cell


def entries_of(cell: str) -> tuple[str, ...]:
    """Return the entries of a list that stands in one cell."""
    entries = (_ESCAPED.sub(r"\1", entry) for entry in _ENTRY.findall(cell))
    return tuple(filter(None, map(str.strip, entries)))
