"""A verdict as readers are told of it, with the scale it is given on."""

from collections.abc import Iterable
from typing import NamedTuple

from factcheck.domain.review import EvidenceReview
from factcheck.domain.scales.scale import Rating, Scale
from factcheck.export.report.sources import NumberedSources
from factcheck.services.reporting import Judgement, ReportedClaim


class Step(NamedTuple):
    """A rating of a scale."""

    words: str
    meaning: str
    number: int | None
    """1 is the worst; None for a rating beside the scale."""
    chosen: bool
    """Whether it is the verdict."""


class ScaleFacts(NamedTuple):
    """A whole scale, with the rating that was chosen."""

    name: str
    steps: tuple[Step, ...]
    """From worst to best."""
    beside: tuple[Step, ...]
    """The ratings that say something other than how true a claim is."""


class VerdictFacts(NamedTuple):
    """A verdict, as whoever gave it says it."""

    reviewer: str
    words: str
    meaning: str
    """What its rating says about a claim, in a sentence."""
    conclusion: str
    """The verdict in one sentence; empty where there is none, or it stands for the words."""
    number: int | None
    """Its place on the scale, 1 is the worst; None for a rating beside the scale."""
    best: int | None
    """The number of the best rating; None where there are no numbers, or the scale is unknown."""
    scale: ScaleFacts | None
    """None where the scale is not known, or has one rating only."""
    reasons: str
    """In Markdown, as the reviewer wrote it: to be printed with the filter `prose`."""
    missing: str
    """What is not known; Markdown too."""
    confidence: str
    """Low, medium or high, or empty."""
    cutoff: str
    """The day up to which evidence was looked for."""
    day: str
    """When it was given, UTC."""
    rests_on: tuple[int, ...]
    """The numbers of the sources it rests on; empty for all the evidence that there is."""
    adjudicated: bool = False
    """Whether it decides between verdicts that differ."""

    @property
    def off_scale(self) -> bool:
        """Whether it says something other than how true the claim is."""
        return self.number is None


def verdicts_told(claim: ReportedClaim, sources: NumberedSources) -> tuple[VerdictFacts, ...]:
    """Return the verdicts of all reviewers on a claim."""
    return tuple(
        _told(judged, reviewer, claim, sources) for reviewer, judged in claim.verdicts.items()
    )


def adjudication_told(claim: ReportedClaim, sources: NumberedSources) -> VerdictFacts | None:
    """Return what was decided where reviewers differ; None where nothing was."""
    if claim.adjudication is None:
        return None
    told = _told(claim.adjudication, claim.claim.adjudicator, claim, sources)
    return told._replace(adjudicated=True)


def _told(
    judged: Judgement, reviewer: str, claim: ReportedClaim, sources: NumberedSources
) -> VerdictFacts:
    verdict = judged.verdict
    return VerdictFacts(
        reviewer=reviewer,
        words=judged.words,
        meaning=judged.rating.meaning,
        conclusion="" if verdict.conclusion == judged.words else verdict.conclusion,
        number=judged.rating.number,
        best=judged.scale.best if judged.scale else None,
        scale=_scale(judged.scale, judged.rating) if judged.scale else None,
        reasons=verdict.because,
        missing=verdict.missing,
        confidence=verdict.confidence or "",
        cutoff=verdict.cutoff,
        day=judged.stamp.at[:10],
        rests_on=_rests_on(verdict.used, claim.claim.evidence, sources),
    )


def _scale(scale: Scale, chosen: Rating) -> ScaleFacts | None:
    if len(scale.ratings) == 1 or chosen.key not in scale.keys:
        return None
    steps = tuple(
        Step(rating.words, rating.meaning, rating.number, rating.key == chosen.key)
        for rating in scale.ratings
    )
    on_scale = len(scale.on_scale)
    return ScaleFacts(scale.name, steps[:on_scale], steps[on_scale:])


def _rests_on(
    used: tuple[str, ...], evidence: Iterable[EvidenceReview], sources: NumberedSources
) -> tuple[int, ...]:
    return tuple(sorted({sources.number(item) for item in evidence if item.id in used}))
