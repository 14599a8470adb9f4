"""One fact-check as schema.org's ClaimReview."""

from collections.abc import Iterable
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from factcheck.domain.document import Document
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.sign_off import Correction
from factcheck.domain.identity import span_of
from factcheck.domain.review import ClaimReview, EvidenceReview, evidence_used
from factcheck.domain.said import Stamp
from factcheck.domain.scheme.organisation import Organisation
from factcheck.domain.vocabulary.claims import ClaimantKind
from factcheck.export.data.linked_data.plain_text import plain_text
from factcheck.export.data.linked_data.schema_org import Node, node
from factcheck.reading.data.addresses import iri
from factcheck.reading.data.linked_data.claimreview_words import ANONYMOUS, DOES, became
from factcheck.services.reporting import Judgement, ReportedClaim

CONTEXT: Final = "https://schema.org"
_CLAIMANTS: Final = {ClaimantKind.PERSON: "Person", ClaimantKind.ORGANISATION: "Organization"}
_WORST: Final = 1
"""The number of the worst rating on every scale here."""


def claim_review(
    organisation: Organisation, document: Document, reported: ReportedClaim
) -> Node | None:
    """Return the fact-check of a claim in `document` as JSON-LD; None where no verdict stands."""
    judged, claim = reported.verdict, reported.claim
    if judged is None:
        return None
    published, reasons = claim.publication, plain_text(judged.verdict.because)
    name = {"@context": CONTEXT, "@id": uuid5(NAMESPACE_URL, claim.id).urn}
    return name | node(
        "ClaimReview",
        **_address(published.url if published else ""),
        datePublished=published and published.date,
        dateModified=_modified(reported),
        inLanguage=document.language,
        author=_checker(organisation),
        claimReviewed=claim.text,
        itemReviewed=_claim(document, claim),
        reviewRating=_rating(judged, reasons),
        reviewBody=judged.verdict.because if judged.verdict.because != reasons else "",
        citation=_citations(evidence_used(judged.verdict, claim.evidence)),
        correction=list(map(_correction, claim.corrections, reported.corrected)),
    )


def _modified(reported: ReportedClaim) -> str:
    """Return the day of the last correction, where there is one after publication."""
    published = reported.claim.publication
    if not (published and reported.corrected):
        return ""
    last = max(stamp.at[: len(published.date)] for stamp in reported.corrected)
    return last if last > published.date else ""


def _checker(organisation: Organisation) -> Node:
    return node(
        "Organization",
        name=organisation.name,
        url=iri(organisation.url),
        logo=iri(organisation.logo),
        correctionsPolicy=iri(organisation.corrections),
        publishingPrinciples=iri(organisation.methodology),
    )


def _claim(document: Document, claim: ClaimReview) -> Node:
    _, start, end = span_of(claim.id)
    said = claim.claim
    return node(
        "Claim",
        identifier=claim.id,
        text=document.text[start:end],
        author=_claimant(said),
        datePublished=said.date,
        contentLocation=_named("Place", said.place),
        keywords=list(said.topics),
        firstAppearance=_first_appearance(said.first_appearance),
        appearance=_appearance(document),
    )


def _appearance(document: Document) -> Node:
    """Return the article that makes the claim; nothing where no article does."""
    if not (document.url or document.title):
        return {}
    return node(
        "Article",
        **_address(document.url),
        headline=document.title,
        datePublished=document.date,
        inLanguage=document.language,
        publisher=_named("Organization", document.publisher),
    )


def _claimant(claim: Claim) -> Node:
    """Return who makes a claim; only persons have a job, so others are described by theirs."""
    kind = _CLAIMANTS.get(claim.claimant_kind) if claim.claimant_kind else None
    role = "jobTitle" if kind == "Person" else "disambiguatingDescription"
    return _named(kind or "", claim.claimant, **{role: claim.claimant_role})


def _first_appearance(place: str) -> Node:
    is_address = place.startswith(("http://", "https://")) and " " not in place
    return node("CreativeWork", **(_address(place) if is_address else {"name": place}))


def _rating(judged: Judgement, reasons: str) -> Node:
    return node(
        "Rating",
        identifier=f"{judged.verdict.scale}/{judged.verdict.rating}",
        alternateName=judged.words,
        **_numbers(judged),
        ratingExplanation=reasons,
    )


def _numbers(judged: Judgement) -> dict[str, int | None]:
    """Return the numbers of a rating on its scale; one beside the scale has none."""
    steps = judged.scale.on_scale if judged.scale else ()
    step = next((step for step in steps if step.key == judged.verdict.rating), None)
    if step is None or judged.scale is None:
        return {}
    return {"ratingValue": step.number, "worstRating": _WORST, "bestRating": judged.scale.best}


def _citations(items: Iterable[EvidenceReview]) -> list[Node]:
    evidence = (item.evidence for item in items)
    return [_anonymous(each) if each.anonymous else _citation(each) for each in evidence]


def _citation(evidence: Evidence) -> Node:
    return node(
        "CreativeWork",
        name=evidence.title,
        **_address(evidence.url),
        publisher=_named("Organization", evidence.publisher),
        author=_named("", evidence.author),
        datePublished=evidence.published,
        archivedAt=_copy(evidence.archived),
        description=DOES.get(evidence.stance),
        hasPart=node("Quotation", text=evidence.quote),
    )


def _anonymous(evidence: Evidence) -> Node:
    """Return a source without all that would name it."""
    return node(
        "CreativeWork",
        name=ANONYMOUS,
        description=DOES.get(evidence.stance),
        hasPart=node("Quotation", text=evidence.quote),
    )


def _correction(correction: Correction, stamp: Stamp) -> Node:
    return node(
        "CorrectionComment",
        datePublished=stamp.at[: len("2026-03-01")],
        name=correction.kind.value,
        text=correction.text,
        keywords=list(correction.changed),
        description=became(correction.old_rating, correction.new_rating),
    )


def _copy(address: str) -> Node | str:
    """Return an archived copy; only one whose address is written in another way is a page."""
    return address if iri(address) == address else node("WebPage", **_address(address))


def _address(address: str) -> Node:
    """Return an address as graphs can hold it, and as it was written where that is not the same."""
    url = iri(address)
    return {"url": url} if url == address else {"url": url, "identifier": address}


def _named(kind: str, name: str, **properties: object) -> Node:
    return node(kind, name=name, **properties) if name else {}
