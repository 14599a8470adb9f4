"""The signs in the article's margin for what the linter finds, looked for a little at a time."""

from collections import deque
from collections.abc import Callable, Sequence
from typing import Final

from factcheck.domain.document import Document, Sentence
from factcheck.domain.identity import SentenceId
from factcheck.domain.linting.finding import Finding, Severity
from factcheck.domain.linting.marks import marks
from factcheck.domain.review import SentenceReview

SIGNS: Final = {Severity.ERROR: "▲", Severity.WARNING: "△", Severity.NOTE: " "}
"""How a finding is shown in the margin; notes are in the list only."""
Lint = Callable[[Document, Sentence], Sequence[Finding]]
"""Finds what stands against a sentence of an article."""


class Marking:
    """Knows which of a reviewer's claims have findings; each step looks at one more.

    What only others call a claim gets no sign, so that each reviewer judges on their own.
    """

    def __init__(self, lint: Lint) -> None:
        """Find with `lint`."""
        self._lint = lint
        self._waiting: deque[tuple[Document, Sentence]] = deque()
        self._looked_at: dict[SentenceId, SentenceReview] = {}
        self.signs: dict[SentenceId, str] = {}
        """The signs of the sentences that were looked at and have findings."""

    def begin(self, document: Document, reviews: Sequence[SentenceReview]) -> None:
        """Look at the claims of another article."""
        self.signs = {}
        self._waiting.clear()
        self._looked_at = {}
        self.catch_up(document, reviews)

    def catch_up(self, document: Document, reviews: Sequence[SentenceReview]) -> None:
        """Look at the claims of the article that were decided on since they were looked at."""
        for review in reviews:
            known = self._looked_at.get(review.sentence.id)
            if (review.claims or known) and known != review:
                self._looked_at[review.sentence.id] = review
                self._waiting.append((document, review.sentence))

    def again(self, document: Document, review: SentenceReview) -> None:
        """Look next at a sentence on which something was decided."""
        if review.claims or review.sentence.id in self._looked_at:
            self._looked_at[review.sentence.id] = review
            self._waiting.appendleft((document, review.sentence))

    @property
    def is_waiting(self) -> bool:
        """Whether there are sentences to look at."""
        return bool(self._waiting)

    def step(self) -> Sentence | None:
        """Look at one sentence, and return it if its sign has changed."""
        if not self._waiting:
            return None
        document, sentence = self._waiting.popleft()
        grave = marks(self._lint(document, sentence)).get(sentence.id, Severity.NOTE)
        before = self.signs.pop(sentence.id, " ")
        if SIGNS[grave] != " ":
            self.signs[sentence.id] = SIGNS[grave]
        return sentence if before != SIGNS[grave] else None
