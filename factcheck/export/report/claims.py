"""A claim as readers are told of it: whose it is, what was judged and on what, and sign-off."""

from collections.abc import Iterator
from itertools import chain, repeat
from typing import Final, NamedTuple

from factcheck.domain.findings.claim import Claim
from factcheck.domain.identity import ClaimId
from factcheck.domain.review import ClaimReview
from factcheck.domain.scheme.scheme import Scheme
from factcheck.domain.sign_off import approvals, votes
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.claims import ClaimantKind, Relation
from factcheck.domain.vocabulary.sign_off import ClaimState
from factcheck.export.report.edition import Edition
from factcheck.export.report.sources import EvidenceGroup, NumberedSources
from factcheck.export.report.verdicts import VerdictFacts, adjudication_told, verdicts_told
from factcheck.services.reporting import NOBODY, ReportedClaim, ReportedSentence

DIFFERENT: Final = "reviewers differ"
RETRACTED: Final = "retracted"
"""What is said of a fact-check that was taken back after publication."""
"""Stands for findings that are not the same."""
_NO_VERDICT: Final = "no verdict yet"
_RELATIONS: Final = {
    Relation.SAME: "The same as",
    Relation.VARIANT: "A variant of",
    Relation.REPEATS: "Repeats",
    Relation.REPEATED_BY: "Repeated by",
    Relation.BROADER: "Broader than",
    Relation.NARROWER: "Narrower than",
}


class LinkFacts(NamedTuple):
    """What a claim is to another one."""

    relation: str
    """In words that another claim can follow, such as `Broader than`."""
    number: int | None
    """The other claim's number in this article; None where it is in another article."""
    wording: str
    """The other claim in words."""
    ref: str = ""
    """The other claim's place as it is typed; empty in the same article."""
    title: str = ""
    """The other article's title; empty in the same article."""
    note: str = ""


class VoteFacts(NamedTuple):
    """What an editor says of a fact-check."""

    editor: str
    vote: str
    """Approve, return or abstain."""
    comment: str
    void: bool
    """Whether it was given on something that the fact-check does not say any more."""


class SignOffFacts(NamedTuple):
    """How far a fact-check is; empty where the reader is not to know yet."""

    state: str = ""
    """In words, such as `verdict drafted`."""
    votes: tuple[VoteFacts, ...] = ()
    approvals: int = 0
    """How many editors approve what stands."""
    needed: int = 1
    """How many have to."""
    published_at: str = ""
    published_on: str = ""


class CorrectionFacts(NamedTuple):
    """What was changed after publication."""

    kind: str
    """Correction, clarification, update or retraction."""
    text: str
    changed: tuple[str, ...]
    old_rating: str
    """Empty where the rating was not changed."""
    new_rating: str
    day: str = ""
    """When readers were told, UTC; empty where nobody knows."""


class ClaimFacts(NamedTuple):
    """A claim with everything that readers are told of it."""

    id: ClaimId
    number: int
    """Its place among the claims of the article, from 1."""
    sentence: int
    """The number of the sentence that makes it."""
    sentence_text: str
    text: str
    """Its wording, or the sentence's words where nobody worded it."""
    said: Claim
    """Its wording as far as it has one, and who said it, when, where."""
    claimant_unknown: bool
    """Whether it was looked for and nobody knows who makes the claim."""
    types: tuple[str, ...]
    """What kinds of claim it is, in the words of the scheme."""
    says: str
    """The verdict that stands in a few words, that reviewers differ, or that there is none yet."""
    standing: VerdictFacts | None
    """The verdict that stands for all; None where reviewers differ, or nobody has judged."""
    verdicts: tuple[VerdictFacts, ...]
    """Each reviewer's."""
    adjudication: VerdictFacts | None
    evidence: tuple[EvidenceGroup, ...]
    links: tuple[LinkFacts, ...]
    sign_off: SignOffFacts
    corrections: tuple[CorrectionFacts, ...]


