"""Offsets as JavaScript counts them: in UTF-16 code units, where one character can be two."""

import re
from bisect import bisect_left
from typing import Final

_TWO_UNITS: Final = re.compile("[\U00010000-\U0010ffff]")
"""Characters that UTF-16 writes as a pair of surrogates."""


class Units:
    """Converts the offsets of one text; the text is read once."""

    def __init__(self, text: str) -> None:
        """Know where the characters of two units stand in `text`."""
        self._length = len(text)
        self._wide = [match.start() for match in _TWO_UNITS.finditer(text)]
        self._wide_units = [place + before for before, place in enumerate(self._wide)]

    @property
    def differ(self) -> bool:
        """Whether the text has another length in UTF-16."""
        return bool(self._wide)

    def of(self, offset: int) -> int:
        """Return an offset in code points as one in UTF-16 code units."""
        return offset + bisect_left(self._wide, offset)

    def code_points(self, units: int) -> int | None:
        """Return an offset in UTF-16 code units as one in code points.

        None where it is outside the text, or between the two units of one character.
        """
        before = bisect_left(self._wide_units, units)
        halved = before and self._wide_units[before - 1] == units - 1
        offset = units - before
        return offset if 0 <= offset <= self._length and not halved else None
