"""What each rule lets pass."""

from factcheck.domain.decision import Kind, Origin
from factcheck.domain.findings.sign_off import Publication
from factcheck.domain.findings.verdict import Adjudication, Verdict
from factcheck.domain.scales.scales import Scales
from factcheck.domain.scheme.scheme import Scheme
from factcheck.domain.verification import Finding
from factcheck.domain.vocabulary.claims import ClaimantKind
from tests.domain.linting.dossiers import (
    FALSE,
    REGISTER,
    WORDED,
    claim,
    dossier,
    evidence,
    judged,
    sourced,
    worded,
)
from tests.domain.linting.variants import (
    BOTH,
    CHANGED,
    ELSEWHERE,
    KEPT,
    LONG,
    LOST,
    SATIRE,
    SECOND,
    STARS,
    TWO,
    Checked,
    conflicting,
    corrected,
    decision,
    looked,
    paced,
    rating_told,
    since,
    written,
)

PASSING: dict[str, dict[str, Checked]] = {
    "rating-on-scale": {
        "a rating of a preset": judged(scale="politifact", rating="pants-on-fire"),
        "a conclusion": judged(
            scale="fullfact", rating="conclusion", conclusion="This is not right."
        ),
    },
    "off-scale-number": {
        "no number": judged(rating="unproven", missing="The register."),
        "a number in a sentence": judged(
            scale="fullfact", rating="conclusion", conclusion="3 out of 5 schools are closed."
        ),
        "a number on the scale": dossier(judged(scale="own", rating="low"), scales=Scales([STARS])),
    },
    "wording-brief-and-neutral": {
        "75 characters": worded(LONG[:75]),
        "the verdict inside of a word": worded("Adorf has 500 schools, says Falsehood Monthly"),
        "a verb that is a label in capitals": dossier(
            claim(
                claim=WORDED.model_copy(update={"text": "Adorf supports 500 schools"}),
                verdicts={"ann": Verdict(**(FALSE | {"scale": "fever", "rating": "supports"}))},
            )
        ),
    },
    "wording-stands-alone": {
        "an abbreviation": worded("The IT sector of the US has 500 schools"),
        "a quote that is checked": worded("Ann Ames said: “We have 500 schools”", types=("quote",)),
        "the title of something": worded("The “Green Deal” pays for 500 schools"),
    },
    "claimant-named": {
        "unknown on purpose": worded(
            "Adorf has 500 schools", claimant="", claimant_kind=ClaimantKind.UNKNOWN
        ),
        "a site that only looks like the own": worded(
            "Adorf has 500 schools", first_appearance="https://notchecks.example/a"
        ),
    },
    "claim-dated": {
        "evidence of the same month": sourced(published="2026-02"),
        "evidence of an earlier year": sourced(published="2024"),
        "evidence without a date": sourced(published=""),
    },
    "evidence-enough": {
        "two sources": judged(used=("e1", "e2")),
        "one source for a rating off the scale": claim(
            evidence=evidence(REGISTER),
            verdicts={"ann": Verdict(rating="unproven", because="Nothing.", missing="All.")},
        ),
    },
    "source-reliable": {
        "satire beside another source": sourced(**SATIRE),
        "a newsroom that also checks facts": sourced(url="https://correctiv.org/aktuelles/a"),
        "a host that ends alike": sourced(url="https://notsnopes.com/a"),
    },
    "source-traceable": {
        "a reason for no copy": sourced(archived="", not_archived="The page forbids it."),
        "no address": sourced(url="", title="The register", archived=""),
        "the page that was kept says it": dossier(stored_texts=KEPT),
        "a check of older words": looked(Finding.GONE, "Bdorf"),
        "found again": looked(
            Finding.FOUND,
            stored_texts=LOST,
        ),
    },
    "anonymous-reason": {"a reason": sourced(anonymous=True, anonymous_reason="In danger.")},
    "verdict-reasoned": {
        "a number of the evidence": judged(because="It has 5."),
        "a number of the claim": judged(because="It has not 500."),
        "a number worked out": judged(because="1,000 / 500 = 2\n\nThat is 2 times 1000."),
        "a footnote and an address": judged(because="So [3], https://a.example/77"),
        "what is missing": judged(rating="unproven", missing="The register."),
    },
    "conflict-two-sided": {"both sides": dossier(conflicting(*BOTH), pages={})},
    "signed-off": {
        "not yet": claim(approvals={}, publication=None),
        "a blind second verdict": dossier(claim(verdicts=TWO), scheme=SECOND),
        "decided between": claim(
            verdicts={"ann": Verdict(**FALSE), "cem": Verdict(**(FALSE | {"rating": "true"}))},
            adjudication=Adjudication(**FALSE),
            adjudicator="dora",
        ),
    },
    "correction-entered": {
        "nothing has changed": since(),
        "a correction in the same act": since(CHANGED, corrected(3, "c", "claim")),
        "a correction later": since(CHANGED, corrected(3, "x", "claim")),
        "what was published in one act": since(decision(2, Kind.CLAIM, WORDED, "p")),
        "carried over to newer words": since(
            CHANGED.model_copy(update={"origin": Origin.CARRIED_OVER})
        ),
        "somebody else's verdict": since(
            decision(2, Kind.VERDICT, Verdict(**FALSE), "v").model_copy(update={"reviewer": "cem"})
        ),
        "readers are told the rating": rating_told("False"),
    },
    "publication-address": {
        "a page under the own site": dossier(
            claim(publication=Publication(url="https://www.checks.example/a", date="2026-03-01"))
        ),
        "no own site is known": dossier(claim(publication=ELSEWHERE), scheme=Scheme(), pages={}),
    },
    "offsets-exact": {
        "letters with accents": written("Cafe\u0301. E\u0301l.", (0, 6), (7, 10)),
        "no sentences": dossier(sentences=()),
    },
    "table-cells": {
        "a break between sentences": written("One.\n\nTwo.", (0, 4), (6, 10)),
        "nobody tagged it": written("One\ttwo.", (0, 8), tagged=False),
    },
    "tag-pace": {
        "as usual": paced(2000, 1500, 900, 3000, 2500),
        "too few to know": paced(2000, 2000, 1, 3000),
    },
}
"""What each rule lets pass that is near to what it objects to."""
