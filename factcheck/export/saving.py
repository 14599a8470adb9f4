"""Files written whole or not at all."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from factcheck.domain.errors import NotWritten
from factcheck.export.format import OutFile

_LINE_END: Final = "\n"
_CHARACTERS_AT_ONCE: Final = 1 << 16
"""Enough that handing them on costs little beside writing them."""


class Sink(Protocol):
    """What bytes can be written to."""

    def write(self, chunk: bytes, /) -> int:
        """Take some bytes."""


class Written(NamedTuple):
    """A file as it was written."""

    name: str
    """Without its folder."""
    sha256: str
    bytes: int


def save_lines(path: Path, lines: Iterable[str]) -> Written:
    """Write `lines` to `path` in UTF-8; whatever goes wrong, the old file stays.

    Raises NotWritten.
    """
    return save_chunks(path, encoded(lines))


def save_chunks(path: Path, chunks: Iterable[bytes]) -> Written:
    """Write `chunks` to `path`; whatever goes wrong, the old file stays. Raises NotWritten."""
    with _told_of(path):
        if path.exists() and not path.is_file():  # a pipe or a device cannot be replaced
            with path.open("wb") as file:
                return write_chunks(file, chunks, path.name)
        whole = path.resolve()
        with _unfinished(whole) as unfinished:
            written = _write_through(unfinished, chunks, path.name)
            unfinished.replace(whole)
        _sync(whole.parent)
        return written


def save_files(folder: Path, files: Iterable[OutFile]) -> list[Written]:
    """Write `files` to a folder; until the last of them is written, the old ones stay.

    Raises NotWritten.
    """
    with _told_of(folder):
        folder.mkdir(parents=True, exist_ok=True)
        unfinished: list[Path] = []
        try:
            done = []
            for file in files:
                unfinished.append(_beside(folder / file.name))
                done.append(
                    _write_through(unfinished[-1], encoded(file.lines, file.end), file.name)
                )
            for path, written in zip(unfinished, done, strict=True):
                path.replace(folder / written.name)
        finally:
            for path in unfinished:
                path.unlink(missing_ok=True)
        _sync(folder)
        return done


def write_chunks(file: Sink, chunks: Iterable[bytes], name: str) -> Written:
    """Write `chunks` to an open file or a pipe, and say what was written."""
    digest, size = sha256(), 0
    for chunk in chunks:
        file.write(chunk)
        digest.update(chunk)
        size += len(chunk)
    return Written(name, digest.hexdigest(), size)


def encoded(lines: Iterable[str], end: str = _LINE_END) -> Iterator[bytes]:
    """Yield lines as they are written to a file, short ones together."""
    together, size = [], 0
    for line in lines:
        together.append(line)
        size += len(line)
        if size > _CHARACTERS_AT_ONCE:
            yield end.join((*together, "")).encode()
            together, size = [], 0
    yield end.join((*together, "")).encode()


@contextmanager
def _told_of(path: Path) -> Iterator[None]:
    """Let what the system objects to become NotWritten, with what to do."""
    try:
        yield
    except OSError as error:
        raise NotWritten(
            f"{path} cannot be written ({error.strerror}): name another file"
        ) from error


@contextmanager
def _unfinished(path: Path) -> Iterator[Path]:
    """Yield where a file is written until it is whole."""
    unfinished = _beside(path)
    try:
        yield unfinished
    finally:
        unfinished.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}")


def _write_through(path: Path, chunks: Iterable[bytes], name: str) -> Written:
    """Write `chunks` and wait until the disk has them."""
    with path.open("wb") as file:
        written = write_chunks(file, chunks, name)
        file.flush()
        os.fsync(file.fileno())
        return written


def _sync(folder: Path) -> None:
    """Wait until the disk knows the files' names; not every system can be asked to."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
