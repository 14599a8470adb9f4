"""Foreign text made fit to be seen: nothing in it can command a terminal or reorder a line."""

from collections.abc import Iterable
from typing import Final

_REPLACEMENT: Final = 0xFFFD
_CONTROL_PICTURES: Final = 0x2400

_VISIBLE: Final[dict[int, int]] = {
    **{code: _CONTROL_PICTURES + code for code in range(0x20) if chr(code) != "\n"},
    ord("\t"): ord(" "),
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), _REPLACEMENT),  # C1 controls
    **dict.fromkeys(range(0x202A, 0x202F), _REPLACEMENT),  # bidi embeddings and overrides
    **dict.fromkeys(range(0x2066, 0x206A), _REPLACEMENT),  # bidi isolates
    **dict.fromkeys((0x2028, 0x2029), _REPLACEMENT),  # line and paragraph separators
    **dict.fromkeys(range(0xD800, 0xE000), _REPLACEMENT),  # lone surrogates
}

_VISIBLE_IN_A_LINE: Final = {**_VISIBLE, ord("\n"): 0x240A}
_RUNNING_TEXT: Final = {**_VISIBLE, **dict.fromkeys((0x0A, 0x0D, 0x2028, 0x2029), ord(" "))}


def displayable(text: str) -> str:
    """Return `text` with each control, C1, bidi and surrogate character made visible.

    One character becomes one character, so offsets in code points stay true. Line feeds stay.
    """
    return text if text.isprintable() else text.translate(_VISIBLE)


def one_line(text: str) -> str:
    """Return `text` displayable on a single line: line feeds are made visible too."""
    return text if text.isprintable() else text.translate(_VISIBLE_IN_A_LINE)


def flowing(text: str) -> str:
    """Return `text` displayable as running text: line breaks become spaces, one for one."""
    return text if text.isprintable() else text.translate(_RUNNING_TEXT)


def shortened(text: str, width: int) -> str:
    """Return `text` on one line of at most `width` characters, an ellipsis where it was cut."""
    line = one_line(text)
    return line if len(line) <= width else line[: max(0, width - 1)].rstrip() + "…"


def counted(number: int, thing: str) -> str:
    """Return `1 article`, `2 articles`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def ranges(numbers: Iterable[int]) -> str:
    """Return numbers in their order as `1, 3-5, 9`."""
    known = set(numbers)
    starts = sorted(number for number in known if number - 1 not in known)
    ends = sorted(number for number in known if number + 1 not in known)
    spans = zip(starts, ends, strict=True)
    return ", ".join(f"{start}" if start == end else f"{start}-{end}" for start, end in spans)
