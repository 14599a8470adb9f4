"""Whether what evidence relies on still stands in its source."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from factcheck.domain.anchors.likest import changed_wording
from factcheck.domain.anchors.normal_form import normal_form
from factcheck.domain.anchors.quoted import Surroundings, quote_parts, surroundings
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.wording import Edit, Run, words

_MARKS: Final = {Edit.KEPT: "{}", Edit.REMOVED: "[-{}-]", Edit.ADDED: "{{+{}+}}"}
"""What stands around words that were taken out or put in."""
_SAME_PAGE: Final = 0.7
"""The share of words that a page keeps whose menus, dates and advertisements changed."""
_JOIN: Final = " […] "


class Finding(StrEnum):
    """What was found when a source was looked at again."""

    FOUND = "found"
    """The quote stands there word for word."""
    MOVED = "moved"
    """It stands there word for word, among other words than before."""
    CHANGED = "changed"
    """Something very like it stands there."""
    GONE = "gone"
    """The page is there, the quote is not."""
    UNREACHABLE = "unreachable"
    """The page could not be looked at."""

    @property
    def stands(self) -> bool:
        """Whether the words relied on are still there."""
        return self in {Finding.FOUND, Finding.MOVED}


class Look(NamedTuple):
    """What one look at a source found."""

    finding: Finding
    detail: str = ""
    """What changed, or why nothing could be found."""


def look(evidence: Evidence, page: str, snapshot: str | None) -> Look:
    """Return what has become of what `evidence` relies on, now that its source says `page`.

    `snapshot` is what the source said before, where that was kept.
    """
    if not quote_parts(evidence.quote):
        return _whole_page(page, snapshot)
    there = surroundings(evidence.quote, page)
    if not there:
        return _changed(evidence.quote, page)
    known = _known_surroundings(evidence, snapshot)
    if not known or any(now.fit(before) for now in there for before in known):
        return Look(Finding.FOUND)
    return Look(Finding.MOVED, f"stood {_between(known[0])}, stands {_between(there[0])}")


def marked(runs: Sequence[Run]) -> str:
    """Return a word diff as plain text, `[-removed-]` and `{+added+}`."""
    return "".join(_MARKS[run.edit].format(run.text) for run in runs)


def _known_surroundings(evidence: Evidence, snapshot: str | None) -> list[Surroundings]:
    """Return where the quote stood, as the evidence says it, else as the snapshot shows it."""
    said = Surroundings(normal_form(evidence.quote_before), normal_form(evidence.quote_after))
    if any(said):
        return [said]
    return surroundings(evidence.quote, snapshot) if snapshot else []


def _between(around: Surroundings) -> str:
    before = f"after “{around.before}”" if around.before else "at the beginning"
    return f"{before} and before “{around.after}”" if around.after else before


def _changed(quote: str, page: str) -> Look:
    """Return what became of a quote that does not stand on the page word for word."""
    parts = quote_parts(quote)
    told = [_as_it_stands(part, page) for part in parts]
    if not all(told):
        return Look(Finding.GONE)
    if len(parts) > 1 and told == parts:
        return Look(Finding.CHANGED, "its parts stand in another order")
    return Look(Finding.CHANGED, _JOIN.join(told))


def _as_it_stands(part: str, page: str) -> str:
    """Return a part of a quote with what changed in it; nothing where it is gone."""
    if surroundings(part, page):
        return part
    return marked(changed_wording(part, page) or [])


def _whole_page(page: str, snapshot: str | None) -> Look:
    """Return whether a page as a whole still says about the same."""
    if snapshot is None:
        return Look(Finding.FOUND)
    share = _shared(Counter(words(snapshot.casefold())), Counter(words(page.casefold())))
    if share >= _SAME_PAGE:
        return Look(Finding.FOUND)
    return Look(Finding.CHANGED, f"{share:.0%} of its words are the same as in the snapshot")


def _shared(old: Counter[str], new: Counter[str]) -> float:
    """Return the share of words that two texts have in common (Dice's coefficient)."""
    total = old.total() + new.total()
    return 2 * (old & new).total() / total if total else 1.0
