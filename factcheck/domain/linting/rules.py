"""The rules of the linter, each listed once, by their numbers."""

from collections.abc import Iterable
from typing import Final

from factcheck.domain.linting.claim_checks import claim_dated, claimant_named
from factcheck.domain.linting.dossier import Dossier
from factcheck.domain.linting.evidence_checks import conflict_two_sided, evidence_enough
from factcheck.domain.linting.finding import Finding, Severity
from factcheck.domain.linting.pace_checks import tag_pace
from factcheck.domain.linting.publication_checks import correction_entered, publication_address
from factcheck.domain.linting.rating_checks import off_scale_number, rating_on_scale
from factcheck.domain.linting.reasons_checks import verdict_reasoned
from factcheck.domain.linting.rule import Rule, each_claim
from factcheck.domain.linting.sign_off_checks import signed_off
from factcheck.domain.linting.source_checks import (
    anonymous_reason,
    source_reliable,
    source_traceable,
)
from factcheck.domain.linting.text_checks import offsets_exact, table_cells
from factcheck.domain.linting.wording_checks import brief_and_neutral, stands_alone

ERROR: Final = Severity.ERROR
WARNING: Final = Severity.WARNING
NOTE: Final = Severity.NOTE

ON_CLAIMS: Final = (
    Rule(
        1,
        "rating-on-scale",
        ERROR,
        "Google, ClaimReview: reviewRating",
        "judge the claim again on the scale in force",
        each_claim(rating_on_scale),
    ),
    Rule(
        2,
        "off-scale-number",
        ERROR,
        "Google, ClaimReview: ratingValue",
        "say in words what the rating means, without a number",
        each_claim(off_scale_number),
    ),
    Rule(
        3,
        "wording-brief-and-neutral",
        ERROR,
        "Google, ClaimReview: claimReviewed",
        "word the claim in at most 75 characters, as those who make it would",
        each_claim(brief_and_neutral),
    ),
    Rule(
        4,
        "wording-stands-alone",
        WARNING,
        "AVeriTeC, annotation guideline: claim normalisation",
        "word the claim so that readers understand it without the article",
        each_claim(stands_alone),
    ),
    Rule(
        5,
        "claimant-named",
        ERROR,
        "Google, Fact Check: eligibility",
        "name who makes the claim, elsewhere than on your own site, or say that it is unknown",
        each_claim(claimant_named),
    ),
    Rule(
        6,
        "claim-dated",
        WARNING,
        "AVeriTeC: temporal leakage",
        "say when the claim was made, and whether later evidence could have been known then",
        each_claim(claim_dated),
    ),
    Rule(
        7,
        "evidence-enough",
        ERROR,
        "AFP, fact-checking guide: two independent sources",
        "add evidence, from two sources at least that do not draw on each other",
        each_claim(evidence_enough),
    ),
    Rule(
        8,
        "source-reliable",
        ERROR,
        "AVeriTeC, annotation guideline: sources",
        "cite what the fact-check rests on, or another source beside it",
        each_claim(source_reliable),
    ),
    Rule(
        9,
        "source-traceable",
        ERROR,
        "IFCN, code of principles: sources that readers can replicate",
        "archive the page and note when it was read; see what `factcheck verify` says of the quote",
        each_claim(source_traceable),
    ),
    Rule(
        10,
        "anonymous-reason",
        ERROR,
        "IFCN, code of principles; AFP, fact-checking guide",
        "say why the source cannot be named, or name it",
        each_claim(anonymous_reason),
    ),
    Rule(
        11,
        "verdict-reasoned",
        ERROR,
        "AVeriTeC, annotation guideline: justification",
        "give the reasons, with a line such as `300 / 200 = 1.5` for each number worked out",
        each_claim(verdict_reasoned),
    ),
    Rule(
        12,
        "conflict-two-sided",
        ERROR,
        "AVeriTeC, annotation guideline: conflicting evidence",
        "add what is missing, or judge the claim by the side there is",
        each_claim(conflict_two_sided),
    ),
    Rule(
        13,
        "signed-off",
        ERROR,
        "PolitiFact and AVeriTeC: review by others",
        "let somebody else judge, decide or approve it as it stands now",
        each_claim(signed_off),
    ),
    Rule(
        14,
        "correction-entered",
        ERROR,
        "IFCN, code of principles: corrections",
        "tell readers with a correction that names what was changed",
        each_claim(correction_entered),
    ),
    Rule(
        15,
        "publication-address",
        ERROR,
        "Google, ClaimReview: url",
        "publish each claim on a page of its own on your site, and give that page's own address",
        each_claim(publication_address),
    ),
)
"""Rules that look at one claim each."""

ON_ARTICLES: Final = (
    Rule(
        16,
        "offsets-exact",
        ERROR,
        "W3C, Web Annotation: selectors",
        "keep the database as it is, and go on with a copy made before",
        offsets_exact,
    ),
    Rule(
        17,
        "table-cells",
        ERROR,
        "CheckThat!, format checker",
        "nothing, unless the layout matters: exports put spaces there",
        table_cells,
    ),
    Rule(
        18,
        "tag-pace",
        NOTE,
        "AVeriTeC: speed traps",
        "look at the sentence again",
        tag_pace,
    ),
)
"""Rules that look at all sentences of an article."""

RULES: Final = (*ON_CLAIMS, *ON_ARTICLES)
"""All rules, by their numbers; a scheme turns them off by their ids."""


def findings_in(dossier: Dossier, rules: Iterable[Rule] = RULES) -> list[Finding]:
    """Return what `rules` object to in an article, in its order."""
    found = [
        (start, finding.subject, rule.number, finding)
        for rule in rules
        for start, finding in rule.findings(dossier)
    ]
    return [finding for *_, finding in sorted(found, key=_place)]


def _place(found: tuple[int, str, int, Finding]) -> tuple[int, int, str, int]:
    """Return what sorts by place: the sentence before its claims, these by number, then by rule."""
    start, subject, number, _ = found
    return start, len(subject), subject, number
