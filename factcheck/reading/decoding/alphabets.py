"""How much a decoded text looks like a language: whether its letters are ones that it uses."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import islice
from typing import Final, NamedTuple

_LOOKED_AT: Final = 2_000
"""Characters outside ASCII; enough to be sure, and quick for an article of any length."""
_USUAL_SHARE: Final = 0.6
"""In running text of any language a dozen letters are more than half of all."""
_ASCII_LETTER: Final = re.compile("[A-Za-z]")
_FOREIGN: Final = re.compile(r"[^\x00-\x7f]")
_JOINERS: Final = frozenset("’‘·—–…\u00a0\u00ad")
"""Signs that may stand between two letters."""
_AMOUNTS: Final = frozenset("€£¥₪÷×±¼½¾")
"""Signs that stand with numbers, never at a letter."""
_SIGNS: Final = (
    _JOINERS
    | frozenset("«»„“”‚‹›•°§©®™€£¥¡¿ªº½¼¾²³¹×÷±µ№†¶₪،؛؟")
    | {chr(code) for code in (*range(0x3000, 0x3040), *range(0xFF01, 0xFF61))}
    | frozenset("・￥￡￠")
)
"""Signs that news in any language may use; the last are those of East Asia."""


_FIRST_WITHOUT_SPACES: Final = "\u2e80"
"""From here on scripts do without spaces, so that signs stand between letters."""


class Alphabet(NamedTuple):
    """The letters of a language outside ASCII, in lower case."""

    letters: frozenset[str]
    """All of them."""
    common: frozenset[str]
    """Those that are more than half of a running text; all, where ASCII has the most common."""
    latin: bool = False
    """Whether its words mix them with ASCII letters."""


class Likeness(NamedTuple):
    """How well a text fits the best of some alphabets; each from 0 to 1."""

    in_place: float
    """The share of foreign characters that one of the alphabets may have where they stand."""
    total: float
    """To compare: also counts whether one language has them all, and its most common ones."""


class _Placed(NamedTuple):
    before: str
    character: str
    after: str


def latin(letters: str) -> Alphabet:
    """Return the alphabet of a language that adds these letters to those of ASCII."""
    return Alphabet(frozenset(letters), frozenset(letters), latin=True)


def script(letters: Iterable[str], common: Iterable[str]) -> Alphabet:
    """Return the alphabet of a language whose letters are all outside ASCII."""
    return Alphabet(frozenset(letters), frozenset(common))


@cache
def in_rows(codec: str, first: int, last: int) -> frozenset[str]:
    """Return the characters of a two-byte codec whose first byte is from `first` to `last`.

    East Asian standards keep the common characters together, ordered by sound or by strokes.
    """
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    pairs = (bytes((lead, trail)) for lead in range(first, last + 1) for trail in trails)
    return frozenset(
        character for pair in pairs if len(character := pair.decode(codec, "ignore")) == 1
    )


def likeness(text: str, alphabets: Iterable[Alphabet]) -> Likeness:
    """Return how well the characters of `text` outside ASCII fit the best of `alphabets`."""
    foreign = [
        _placed(text, match.start()) for match in islice(_FOREIGN.finditer(text), _LOOKED_AT)
    ]
    rather_latin = _is_rather_latin(text, foreign)
    possible = [alphabet for alphabet in alphabets if rather_latin or not alphabet.latin]
    if not foreign or not possible:
        return Likeness(0.0, 0.0)
    fitting = [[_fits(placed, alphabet) for placed in foreign] for alphabet in possible]
    in_place = sum(map(any, zip(*fitting, strict=True))) / len(foreign)
    best = max(
        sum(fits) / len(foreign) + _commonness(foreign, alphabet)
        for fits, alphabet in zip(fitting, possible, strict=True)
    )
    return Likeness(in_place, in_place + best)


def _is_rather_latin(text: str, foreign: list[_Placed]) -> bool:
    """Whether no more letters are outside ASCII than in it, as in all languages in Latin script."""
    letters = sum(placed.character.isalpha() for placed in foreign)
    return sum(1 for _ in islice(_ASCII_LETTER.finditer(text), letters)) == letters


def _placed(text: str, index: int) -> _Placed:
    return _Placed(text[max(0, index - 1) : index], text[index], text[index + 1 : index + 2])


def _fits(placed: _Placed, alphabet: Alphabet) -> bool:
    before, character, after = placed
    if character in _SIGNS:
        return _sign_fits(placed)
    if character.lower()[0] not in alphabet.letters:
        return character.lower()[0].isascii()
    inside_other = not alphabet.latin and any(map(_is_ascii_letter, (before, after)))
    return not inside_other and not (before.islower() and character.isupper())


def _sign_fits(placed: _Placed) -> bool:
    before, sign, after = placed
    letters = before.isalpha() + after.isalpha()
    if sign in _AMOUNTS:
        return not letters
    return sign in _JOINERS or letters < 2 or before > _FIRST_WITHOUT_SPACES


def _is_ascii_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _commonness(foreign: list[_Placed], alphabet: Alphabet) -> float:
    letters = [placed.character.lower()[0] for placed in foreign if placed.character.isalpha()]
    if not letters:
        return 1.0
    share = sum(letter in alphabet.common for letter in letters) / len(letters)
    return min(1.0, share / _USUAL_SHARE)
