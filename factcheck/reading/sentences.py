"""Where sentences begin and end: at every line break, and inside a line where the library says."""

import re
from collections.abc import Iterator
from importlib.metadata import version
from itertools import pairwise
from typing import Final, NamedTuple

import sentencex

_LINE: Final = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_LANGUAGE: Final = "en"


class Bounds(NamedTuple):
    """A sentence's place in the text: code points, end exclusive."""

    start: int
    end: int


def segmenter() -> str:
    """Return the name and version of what finds the boundaries, to be kept with an article."""
    return f"lines, sentencex {version('sentencex')}"


def sentence_bounds(text: str) -> Iterator[Bounds]:
    """Yield each sentence of `text` in order, without the white space around it.

    They do not overlap, and every character that is not white space is in one of them.
    """
    for line in _LINE.finditer(text):
        if not line.group().isspace():
            yield from _bounds_in_line(line.group(), line.start())


def _bounds_in_line(line: str, offset: int) -> Iterator[Bounds]:
    cuts = sorted({0, len(line), *_proposed_cuts(line)})
    for start, end in pairwise(cuts):
        words = line[start:end]
        trimmed = words.strip()
        if trimmed:
            first = offset + start + len(words) - len(words.lstrip())
            yield Bounds(first, first + len(trimmed))


def _proposed_cuts(line: str) -> Iterator[int]:
    """Yield the offsets in `line` where the library would begin a new sentence."""
    masked = _SURROGATE.sub("\ufffd", line)  # the library refuses lone surrogates
    for boundary in sentencex.get_sentence_boundaries(_LANGUAGE, masked):
        if 0 < boundary["start_index"] < len(line):
            yield boundary["start_index"]
