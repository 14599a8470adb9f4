"""Rows looked at one by one, so that one which nothing can be made of does not hide the others."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

from factcheck.domain.display import shortened

_T = TypeVar("_T")
_FOR_LACK_OF: Final = (
    sqlite3.SQLITE_FULL, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_INTERRUPT,
)  # fmt: skip
"""What SQLite objects to where there is no room or no time."""
_TOLD: Final = 120
"""Characters of a reason, which may be as long as what is wrong."""
_TITLE: Final = 30
"""Characters of a title by which an article is known again."""


def each(
    rows: Iterable[_T], name: Callable[[_T], str], find: Callable[[_T], Iterable[str]]
) -> Iterator[str]:
    """Yield what is found in each row; an error that nobody expected is a finding of its row.

    What SQLite objects to, and a lack of memory, are about more than a row.
    """
    for row in rows:
        try:
            yield from find(row)
        except (sqlite3.Error, MemoryError):
            raise
        except Exception as error:
            yield f"{name(row)} cannot be looked at: {reason(error)}"


def is_lack(error: Exception) -> bool:
    """Whether something was missing to look, which says nothing against what is looked at."""
    lacks = isinstance(error, (OSError, MemoryError))
    return lacks or getattr(error, "sqlite_errorcode", None) in _FOR_LACK_OF


def reason(error: BaseException) -> str:
    """Say in a part of a line what was wrong."""
    return shortened(" ".join(str(error).split()) or type(error).__name__, _TOLD)


def article(number: object, title: object) -> str:
    """Return what people call an article."""
    return f"article {number} ({shortened(str(title), _TITLE)})" if title else f"article {number}"
