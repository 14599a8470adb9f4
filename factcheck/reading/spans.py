"""From where sentences begin to where they end."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final

from factcheck.domain.document import Segment
from factcheck.domain.role import Role

_segment: Final = partial(tuple.__new__, Segment)
"""Makes a segment in half the time of its own constructor, which is most of the work here."""


def segments_at(text: str, starts: Iterable[tuple[int, Role]]) -> Iterator[Segment]:
    """Yield the sentences that begin at `starts`, each with its role.

    Each reaches up to the next, without the white space between them.
    """
    begin, role = -1, Role.BODY
    for following, upcoming in starts:
        if begin >= 0:
            end = following
            while text[end - 1].isspace():
                end -= 1
            yield _segment((begin, end, role))
        begin, role = following, upcoming
    if begin >= 0:
        yield _segment((begin, len(text.rstrip()), role))
