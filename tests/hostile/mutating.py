"""Sound files made unsound by chance: the same seed makes the same file."""

import json
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any, Final

CORPUS: Final = Path(__file__).with_name("corpus")
GOLDEN: Final = Path(__file__).parents[1] / "export" / "golden"
"""What exports write: the other sound files."""
_LONGEST: Final = 60_000
"""Bytes; longer files would only be read more slowly."""
_NUMBER: Final = re.compile(rb"\d+")
_NUMBERS: Final = (
    *(b"-1", b"0", b"1e999", b"NaN", b"0.5", b"2147483648", b"18446744073709551616"),
    b"9999-99-99",
    b"9" * 5000,
)
_WORDS: Final = (
    *(b"\x00", b"\r", b"\n", b"\t", b"\xff\xfe", b"\xed\xa0\x80", b"\xe2\x80\xae", b"\xef\xbb\xbf"),
    *(b"\x1b]0;x\x07", b"\xf4\x90\x80\x80", b"null", b"true", b"{}", b"[]", b'""', b"\\ud800"),
    *(
        b"\\u0000",
        b"'",
        b'"',
        b";",
        b"|",
        b"\\",
        b"<",
        b">",
        b"&",
        b"]]>",
        b"-->",
        b"${x}",
        b"=1+1",
    ),
    *(each * 1500 for each in (b"[", b'{"a":', b"<div>", b"(", b"> ", b"a.", b"1) ")),
)
"""What stands where nobody expected it."""

_VALUES: Final[tuple[Any, ...]] = (
    *(
        None,
        True,
        -1,
        0,
        1,
        10**30,
        0.5,
        "",
        " ",
        "x",
        "claim",
        "false",
        "\x00",
        "\ud800",
        "\x1b]0;x\x07",
    ),
    *(
        [],
        {},
        [[]],
        [{}],
        ["x"],
        {"x": 1},
        "2024-01-01",
        "https://a.org/",
        "a\nb",
        "\u202e",
        "x" * 5000,
    ),
)
"""What may stand in JSON where something else is expected."""
_HERE: Final = 0.15
"""How often a value is changed as a whole, and not something in it."""

Mutation = Callable[[bytes, Random, Sequence[bytes]], bytes]


def mutated(sound: bytes, dice: Random, others: Sequence[bytes]) -> bytes:
    """Return a file with one to four faults in it; some are pieces of the `others`."""
    for _ in range(dice.randint(1, 4)):
        sound = dice.choice(_MUTATIONS)(sound, dice, others)
    return sound[:_LONGEST]


def _flipped(sound: bytes, dice: Random, _: Sequence[bytes]) -> bytes:
    changed = bytearray(sound)
    for place in (dice.randrange(len(sound)) for _ in range(dice.randint(1, 5)) if sound):
        changed[place] ^= 1 << dice.randrange(8)
    return bytes(changed)


def _truncated(sound: bytes, dice: Random, _: Sequence[bytes]) -> bytes:
    return sound[: dice.randint(0, len(sound))]


def _without_piece(sound: bytes, dice: Random, _: Sequence[bytes]) -> bytes:
    start, end = _span(sound, dice)
    return sound[:start] + sound[end:]


def _with_piece_twice(sound: bytes, dice: Random, _: Sequence[bytes]) -> bytes:
    start, end = _span(sound, dice)
    return sound[:end] + sound[start:end] * dice.choice((1, 2, 50)) + sound[end:]


def _spliced(sound: bytes, dice: Random, others: Sequence[bytes]) -> bytes:
    other = dice.choice(others)
    start, end = _span(other, dice)
    place = dice.randint(0, len(sound))
    return sound[:place] + other[start:end] + sound[place:]


def _with_other_number(sound: bytes, dice: Random, _: Sequence[bytes]) -> bytes:
    numbers = list(_NUMBER.finditer(sound))
    if not numbers:
        return sound
    chosen = dice.choice(numbers)
    return sound[: chosen.start()] + dice.choice(_NUMBERS) + sound[chosen.end() :]


def _with_word(sound: bytes, dice: Random, _: Sequence[bytes]) -> bytes:
    start, end = _span(sound, dice)
    place = dice.choice((start, end))
    return sound[:start] + dice.choice(_WORDS) + sound[place:]


def _with_other_value(sound: bytes, dice: Random, _: Sequence[bytes]) -> bytes:
    """Return JSON, or one line of it, with another value in some place."""
    lines = sound.split(b"\n")
    place = dice.randrange(len(lines))
    for start, end in ((0, len(lines)), (place, place + 1)):
        with suppress(ValueError, RecursionError):
            value = _changed(json.loads(b"\n".join(lines[start:end])), dice)
            return b"\n".join([*lines[:start], json.dumps(value).encode(), *lines[end:]])
    return sound


def _changed(value: Any, dice: Random) -> Any:
    if not isinstance(value, dict | list) or not value or dice.random() < _HERE:
        return dice.choice(_VALUES)
    keys = list(value) if isinstance(value, dict) else range(len(value))
    key = dice.choice(keys)
    changed = value.copy()
    changed[key] = _changed(value[key], dice)
    return changed


def _span(sound: bytes, dice: Random) -> tuple[int, int]:
    start = dice.randint(0, len(sound))
    return start, min(len(sound), start + dice.choice((1, 8, 80, 800)))


_MUTATIONS: Final[tuple[Mutation, ...]] = (
    _flipped,
    _truncated,
    _without_piece,
    _with_piece_twice,
    _spliced,
    _with_other_number,
    _with_word,
    _with_other_value,
)
