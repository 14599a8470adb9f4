"""Whether files and pages that were kept are still those that came."""

import zlib
from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from sqlite_utils.db import Database

from factcheck.store.checking.rows import each

_AT_ONCE: Final = 1 << 20
"""Bytes of a page that are unpacked together, however large it is."""


def attachments(db: Database) -> Iterator[str]:
    """Check that each file has the content that it is named after, and its size."""
    rows = db.execute("SELECT sha256, size, content FROM attachment")
    return each(rows, lambda row: f"file {row[0]}", lambda row: _file(*row))


def snapshots(db: Database) -> Iterator[str]:
    """Check that each page can be unpacked, and is the one that was fetched."""
    return each(
        db.execute(_PAGES), lambda row: f"page {row[0]} of {row[1]}", lambda row: _page(*row)
    )


def _file(name: str, size: int, content: bytes) -> Iterator[str]:
    if sha256(content).hexdigest() != name:
        yield f"file {name}: its content is another one"
    elif len(content) != size:
        yield f"file {name}: it has {len(content)} bytes, and {size} were kept"
    else:
        yield ""


def _page(number: int, url: str, name: str, page: bytes) -> Iterator[str]:
    wrong = _objection(name, page)
    yield wrong and f"page {number} of {url}: {wrong}"


def _objection(name: str, page: bytes) -> str:
    try:
        found = _hash_of(page)
    except zlib.error as error:
        return f"it cannot be unpacked ({error})"
    return "" if found == name else "it is another one than was fetched"


def _hash_of(page: bytes) -> str:
    """Return the SHA-256 of what is packed in `page`; raises zlib.error where it is not all."""
    hashed, packed = sha256(), zlib.decompressobj()
    hashed.update(packed.decompress(page, _AT_ONCE))
    while packed.unconsumed_tail:
        hashed.update(packed.decompress(packed.unconsumed_tail, _AT_ONCE))
    hashed.update(packed.flush())
    if not packed.eof:
        raise zlib.error("incomplete")
    return hashed.hexdigest()


_PAGES: Final = """
SELECT number, url, sha256, page FROM snapshot
UNION ALL SELECT number, origin, sha256, snapshot FROM reading WHERE snapshot IS NOT NULL
"""
