"""Where a quote stands in the text of a page, word for word, and what stands around it."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from factcheck.domain.anchors.anchor import CONTEXT
from factcheck.domain.anchors.normal_form import normal_form

_ELLIPSIS: Final = re.compile(r"\[ ?\.{3} ?\]|\( ?\.{3} ?\)|\.{3,}|(?:\. ){2}\.")
"""How a quote in normal form says that words were left out."""
_QUOTATION_MARKS: Final = "\"' "
_DIVIDED: Final = re.compile(r"(?<=[^\W\d_]) ?- ?(?=[^\W\d_])")
"""Hyphens between letters: printed text divides words with them at the ends of lines."""
_BESIDE_MARKS: Final = re.compile(r" ?([^\w ]) ?")
_UNSPACED: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Thai and Lao, Burmese, Khmer, Japanese, Chinese: written without spaces between words."""
_BETWEEN_UNSPACED: Final = re.compile(rf"(?<=[{_UNSPACED}]) (?=[{_UNSPACED}])")
_IN_WORD: Final = re.compile(rf"[^\W{_UNSPACED}]")
_NUMBER_BEGUN: Final = re.compile(r"[0-9][.,]\Z|(?<![^ ])-\Z")
_NUMBER_GOING_ON: Final = re.compile(r"[.,][0-9]")
_MOST_PLACES: Final = 200
"""Places of one quote that are compared; what stands more often is no quote."""
_ALIKE: Final = 0.6
"""The least likeness of surroundings that are the same; a name or a number in them may change."""


class Surroundings(NamedTuple):
    """What stands before and after a quote, in normal form; empty where nothing is known."""

    before: str
    after: str

    def fit(self, known: "Surroundings") -> bool:
        """Whether these can be the surroundings that were `known`, on at least one side."""
        sides = []
        if known.before:
            sides.append((known.before, self.before[-len(known.before) :]))
        if known.after:
            sides.append((known.after, self.after[: len(known.after)]))
        return not sides or any(_alike(one, other) for one, other in sides)


def surroundings(quote: str, text: str) -> list[Surroundings]:
    """Return what stands around each place of `text` at which `quote` stands word for word.

    White space, typographic marks and division at line ends make no difference; where the quote
    holds an ellipsis, its parts must stand there in this order.
    """
    for form in (normal_form, _bare_form):
        there = form(text)
        for parts in ([normal_form(quote)], quote_parts(quote)):
            places = _places([form(part).strip(_QUOTATION_MARKS) for part in parts], there)
            found = [_around(there, place) for place in islice(places, _MOST_PLACES)]
            if found:
                return found
    return []


def quote_parts(quote: str) -> list[str]:
    """Return the parts of a quote between its ellipses, in normal form; none where it is empty."""
    parts = (part.strip() for part in _ELLIPSIS.split(normal_form(quote)))
    return [part for part in parts if part.strip(_QUOTATION_MARKS)]


def _bare_form(text: str) -> str:
    """Return the normal form without what print and page layout put between words."""
    whole = _DIVIDED.sub("", normal_form(text))
    return _BETWEEN_UNSPACED.sub("", _BESIDE_MARKS.sub(r"\1", whole))


def _places(parts: list[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield where all `parts` stand in order: where the first begins and the last ends."""
    if not all(parts) or not parts:
        return
    first, *others = parts
    for start, end in _places_of(first, text, 0):
        for part in others:
            found = next(_places_of(part, text, end), None)
            if found is None:
                return
            _, end = found
        yield start, end


def _places_of(part: str, text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield where `part` stands from `start` on, as words of their own."""
    at = text.find(part, start)
    while at >= 0:
        end = at + len(part)
        if not (_begins_inside(part, text, at) or _ends_inside(part, text, end)):
            yield at, end
        at = text.find(part, at + 1)


def _begins_inside(part: str, text: str, at: int) -> bool:
    """Whether the word or number that a part begins with began before it."""
    before = text[max(0, at - 2) : at]
    word = _IN_WORD.match(part) and _IN_WORD.match(before[-1:])
    number = part[0].isdigit() and _NUMBER_BEGUN.search(before)
    return bool(word or number)


def _ends_inside(part: str, text: str, end: int) -> bool:
    """Whether the word or number that a part ends with goes on behind it."""
    word = _IN_WORD.match(part[-1]) and _IN_WORD.match(text, end)
    number = part[-1].isdigit() and _NUMBER_GOING_ON.match(text, end)
    return bool(word or number)


def _around(text: str, place: tuple[int, int]) -> Surroundings:
    start, end = place
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Surroundings(before.strip(), after.strip())


def _alike(one: str, other: str) -> bool:
    from rapidfuzz.distance import Levenshtein  # takes a while to load

    return Levenshtein.normalized_similarity(one, other) >= _ALIKE
