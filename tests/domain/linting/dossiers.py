"""A fact-check to which nothing can be objected, and the same with something changed."""

from typing import Any

from factcheck.domain.document import Document, Sentence
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.sign_off import Approval, Publication
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import ClaimId, EvidenceId, claim_id, document_id, sentence_id
from factcheck.domain.linting.dossier import Dossier, LintedSentence
from factcheck.domain.linting.finding import Finding
from factcheck.domain.linting.rules import findings_in
from factcheck.domain.review import ClaimReview, EvidenceReview
from factcheck.domain.role import Role
from factcheck.domain.scales.scales import Scales
from factcheck.domain.scheme.scheme import Scheme
from factcheck.domain.sign_off import content_of
from factcheck.domain.vocabulary.sign_off import Vote
from factcheck.domain.vocabulary.stance import Stance

TEXT = "The town has 500 schools. It rained."
DOCUMENT = Document(
    id=document_id(TEXT),
    number=1,
    title="An article",
    source="a.txt",
    text=TEXT,
    added="2026",
    url="https://news.example/town",
    language="en",
)
FIRST = sentence_id(DOCUMENT.id, 0, 25)
CLAIM: ClaimId = claim_id(FIRST)
PAGE = "https://checks.example/schools"
SCHEME = Scheme(sites=("checks.example",))

WORDED = Claim(text="The town of Adorf has 500 schools", claimant="Ann Ames", date="2026-02-03")
REGISTER: dict[str, Any] = {
    "claim": CLAIM,
    "url": "https://schools.example/register",
    "publisher": "School Office",
    "quote": "Adorf: 5 schools",
    "stance": Stance.REFUTES,
    "published": "2025-12",
    "accessed": "2026-02-10",
    "archived": "https://web.archive.org/web/2026/https://schools.example/register",
}
STATISTICS: dict[str, Any] = REGISTER | {
    "url": "https://statistics.example/adorf",
    "publisher": "Statistical Office",
    "quote": "",
}
FALSE: dict[str, Any] = {
    "rating": "false",
    "because": "The register lists 5, not 500.\n\n500 / 5 = 100, so that is 100 times as many.",
    "blind": True,
}


def sentence(number: int, start: int, end: int, text: str = TEXT) -> Sentence:
    name = sentence_id(document_id(text), start, end)
    words = text[start:end]
    return Sentence(id=name, number=number, start=start, end=end, text=words, role=Role.BODY)


def evidence(*items: dict[str, Any]) -> tuple[EvidenceReview, ...]:
    return tuple(
        EvidenceReview(id=EvidenceId(f"e{number}"), evidence=Evidence(**item))
        for number, item in enumerate(items, start=1)
    )


def claim(**changes: Any) -> ClaimReview:
    """Return the claim with changed fields, approved as it then is unless they say otherwise."""
    worded = changes.get("claim", WORDED)
    fields = {
        "id": CLAIM,
        "sentence": FIRST,
        "text": worded.text or TEXT[:25],
        "claim": worded,
        "evidence": evidence(REGISTER, STATISTICS),
        "verdicts": {"ann": Verdict(**FALSE)},
        "publication": Publication(url=PAGE, date="2026-03-01"),
    }
    found = ClaimReview(**{**fields, **changes})
    if "approvals" in changes:
        return found
    return found.model_copy(update={"approvals": {"ben": approval(found)}})


def approval(of: ClaimReview, vote: Vote = Vote.APPROVE) -> Approval:
    return Approval(vote=vote, content=content_of(of))


def dossier(checked: ClaimReview | None = None, **changes: Any) -> Dossier:
    """Return the article with one checked claim, and with changed fields."""
    first = LintedSentence(sentence(1, 0, 25), True, (checked or claim(),))
    second = LintedSentence(sentence(2, 26, 36), True)
    fields: dict[str, Any] = {
        "document": DOCUMENT,
        "sentences": (first, second),
        "scheme": SCHEME,
        "scales": Scales(),
        "pages": {"checks.example/schools": (CLAIM,)},
    }
    return Dossier(**{**fields, **changes})


def judged(**changes: Any) -> ClaimReview:
    """Return the claim with another verdict."""
    return claim(verdicts={"ann": Verdict(**{**FALSE, **changes})})


def sourced(**changes: Any) -> ClaimReview:
    """Return the claim with its first source changed."""
    return claim(evidence=evidence(REGISTER | changes, STATISTICS))


def worded(text: str, **changes: Any) -> ClaimReview:
    """Return the claim in other words."""
    return claim(claim=WORDED.model_copy(update={"text": text, **changes}))


def found(checked: Dossier | ClaimReview) -> list[Finding]:
    """Return what the rules object to."""
    return findings_in(checked if isinstance(checked, Dossier) else dossier(checked))


def rules_hit(checked: Dossier | ClaimReview) -> set[str]:
    """Return which rules object."""
    return {finding.rule for finding in found(checked)}
