"""One view of an article: some reviewers' findings, or what all of them agree on."""

from collections.abc import Collection, Mapping, Sequence
from typing import TypeVar

from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.said import Said, Stamp
from factcheck.domain.selection import View
from factcheck.domain.tag import Tag
from factcheck.services.reporting import ReportedClaim, ReportedSentence

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

    Those who agree are named together as one, by the time of the last of them; an adjudication
    stands instead of the verdicts that it decides between.
    """
    if view is View.ALL:
        return sentence
    if sentence.disputed:
        return _decided(sentence, view)
    claims = tuple(_claim_in_view(claim, view) for claim in sentence.claims)
    return sentence._replace(tags=_agreed_tags(sentence.tags), claims=claims)


def _claim_of(claim: ReportedClaim, reviewers: Collection[str]) -> ReportedClaim:
    decided = claim.adjudication if claim.claim.adjudicator in reviewers else None
    return claim._replace(verdicts=_of(claim.verdicts, reviewers), adjudication=decided)


def _of(said: Mapping[str, _T], reviewers: Collection[str]) -> dict[str, _T]:
    return {name: value for name, value in said.items() if name in reviewers}


def _decided(sentence: ReportedSentence, view: View) -> ReportedSentence:
    """Return a sentence that reviewers tag differently; it is a claim if one in it was decided."""
    claims = tuple(
        _claim_in_view(claim, view)
        for claim in sentence.claims
        if view is View.ADJUDICATED and (claim.adjudication or claim.claim.publication)
    )
    claiming = {name: said for name, said in sentence.tags.items() if said.value.tag is Tag.CLAIM}
    return sentence._replace(tags=_agreed_tags(claiming if claims else {}), claims=claims)


def _agreed_tags(tags: Mapping[str, Said[TagValue]]) -> dict[str, Said[TagValue]]:
    if not tags:
        return {}
    all_said = list(tags.values())
    stamp = _together([said.stamp for said in all_said])
    return {_AND.join(tags): Said(_common(all_said), stamp)}


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
    """Return a claim with what was decided between verdicts, or else with what all say."""
    if view is View.ADJUDICATED and claim.adjudication:
        return claim._replace(verdicts={})
    without = claim._replace(adjudication=None)
    agreed = without.verdict
    if agreed is None:
        return without._replace(verdicts={})
    stamp = _together([judged.stamp for judged in claim.verdicts.values()])
    return without._replace(verdicts={_AND.join(claim.verdicts): agreed._replace(stamp=stamp)})


def _together(stamps: Sequence[Stamp]) -> Stamp:
    """Return the stamp of what several people say as one: the last one's time, and no one's name.

    What is imported under no name is said by whoever imports it.
    """
    last = max(stamps, key=lambda stamp: stamp.at)
    return last if len(stamps) == 1 else last._replace(reviewer="")
