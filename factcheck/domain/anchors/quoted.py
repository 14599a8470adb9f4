"""Where a quote stands in the text of a page, word for word, and what stands around it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from factcheck.domain.anchors.anchor import CONTEXT
from factcheck.domain.anchors.normal_form import normal_form

_ELLIPSIS: Final = re.compile(r"\[ ?\.{3} ?\]|\( ?\.{3} ?\)|\.{3,}|(?:\. ){2}\.")
"""How a quote in normal form says that words were left out."""
_QUOTATION_MARKS: Final = "\"' "
_DIVIDED: Final = re.compile(r"(?<=[^\W\d_]) ?- ?(?=[^\W\d_])")
"""Hyphens between letters: printed text divides words with them at the ends of lines."""
_DASH: Final = re.compile(r" ?- ?(?![0-9 ])|(?<=[0-9]) ?- ?(?=[0-9])")
"""Before a number it may be a minus sign, which no word and no space may be joined to."""
_BESIDE_MARKS: Final = re.compile(r" ?([^\w -]) ?")
_UNSPACED: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
    "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Thai and Lao, Burmese, Khmer, Japanese, Chinese: written without spaces between words."""
_BETWEEN_UNSPACED: Final = re.compile(rf"(?<=[{_UNSPACED}]) (?=[{_UNSPACED}])")
_LETTER: Final = rf"[^\W{_UNSPACED}]"
"""Of a script whose words stand apart."""
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
    for form in (_normal_form, _bare_form):
        there = form(text)
        for parts in _wordings(quote):
            places = _places([form(part).strip(_QUOTATION_MARKS) for part in parts], there)
            found = [_around(there, place) for place in islice(places, _MOST_PLACES)]
            if found:
                return found
    return []


def quote_parts(quote: str) -> list[str]:
    """Return the parts of a quote between its ellipses, in normal form; none where it is empty."""
    parts = (part.strip() for part in _ELLIPSIS.split(normal_form(quote)))
    return [part for part in parts if part.strip(_QUOTATION_MARKS)]


def _wordings(quote: str) -> Iterator[list[str]]:
    """Yield what can stand there: the quote with its ellipses, then its parts."""
    whole, parts = [normal_form(quote)], quote_parts(quote)
    yield whole
    if parts != whole:
        yield parts


_normal_form: Final = lru_cache(maxsize=4)(normal_form)
"""Of a page and its snapshot, in which several quotes and parts of quotes are looked for."""


@lru_cache(maxsize=4)
def _bare_form(text: str) -> str:
    """Return the normal form without what print and page layout put between words."""
    whole = _DASH.sub("-", _DIVIDED.sub("", _normal_form(text)))
    return _BETWEEN_UNSPACED.sub("", _BESIDE_MARKS.sub(r"\1", whole))


def _places(parts: list[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield where all `parts` stand in order: where the first begins and the last ends."""
    if not all(parts) or not parts:
        return
    first, *others = map(_whole, parts)
    for match in first.finditer(text):
        end = match.end()
        for part in others:
            found = part.search(text, end)
            if found is None:
                return
            end = found.end()
        yield match.start(), end


def _whole(part: str) -> re.Pattern[str]:
    """Return the pattern of `part` where neither a word nor a number of it goes on."""
    before = rf"(?<!{_LETTER})" if re.match(_LETTER, part) else ""
    after = rf"(?!{_LETTER})" if re.match(_LETTER, part[-1]) else ""
    if part[0].isdigit():
        before += r"(?<![0-9][.,])(?<!\W-)(?<!\A-)"
    if part[-1].isdigit():
        after += r"(?![.,][0-9])"
    return re.compile(before + re.escape(part) + after)


def _around(text: str, place: tuple[int, int]) -> Surroundings:
    start, end = place
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Surroundings(before.strip(), after.strip())


def _alike(one: str, other: str) -> bool:
    from rapidfuzz.distance import Levenshtein  # takes a while to load

    return Levenshtein.normalized_similarity(one, other) >= _ALIKE
