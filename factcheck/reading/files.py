"""Which files a user means by a name: a file, or all files in a folder; and how they are opened."""

import re
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from factcheck.domain.errors import Unreadable

STANDARD_INPUT: Final = "-"
_PASSED_OVER: Final = re.compile(
    r"\.(png|jpe?g|gif|webp|avif|heic|bmp|tiff?|svg|ico|psd"
    r"|mp3|wav|og[gav]|flac|m4[av]|aac|mp4|mov|avi|mkv|webm|mpe?g"
    r"|ttf|otf|woff2?|eot|s?css|m?js|ts|map|wasm|pyc?|sh"
    r"|db|sqlite3?|db-wal|db-shm|lock|ini|toml|ya?ml)",
    re.IGNORECASE,
)
"""Endings of what lies beside articles in folders: a saved page's pictures and scripts, settings,
databases. Archives and programs are none of it, for articles may be in them."""


def files_in(source: Path) -> Iterator[Path]:
    """Yield `source` if it is no folder, else every file below it that is not hidden, in order.

    A folder that cannot be listed is yielded itself.
    """
    if not source.is_dir():
        yield source
        return
    try:
        entries = sorted(source.iterdir())
    except OSError:  # whoever reads it is told why
        yield source
        return
    for entry in entries:
        linked_folder = entry.is_symlink() and entry.is_dir()  # may lead back up
        if not entry.name.startswith(".") and not linked_folder:
            yield from files_in(entry)


def is_passed_over(path: Path) -> bool:
    """Return whether a file found in a folder is no article, by its ending; one named is tried."""
    return _PASSED_OVER.fullmatch(path.suffix) is not None


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """Open a file, or standard input for `-`; raises Unreadable where it cannot be read."""
    if not name:
        raise Unreadable("no name was given: name a file, a folder or a web address")
    if name == STANDARD_INPUT:
        yield _standard_input()
        return
    with _opened_file(name) as stream:
        yield stream


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise Unreadable("is closed: name a file")
    return sys.stdin.buffer


def _opened_file(name: str) -> BinaryIO:
    try:
        return _regular_file(Path(name)).open("rb")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Unreadable(f"{reason}: check the name and the permissions") from error
    except ValueError as error:  # a name that no file can have
        raise Unreadable("is not a file name: check the name") from error


def _regular_file(path: Path) -> Path:
    """Return `path`; raises where reading it would never end, or OSError says why it cannot."""
    if path.is_dir():
        any(path.iterdir())  # says why where the folder may not be listed
        raise Unreadable("is a folder without articles: add a file with an article in it")
    if not stat.S_ISREG(path.stat().st_mode):
        raise Unreadable("is not a file: add a file with an article in it")
    return path
