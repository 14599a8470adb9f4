"""One view of an article: some reviewers' findings, or what all of them agree on."""

from collections.abc import Collection, Mapping, Sequence
from typing import TypeVar

from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.said import Said
from factcheck.domain.selection import View
from factcheck.services.reporting import Judgement, ReportedClaim, ReportedSentence

_T = TypeVar("_T")
_AND = ", "


def of_reviewers(sentence: ReportedSentence, reviewers: Collection[str]) -> ReportedSentence:
    """Return a sentence with the findings of `reviewers` only; of all where none is named."""
    if not reviewers:
        return sentence
    return sentence._replace(
        tags=_of(sentence.tags, reviewers),
        notes=_of(sentence.notes, reviewers),
        flags=_of(sentence.flags, reviewers),
        claims=tuple(_claim_of(claim, reviewers) for claim in sentence.claims),
    )


def in_view(sentence: ReportedSentence, view: View) -> ReportedSentence:
    """Return a sentence as a view shows it: where reviewers differ, an agreed view is silent.

    Those who agree are named together as one, by the time of the last of them.
    """
    if view is View.ALL:
        return sentence
    claims = tuple(_claim_in_view(claim, view) for claim in sentence.claims)
    return sentence._replace(tags=_agreed_tags(sentence), claims=claims)


def _claim_of(claim: ReportedClaim, reviewers: Collection[str]) -> ReportedClaim:
    decided = claim.adjudication if claim.claim.adjudicator in reviewers else None
    return claim._replace(verdicts=_of(claim.verdicts, reviewers), adjudication=decided)


def _of(said: Mapping[str, _T], reviewers: Collection[str]) -> dict[str, _T]:
    return {name: value for name, value in said.items() if name in reviewers}


def _agreed_tags(sentence: ReportedSentence) -> dict[str, Said[TagValue]]:
    if sentence.tag is None:
        return {}
    names = _AND.join(sentence.tags)
    all_said = list(sentence.tags.values())
    last = max(all_said, key=lambda said: said.stamp.at)
    return {names: Said(_common(all_said), last.stamp._replace(reviewer=names))}


def _common(tags: Sequence[Said[TagValue]]) -> TagValue:
    """Return the tag with what all said of it beside."""
    values = [said.value for said in tags]
    first = values[0]
    if len(values) == 1:
        return first
    shared = set.intersection(*(set(value.subtypes) for value in values))
    attributions = {value.attribution for value in values}
    guidelines = {value.guideline for value in values}
    return TagValue(
        tag=first.tag,
        subtypes=tuple(key for key in first.subtypes if key in shared),
        attribution=first.attribution if len(attributions) == 1 else None,
        guideline=first.guideline if len(guidelines) == 1 else "",
    )


def _claim_in_view(claim: ReportedClaim, view: View) -> ReportedClaim:
    if view is View.ADJUDICATED and claim.adjudication:
        name = claim.adjudication.stamp.reviewer or claim.claim.adjudicator
        return claim._replace(verdicts={name: claim.adjudication}, adjudication=None)
    without = claim._replace(adjudication=None)
    agreed = without.verdict
    names = _AND.join(claim.verdicts)
    verdicts: dict[str, Judgement] = {}
    if agreed:
        last = max(judged.stamp.at for judged in claim.verdicts.values())
        stamp = agreed.stamp._replace(reviewer=names, at=last)
        verdicts = {names: agreed._replace(stamp=stamp)}
    return without._replace(verdicts=verdicts)
