"""What verdicts come to in data sets that have labels of their own."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from factcheck.domain.review import EvidenceReview, evidence_used
from factcheck.domain.scales.scale import Normalised
from factcheck.services.ledger import Ledger
from factcheck.services.reporting import (
    Judgement,
    ReportedArticle,
    ReportedClaim,
    ReportedSentence,
)
from factcheck.services.selecting import Export


class Outcome(StrEnum):
    """What evidence can do to a claim."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    UNDECIDED = "undecided"


_BY_VALUE: Final = {
    Normalised.TRUE: Outcome.SUPPORTED,
    Normalised.FALSE: Outcome.REFUTED,
    Normalised.MIXTURE: Outcome.CONFLICTING,
}
_MISLEADING: Final = frozenset({"missing-context", "fehlender-kontext"})
"""Ratings of claims that are right and mislead; AVeriTeC's guideline calls that conflicting."""
_UNDECIDED: Final = frozenset(
    {
        "not-enough-evidence",
        "not-enough-info",
        "unproven",
        "unfounded",
        "unbelegt",
        "unverified",
        "inconclusive",
        "unclear",
    }
)
"""Ratings of claims that were checked, and for which there is no proof either way."""


class LabelledClaim(NamedTuple):
    """A claim with a verdict that stands for all, and what a data set calls it."""

    article: ReportedArticle
    sentence: ReportedSentence
    claim: ReportedClaim
    judged: Judgement
    label: str

    @property
    def used(self) -> tuple[EvidenceReview, ...]:
        """The evidence that the verdict rests on."""
        return evidence_used(self.judged.verdict, self.claim.claim.evidence)


def outcome_of(judged: Judgement) -> Outcome | None:
    """Return what a verdict comes to; None where it says something else, such as satire."""
    if judged.rating.key in _UNDECIDED:
        return Outcome.UNDECIDED
    if judged.rating.key in _MISLEADING:
        return Outcome.CONFLICTING
    return _BY_VALUE.get(judged.rating.normalised)


def labelled_claims(
    export: Export, scale: str, labels: Mapping[Outcome, str], ledger: Ledger
) -> Iterator[LabelledClaim]:
    """Yield the claims whose verdict has a label in a data set, whose own scale is `scale`.

    The ledger counts the others, and each verdict on another scale.
    """
    for article in export.articles:
        for sentence in article.sentences:
            for claim in sentence.claims:
                labelled = _labelled(article, sentence, claim, labels, ledger)
                if labelled:
                    _count(labelled, scale, ledger)
                    yield labelled


def _labelled(
    article: ReportedArticle,
    sentence: ReportedSentence,
    claim: ReportedClaim,
    labels: Mapping[Outcome, str],
    ledger: Ledger,
) -> LabelledClaim | None:
    judged = claim.verdict
    if judged is None:
        ledger.leave_out("claims", "reviewers differ" if claim.disputed else "no verdict")
        return None
    outcome = outcome_of(judged)
    label = labels.get(outcome) if outcome else None
    if label is None:
        ledger.leave_out("claims", f"no label for the verdict {judged.rating.words!r}")
        return None
    return LabelledClaim(article, sentence, claim, judged, label)


def _count(labelled: LabelledClaim, scale: str, ledger: Ledger) -> None:
    """Count what of a verdict becomes another word, and the evidence that it does not rest on."""
    verdict = labelled.judged.verdict
    if verdict.scale != scale:
        ledger.change(f"the verdict {labelled.judged.rating.words!r} written as {labelled.label!r}")
    unused = len(labelled.claim.claim.evidence) - len(labelled.used)
    ledger.leave_out("evidence", "the verdict does not rest on it", number=unused)
