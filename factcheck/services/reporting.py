"""What a report says about an article: every reviewer's findings, side by side."""

from collections.abc import Mapping

from factcheck.domain.document import Document, Sentence
from factcheck.domain.finding import Flag, Verdict
from factcheck.domain.identity import number_of
from factcheck.domain.review import ClaimReview, SentenceReview
from factcheck.domain.tag import Tag
from factcheck.domain.value import Value
from factcheck.services.articles import review_of
from factcheck.store.store import Store


class ReportedClaim(Value):
    """A claim with the verdict of each reviewer."""

    claim: ClaimReview
    """Its wording and evidence, which all reviewers share."""
    verdicts: dict[str, Verdict]
    """By reviewer; those who gave none are left out."""


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

    @property
    def claims(self) -> tuple[ReportedClaim, ...]:
        """All claims, in the order of the article."""
        return tuple(claim for sentence in self.sentences for claim in sentence.claims)


def reported(store: Store, document: Document) -> ReportedArticle:
    """Return everything a report says about `document`."""
    reviewers = store.reviews.reviewers(document)
    views = {reviewer: review_of(store, document, reviewer).sentences for reviewer in reviewers}
    sentences = tuple(
        _side_by_side(sentence, {reviewer: view[index] for reviewer, view in views.items()})
        for index, sentence in enumerate(store.documents.sentences(document))
    )
    return ReportedArticle(
        document=document,
        sentences=sentences,
        reviewers=tuple(reviewers),
        reviewed=store.journal.dates(document.id),
    )


def _side_by_side(sentence: Sentence, views: Mapping[str, SentenceReview]) -> ReportedSentence:
    claims = {claim.id: claim for view in views.values() for claim in view.claims}
    return ReportedSentence(
        sentence=sentence,
        tags={reviewer: view.tag for reviewer, view in views.items() if view.tag},
        flags={reviewer: view.flag for reviewer, view in views.items() if view.flag},
        claims=tuple(
            ReportedClaim(claim=claim, verdicts=_verdicts_on(claim, views))
            for claim in sorted(claims.values(), key=lambda claim: number_of(claim.id))
        ),
    )


def _verdicts_on(claim: ClaimReview, views: Mapping[str, SentenceReview]) -> dict[str, Verdict]:
    return {
        reviewer: seen.verdict
        for reviewer, view in views.items()
        for seen in view.claims
        if seen.id == claim.id and seen.verdict
    }
