"""A claim in the Markdown report: who said it, what was judged, on what evidence, and sign-off."""

from collections.abc import Iterable, Iterator
from typing import Final

from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.review import ClaimReview, EvidenceReview
from factcheck.domain.vocabulary.claims import ClaimantKind
from factcheck.domain.vocabulary.stance import Stance
from factcheck.export.commonmark import link, literal, literal_lines
from factcheck.services.reporting import Judgement, ReportedClaim

_FOR_THE_CLAIM: Final = {
    Stance.SUPPORTS: "supports the claim",
    Stance.PARTLY_SUPPORTS: "partly supports the claim",
    Stance.REFUTES: "refutes the claim",
    Stance.CONTEXT: "context",
}


def claim_box(reported: ReportedClaim, *, named: bool) -> Iterator[str]:
    """Yield a claim with its verdicts, `named` after their reviewers, its evidence and sign-off."""
    claim = reported.claim
    if claim.claim.text:
        yield from ("", f"Claim: {literal(claim.claim.text)}")
    said = _said(claim.claim)
    if said:
        yield from ("", said)
    if not reported.verdicts and not reported.adjudication:
        yield from ("", "**Verdict: no verdict yet**")
    for reviewer, judged in reported.verdicts.items():
        yield from _verdict("Verdict", judged, reviewer if named else "")
    if reported.adjudication:
        yield from _verdict("Adjudicated", reported.adjudication, claim.adjudicator)
    yield from _evidence(claim.evidence)
    yield from _sign_off(reported)


def _said(claim: Claim) -> str:
    """Return who said it, when and where; empty where nobody knows."""
    unknown = "nobody knows whom" if claim.claimant_kind is ClaimantKind.UNKNOWN else ""
    claimant = literal(claim.claimant) or unknown
    role = f", {literal(claim.claimant_role)}" if claimant and claim.claimant_role else ""
    parts = [
        f"by {claimant}{role}" if claimant else "",
        f"on {claim.date}" if claim.date else "",
        f"in {literal(claim.place)}" if claim.place else "",
        f"first seen: {literal(claim.first_appearance)}" if claim.first_appearance else "",
    ]
    known = " ".join(filter(None, parts))
    return f"Said {known}" if known else ""


def _verdict(title: str, judged: Judgement, reviewer: str) -> Iterator[str]:
    by = f" ({literal(reviewer)})" if reviewer else ""
    yield from ("", f"**{title}: {literal(judged.words)}**{by}. {literal(judged.rating.meaning)}")
    verdict = judged.verdict
    if verdict.because:
        yield from ("", "Reasons:", "")
        yield from literal_lines(verdict.because)
    if verdict.missing:
        yield from ("", "What is not known:", "")
        yield from literal_lines(verdict.missing)
    beside = _beside(verdict)
    if beside:
        yield from ("", beside)


def _beside(verdict: Verdict) -> str:
    """Return how sure the reviewer is, and of which day the evidence."""
    sure = f"confidence {verdict.confidence}" if verdict.confidence else ""
    until = f"evidence as of {verdict.cutoff}" if verdict.cutoff else ""
    said = ", ".join(filter(None, (sure, until)))
    return said and f"{said[0].upper()}{said[1:]}."


def _evidence(items: Iterable[EvidenceReview]) -> Iterator[str]:
    sources = [item.evidence for item in items]
    if not sources:
        yield from ("", "Evidence: none recorded.")
        return
    yield from ("", "Evidence:", "")
    for number, source in enumerate(sources, start=1):
        yield f"{number}. {_source(source)}"
        indent = " " * len(f"{number}. ")
        if source.quote:
            quoted = (f"{indent}> {line}".rstrip() for line in literal_lines(source.quote))
            yield from ("", *quoted, "")
        if source.question or source.answer:
            asked = " ".join(filter(None, (literal(source.question), literal(source.answer))))
            yield from ("", f"{indent}{asked}", "")


def _source(source: Evidence) -> str:
    name = "a source that has to stay anonymous" if source.anonymous else source.name
    shown = source.url and not source.anonymous
    parts = [
        link(source.url, name) if shown else literal(name),
        "" if source.anonymous else literal(source.publisher),
        "" if source.anonymous else literal(source.author),
        f"published {source.published}" if source.published else "",
        literal(source.locator),
        _FOR_THE_CLAIM[source.stance],
        f"read {source.accessed}" if source.accessed else "",
        link(source.archived, "archived copy") if source.archived and shown else "",
        literal(source.anonymous_reason) if source.anonymous else "",
    ]
    return ", ".join(dict.fromkeys(filter(None, parts)))


def _sign_off(reported: ReportedClaim) -> Iterator[str]:
    """Yield how far the fact-check is, and what happened to it since."""
    claim = reported.claim
    yield from ("", f"State: {reported.state.replace('-', ' ')}")
    for editor, vote in claim.approvals.items():
        comment = f": {literal(vote.comment)}" if vote.comment else ""
        yield from ("", f"Sign-off by {literal(editor)}: {vote.vote}{comment}")
    if claim.publication:
        where = link(claim.publication.url, claim.publication.url)
        yield from ("", f"Published on {claim.publication.date}: {where}")
    yield from _corrections(claim)


def _corrections(claim: ClaimReview) -> Iterator[str]:
    for entry in claim.corrections:
        change = f" ({literal(entry.old_rating)} to {literal(entry.new_rating)})"
        rating = change if entry.new_rating else ""
        yield from ("", f"**{entry.kind.capitalize()}**{rating}: {literal(entry.text)}")
