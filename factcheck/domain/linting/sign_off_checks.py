"""Rule 13: others sign off, as many as agreed, and second verdicts are given blind."""

from collections.abc import Iterator

from factcheck.domain.linting.dossier import Case
from factcheck.domain.linting.finding import Severity
from factcheck.domain.linting.rule import Problem
from factcheck.domain.sign_off import (
    approvals,
    author_of,
    final_verdict,
    is_disputed,
    may_approve,
    votes,
)
from factcheck.domain.vocabulary.sign_off import Vote


def signed_off(case: Case) -> Iterator[Problem]:
    """Object to approvals that do not count, and to what was published without enough."""
    if is_disputed(case.claim) and final_verdict(case.claim) is None:
        message = "reviewers judge it differently, and nobody has decided between them"
        yield Problem(_gravity(case), message, "adjudication")
    yield from _void_approvals(case)
    yield from _seen_before(case)
    if case.claim.publication:
        yield from _missing_approvals(case)


def _void_approvals(case: Case) -> Iterator[Problem]:
    rules = case.dossier.scheme.sign_off
    for editor, approval in votes(case.claim).items():
        if approval.vote is Vote.APPROVE and not may_approve(case.claim, editor, rules):
            own = editor == author_of(case.claim)
            why = "the verdict is their own" if own else "only named editors may sign off"
            yield Problem(Severity.ERROR, f"{editor}'s approval does not count: {why}", "approval")


def _seen_before(case: Case) -> Iterator[Problem]:
    """Yield the later verdicts whose reviewers had seen another."""
    demanded = case.dossier.scheme.sign_off.second_verdict
    for reviewer, verdict in list(case.claim.verdicts.items())[1:]:
        if verdict.blind is False:
            message = f"{reviewer} had seen another verdict before giving this one"
            severity = Severity.WARNING if demanded else Severity.NOTE
            yield Problem(severity, message, "verdict.blind")


def _missing_approvals(case: Case) -> Iterator[Problem]:
    claim, rules = case.claim, case.dossier.scheme.sign_off
    if rules.second_verdict and len(claim.verdicts) < 2 and not claim.adjudication:
        yield Problem(Severity.ERROR, "it is published without a second verdict", "verdict")
    given = len(approvals(claim, rules))
    if any(vote.vote is Vote.RETURN for vote in votes(claim).values()):
        yield Problem(Severity.ERROR, "it is published, and an editor has returned it", "approval")
    if given < rules.approvals:
        enough = f"{given} of {rules.approvals} approvals"
        message = f"what readers see now has {enough}"
        severity = Severity.WARNING if claim.approvals else Severity.ERROR
        yield Problem(severity, message, "approval")


def _gravity(case: Case) -> Severity:
    return Severity.ERROR if case.claim.publication else Severity.WARNING
