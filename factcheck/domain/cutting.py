"""Where a sentence may be cut: never inside of a character as people see it."""

import re
from typing import Final

from wcwidth import iter_graphemes

from factcheck.domain.errors import InvalidValue

_CLAUSE_MARKS: Final = (",", ";", ":", "–", "—", " -", ")", "،", "、", "，", "；")
"""What ends a clause inside of a sentence."""


def cut_in(text: str, offset: int) -> int:
    """Return where in a sentence the second part begins when it is cut at `offset`.

    That is behind the white space there. Offsets are code points from the sentence's start.
    Raises InvalidValue where a part would hold nothing, and inside of a character as people see it.
    """
    if not 0 < offset < len(text):
        raise InvalidValue(f"offset {offset}: choose one from 1 to {len(text) - 1}")
    start = offset + len(text[offset:]) - len(text[offset:].lstrip())
    boundary = next(place for place in character_starts(text) if place >= start)
    if boundary != start or offset not in character_starts(text):
        raise InvalidValue(f"offset {offset}: is inside of a character, choose {boundary}")
    return start


def character_starts(text: str) -> list[int]:
    """Return where each character as people see it begins, in code points, and the text's end.

    These are the extended grapheme clusters of Unicode Standard Annex 29.
    """
    starts = [0]
    for character in iter_graphemes(text):
        starts.append(starts[-1] + len(character))
    return starts


def word_starts(text: str) -> list[int]:
    """Return where each word but the first begins, in code points."""
    return [match.end() for match in re.finditer(r"(?<=\S)\s+(?=\S)", text)]


def likely_cut(text: str) -> int:
    """Return where a sentence is most likely to be cut: behind a mark near its middle.

    Where there is none, at the word nearest to the middle, or at the letter. Offsets are code
    points from the sentence's start; 0 where it is one character.
    """
    places = word_starts(text) or character_starts(text)[1:-1] or [0]
    marked = [
        place
        for place in places
        if text[max(0, place - 3) : place].rstrip().endswith(_CLAUSE_MARKS)
    ]
    return min(marked or places, key=lambda place: abs(place - len(text) // 2))
