"""Every scale that a verdict may name: the presets, and those a project has defined."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from factcheck.domain.errors import InvalidValue
from factcheck.domain.scales.presets.data_sets import AVERITEC, FEVER
from factcheck.domain.scales.presets.newsrooms import (
    AAP,
    AFP,
    AFRICACHECK,
    CORRECTIV,
    FULLFACT,
    POLITIFACT,
    WAPO,
)
from factcheck.domain.scales.presets.platforms import DEGA, GOOGLE5, MEEDAN, META, TRULYMEDIA
from factcheck.domain.scales.presets.snopes import SNOPES
from factcheck.domain.scales.scale import Rating, Scale

PRESETS: Final[Mapping[str, Scale]] = MappingProxyType(
    {
        scale.key: scale
        for scale in (
            GOOGLE5,
            AVERITEC,
            FEVER,
            POLITIFACT,
            SNOPES,
            WAPO,
            AFRICACHECK,
            CORRECTIV,
            AFP,
            FULLFACT,
            META,
            AAP,
            DEGA,
            MEEDAN,
            TRULYMEDIA,
        )
    }
)
"""The scales that come with the program, by key."""

__all__ = ["GOOGLE5", "PRESETS", "Scales"]


class Scales:
    """Every scale that a verdict may name: the presets, and those a project has defined."""

    def __init__(self, own: Iterable[Scale] = ()) -> None:
        """Know the presets, and `own` scales, newest first; several versions may share a key."""
        self._versions: dict[str, list[Scale]] = defaultdict(list)
        for scale in (*PRESETS.values(), *own):
            self._versions[scale.key].append(scale)

    def named(self, key: str) -> Scale:
        """Return the newest version of a scale; raises InvalidValue that names the keys."""
        if key not in self._versions:
            raise InvalidValue(f"no scale {key!r}: choose one of {', '.join(self._versions)}")
        return self._versions[key][0]

    def rating(self, scale: str, rating: str) -> Rating:
        """Return a rating as its newest version says it; one that is not known says so itself.

        A verdict outlives the scale that it was given on, and may come from another database.
        """
        found = self._find(scale, rating)
        return found[1] if found else _unknown(rating)

    def glyph(self, scale: str, rating: str) -> str:
        """Return one character that shows how true a rating says a claim is."""
        found = self._find(scale, rating)
        return found[0].glyph(found[1]) if found else GOOGLE5.glyph(_unknown(rating))

    def __iter__(self) -> Iterator[Scale]:
        """Yield the newest version of each scale, the presets first."""
        return (versions[0] for versions in self._versions.values())

    def _find(self, scale: str, rating: str) -> tuple[Scale, Rating] | None:
        """Return a rating, and the newest version of the scale that has it."""
        for version in self._versions.get(scale, ()):
            for found in version.ratings:
                if found.key == rating:
                    return version, found
        return None


def _unknown(rating: str) -> Rating:
    meaning = "A rating of a scale that is not known here."
    return Rating.model_construct(key=rating, words=rating, meaning=meaning)
