"""Numbers in running text, however they are written: 1,000 and 1.000 and 1 000 can be the same."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

_SPACES: Final = " \u00a0\u2009\u202f"
_GROUPED: Final = rf"\d{{1,3}}(?:[{_SPACES}'’]\d{{3}})+(?!\d)(?:[.,]\d+)?"
_PLAIN: Final = r"\d+(?:[.,]\d+)*"
_UNIT: Final = rf"(?:[{_SPACES}-]?(?P<unit>[^\W\d_]+))?"
_NUMBER: Final = re.compile(rf"(?<!\w)(?<![^\W\d_]-)(?P<number>{_GROUPED}|{_PLAIN}){_UNIT}")
"""Not part of a name such as CO2, G7 or Covid-19."""
_DIGIT: Final = re.compile(r"\d")
_NO_NUMBERS: Final = re.compile(
    r"https?://\S+|\[\^?\d+\]|^[ \t]*\d{1,2}[.)][ \t]|^[ \t]*#+ ", re.MULTILINE
)
"""Addresses, footnotes, and what counts the items of a list."""

_THOUSANDS: Final = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_MULTIPLES: Final[tuple[tuple[str, tuple[int, ...]], ...]] = (
    ("milliard", (10**9,)),
    ("mrd", (10**9,)),
    ("мільярд", (10**9,)),
    ("миллиард", (10**9,)),
    ("млрд", (10**9,)),
    ("billion", (10**9, 10**12)),
    ("bn", (10**9,)),
    ("trillion", (10**12, 10**18)),
    ("mil", (10**6, 10**3)),
    ("mio", (10**6,)),
    ("мільйон", (10**6,)),
    ("миллион", (10**6,)),
    ("млн", (10**6,)),
    ("thousand", (10**3,)),
    ("tausend", (10**3,)),
    ("тис", (10**3,)),
    ("тыс", (10**3,)),
)
"""How words for multiples begin, and what they can stand for; languages differ on the larger."""


class Number(NamedTuple):
    """A number in a text."""

    written: str
    """As it stands there."""
    readings: frozenset[Decimal]
    """What it can mean: a dot divides thousands in one language, and decimals in another."""


def numbers_in(text: str) -> Iterator[Number]:
    """Yield the numbers in a text; a date yields its parts."""
    if not _DIGIT.search(text):
        return
    for match in _NUMBER.finditer(_NO_NUMBERS.sub(" ", text)):
        written, unit = match["number"], (match["unit"] or "").lower()
        for part, readings in _read(written):
            times = next((by for stem, by in _MULTIPLES if unit.startswith(stem)), ())
            multiples = {value * multiple for value in readings for multiple in times}
            yield Number(part, frozenset(readings | multiples))


def _read(written: str) -> Iterator[tuple[str, set[Decimal]]]:
    """Yield a number with what it can mean; one that is none, such as a date, part by part."""
    plain = re.sub(rf"[{_SPACES}'’]", "", written)
    readings = set(_readings(plain))
    if readings:
        yield written, readings
        return
    for part in re.split("[.,]", plain):
        yield part, {Decimal(part)}


def _readings(plain: str) -> Iterator[Decimal]:
    """Yield what digits with dots and commas can mean."""
    if plain.isdecimal():
        yield Decimal(plain)
        return
    if _THOUSANDS.fullmatch(plain) and len(set(plain) & set(".,")) == 1:
        yield Decimal(re.sub("[.,]", "", plain))
    whole, _, fraction = re.sub("[.,](?=[^.,]*$)", " ", plain).partition(" ")
    if whole.isdecimal() or (_THOUSANDS.fullmatch(whole) and plain[len(whole)] not in whole):
        yield Decimal(f"{re.sub('[.,]', '', whole)}.{fraction}")
