"""What stands beside a sentence: its tag, its verdict, signs, and what the layout suggests."""

from collections.abc import Iterator
from typing import Final

from factcheck.domain.review import SentenceReview
from factcheck.domain.role import Role
from factcheck.domain.scales.scales import Scales
from factcheck.domain.tag import UNDECIDED

_WORD: Final = 10
"""Cells of the tag's word, where there is room for it."""
_GLYPHS: Final = 7
"""Cells of the tag's glyph, the verdict, and the signs of doubt, note and finding."""


def gutter_width(*, words: bool) -> int:
    """Return the cells left of a sentence, with the `words` for the tags or with glyphs only."""
    return _GLYPHS + words * _WORD


def gutter(
    review: SentenceReview, scales: Scales, mark: str, *, words: bool
) -> Iterator[tuple[str, str]]:
    """Yield what stands left of a sentence, each piece with the component that colours it.

    `mark` is the sign of what the linter found.
    """
    glyph, word = (review.tag.glyph, review.tag) if review.tag else UNDECIDED
    yield f"{glyph} {word:<{_WORD}}" if words else f"{glyph} ", review.tag or "undecided"
    flag, note = "!" if review.flag else " ", "m" if review.note else " "
    yield f"{_verdict_glyph(review, scales)}{flag}{note}{mark} ", "sign"


def role_of(review: SentenceReview) -> str:
    """Return what the layout suggests the sentence is; nothing for running text."""
    role = review.sentence.role
    return role if role and role is not Role.BODY else ""


def _verdict_glyph(review: SentenceReview, scales: Scales) -> str:
    """Return the glyph of the first verdict on the sentence's claims; a space without one."""
    verdicts = (claim.verdict for claim in review.claims if claim.verdict)
    first = next(verdicts, None)
    return scales.glyph(first.scale, first.rating) if first else " "
