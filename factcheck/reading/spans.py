"""From where sentences begin to where they end."""

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from factcheck.domain.document import Segment
from factcheck.domain.role import Role


def segments_at(text: str, starts: Iterable[tuple[int, Role]]) -> Iterator[Segment]:
    """Yield the sentences that begin at `starts`, each with its role.

    Each reaches up to the next, without the white space between them.
    """
    beginnings = chain(starts, [(len(text), Role.BODY)])
    for (start, role), (following, _) in pairwise(beginnings):
        end = following
        while text[end - 1].isspace():
            end -= 1
        yield Segment(start, end, role)
