"""A rule of the linter: what it objects to, where it comes from, and what to do."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from factcheck.domain.document import Sentence
from factcheck.domain.identity import number_of
from factcheck.domain.linting.dossier import Case, Dossier
from factcheck.domain.linting.finding import Finding, Severity

_NAMED: Final = 4
"""Places that a message names beside its own."""


class Problem(NamedTuple):
    """What a check objects to in a claim."""

    severity: Severity
    message: str
    field: str = ""
    """What of the claim; empty for all of it."""


class PlacedProblem(NamedTuple):
    """What a check objects to, and where."""

    subject: str
    """The document, sentence or claim, by id."""
    ref: str
    """The same as it is typed."""
    start: int
    """Where it begins, in code points."""
    problem: Problem


Check = Callable[[Dossier], Iterable[PlacedProblem]]
"""Looks at a whole article."""


class Rule(NamedTuple):
    """One rule of the linter."""

    number: int
    """Its place in the table of rules, from 1."""
    id: str
    """What the scheme calls it to turn it off."""
    severity: Severity
    """The gravest of its findings."""
    source: str
    """Whose guideline, schema or protocol asks for it."""
    advice: str
    """What to do about a finding."""
    check: Check

    def findings(self, dossier: Dossier) -> Iterator[tuple[int, Finding]]:
        """Yield what it objects to in an article, each with the offset where that begins."""
        for subject, ref, start, problem in self.check(dossier):
            severity, message, field = problem
            yield start, Finding(self.id, severity, ref, subject, field, message)


def each_claim(check: Callable[[Case], Iterable[Problem]]) -> Check:
    """Return the check of an article that looks at each claim which is being checked."""

    def of_article(dossier: Dossier) -> Iterator[PlacedProblem]:
        for case in dossier.cases:
            for problem in check(case):
                yield PlacedProblem(
                    case.claim.id, _reference_of_claim(case), case.sentence.start, problem
                )

    return of_article


def on_sentence(dossier: Dossier, sentence: Sentence, problem: Problem) -> PlacedProblem:
    """Return `problem` as one of a sentence."""
    return PlacedProblem(sentence.id, reference_of(dossier, sentence), sentence.start, problem)


def on_article(dossier: Dossier, problem: Problem) -> PlacedProblem:
    """Return `problem` as one of the whole article, which comes before those of its sentences."""
    return PlacedProblem(dossier.document.id, str(dossier.document.number), -1, problem)


def places_named(dossier: Dossier, sentences: Sequence[Sentence]) -> str:
    """Return where else the same is found, as the end of a message: the first places, and how many.

    One finding for all, since a list of hundreds that say the same hides the others.
    """
    if not sentences:
        return ""
    named = [reference_of(dossier, sentence) for sentence in sentences[:_NAMED]]
    more = len(sentences) - len(named)
    return f"; so at {', '.join(named)}" + (f" and {more} more" if more else "")


def reference_of(dossier: Dossier, sentence: Sentence) -> str:
    """Return a sentence as it is typed, such as `1:7`."""
    return f"{dossier.document.number}:{sentence.number}"


def _reference_of_claim(case: Case) -> str:
    number = number_of(case.claim.id)
    reference = reference_of(case.dossier, case.sentence)
    return reference if number == 1 else f"{reference}.{number}"
