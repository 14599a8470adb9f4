"""Where words stand in a text: by their offsets, by the words themselves, by what is around."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from factcheck.domain.errors import NotFound
from factcheck.reading.data.incoming import Words


class Stretch(NamedTuple):
    """A stretch of a text; code points, the end exclusive."""

    start: int
    end: int


def stretch_of(words: Words, text: str) -> Stretch:
    """Return where `words` stand in `text`; raises NotFound where that is not certain.

    Offsets count where the words stand there; else the words are looked for, white space aside.
    """
    at_offsets = _at_offsets(words, text)
    if at_offsets:
        return at_offsets
    if not words.exact.strip():
        raise NotFound(f"its offsets are outside the article, which has {len(text)} characters")
    places = list(_occurrences(words.exact, text)) or list(_loosely(words.exact, text))
    if not places:
        raise NotFound("its words stand nowhere in the article: has the article changed?")
    return places[0] if len(places) == 1 else _likeliest(words, text, places)


def _at_offsets(words: Words, text: str) -> Stretch | None:
    start, end = words.start, words.end
    if start is not None and end is None:
        end = start + max(1, len(words.exact))
    if start is None or end is None or not 0 <= start < end <= len(text):
        return None
    fits = not words.exact or text[start:end] == words.exact
    return Stretch(start, end) if fits else None


def _occurrences(exact: str, text: str) -> Iterable[Stretch]:
    place = text.find(exact)
    while place >= 0:
        yield Stretch(place, place + len(exact))
        place = text.find(exact, place + 1)


def _loosely(exact: str, text: str) -> Iterable[Stretch]:
    """Yield where the same words stand with other white space between them."""
    pattern = r"\s+".join(map(re.escape, exact.split()))
    return (Stretch(*match.span()) for match in re.finditer(pattern, text))


def _likeliest(words: Words, text: str, places: list[Stretch]) -> Stretch:
    """Return the place whose surroundings are the words' own, or the one nearest to the offsets."""
    fitting = [place for place in places if _fits(words, text, place)]
    candidates = fitting or places
    if len(candidates) > 1 and words.start is None:
        raise NotFound(f"its words stand {len(places)} times in the article: give their offsets")
    start = words.start or 0
    return min(candidates, key=lambda place: abs(place.start - start))


def _fits(words: Words, text: str, place: Stretch) -> bool:
    room = len(words.prefix) + 1
    before = " ".join(text[max(0, place.start - room) : place.start].split())
    after = " ".join(text[place.end : place.end + len(words.suffix) + 1].split())
    return bool(words.prefix or words.suffix) and (
        before.endswith(" ".join(words.prefix.split()))
        and after.startswith(" ".join(words.suffix.split()))
    )
