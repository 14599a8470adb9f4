"""Files written whole or not at all."""

import os
from collections.abc import Iterable
from pathlib import Path

from factcheck.domain.errors import NotWritten


def save_lines(path: Path, lines: Iterable[str]) -> None:
    """Write `lines` to `path` in UTF-8; whatever goes wrong, the old file stays.

    Raises NotWritten.
    """
    try:
        if path.exists() and not path.is_file():
            _write_to_device(path, lines)
        else:
            _replace(path.resolve(), lines)
    except OSError as error:
        raise NotWritten(
            f"{path} cannot be written ({error.strerror}): name another file"
        ) from error


def _replace(path: Path, lines: Iterable[str]) -> None:
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        _write_through(unfinished, lines)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _write_to_device(path: Path, lines: Iterable[str]) -> None:
    """Write to a pipe or a device, which cannot be replaced."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)


def _write_through(path: Path, lines: Iterable[str]) -> None:
    """Write `lines` and wait until the disk has them."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)
        file.flush()
        os.fsync(file.fileno())
