"""JSON as an archive is written in it: nothing said twice, nothing that could not be kept."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

from factcheck.domain.errors import InvalidValue

_SURROGATE: Final = re.compile(rb"\\u[dD][89a-fA-F]")
"""How half of a character begins, alone or with its other half."""
_SPACE: Final = re.compile(r"[ \t\n\r]*")


class Located(NamedTuple):
    """A value, and where it stands."""

    line: int
    """From 1."""
    value: Any
    items: "list[Located] | None" = None
    """What an array holds, which has no value of its own then."""


def parsed(content: bytes) -> Any:
    """Return what JSON says; raises InvalidValue where it is none that can be kept."""
    with _plain_reasons("at character {0.colno}"):
        value = _DECODER.decode(content.decode("utf-8-sig").rstrip())
        if _SURROGATE.search(content):
            _refuse_halves(value)
    return value


def members(content: bytes) -> dict[str, Located]:
    """Return what a JSON object holds, arrays item by item; nothing for what is no object.

    Raises InvalidValue where it is none that can be kept.
    """
    with _plain_reasons("in line {0.lineno}"):
        text = content.decode("utf-8-sig")
        if not text.lstrip().startswith("{"):
            return {}
        return _Walk(text, halves=_SURROGATE.search(content) is not None).members()


class _Walk:
    """Goes through the text of an object, and knows in which line it is."""

    def __init__(self, text: str, *, halves: bool) -> None:
        """Begin at the beginning; `halves` is whether there may be halves of characters."""
        self._text = text
        self._halves = halves
        self._at = 0
        self._counted, self._line = 0, 1

    def members(self) -> dict[str, Located]:
        """Return what the object holds; raises JSONDecodeError and InvalidValue."""
        pairs = [self._member() for _ in self._each("{", "}")]
        if self._sign():
            raise self._expecting("nothing more")
        return _object(pairs)

    def _member(self) -> tuple[str, Located]:
        if self._sign() != '"':
            raise self._expecting("a name in quotes")
        name = self._value().value
        self._pass(":")
        return name, self._array() if self._sign() == "[" else self._value()

    def _array(self) -> Located:
        line = self._line_here()
        return Located(line, None, [self._value() for _ in self._each("[", "]")])

    def _each(self, opening: str, closing: str) -> Iterator[None]:
        """Come to each of the things that stand between two signs, and pass what is around them."""
        self._pass(opening)
        more = self._sign() != closing
        while more:
            yield
            more = self._sign() == ","
            if more:
                self._pass(",")
        self._pass(closing)

    def _value(self) -> Located:
        self._sign()
        line = self._line_here()
        value, self._at = _DECODER.raw_decode(self._text, self._at)
        if self._halves:
            _refuse_halves(value)
        return Located(line, value)

    def _sign(self) -> str:
        """Return the sign that comes next, white space aside; empty at the end."""
        space = _SPACE.match(self._text, self._at)
        self._at = space.end() if space else self._at
        return self._text[self._at : self._at + 1]

    def _pass(self, sign: str) -> None:
        if self._sign() != sign:
            raise self._expecting(repr(sign))
        self._at += 1

    def _expecting(self, what: str) -> json.JSONDecodeError:
        return json.JSONDecodeError(f"Expecting {what}", self._text, self._at)

    def _line_here(self) -> int:
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._line


@contextmanager
def _plain_reasons(where: str) -> Iterator[None]:
    """Raise InvalidValue for whatever JSON is wrong in the block; `where` says where."""
    try:
        yield
    except UnicodeDecodeError:
        raise InvalidValue("is not UTF-8") from None
    except RecursionError:
        raise InvalidValue("is nested too deeply") from None
    except json.JSONDecodeError as error:
        raise InvalidValue(f"is not JSON ({error.msg}, {where.format(error)})") from None
    except InvalidValue:
        raise
    except ValueError:
        raise InvalidValue("holds a number that is too long") from None


def _refuse_halves(value: object) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise InvalidValue("holds half a character") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        ((twice, _),) = Counter(name for name, _ in pairs).most_common(1)
        raise InvalidValue(f"says {twice!r} twice")
    return found


def _refuse_constant(name: str) -> None:
    raise InvalidValue(f"holds {name}, which is no number in JSON")


_DECODER: Final = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_refuse_constant)
