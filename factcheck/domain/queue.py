"""The queue of claims: each with how far it is, and what one looks for among them."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple, Self

from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.review import ClaimReview
from factcheck.domain.vocabulary.sign_off import ClaimState

_DOUBT: Final = {"yes": True, "no": False}
_FIELDS: Final = ("state", "priority", "by", "rating", "doubt")
"""What may stand before a colon in a filter that is typed."""


class QueuedClaim(NamedTuple):
    """A claim in any article, as one reviewer may see it."""

    ref: str
    """As it is typed: `1:7`, or `1:7.2`."""
    article: int
    """The article's number."""
    title: str
    """The article's title."""
    claim: ClaimReview
    state: ClaimState
    verdicts: Mapping[str, Verdict]
    """By reviewer, as far as they may be seen; the own one first."""
    doubts: Mapping[str, str]
    """Why who doubts its sentence; a reason may be empty."""
    reviewers: frozenset[str]
    """Who tagged its sentence as a claim, or judged it."""

    @property
    def priority(self) -> int | None:
        """How soon it is to be checked, 1 first."""
        return self.claim.claim.priority

    @property
    def ratings(self) -> frozenset[str]:
        """The ratings that may be seen, by their keys."""
        final = self.claim.adjudication
        decided = {final.rating} if final else set()
        return frozenset({verdict.rating for verdict in self.verdicts.values()} | decided)

    @property
    def hidden(self) -> int:
        """How many verdicts of others may not be seen yet."""
        return len(self.claim.verdicts) - len(self.verdicts)


class Filter(NamedTuple):
    """What one looks for among the claims; None stands for whatever it is."""

    states: frozenset[str] | None = None
    priorities: frozenset[int] | None = None
    reviewer: str | None = None
    """Somebody who tagged the sentence as a claim, or judged it."""
    ratings: frozenset[str] | None = None
    """By their keys; one that may be seen has to be among the claim's verdicts."""
    doubt: bool | None = None
    """Whether anybody doubts the sentence."""
    words: tuple[str, ...] = ()
    """All of them have to occur, in whatever case."""

    @classmethod
    def of(cls, typed: str, ratings: Iterable[str]) -> Self:
        """Return the filter that was typed: words, and `state:disputed priority:1 by:ann` alike.

        A state, or one of the `ratings`, may be typed as far as it is clear.
        """
        pieces = [piece.partition(":") for piece in typed.split()]
        said = {name: value for name, colon, value in pieces if colon and name in _FIELDS}
        words = ["".join(piece) for piece in pieces if not (piece[1] and piece[0] in _FIELDS)]
        return cls(
            states=_beginning(said.get("state"), ClaimState),
            priorities=_numbers(said.get("priority")),
            reviewer=said.get("by") or None,
            ratings=_beginning(said.get("rating"), ratings),
            doubt=_DOUBT.get(said.get("doubt", "")),
            words=tuple(words),
        )

    def may_allow(self, priority: int | None, reviewers: frozenset[str], *, doubted: bool) -> bool:
        """Whether a claim of which only this is known yet may be one that is looked for."""
        return (
            (self.priorities is None or priority in self.priorities)
            and (self.reviewer is None or self.reviewer in reviewers)
            and (self.doubt is None or self.doubt is doubted)
        )

    def allows(self, queued: QueuedClaim) -> bool:
        """Whether a claim is one that is looked for."""
        return (
            self.may_allow(queued.priority, queued.reviewers, doubted=bool(queued.doubts))
            and (self.states is None or queued.state in self.states)
            and (self.ratings is None or bool(self.ratings & queued.ratings))
            and (not self.words or self._found_in(queued))
        )

    def _found_in(self, queued: QueuedClaim) -> bool:
        claim = queued.claim
        said = f"{claim.text} {claim.claim.claimant} {queued.title}".casefold()
        return all(word.casefold() in said for word in self.words)


ALL: Final = Filter()
"""Looks for nothing in particular."""


def _beginning(said: str | None, known: Iterable[str]) -> frozenset[str] | None:
    """Return what begins as it was typed; None where nothing was."""
    return frozenset(each for each in known if each.startswith(said)) if said else None


def _numbers(said: str | None) -> frozenset[int] | None:
    if not said:
        return None
    return frozenset({int(said)} if said.isascii() and said.isdecimal() else ())
