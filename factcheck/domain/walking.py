"""Ways through an article: from a sentence to the next one that needs attention."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from factcheck.domain.display import one_line
from factcheck.domain.passes import Pass
from factcheck.domain.review import ClaimReview, SentenceReview
from factcheck.domain.sign_off import is_disputed, votes
from factcheck.domain.vocabulary.sign_off import Vote

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


def next_open(
    sentences: Sequence[SentenceReview], cursor: int, step: int, passing: Pass = Pass.TAGS
) -> tuple[int, Pass] | None:
    """Return the nearest sentence that is open in a pass, or in the first one after it with any.

    With it comes the pass that it is open in; None where nothing is open any more.
    """
    for each in passing.in_order:
        found = next_where(sentences, cursor, step, OPEN_IN[each])
        if found is not None:
            return found, each
    return None


def is_unresolved(review: SentenceReview) -> bool:
    """Whether a doubt stands, verdicts differ, or an editor has returned a claim."""
    return review.flag is not None or any(map(_is_unresolved, review.claims))


def _is_unresolved(claim: ClaimReview) -> bool:
    returned = any(vote.vote is Vote.RETURN for vote in votes(claim).values())
    return returned or (is_disputed(claim) and not claim.adjudication)


OPEN_IN: Final[Mapping[Pass, Test]] = {
    Pass.TAGS: lambda review: review.tag is None,
    Pass.CLAIMS: lambda review: review.unjudged,
    Pass.UNRESOLVED: is_unresolved,
}
"""What is open in each pass."""


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
