"""What a report or an export says about an article: everybody's findings, side by side."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from factcheck.domain.document import Document, Sentence
from factcheck.domain.findings.remark import Flag, Note
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import EvidenceId
from factcheck.domain.linting.finding import Finding
from factcheck.domain.review import ClaimReview
from factcheck.domain.said import ClaimSaid, Said, SentenceSaid, Stamp
from factcheck.domain.scales.scale import Rating, Scale
from factcheck.domain.scales.scales import Scales
from factcheck.domain.scheme.scheme import SignOff
from factcheck.domain.sign_off import state_of
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.sign_off import ClaimState
from factcheck.services.linting import findings_shown, lint
from factcheck.services.seeing import hidden_from, verdicts_shown
from factcheck.services.telling import verdict_words
from factcheck.store.store import Store
from factcheck.store.wordings import LIST

NOBODY: Final = Stamp("", "", "")
"""Stands for a decision that is not known."""
_CHARACTERS_AT_ONCE: Final = 100_000
"""Text of which all findings are read at once: some fifty articles of a page, or one book."""


class Judgement(NamedTuple):
    """A verdict with what its rating means to readers."""

    verdict: Verdict
    rating: Rating
    words: str
    """What readers see: the rating's words, or the reviewer's own conclusion."""
    scale: Scale | None
    """The scale that the rating is of; None where it is not known here."""
    stamp: Stamp


class ReportedClaim(NamedTuple):
    """A claim with the verdict of each reviewer."""

    claim: ClaimReview
    """Its wording, evidence and sign-off, which all reviewers share."""
    state: ClaimState
    verdicts: Mapping[str, Judgement]
    """By reviewer; those who gave none are left out."""
    adjudication: Judgement | None
    """What was decided where they differ."""
    worded: Stamp | None
    """Who described it last; None where nobody did."""
    given: Mapping[EvidenceId, Stamp]
    """Who gave which evidence."""
    corrected: tuple[Stamp, ...] = ()
    """Who made which correction, in their order."""

    @property
    def verdict(self) -> Judgement | None:
        """The verdict that stands for all: the adjudicated one, or the first where all agree."""
        if self.adjudication:
            return self.adjudication
        said = {(judged.verdict.scale, judged.words) for judged in self.verdicts.values()}
        return next(iter(self.verdicts.values())) if len(said) == 1 else None

    @property
    def disputed(self) -> bool:
        """Whether reviewers judged it differently, and nobody decided between them."""
        return self.verdict is None and bool(self.verdicts)


class ReportedSentence(NamedTuple):
    """A sentence with what each reviewer found on it."""

    sentence: Sentence
    tags: Mapping[str, Said[TagValue]]
    """By reviewer; those who gave none are left out."""
    notes: Mapping[str, Said[Note]]
    """By reviewer; those who wrote none are left out."""
    flags: Mapping[str, Said[Flag]]
    """By reviewer; those who flagged nothing are left out."""
    claims: tuple[ReportedClaim, ...]
    """The claims in it, where at least one reviewer tagged it so."""

    @property
    def tag(self) -> TagValue | None:
        """The tag on which all agree who tagged it; None where nobody did, or they differ."""
        first = next(iter(self.tags.values()), None)
        return first.value if first and not self.disputed else None

    @property
    def disputed(self) -> bool:
        """Whether reviewers tagged it differently."""
        return len({said.value.tag for said in self.tags.values()}) > 1


class ReportedArticle(NamedTuple):
    """An article with what each reviewer found in it."""

    document: Document
    sentences: tuple[ReportedSentence, ...]
    reviewers: tuple[str, ...]
    """Everybody who decided something, by name."""
    reviewed: tuple[str, str] | None = None
    """When the first and the last decision were made, UTC; None where there is none."""
    findings: tuple[Finding, ...] = ()
    """What the linter objects to."""
    hidden: int = 0
    """How many verdicts are left out because the reader has not judged those claims yet."""
    listed: bool = False
    """Whether it is a list of sentences that came without their articles."""
    kept_back: int = 0
    """How many findings are left out for the same reason."""

    @property
    def origin(self) -> Document:
        """The article as where its claims were made; a list of claims is not where they were."""
        return self.document.model_copy(update={"title": ""}) if self.listed else self.document

    @property
    def claims(self) -> tuple[ReportedClaim, ...]:
        """All claims, in the order of the article."""
        return tuple(claim for sentence in self.sentences for claim in sentence.claims)


def reported(store: Store, document: Document, reader: str | None = None) -> ReportedArticle:
    """Return everything a report says about `document`.

    A `reader` who still has to judge a claim does not see what others judged.
    """
    findings, kept = _findings(store, document, reader)
    (article,) = unchecked(store, [document], reader)
    reviewed = store.journal.dates(document.id)
    return article._replace(findings=findings, kept_back=kept, reviewed=reviewed)


def unchecked(
    store: Store, documents: Iterable[Document], reader: str | None = None
) -> Iterator[ReportedArticle]:
    """Yield what was found in each of `documents`, without what a report adds: dates and findings.

    What stands in many short ones is read at once.
    """
    judging = _Judging(store.schemes.scales(), store.schemes.in_force().sign_off, reader)
    for together in _batches(documents):
        said = store.reviews.side_by_side(together)
        reviewers = store.reviews.reviewers_of(together)
        for document in together:
            judging.hidden = 0
            sentences = map(said.on, store.documents.sentences(document))
            yield ReportedArticle(
                document=document,
                sentences=tuple(map(judging.sentence, sentences)),
                reviewers=tuple(reviewers[document.id]),
                hidden=judging.hidden,
                listed=_is_list(store, document),
            )


def _batches(documents: Iterable[Document]) -> Iterator[Sequence[Document]]:
    """Yield as many articles at once as memory holds well."""
    batch, size = [], 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if size > _CHARACTERS_AT_ONCE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _is_list(store: Store, document: Document) -> bool:
    reading = store.readings.of(document.id)
    return reading is not None and reading.format == LIST


def _findings(
    store: Store, document: Document, reader: str | None
) -> tuple[tuple[Finding, ...], int]:
    if reader is None:
        return tuple(lint(store, [document])), 0
    shown, hidden = findings_shown(store, document, reader)
    return tuple(shown), hidden


class _Judging:
    """Says what the verdicts on claims mean."""

    def __init__(self, scales: Scales, rules: SignOff, reader: str | None) -> None:
        self._scales = scales
        self._rules = rules
        self._reader = reader
        self.hidden = 0
        """How many verdicts were kept from the reader; to be set back before each article."""

    def sentence(self, said: SentenceSaid) -> ReportedSentence:
        """Return a sentence with its claims as they are reported."""
        if not said.claims:
            return ReportedSentence(said.sentence, said.tags, said.notes, said.flags, ())
        claiming = {name for name, tag in said.tags.items() if tag.value.tag is Tag.CLAIM}
        claims = tuple(self._claim(claim, claiming) for claim in said.claims)
        return ReportedSentence(said.sentence, said.tags, said.notes, said.flags, claims)

    def _claim(self, said: ClaimSaid, claiming: Container[str]) -> ReportedClaim:
        """Return a claim with the verdicts of those for whom it is one."""
        claim = said.claim
        decided = claim.adjudication
        return ReportedClaim(
            claim=claim,
            state=state_of(claim, self._rules),
            verdicts={
                reviewer: self._judgement(verdict, said.judged[reviewer])
                for reviewer, verdict in sorted(self._shown(claim).items())
                if reviewer in claiming
            },
            adjudication=self._judgement(decided, said.adjudicated) if decided else None,
            worded=said.worded,
            given=said.evidence,
            corrected=said.corrected,
        )

    def _shown(self, claim: ClaimReview) -> Mapping[str, Verdict]:
        if self._reader is None:
            return claim.verdicts
        self.hidden += hidden_from(claim, self._reader)
        return verdicts_shown(claim, self._reader)

    def _judgement(self, verdict: Verdict, stamp: Stamp | None) -> Judgement:
        return Judgement(
            verdict=verdict,
            rating=self._scales.rating(verdict.scale, verdict.rating),
            words=verdict_words(verdict, self._scales),
            scale=next((scale for scale in self._scales if scale.key == verdict.scale), None),
            stamp=stamp or NOBODY,
        )
