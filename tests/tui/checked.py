"""Fact-checks that stories begin with: a scale in force, evidence on a claim, one published."""

from factcheck.domain.decision import Author
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import ClaimId, claim_id
from factcheck.domain.scales.scales import PRESETS
from factcheck.domain.scheme.scheme import DEFAULT
from factcheck.domain.vocabulary.stance import Stance
from factcheck.services.articles import article_named, review_of
from factcheck.services.evidence import add_evidence
from factcheck.services.schemes import apply
from factcheck.services.signing_off import publish, vote
from factcheck.services.verdicts import judge
from factcheck.store.store import Store

ANN, BEN = Author(reviewer="ann"), Author(reviewer="ben")


def claim_at(store: Store, sentence: int = 1, number: int = 1, article: str = "1") -> ClaimId:
    """Return the id of a claim by the number of its sentence."""
    document = article_named(store, article)
    review = review_of(store, document, "ann").sentences[sentence - 1]
    return claim_id(review.sentence.id, number)


def use_scale(store: Store, preset: str) -> None:
    """Put another scale in force."""
    apply(store, ANN, DEFAULT.model_copy(update={"scale": PRESETS[preset]}))


def with_evidence(store: Store, claim: ClaimId, *sites: str) -> None:
    """Add a source for each site to a claim."""
    for site in sites:
        evidence = Evidence(
            claim=claim, url=f"https://{site}/page", quote=f"Said {site}.", stance=Stance.REFUTES
        )
        add_evidence(store, ANN, evidence)


def published(store: Store, claim: ClaimId) -> ClaimId:
    """Judge, approve and publish a claim."""
    judge(store, ANN, claim, "false", "It is not so.")
    vote(store, BEN, claim, "approve")
    publish(store, BEN, claim, "https://checks.example.org/1", "2026-11-20")
    return claim
