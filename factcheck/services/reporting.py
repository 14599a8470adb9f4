"""What a report says about an article: every reviewer's findings, side by side."""

from collections.abc import Container, Mapping

from pydantic import Field

from factcheck.domain.document import Document, Sentence
from factcheck.domain.findings.remark import Flag
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import number_of
from factcheck.domain.linting.finding import Severity
from factcheck.domain.review import ClaimReview, SentenceReview
from factcheck.domain.scales.scale import Rating
from factcheck.domain.scales.scales import Scales
from factcheck.domain.scheme.scheme import SignOff
from factcheck.domain.sign_off import state_of
from factcheck.domain.tag import Tag
from factcheck.domain.value import Value
from factcheck.domain.vocabulary.sign_off import ClaimState
from factcheck.services.articles import review_of
from factcheck.services.linting import findings_count
from factcheck.services.seeing import hidden_from, verdicts_shown
from factcheck.services.telling import verdict_words
from factcheck.store.store import Store


class Judgement(Value):
    """A verdict with what its rating means to readers."""

    verdict: Verdict
    rating: Rating
    words: str
    """What readers see: the rating's words, or the reviewer's own conclusion."""
    scale: tuple[str, ...]
    """The words of all ratings of the scale, from worst to best; none where it is not known."""


class ReportedClaim(Value):
    """A claim with the verdict of each reviewer."""

    claim: ClaimReview
    """Its wording, evidence and sign-off, which all reviewers share."""
    state: ClaimState
    verdicts: dict[str, Judgement]
    """By reviewer; those who gave none are left out."""
    adjudication: Judgement | None = None
    """What was decided where they differ."""


class ReportedSentence(Value):
    """A sentence with what each reviewer found on it."""

    sentence: Sentence
    tags: dict[str, Tag]
    """By reviewer; those who gave none are left out."""
    flags: dict[str, Flag]
    """By reviewer; those who flagged nothing are left out."""
    claims: tuple[ReportedClaim, ...]
    """The claims in it, where at least one reviewer tagged it so."""


class ReportedArticle(Value):
    """An article with what each reviewer found in it."""

    document: Document
    sentences: tuple[ReportedSentence, ...]
    reviewers: tuple[str, ...]
    """Everybody who decided something, by name."""
    reviewed: tuple[str, str] | None
    """When the first and the last decision were made, UTC; None where there is none."""
    findings: dict[Severity, int] = Field(default_factory=dict)
    """How many findings of the linter stand, by severity."""
    hidden: int = 0
    """How many verdicts are left out because the reader has not judged those claims yet."""

    @property
    def claims(self) -> tuple[ReportedClaim, ...]:
        """All claims, in the order of the article."""
        return tuple(claim for sentence in self.sentences for claim in sentence.claims)


def reported(store: Store, document: Document, reader: str | None = None) -> ReportedArticle:
    """Return everything a report says about `document`.

    A `reader` who still has to judge a claim does not see what others judged.
    """
    reviewers = store.reviews.reviewers(document)
    views = {reviewer: review_of(store, document, reviewer).sentences for reviewer in reviewers}
    judging = _Judging(store.schemes.scales(), store.schemes.in_force().sign_off, reader)
    sentences = tuple(
        _side_by_side(sentence, {name: view[index] for name, view in views.items()}, judging)
        for index, sentence in enumerate(store.documents.sentences(document))
    )
    return ReportedArticle(
        document=document,
        sentences=sentences,
        reviewers=tuple(reviewers),
        reviewed=store.journal.dates(document.id),
        findings=dict(findings_count(store, [document])),
        hidden=judging.hidden,
    )


def _side_by_side(
    sentence: Sentence, views: Mapping[str, SentenceReview], judging: "_Judging"
) -> ReportedSentence:
    claims = {claim.id: claim for view in views.values() for claim in view.claims}
    return ReportedSentence(
        sentence=sentence,
        tags={reviewer: view.tag for reviewer, view in views.items() if view.tag},
        flags={reviewer: view.flag for reviewer, view in views.items() if view.flag},
        claims=tuple(
            judging.of(claim, {name for name, view in views.items() if view.tag is Tag.CLAIM})
            for claim in sorted(claims.values(), key=lambda claim: number_of(claim.id))
        ),
    )


class _Judging:
    """Says what the verdicts on a claim mean."""

    def __init__(self, scales: Scales, rules: SignOff, reader: str | None) -> None:
        self._scales = scales
        self._rules = rules
        self._reader = reader
        self.hidden = 0

    def of(self, claim: ClaimReview, claiming: Container[str]) -> ReportedClaim:
        """Return a claim with the verdicts of those for whom it is one."""
        adjudication = claim.adjudication
        shown = claim.verdicts
        if self._reader is not None:
            shown = dict(verdicts_shown(claim, self._reader))
            self.hidden += hidden_from(claim, self._reader)
        return ReportedClaim(
            claim=claim,
            state=state_of(claim, self._rules),
            verdicts={
                reviewer: self._judgement(verdict)
                for reviewer, verdict in sorted(shown.items())
                if reviewer in claiming
            },
            adjudication=self._judgement(adjudication) if adjudication else None,
        )

    def _judgement(self, verdict: Verdict) -> Judgement:
        known = next((scale for scale in self._scales if scale.key == verdict.scale), None)
        return Judgement(
            verdict=verdict,
            rating=self._scales.rating(verdict.scale, verdict.rating),
            words=verdict_words(verdict, self._scales),
            scale=tuple(rating.words for rating in known.on_scale) if known else (),
        )
