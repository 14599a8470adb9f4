"""Ids of sentences for data sets that know them by a UUID: the article and the place are in it."""

from typing import Final, NamedTuple
from uuid import UUID

from factcheck.domain.identity import DocumentId

_VERSION: Final = 8
"""Of a UUID that whoever makes it fills as they like (RFC 9562)."""
_VARIANT: Final = "8"
"""The digit that such a UUID has in the third place from the left, after the version's."""


class SentencePlace(NamedTuple):
    """Where a sentence begins."""

    article: str
    """The beginning of the article's id."""
    start: int
    """Code points."""


def sentence_uuid(document: DocumentId, start: int) -> str:
    """Return the UUID of the sentence that begins at `start`, in code points."""
    digits = f"{document[:12]}{_VERSION}{document[12:15]}{_VARIANT}{document[15:18]}{start:012x}"
    return str(UUID(digits))


def sentence_place(text: str) -> SentencePlace | None:
    """Return what such a UUID says; None for any other id."""
    try:
        found = UUID(text)
    except ValueError:
        return None
    if found.version != _VERSION:
        return None
    digits = found.hex
    return SentencePlace(digits[:12] + digits[13:16] + digits[17:20], found.node)
