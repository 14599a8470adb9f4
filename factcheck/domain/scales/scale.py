"""A verdict scale: the ratings a claim can get, from worst to best, and those beside it."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Final, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from factcheck.domain.errors import InvalidValue
from factcheck.domain.text import Line, SaidText
from factcheck.domain.value import Value

_GLYPHS: Final = "✗◔◐◕✓"
_OFF_SCALE_GLYPH: Final = "?"
_LONGEST_WORDS: Final = 80
"""Characters; words of a rating or a label stand in lists and on buttons."""


def _few_words(words: str) -> str:
    if not 0 < len(words) <= _LONGEST_WORDS:
        raise ValueError(f"write 1 to {_LONGEST_WORDS} characters")
    return words


Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
"""A name for commands and data: lower case, with hyphens."""
Words = Annotated[Line, AfterValidator(_few_words)]
"""What readers see of something that has a key: a few words on one line."""


def refuse_twice(field: str, keys: Sequence[str]) -> None:
    """Raise ValueError where two of the things in a list have the same key."""
    for place, key in enumerate(keys):
        if key in keys[:place]:
            raise ValueError(f"{field}.{place + 1}.key: {key!r} is taken: give each its own")


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
    words: Words
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
    name: Words
    """The name that readers see."""
    ratings: Annotated[tuple[Rating, ...], Field(min_length=1)]
    """From worst to best, then the off-scale ones."""

    @model_validator(mode="after")
    def _keys_differ(self) -> Self:
        refuse_twice("ratings", self.keys)
        return self

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        """Refuse numbers that do not rise from 1, and a number after a rating without one."""
        for place, (before, rating) in enumerate(pairwise(self.ratings), start=2):
            if rating.number and (before.number is None or before.number >= rating.number):
                raise ValueError(
                    f"ratings.{place}.number: order the ratings from number 1 upwards, then those"
                    " without one"
                )
        numbers = [rating.number for rating in self.on_scale]
        if numbers and (numbers[0] != 1 or len(numbers) == 1):
            raise ValueError(
                "ratings.1.number: number the ratings from 1, the worst, to at least 2"
            )
        return self

    def rating(self, key: str) -> Rating:
        """Return the rating with that key; raises InvalidValue that names the keys there are."""
        for rating in self.ratings:
            if rating.key == key:
                return rating
        raise InvalidValue(
            f"no rating {key!r} in the scale {self.key}: choose one of {', '.join(self.keys)}"
        )

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all ratings, in their order."""
        return tuple(rating.key for rating in self.ratings)

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
