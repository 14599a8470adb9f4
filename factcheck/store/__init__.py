"""The one SQLite file: the only package that knows SQL."""

import sys
from typing import Any, Final

_UNUSED: Final = ("numpy", "pandas")
"""What sqlite_utils loads where it is installed, to store values that are never stored here.

Together they take longer to load than all else, and as much memory as a review.
"""


def _load_sqlite_utils() -> None:
    loaded: dict[str, Any] = sys.modules
    absent = [name for name in _UNUSED if name not in loaded]
    loaded.update(dict.fromkeys(absent))  # None stands for what cannot be imported
    try:
        import sqlite_utils  # noqa: F401
    finally:
        for name in absent:
            del loaded[name]


_load_sqlite_utils()
