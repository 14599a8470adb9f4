"""Files written whole or not at all."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from factcheck.domain.errors import NotWritten
from factcheck.export.format import OutFile
from factcheck.store.opening.files import sync_names
from factcheck.store.opening.leftovers import unfinished, unfinished_name

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
        with unfinished(whole) as name:
            written = _write_through(name, chunks, path.name)
            name.replace(whole)
        sync_names(whole.parent)
        return written


def save_files(folder: Path, files: Iterable[OutFile]) -> list[Written]:
    """Write `files` to a folder; until the last of them is written, the old ones stay.

    Raises NotWritten.
    """
    with _told_of(folder):
        folder.mkdir(parents=True, exist_ok=True)
        names: list[Path] = []
        try:
            done = []
            for file in files:
                names.append(unfinished_name(folder / file.name))
                done.append(_write_through(names[-1], encoded(file.lines, file.end), file.name))
            for path, written in zip(names, done, strict=True):
                path.replace(folder / written.name)
        finally:
            for path in names:
                path.unlink(missing_ok=True)
        sync_names(folder)
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


def _write_through(path: Path, chunks: Iterable[bytes], name: str) -> Written:
    """Write `chunks` and wait until the disk has them."""
    with path.open("wb") as file:
        written = write_chunks(file, chunks, name)
        file.flush()
        os.fsync(file.fileno())
        return written
