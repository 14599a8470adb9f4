"""JSON with the lines on which the parts of its outer arrays begin, so that people find them."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

_SPACE: Final = re.compile(r"[ \t\n\r]*")


class _Lines(NamedTuple):
    """The lines on which the parts of an array begin."""

    array: object
    """Kept, so that no other value comes to have its identity."""
    lines: Sequence[int]


class Located(NamedTuple):
    """A value of JSON, and where it stands."""

    value: Any
    arrays: Mapping[int, _Lines] = {}
    """By the identity of the array."""

    def lines_in(self, array: Sequence[object], otherwise: int = 1) -> Sequence[int]:
        """Return the line on which each part of an array begins, from 1.

        Nobody counts them in an inner array, whose parts are said to begin `otherwise`.
        """
        found = self.arrays.get(id(array))
        return found.lines if found else [otherwise] * len(array)


def places(lines: Sequence[int]) -> Sequence[int]:
    """Return where things that begin on these lines are found: by number where all share one."""
    return lines if len(lines) == 1 or len({*lines}) > 1 else range(1, len(lines) + 1)


def located(text: str, decoder: json.JSONDecoder) -> Located:
    """Return what `decoder` makes of a text, and raise what it raises.

    Outer arrays are those that no other array is around.
    """
    scan = _Scan(text, decoder)
    try:
        return Located(scan.whole(), scan.arrays)
    except (ValueError, RecursionError):
        return Located(decoder.decode(text))  # it says best what is wrong


class _Scan:
    """Reads outer arrays part by part, and counts the lines in between."""

    def __init__(self, text: str, decoder: json.JSONDecoder) -> None:
        self._text = text
        self._decoder = decoder
        self._at = 0
        self._line = 1
        self._counted = 0
        self.arrays: dict[int, _Lines] = {}

    def whole(self) -> object:
        """Return the only value; raises ValueError where there is another, or none."""
        value = self._value()
        if self._next():
            raise ValueError
        return value

    def _value(self) -> object:
        match self._next():
            case "[":
                return self._array()
            case "{":
                return self._object()
        return self._plain()

    def _array(self) -> list[object]:
        values: list[object] = []
        lines: list[int] = []
        for _ in self._parts("]"):
            lines.append(self._line_here())
            values.append(self._plain())
        self.arrays[id(values)] = _Lines(values, lines)
        return values

    def _object(self) -> dict[object, object]:
        fields: dict[object, object] = {}
        for _ in self._parts("}"):
            name = self._plain()
            if not isinstance(name, str) or self._next() != ":":
                raise ValueError
            self._at += 1
            fields[name] = self._value()
        return fields

    def _parts(self, end: str) -> Iterator[None]:
        """Stand before each part of an array or an object in turn, and at last behind it."""
        self._at += 1
        sign = "," if self._next() != end else end
        while sign == ",":
            self._next()
            yield
            sign = self._next()
            self._at += sign == ","
        if sign != end:
            raise ValueError
        self._at += 1

    def _plain(self) -> object:
        value, self._at = self._decoder.raw_decode(self._text, self._at)
        return value

    def _next(self) -> str:
        """Go on to the next sign and return it; empty at the end."""
        space = _SPACE.match(self._text, self._at)
        self._at = space.end() if space else self._at
        return self._text[self._at : self._at + 1]

    def _line_here(self) -> int:
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line
