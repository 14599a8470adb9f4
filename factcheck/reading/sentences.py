"""Where sentences begin and end, and what the layout suggests they are."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from factcheck.domain.document import Segment
from factcheck.domain.role import Role
from factcheck.reading.language import language_of
from factcheck.reading.segmentation.languages import primary, vocabulary
from factcheck.reading.segmentation.layout import blocks
from factcheck.reading.segmentation.stops import sentence_starts
from factcheck.reading.spans import segments_at

_VERSION: Final = 1
"""Goes up whenever a boundary could move in some text."""


def segmenter() -> str:
    """Return the name and version of what finds the boundaries, to be kept with an article."""
    return f"factcheck sentences {_VERSION}"


def segments(text: str, language: str | None = None) -> Iterator[Segment]:
    """Yield each sentence of `text` in order, without the white space around it.

    They do not overlap, and every character that is not white space is in one of them: each
    reaches up to the next. `language` is a BCP 47 tag, empty where nobody can tell; None lets it
    be guessed.
    """
    words = vocabulary(primary(language_of(text) if language is None else language))
    starts = sentence_starts(text, blocks(text), words)
    _, role = next(starts, (0, Role.BODY))
    first = len(text) - len(text.lstrip())  # before the first line there may be invisible ones
    if first < len(text):
        yield from segments_at(text, chain([(first, role)], starts))
