"""Verdict scales: the ratings a claim can get, from worst to best."""

from typing import Final

from factcheck.domain.errors import InvalidValue
from factcheck.domain.value import Value

_GLYPHS: Final = "✗◔◐◕✓"
_OFF_SCALE_GLYPH: Final = "?"


class Rating(Value):
    """One step of a scale, or a rating beside it."""

    key: str
    """The name that commands and data use."""
    words: str
    """The name that readers see."""
    meaning: str
    """What it says about a claim, in a sentence."""
    off_scale: bool = False
    """Whether it says something other than how true the claim is."""


class Scale(Value):
    """An ordered set of ratings; numbers follow from the order and are never stored."""

    key: str
    """The name that commands and data use."""
    ratings: tuple[Rating, ...]
    """From worst to best, then the off-scale ones."""

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

    def number(self, rating: Rating) -> int | None:
        """Return the rating's number, worst is 1; None for an off-scale rating."""
        return None if rating.off_scale else self.on_scale.index(rating) + 1

    def glyph(self, rating: Rating) -> str:
        """Return one character that shows how true the rating says a claim is."""
        number = self.number(rating)
        if number is None:
            return _OFF_SCALE_GLYPH
        steps = max(1, len(self.on_scale) - 1)
        return _GLYPHS[(number - 1) * (len(_GLYPHS) - 1) // steps]


GOOGLE5: Final = Scale(
    key="google5",
    ratings=(
        Rating(
            key="false", words="False", meaning="The evidence shows that the claim is not true."
        ),
        Rating(
            key="mostly-false",
            words="Mostly false",
            meaning="The claim holds a grain of truth, but what matters in it is wrong.",
        ),
        Rating(
            key="half-true",
            words="Half true",
            meaning="Parts that matter are right and parts that matter are wrong.",
        ),
        Rating(
            key="mostly-true",
            words="Mostly true",
            meaning="The claim is right in what matters, with a detail that needs correction.",
        ),
        Rating(key="true", words="True", meaning="The evidence shows that the claim is right."),
        Rating(
            key="unproven",
            words="Unproven",
            meaning="The evidence that was found decides neither way.",
            off_scale=True,
        ),
        Rating(
            key="missing-context",
            words="Missing context",
            meaning="The words are right, but what they leave out changes what readers understand.",
            off_scale=True,
        ),
    ),
)
"""Five steps, as in Google's example for ClaimReview, and two ratings beside them."""

SCALES: Final = {scale.key: scale for scale in (GOOGLE5,)}
"""Every scale the program knows, by key."""


def rating_of(scale: str, rating: str) -> Rating:
    """Return the rating `rating` of the scale `scale`, both by key; raises InvalidValue."""
    if scale not in SCALES:
        raise InvalidValue(f"no scale {scale!r}: choose one of {', '.join(SCALES)}")
    return SCALES[scale].rating(rating)
