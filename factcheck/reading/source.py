"""The bytes of a source, and what is known of them before they are read."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple

from factcheck.domain.errors import Unreadable
from factcheck.reading.readers.columns import Columns

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

EMPTY: Final = "holds no text: add something with an article in it"
"""What is said of a source, or a part of one, without a word."""
HEAD: Final = 65_536
"""Bytes that are looked at to tell what a source is."""


class Source(NamedTuple):
    """What is to be read."""

    stream: BinaryIO
    """All of its bytes, from the first."""
    head: bytes
    """Its first bytes; they are still in the stream."""
    name: str = ""
    """Its file name or its address."""
    media_type: str = ""
    """What a server calls it."""
    charset: str = ""
    """How a server says that it is encoded."""
    encoding: str = ""
    """How the user says that it is encoded."""
    columns: Columns = Columns()
    """Which columns hold what, where it is a table."""

    def content(self, limit: int) -> bytes:
        """Return all bytes; raises Unreadable where there are more than `limit`."""
        content = self.stream.read(limit + 1)
        if len(content) > limit:
            raise Unreadable(f"is larger than {limit // 1_000_000} MB: add it in parts")
        return content


class _Rejoined(io.RawIOBase):
    """A stream whose first bytes have been read already."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer).cast("B")
        piece = self._head[: len(view)] or _bytes_of(self._rest, len(view))
        self._head = self._head[len(piece) :]
        view[: len(piece)] = piece
        return len(piece)


def looked_at(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """Return the first bytes of `stream`, and a stream that begins with them again."""
    head = b""
    while len(head) < HEAD and (piece := _bytes_of(stream, HEAD - len(head))):
        head += piece
    return head, io.BufferedReader(_Rejoined(head, stream), HEAD)


@contextmanager
def parsing(kind: str) -> Iterator[None]:
    """Turn whatever a foreign parser raises over foreign bytes into Unreadable.

    The libraries name only some of the errors that a broken file can cause in them.
    """
    try:
        yield
    except (Unreadable, ImportError):  # a missing library is no fault of the file
        raise
    except Exception as error:
        raise Unreadable(f"is a damaged {kind}: save it again, or as text") from error


def _bytes_of(stream: BinaryIO, size: int) -> bytes:
    try:
        return stream.read(size)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Unreadable(f"{reason}: check the disk and the permissions") from error
