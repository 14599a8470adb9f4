"""Rule 18: a tag that was given much faster than a reviewer usually does."""

from collections.abc import Iterator
from statistics import median
from typing import Final

from factcheck.domain.linting.dossier import Dossier
from factcheck.domain.linting.finding import Severity
from factcheck.domain.linting.rule import PlacedProblem, Problem, on_sentence, places_named

_FAST: Final = 0.4
"""Of the reviewer's median."""
_FEWEST: Final = 5
"""Tags; of fewer nobody can say what is usual."""


def tag_pace(dossier: Dossier) -> Iterator[PlacedProblem]:
    """Tell of the sentences that a reviewer hardly looked at before tagging them."""
    for reviewer, times in dossier.times.items():
        if len(times) < _FEWEST:
            continue
        usual = median(times.values())
        fast = [
            item.sentence
            for item in dossier.sentences
            if times.get(item.sentence.id, usual) < _FAST * usual
        ]
        if fast:
            more = places_named(dossier, fast[1:])
            taken = times[fast[0].id] / 1000
            message = f"{reviewer} took {taken:.1f} s, and usually {usual / 1000:.1f} s{more}"
            yield on_sentence(dossier, fast[0], Problem(Severity.NOTE, message, "tag"))
