"""Rules 1 and 2: a rating stands on its scale, and has a number only there."""

import re
from collections.abc import Iterator
from typing import Final

from factcheck.domain.errors import InvalidValue
from factcheck.domain.linting.dossier import Case, Judgement
from factcheck.domain.linting.finding import Severity
from factcheck.domain.linting.rule import Problem
from factcheck.domain.scales.scale import Rating, Scale
from factcheck.domain.scales.scales import Scales

_OF: Final = r"\s*(?:/|(?:out )?of|von|sur|de|из|з)\s*"
_NUMBER_ON_A_SCALE: Final = re.compile(
    rf"(?<![\d/.])\d{{1,2}}{_OF}\d{{1,3}}(?![\d/])", re.IGNORECASE
)
"""Such as `2/5` or `2 out of 5`; a date has more strokes."""
_NOWHERE: Final = ""
"""The key of no scale."""


def rating_on_scale(case: Case) -> Iterator[Problem]:
    """Object to a rating that its scale lacks, or whose number lies outside the scale."""
    for judgement in case.all_judgements:
        yield from _rating_problems(case, judgement)


def off_scale_number(case: Case) -> Iterator[Problem]:
    """Object to a number in the words of a rating that says nothing of how true the claim is."""
    for reviewer, verdict, rating, _ in case.all_judgements:
        if rating.off_scale and _tells_number(rating, verdict.conclusion):
            words = verdict.conclusion if rating.open else rating.words
            message = f"{reviewer}'s rating is off the scale, and “{words}” gives it a number"
            yield Problem(Severity.ERROR, message, "verdict.rating")


def _rating_problems(case: Case, judgement: Judgement) -> Iterator[Problem]:
    reviewer, verdict, rating, _ = judgement
    scale = _scale_named(case.dossier.scales, verdict.scale)
    named = f"{reviewer}'s rating {verdict.rating!r}"
    if _is_unknown(case.dossier.scales, judgement):
        message = f"{named} is not on any scale {verdict.scale!r} known here"
        yield Problem(Severity.ERROR, message, "verdict.rating")
    elif scale is None or verdict.rating not in scale.keys:
        message = f"{named} is no longer on the scale {verdict.scale!r}"
        yield Problem(Severity.WARNING, message, "verdict.rating")
    elif not _is_in_range(rating, scale):
        message = f"{named} has the number {rating.number}, outside 1 to {scale.best}"
        yield Problem(Severity.ERROR, message, "verdict.rating")
    if rating.open and not verdict.conclusion:
        yield Problem(Severity.ERROR, f"{named} needs a conclusion in words", "verdict.conclusion")


def _scale_named(scales: Scales, key: str) -> Scale | None:
    try:
        return scales.named(key)
    except InvalidValue:
        return None


def _is_unknown(scales: Scales, judgement: Judgement) -> bool:
    return judgement.rating == scales.rating(_NOWHERE, judgement.verdict.rating)


def _is_in_range(rating: Rating, scale: Scale) -> bool:
    if rating.number is None:
        return True
    return scale.best is not None and scale.best > 1 and 1 <= rating.number <= scale.best


def _tells_number(rating: Rating, conclusion: str) -> bool:
    if rating.open:  # a sentence may well hold such numbers, but it may not be one
        return bool(_NUMBER_ON_A_SCALE.fullmatch(conclusion.strip(" .!")))
    return bool(_NUMBER_ON_A_SCALE.search(rating.words))
