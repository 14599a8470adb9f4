"""How the fact-checks were made, as readers are told: by whom, by which rules, in whose view."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from factcheck.domain.scheme.organisation import Organisation
from factcheck.domain.selection import Selection, View
from factcheck.export.report.edition import Edition
from factcheck.services.reporting import ReportedArticle, ReportedClaim

_VIEWS: Final = {
    View.ALL: "everybody's findings, side by side",
    View.AGREED: "what all reviewers agree on, and calls the rest undecided",
    View.ADJUDICATED: "what was decided where reviewers differ, elsewhere what all agree on, and"
    " calls the rest undecided",
}


class MethodFacts(NamedTuple):
    """How the fact-checks were made."""

    organisation: Organisation
    """Who publishes them; its fields are empty where nobody said."""
    guideline: str
    """The version of the guideline in force."""
    scale: str
    """The name of the scale in force."""
    ratings: tuple[tuple[str, str], ...]
    """The words and the meaning of each of its ratings, from worst to best, then those beside."""
    approvals: int
    """How many editors have to approve a fact-check."""
    second_verdict: bool
    """Whether a second reviewer has to judge each claim blind."""
    second_verdicts: int
    """How many verdicts were given on claims that somebody had judged already."""
    blind: int
    """How many of these without sight of the verdict before."""
    view: str
    """Whose findings the report shows, in words."""
    left_out: tuple[str, ...]
    """By what was left out of it; empty where everything is in it."""


def method_of(article: ReportedArticle, edition: Edition) -> MethodFacts:
    """Return how the fact-checks on an article were made."""
    scheme, seconds = edition.scheme, [*_seconds(article)]
    return MethodFacts(
        organisation=scheme.organisation,
        guideline=scheme.version,
        scale=scheme.scale.name,
        ratings=tuple((rating.words, rating.meaning) for rating in scheme.scale.ratings),
        approvals=scheme.sign_off.approvals,
        second_verdict=scheme.sign_off.second_verdict,
        second_verdicts=len(seconds),
        blind=seconds.count(True),
        view=_view(edition.selection),
        left_out=tuple(_left_out(edition.selection)),
    )


def _seconds(article: ReportedArticle) -> Iterator[bool | None]:
    """Yield whether each verdict after the first on a claim was given blind."""
    for claim in article.claims:
        yield from _blind_after_the_first(claim)


def _blind_after_the_first(claim: ReportedClaim) -> Iterator[bool | None]:
    in_time = sorted(claim.verdicts.values(), key=lambda judged: judged.stamp.at)
    return (judged.verdict.blind for judged in in_time[1:])


def _view(selection: Selection) -> str:
    whose = " and ".join(selection.reviewers)
    if len(selection.reviewers) == 1:
        return f"the findings of {whose} alone"
    return _VIEWS[selection.view] + (f", of {whose}" if whose else "")


def _left_out(selection: Selection) -> Iterator[str]:
    if selection.tags:
        yield f"sentences that nobody tagged as {' or '.join(selection.tags)}"
    if selection.states:
        states = " or ".join(state.replace("-", " ") for state in selection.states)
        yield f"claims that are not {states}"
    if selection.since:
        yield f"sentences on which nothing was decided since {selection.since[:10]}"
