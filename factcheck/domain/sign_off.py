"""How far the fact-check of a claim is, which verdict stands for it, and who may approve it."""

import json
from hashlib import sha256

from factcheck.domain.findings.sign_off import Approval
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.review import ClaimReview, evidence_used
from factcheck.domain.scheme.scheme import SignOff
from factcheck.domain.vocabulary.claims import Worthiness
from factcheck.domain.vocabulary.sign_off import ClaimState, CorrectionKind, Vote


def final_verdict(claim: ClaimReview) -> Verdict | None:
    """Return the verdict that stands for all: the adjudicated one, or the first where all agree."""
    if claim.adjudication:
        return claim.adjudication
    return None if is_disputed(claim) else next(iter(claim.verdicts.values()), None)


def author_of(claim: ClaimReview) -> str:
    """Return whose verdict stands for all: the adjudicator, or who drafted it; empty for nobody."""
    return claim.adjudicator or next(iter(claim.verdicts), "")


def is_disputed(claim: ClaimReview) -> bool:
    """Whether reviewers judged the claim differently, however that was decided."""
    return len({_judged(verdict) for verdict in claim.verdicts.values()}) > 1


def content_of(claim: ClaimReview) -> str:
    """Return the SHA-256 of what readers would be told: wording, final verdict and evidence.

    It is the same in a newer version of the article.
    """
    final = final_verdict(claim)
    used = {item.id for item in evidence_used(final, claim.evidence)}
    beside = {*final.circumstances, "used"} if final else set()
    told = [
        claim.text,
        claim.claim.model_dump(mode="json"),
        final.model_dump(mode="json", exclude=beside) if final else None,
        [
            (item.id in used, item.evidence.model_dump(mode="json", exclude={"claim"}))
            for item in claim.evidence
        ],
    ]
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def votes(claim: ClaimReview) -> dict[str, Approval]:
    """Return the votes on what the fact-check says now; one on something older is void."""
    if not claim.approvals:
        return {}
    now = content_of(claim)
    return {editor: vote for editor, vote in claim.approvals.items() if vote.content == now}


def approvals(claim: ClaimReview, rules: SignOff) -> list[str]:
    """Return the editors who approve what the fact-check says now, and may."""
    return [
        editor
        for editor, vote in votes(claim).items()
        if vote.vote is Vote.APPROVE and may_approve(claim, editor, rules)
    ]


def may_approve(claim: ClaimReview, editor: str, rules: SignOff) -> bool:
    """Whether somebody may sign off: not whose verdict it is, and only a named editor if any is."""
    return editor != author_of(claim) and (not rules.editors or editor in rules.editors)


def is_approved(claim: ClaimReview, rules: SignOff) -> bool:
    """Whether enough editors approve, and nobody has returned it."""
    returned = any(vote.vote is Vote.RETURN for vote in votes(claim).values())
    enough = len(approvals(claim, rules)) >= rules.approvals
    return (
        enough and is_seconded(claim, rules) and not returned and final_verdict(claim) is not None
    )


def is_seconded(claim: ClaimReview, rules: SignOff) -> bool:
    """Whether somebody else has judged blind, or decided between verdicts, if that is asked for."""
    drafter = next(iter(claim.verdicts), "")
    seconds = [verdict for name, verdict in claim.verdicts.items() if name != drafter]
    blind = any(verdict.blind is not False for verdict in seconds)
    return blind or bool(claim.adjudication) or not rules.second_verdict


def state_of(claim: ClaimReview, rules: SignOff) -> ClaimState:
    """Return how far the fact-check of a claim is."""
    if claim.publication:
        return _published(claim)
    if claim.corrections and claim.corrections[-1].kind is CorrectionKind.RETRACTION:
        return ClaimState.RETRACTED
    if claim.dropped:
        return ClaimState.DROPPED
    if any(vote.vote is Vote.RETURN for vote in votes(claim).values()):
        return ClaimState.RETURNED
    if is_approved(claim, rules):
        return ClaimState.APPROVED
    return _judged_state(claim) if claim.verdicts or claim.adjudication else _researched(claim)


def _published(claim: ClaimReview) -> ClaimState:
    last = claim.corrections[-1].kind if claim.corrections else CorrectionKind.RETRACTION
    return ClaimState.PUBLISHED if last is CorrectionKind.RETRACTION else ClaimState.CORRECTED


def _judged_state(claim: ClaimReview) -> ClaimState:
    if claim.adjudication:
        return ClaimState.ADJUDICATED
    if is_disputed(claim):
        return ClaimState.DISPUTED
    return ClaimState.SECOND_VERDICT if len(claim.verdicts) > 1 else ClaimState.VERDICT_DRAFTED


def _researched(claim: ClaimReview) -> ClaimState:
    if claim.evidence:
        return ClaimState.RESEARCHING
    if claim.claim.text:
        return ClaimState.NORMALISED
    worthy = claim.claim.worthiness is Worthiness.CHECK_WORTHY
    return ClaimState.SELECTED if worthy else ClaimState.CANDIDATE


def _judged(verdict: Verdict) -> tuple[str, str, str]:
    return verdict.scale, verdict.rating, verdict.conclusion
