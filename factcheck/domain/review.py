"""The state of a review: what one reviewer has decided on an article, as it stands now."""

from collections.abc import Sequence
from typing import NamedTuple

from pydantic import Field

from factcheck.domain.document import Document, Sentence
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.remark import Flag, Note
from factcheck.domain.findings.sign_off import Approval, Correction, Publication
from factcheck.domain.findings.verdict import Adjudication, Verdict
from factcheck.domain.identity import ClaimId, DocumentId, EvidenceId, SentenceId
from factcheck.domain.particulars import Particulars
from factcheck.domain.tag import Tag
from factcheck.domain.value import Value
from factcheck.domain.vocabulary.claims import Attribution, Relation


class EvidenceReview(Value):
    """An evidence item with its name."""

    id: EvidenceId
    evidence: Evidence


class LinkReview(Value):
    """What a claim is to another one, whichever of them somebody said it of."""

    other: ClaimId
    relation: Relation
    note: str
    mine: bool
    """Whether it was said of this claim, and not of the other."""


class ClaimReview(Value):
    """A claim with its verdicts, evidence and sign-off, as one reviewer looks at it."""

    id: ClaimId
    sentence: SentenceId
    text: str
    """The claim's wording, or the sentence's own words where nobody worded it."""
    claim: Claim = Claim.model_construct()
    """Wording, claimant and date as far as somebody gave them."""
    verdict: Verdict | None = None
    """The reviewer's own."""
    evidence: tuple[EvidenceReview, ...] = ()
    """In the order in which it was added."""
    links: tuple[LinkReview, ...] = ()
    verdicts: dict[str, Verdict] = Field(default_factory=dict)
    """Everybody's, by reviewer, the first drafted first."""
    adjudication: Adjudication | None = None
    adjudicator: str = ""
    """Who decided between the verdicts."""
    approvals: dict[str, Approval] = Field(default_factory=dict)
    """By editor, in the order in which they voted."""
    publication: Publication | None = None
    corrections: tuple[Correction, ...] = ()
    """In the order in which they were made."""

    @property
    def dropped(self) -> bool:
        """Whether it was found not worth a check, or nothing that can be checked."""
        return self.claim.worthiness is not None and self.claim.worthiness.dropped

    @property
    def used(self) -> tuple[EvidenceReview, ...]:
        """The evidence that the reviewer's verdict rests on; all of it where nothing was said."""
        return evidence_used(self.verdict, self.evidence)


def evidence_used(
    verdict: Verdict | None, evidence: tuple[EvidenceReview, ...]
) -> tuple[EvidenceReview, ...]:
    """Return the evidence that a verdict rests on; all of it where nothing was said."""
    chosen = verdict.used if verdict else ()
    return tuple(item for item in evidence if item.id in chosen) or evidence


class SentenceReview(NamedTuple):
    """A sentence with everything one reviewer sees on it."""

    sentence: Sentence
    tag: Tag | None = None
    subtypes: tuple[str, ...] = ()
    """What kind of it, by the keys of the scheme."""
    attribution: Attribution | None = None
    """Who asserts it, if the reviewer said so."""
    note: Note | None = None
    flag: Flag | None = None
    claims: tuple[ClaimReview, ...] = ()
    """The claims in it, at least one where the tag is claim; none under another tag."""

    @property
    def unjudged(self) -> bool:
        """Whether it holds a claim that has no verdict yet."""
        return any(claim.verdict is None and not claim.dropped for claim in self.claims)


class Progress(Value):
    """How far the review of an article is."""

    sentences: int
    tagged: int
    claims: int
    judged: int

    @property
    def undecided(self) -> int:
        """How many sentences have no tag yet."""
        return self.sentences - self.tagged

    @property
    def unjudged(self) -> int:
        """How many claims have no verdict yet."""
        return self.claims - self.judged

    def with_change(self, before: "Progress", after: "Progress") -> "Progress":
        """Return the progress after a part of the article went from `before` to `after`."""
        return Progress.model_construct(
            sentences=self.sentences - before.sentences + after.sentences,
            tagged=self.tagged - before.tagged + after.tagged,
            claims=self.claims - before.claims + after.claims,
            judged=self.judged - before.judged + after.judged,
        )


class ArticleReview(NamedTuple):
    """An article with everything one reviewer sees on it."""

    document: Document
    sentences: tuple[SentenceReview, ...]

    @property
    def progress(self) -> Progress:
        """How far the review is."""
        return progress_of(self.sentences)


def progress_of(sentences: Sequence[SentenceReview]) -> Progress:
    """Return how far the review of these sentences is."""
    claims = [claim for sentence in sentences for claim in sentence.claims]
    return Progress.model_construct(
        sentences=len(sentences),
        tagged=sum(sentence.tag is not None for sentence in sentences),
        claims=len(claims),
        judged=sum(claim.verdict is not None for claim in claims),
    )


class ArticleSummary(Particulars):
    """An article as the list of articles shows it."""

    number: int
    id: DocumentId
    source: str
    added: str
    replaced_by: DocumentId | None
    progress: Progress
