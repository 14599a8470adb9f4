"""Ways through an article: from a sentence to the next one that needs attention."""

import re
from collections.abc import Callable, Sequence

from factcheck.domain.display import one_line
from factcheck.domain.review import SentenceReview

Test = Callable[[SentenceReview], bool]
"""Says whether a sentence is one to stop at."""


def next_where(
    sentences: Sequence[SentenceReview], cursor: int, step: int, test: Test
) -> int | None:
    """Return the index of the nearest sentence that passes `test`, the one at `cursor` last.

    `step` is 1 to look forwards and -1 to look backwards; the search goes round.
    """
    count = len(sentences)
    places = ((cursor + step * distance) % count for distance in range(1, count + 1))
    return next((index for index in places if test(sentences[index])), None)


def next_open(sentences: Sequence[SentenceReview], cursor: int, step: int) -> int | None:
    """Return the nearest sentence without a tag; where all have one, claim without a verdict."""
    undecided = next_where(sentences, cursor, step, lambda review: review.tag is None)
    if undecided is not None:
        return undecided
    return next_where(sentences, cursor, step, lambda review: review.unjudged)


def next_hit(
    sentences: Sequence[SentenceReview], cursor: int, step: int, pattern: re.Pattern[str]
) -> int | None:
    """Return the nearest sentence in whose displayed words `pattern` is found."""
    return next_where(sentences, cursor, step, lambda review: found_in(review, pattern))


def found_in(review: SentenceReview, pattern: re.Pattern[str]) -> bool:
    """Whether `pattern` is found in the sentence's displayed words."""
    return pattern.search(one_line(review.sentence.text)) is not None


def words_pattern(words: str) -> re.Pattern[str] | None:
    """Return what finds `words` as they are, in any case; None for no words."""
    return re.compile(re.escape(one_line(words)), re.IGNORECASE) if words.strip() else None
