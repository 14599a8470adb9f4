"""The check list for a claim's wording, as it stands under the field in which it is typed."""

from collections.abc import Iterator
from typing import Final

from factcheck.domain.linting.wording import LONGEST_WORDING, Aspect, wording_advice

_ABOUT_WORDS: Final = "quote"
"""The kind of claims that are about somebody's words, and may quote them."""


def checklist(text: str, language: str, kinds: str = "") -> Iterator[str]:
    """Yield the check list with a mark on each point, and what to change; `kinds` are the claim's.

    A point is unmarked as long as nothing is typed.
    """
    about_words = _ABOUT_WORDS in kinds.split(", ")
    advice = wording_advice(text, language, about_words=about_words)
    open_points = {each.aspect for each in advice}
    marks = {point: "○" if point in open_points else "✓" for point in Aspect}
    points = (f"{marks[point] if text.strip() else '·'} {point}" for point in Aspect)
    yield f"{'  '.join(points)}, {len(text.strip())} of {LONGEST_WORDING}"
    yield from (each.message for each in advice)
