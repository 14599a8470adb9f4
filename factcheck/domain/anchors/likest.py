"""The passage of a text that is most like a quote which does not stand there word for word."""

from typing import Final

from factcheck.domain.anchors.normal_form import normal_form
from factcheck.domain.wording import Edit, Run, words, words_changed

_LEAST_LETTERS: Final = 75.0
"""Per cent of letters that must agree; between unrelated sentences up to 60 do."""
_LEAST_WORDS: Final = 0.5
"""The share of a quote's words that must stand in the passage too."""
_LONGEST: Final = 5_000
"""Characters; longer quotes would take seconds to compare, and are no quotes."""
_MORE: Final = 30
"""Characters looked at on either side of the passage, for a few words may have become many."""
_LONGEST_WORD: Final = 20
"""Characters; further than that no word is followed to its end."""


def changed_wording(quote: str, text: str) -> list[Run] | None:
    """Return how `quote` became the passage of `text` that is surely it; None where none is."""
    from rapidfuzz.fuzz import partial_ratio_alignment  # takes a while to load

    quote, text = normal_form(quote), normal_form(text)
    if not quote or len(quote) > _LONGEST:
        return None
    found = partial_ratio_alignment(quote, text, score_cutoff=_LEAST_LETTERS)
    if found is None or not found.score:
        return None
    start, end = _wider(text, found.dest_start, found.dest_end)
    runs = _trimmed(words_changed(quote, text[start:end]))
    return runs if _shared(quote, runs) >= _LEAST_WORDS else None


def _wider(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch somewhat wider, from the beginning of a word to the end of one."""
    first = text.rfind(" ", max(0, start - _MORE - _LONGEST_WORD), max(0, start - _MORE))
    last = text.find(" ", end + _MORE, end + _MORE + _LONGEST_WORD)
    return max(first + 1, start - _MORE, 0), last if last >= 0 else min(len(text), end + _MORE)


def _trimmed(runs: list[Run]) -> list[Run]:
    """Return the runs without the words that only stand beside the passage."""
    if runs and runs[0].edit is Edit.ADDED:
        runs = runs[1:]
    if len(runs) > 1 and runs[-1].edit is Edit.ADDED and runs[-2].edit is Edit.KEPT:
        runs = runs[:-1]
    return runs


def _shared(quote: str, runs: list[Run]) -> float:
    """Return the share of the quote's words that were kept, whatever their case."""
    wanted = words(quote.casefold())
    there = {
        word for run in runs if run.edit is not Edit.REMOVED for word in words(run.text.casefold())
    }
    return sum(word in there for word in wanted) / max(1, len(wanted))
