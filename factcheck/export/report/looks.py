"""How findings look on a page: a glyph and a tone, so that colour never says anything alone."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from factcheck.domain.tag import UNDECIDED, Tag
from factcheck.export.report.claims import DIFFERENT, RETRACTED, ClaimFacts
from factcheck.export.report.verdicts import VerdictFacts


class Look(NamedTuple):
    """How a finding looks."""

    glyph: str
    """One character that stands for it."""
    tone: str
    """The class of the style sheet that colours it."""


_DIFFER: Final = Look("≠", "differ")
_OPEN: Final = Look(UNDECIDED[0], "undecided")
_STEPS: Final = tuple(Look(glyph, f"step-{at}") for at, glyph in enumerate("✗◔◐◕✓", start=1))
"""From false to true, as the screens show them."""
_BESIDE: Final = Look("?", "step-none")

OF_KIND: Final[Mapping[str, Look]] = MappingProxyType(
    {
        **{tag.value: Look(tag.glyph, tag.value) for tag in Tag},
        DIFFERENT: _DIFFER,
        UNDECIDED[1]: _OPEN,
    }
)
"""By what a sentence is."""


def of_verdict(verdict: VerdictFacts) -> Look:
    """Return how a verdict looks, by its place on the scale."""
    if verdict.number is None or verdict.best is None:
        return _BESIDE
    return _STEPS[(verdict.number - 1) * (len(_STEPS) - 1) // max(1, verdict.best - 1)]


def of_claim(claim: ClaimFacts) -> Look:
    """Return how a claim looks: as its verdict, as disputed, or as not judged yet."""
    if claim.says == RETRACTED:
        return _OPEN
    if claim.standing:
        return of_verdict(claim.standing)
    return _DIFFER if claim.verdicts else _OPEN
