"""A verdict scale: the ratings a claim can get, from worst to best, and those beside it."""

from enum import StrEnum
from typing import Annotated, Final, Self

from pydantic import Field, StringConstraints, model_validator

from factcheck.domain.errors import InvalidValue
from factcheck.domain.text import SaidText
from factcheck.domain.value import Value

_GLYPHS: Final = "✗◔◐◕✓"
_OFF_SCALE_GLYPH: Final = "?"

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
"""A name for commands and data: lower case, with hyphens."""


class Normalised(StrEnum):
    """What a rating comes to in statistics over several scales, as in ClaimsKG."""

    TRUE = "TRUE"
    FALSE = "FALSE"
    MIXTURE = "MIXTURE"
    OTHER = "OTHER"


class Rating(Value):
    """One step of a scale, or a rating beside it."""

    key: Key
    """The name that commands and data use."""
    words: SaidText
    """The name that readers see."""
    meaning: SaidText
    """What it says about a claim, in a sentence."""
    number: Annotated[int, Field(ge=1)] | None = None
    """Its number, worst is 1; None for a rating off the scale, which never gets one."""
    normalised: Normalised = Normalised.OTHER
    """What it comes to beside the ratings of other scales."""
    open: bool = False
    """Whether its words are a conclusion that the reviewer writes."""

    @property
    def off_scale(self) -> bool:
        """Whether it says something other than how true the claim is."""
        return self.number is None


class Scale(Value):
    """An ordered set of ratings."""

    key: Key
    """The name that commands and data use."""
    name: SaidText
    """The name that readers see."""
    ratings: Annotated[tuple[Rating, ...], Field(min_length=1)]
    """From worst to best, then the off-scale ones."""

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        """Refuse keys or numbers that occur twice, and ratings out of their order."""
        keys = [rating.key for rating in self.ratings]
        if len(set(keys)) < len(keys):
            raise ValueError("two ratings have the same key: give each its own")
        numbers = [rating.number or len(keys) + 99 for rating in self.ratings]
        numbered = [number for number in numbers if number <= len(keys) + 98]
        if numbers != sorted(numbers) or len(set(numbered)) < len(numbered):
            raise ValueError("order the ratings from number 1 upwards, then those without a number")
        return self

    def rating(self, key: str) -> Rating:
        """Return the rating with that key; raises InvalidValue that names the keys there are."""
        for rating in self.ratings:
            if rating.key == key:
                return rating
        known = ", ".join(rating.key for rating in self.ratings)
        raise InvalidValue(f"no rating {key!r} in the scale {self.key}: choose one of {known}")

    @property
    def on_scale(self) -> tuple[Rating, ...]:
        """The ratings that say how true a claim is, from worst to best."""
        return tuple(rating for rating in self.ratings if not rating.off_scale)

    @property
    def best(self) -> int | None:
        """The number of the best rating; None where no rating has a number."""
        return max((rating.number for rating in self.ratings if rating.number), default=None)

    def glyph(self, rating: Rating) -> str:
        """Return one character that shows how true the rating says a claim is."""
        if rating.number is None or self.best is None:
            return _OFF_SCALE_GLYPH
        steps = max(1, self.best - 1)
        return _GLYPHS[(rating.number - 1) * (len(_GLYPHS) - 1) // steps]
