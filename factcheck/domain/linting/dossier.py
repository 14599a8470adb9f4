"""Everything that the rules of the linter look at: one article, and the claims in it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from factcheck.domain.decision import Decision
from factcheck.domain.document import Document, Sentence
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import ClaimId, EvidenceId, SentenceId
from factcheck.domain.review import ClaimReview, EvidenceReview, evidence_used
from factcheck.domain.scales.scale import Rating
from factcheck.domain.scales.scales import Scales
from factcheck.domain.scheme.scheme import Scheme
from factcheck.domain.sign_off import author_of, final_verdict
from factcheck.domain.verification import Finding


class LintedSentence(NamedTuple):
    """A sentence, and the claims that at least one reviewer sees in it."""

    sentence: Sentence
    tagged: bool
    """Whether anybody has tagged it."""
    claims: tuple[ClaimReview, ...] = ()


class QuoteCheck(NamedTuple):
    """What was last found when a quote was looked for in its source."""

    quote: str
    """The quote that was looked for."""
    finding: Finding


class Dossier(NamedTuple):
    """One article with everything that is known of it."""

    document: Document
    sentences: tuple[LintedSentence, ...]
    scheme: Scheme
    scales: Scales
    times: Mapping[str, Mapping[SentenceId, int]] = {}
    """How long each reviewer looked at the sentences before tagging them, in milliseconds."""
    quote_checks: Mapping[EvidenceId, QuoteCheck] = {}
    """What was last found of quotes in their sources."""
    stored_texts: Mapping[str, str] = {}
    """What pages said when they were last kept, by their addresses."""
    since_publication: Mapping[ClaimId, tuple[Decision, ...]] = {}
    """What stands on published claims and was decided after, or with, their publication."""
    pages: Mapping[str, tuple[ClaimId, ...]] = {}
    """Which claims are published on one page, here or in other articles, by its address."""

    @property
    def cases(self) -> Iterator["Case"]:
        """Yield the claims that somebody has begun to check, in the order of the article."""
        for item in self.sentences:
            for claim in item.claims:
                if _is_begun(claim):
                    yield Case(claim, item.sentence, self)


class Judgement(NamedTuple):
    """A verdict, and what belongs to it."""

    reviewer: str
    verdict: Verdict
    rating: Rating
    used: tuple[EvidenceReview, ...]
    """The evidence it rests on."""


class Case(NamedTuple):
    """A claim that is being checked, in its article."""

    claim: ClaimReview
    sentence: Sentence
    dossier: Dossier

    @property
    def evidence(self) -> Iterator[tuple[int, Evidence]]:
        """Yield each evidence item with its number, from 1."""
        for number, item in enumerate(self.claim.evidence, start=1):
            yield number, item.evidence

    @property
    def judgements(self) -> list[Judgement]:
        """The verdict that stands for all, or everybody's as long as none does."""
        final = final_verdict(self.claim)
        verdicts = {author_of(self.claim): final} if final else self.claim.verdicts
        return [self._judgement(*given) for given in verdicts.items()]

    @property
    def all_judgements(self) -> list[Judgement]:
        """Everybody's verdicts, and what was decided between them."""
        given = list(self.claim.verdicts.items())
        if self.claim.adjudication:
            given.append((self.claim.adjudicator, self.claim.adjudication))
        return [self._judgement(*item) for item in given]

    def _judgement(self, reviewer: str, verdict: Verdict) -> Judgement:
        rating = self.dossier.scales.rating(verdict.scale, verdict.rating)
        return Judgement(reviewer, verdict, rating, evidence_used(verdict, self.claim.evidence))


def _is_begun(claim: ClaimReview) -> bool:
    """Whether something is said of a claim, which was not then dropped."""
    said = claim.claim != Claim() or claim.evidence or claim.verdicts or claim.adjudication
    return bool(claim.publication or (said and not claim.dropped))