class Claims:
    """The claims of one article, numbered as they come."""

    def __init__(
        self,
        sentences: tuple[ReportedSentence, ...],
        edition: Edition,
        *,
        withheld: bool = False,
    ) -> None:
        """Number the claims in `sentences` and their sources.

        Where verdicts are `withheld` from the reader, nothing is told that gives them away.
        """
        placed = [(sentence, claim) for sentence in sentences for claim in sentence.claims]
        self._placed = placed
        self._numbers = {claim.claim.id: at for at, (_, claim) in enumerate(placed, start=1)}
        self._words = {claim.claim.id: claim.claim.text for _, claim in placed}
        self._edition = edition
        self._withheld = withheld
        self.sources: Final = NumberedSources(
            (number, item)
            for number, (_, claim) in enumerate(placed, start=1)
            for item in claim.claim.evidence
        )

    def number(self, claim: ReportedClaim) -> int:
        """Return the number of a claim."""
        return self._numbers[claim.claim.id]

    def __iter__(self) -> Iterator[ClaimFacts]:
        """Yield what readers are told of each claim."""
        for sentence, claim in self._placed:
            yield self._told(sentence, claim)

    def _told(self, sentence: ReportedSentence, reported: ReportedClaim) -> ClaimFacts:
        claim = reported.claim
        verdicts = verdicts_told(reported, self.sources)
        adjudication = adjudication_told(reported, self.sources)
        return ClaimFacts(
            id=claim.id,
            number=self.number(reported),
            sentence=sentence.sentence.number,
            sentence_text=sentence.sentence.text,
            text=claim.text,
            said=claim.claim,
            claimant_unknown=claim.claim.claimant_kind is ClaimantKind.UNKNOWN,
            types=kinds(self._edition.scheme, Tag.CLAIM, claim.claim.types),
            says=says(reported),
            standing=adjudication or (verdicts[0] if verdicts and reported.verdict else None),
            verdicts=verdicts,
            adjudication=adjudication,
            evidence=self.sources.groups(claim.evidence),
            links=tuple(self._links(claim)),
            sign_off=self._sign_off(reported),
            corrections=tuple(_corrections(reported)),
        )

    def _sign_off(self, reported: ReportedClaim) -> SignOffFacts:
        """Return how far it is; not what tells of verdicts that are withheld."""
        hidden = len(reported.claim.verdicts) > len(reported.verdicts)
        if self._withheld and hidden and reported.adjudication is None:
            return SignOffFacts()
        claim, rules = reported.claim, self._edition.scheme.sign_off
        return SignOffFacts(
            state=reported.state.replace("-", " "),
            votes=tuple(_votes(claim)),
            approvals=len(approvals(claim, rules)),
            needed=rules.approvals,
            published_at=claim.publication.url if claim.publication else "",
            published_on=claim.publication.date if claim.publication else "",
        )

    def _links(self, claim: ClaimReview) -> Iterator[LinkFacts]:
        elsewhere = [link for link in claim.links if link.other not in self._numbers]
        for link in claim.links:
            if link.other in self._numbers:
                number, wording = self._numbers[link.other], self._words[link.other]
                yield LinkFacts(_RELATIONS[link.relation], number, wording, note=link.note)
        for link, other in self._edition.links(claim) if elsewhere else ():
            if other and link in elsewhere:
                words = _RELATIONS[link.relation]
                yield LinkFacts(words, None, other.claim.text, other.ref, other.title, link.note)


def says(claim: ReportedClaim) -> str:
    """Return the verdict that stands in a few words, that reviewers differ, or that none does.

    Of a fact-check that was taken back nothing stands.
    """
    if claim.state is ClaimState.RETRACTED:
        return RETRACTED
    if claim.verdict:
        return claim.verdict.words
    return DIFFERENT if claim.verdicts else _NO_VERDICT


def kinds(scheme: Scheme, tag: Tag, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of subtypes; one that the scheme does not know is said by its key."""
    if not keys:
        return ()
    words = {kind.key: kind.words for kind in scheme.labels[tag].subtypes}
    return tuple(words.get(key, key) for key in keys)


def _votes(claim: ClaimReview) -> Iterator[VoteFacts]:
    standing = votes(claim)
    for editor, approval in claim.approvals.items():
        yield VoteFacts(editor, approval.vote, approval.comment, void=editor not in standing)


def _corrections(reported: ReportedClaim) -> Iterator[CorrectionFacts]:
    stamps = chain(reported.corrected, repeat(NOBODY))
    for entry, stamp in zip(reported.claim.corrections, stamps, strict=False):
        yield CorrectionFacts(
            kind=entry.kind,
            text=entry.text,
            changed=tuple(key.replace("-", " ") for key in entry.changed),
            old_rating=entry.old_rating,
            new_rating=entry.new_rating,
            day=stamp.at[:10],
        )
