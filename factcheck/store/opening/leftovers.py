"""Files that are not whole yet, and what is left of those whose program was killed."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, gettempdir
from typing import Final

from factcheck.store.opening.files import remove

_LONGEST: Final = 200
"""Bytes of a name that are kept in that of its unfinished file; no system allows more than 255."""
_OURS: Final = "factcheck-"
"""Stands before the number of the program, so that nobody else's file is taken for one."""


@contextmanager
def unfinished(path: Path) -> Iterator[Path]:
    """Yield a name beside `path` for a file until it is whole; what is left of it is removed.

    So is what programs left there that were killed.
    """
    name = unfinished_name(path)
    try:
        yield name
    finally:
        with suppress(OSError):  # the error that led here says more
            remove(name)


def unfinished_name(path: Path) -> Path:
    """Return a name beside `path` that no other program uses; those of killed ones are removed."""
    start = f".{os.fsencode(path.name)[:_LONGEST].decode(errors='ignore')}.{_OURS}"
    with suppress(OSError):
        for left in _of_ended_programs(path.parent, start):
            remove(left)
    return path.with_name(f"{start}{os.getpid()}")


@contextmanager
def folder_for_copies() -> Iterator[Path]:
    """Yield a folder that is removed in the end; so are those of programs that were killed."""
    for left in _of_ended_programs(Path(gettempdir()), _OURS):
        if left.lstat().st_uid == os.getuid():
            rmtree(left, ignore_errors=True)
    prefix = f"{_OURS}{os.getpid()}-"
    with TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _of_ended_programs(folder: Path, start: str) -> list[Path]:
    """Return what is called `start` and then the number of a program that does not run."""
    numbered = re.compile(rf"{re.escape(start)}(\d+)(-|$)")
    found = ((path, numbered.match(path.name)) for path in folder.glob(f"{escape(start)}*"))
    return [path for path, name in found if name and not _is_running(int(name[1]))]


def _is_running(program: int) -> bool:
    try:
        os.kill(program, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):  # another's; or it was never a program's
        return True
    return True
