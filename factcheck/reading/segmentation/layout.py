"""What stands together in a text, and what the lines around suggest that it is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import Final

from factcheck.domain.role import Role
from factcheck.reading.segmentation.block import Block
from factcheck.reading.segmentation.hardwrap import paragraphs
from factcheck.reading.segmentation.lines import Line, lines_of
from factcheck.reading.segmentation.roles import marked, reads_like_body, shaped

_BODY: Final = Role.BODY
"""Looked up once: most blocks are body."""
_FENCES: Final = ("```", "~~~")
_UNDERLINE: Final = re.compile(r"=+|-{3,}")
_FRONT_MATTER: Final = "---"
_FIELDS: Final = {
    "title": Role.HEADING,
    "date": Role.DATELINE,
    "author": Role.BYLINE,
    "authors": Role.BYLINE,
}
"""What the fields before a Markdown text are; others are of no use to a reader."""


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of `text` in order; every character that one can see is in one of them."""
    lines = lines_of(text)
    if text.lstrip().startswith(_FRONT_MATTER):
        everything = list(lines)
        head = _front_matter(everything)
        yield from map(_field, everything[:head])
        lines = iter(everything[head:])
    yield from _body(lines)


def _front_matter(lines: Sequence[Line]) -> int:
    """Return how many lines at the top are fields between two lines of dashes."""
    for count, line in enumerate(lines):
        if line.words == _FRONT_MATTER and count > 0:
            return count + 1
        if line.words[:1] == "#" or (line.opens and count > 0):
            return 0
    return 0


def _field(line: Line) -> Block:
    name = line.words.partition(":")[0].strip().lower()
    return line.start, line.end, _FIELDS.get(name, Role.NAVIGATION)


def _body(lines: Iterable[Line]) -> Iterator[Block]:
    code = False
    for group, below in pairwise(chain(paragraphs(lines), [[]])):
        start, end, _, _, words = first = group[0]
        if code or words[0] in "`~":
            fence = words.startswith(_FENCES)
            code ^= fence
            role = Role.NAVIGATION if fence else _BODY
            yield from ((line.start, line.end, role) for line in group)
        elif len(group) > 1:
            yield start, group[-1].end, marked(words) or _BODY
        elif reads_like_body(words):
            yield start, end, _BODY
        else:
            yield start, end, _role(first, below[0] if below else None)


def _role(line: Line, below: Line | None) -> Role:
    words = line.words
    role = marked(words)
    if role is not None:
        return role
    if below is None:
        return shaped(words, alone=line.opens, before_body=False)
    if not below.opens and _UNDERLINE.fullmatch(below.words):
        return Role.HEADING
    alone = line.opens and below.opens
    return shaped(words, alone=alone, before_body=not alone and reads_like_body(below.words))
