"""Signing off: adjudication, votes, publication; each by the rules of the scheme."""

from factcheck.domain.clock import now, timestamp
from factcheck.domain.decision import Author, Change, Kind
from factcheck.domain.errors import InvalidValue, NotPermitted
from factcheck.domain.filling import written
from factcheck.domain.findings.sign_off import Approval, Publication
from factcheck.domain.findings.verdict import Adjudication
from factcheck.domain.identity import ClaimId
from factcheck.domain.review import ClaimReview
from factcheck.domain.scheme.scheme import SignOff
from factcheck.domain.sign_off import (
    approvals,
    author_of,
    content_of,
    final_verdict,
    is_approved,
    is_disputed,
    is_seconded,
    state_of,
)
from factcheck.domain.vocabulary.sign_off import ClaimState, Vote
from factcheck.services.looking import claim_seen
from factcheck.services.recording import Decisions, Remedy, record_on_claim
from factcheck.services.verdicts import VERDICT_FIELDS, rated
from factcheck.store.store import Store


def opened_for_sign_off(store: Store, author: Author, claim: ClaimId) -> ClaimReview:
    """Return a claim with everybody's verdicts, and keep that the author has seen them.

    A verdict that the author gives later is no longer blind.
    """
    seen = claim_seen(store, claim, author.reviewer)
    if set(seen.verdicts) - {author.reviewer}:
        store.reviews.reveal(author.reviewer, claim)
    return seen


def state(store: Store, claim: ClaimReview) -> ClaimState:
    """Return how far the fact-check of a claim is, by the rules in force."""
    return state_of(claim, store.schemes.in_force().sign_off)


def adjudicate(
    store: Store,
    author: Author,
    claim: ClaimId,
    rating: str,
    remedy: Remedy | None = None,
    **fields: str,
) -> Decisions:
    """Decide between verdicts that differ; what is not given stays.

    Raises NotPermitted where they do not, InvalidValue, and NeedsCorrection without a `remedy`.
    """
    with store.transaction():
        seen = claim_seen(store, claim, author.reviewer)
        if not is_disputed(seen) and not seen.adjudication:
            raise NotPermitted("nothing to adjudicate: the verdicts on this claim do not differ")
        known = seen.adjudication
        said = {**(written(known, *VERDICT_FIELDS) if known else {}), **fields, "rating": rating}
        value = rated(store, Adjudication, said, known, chosen=True)
        change = Change(kind=Kind.ADJUDICATION, subject=claim, value=value)
        return record_on_claim(store, author, claim, [change], remedy)


def withdraw_adjudication(
    store: Store, author: Author, claim: ClaimId, remedy: Remedy | None = None
) -> Decisions:
    """Leave the claim disputed again; raises NeedsCorrection without a `remedy`."""
    change = Change(kind=Kind.ADJUDICATION, subject=claim, value=None)
    return record_on_claim(store, author, claim, [change], remedy)


def vote(store: Store, author: Author, claim: ClaimId, vote: str, comment: str = "") -> Decisions:
    """Record what the author says of a fact-check as it is now: approve, return or abstain.

    Raises NotPermitted for whoever wrote the verdict, for somebody who is not among the editors,
    and where no verdict stands; InvalidValue for a return without a comment.
    """
    with store.transaction():
        seen = claim_seen(store, claim, author.reviewer)
        _refuse_vote(seen, author.reviewer, store.schemes.in_force().sign_off)
        value = Approval.of(vote=vote, comment=comment, content=content_of(seen))
        if value.vote is Vote.RETURN and not value.comment:
            raise InvalidValue("comment: say what is to be done")
        change = Change(kind=Kind.APPROVAL, subject=claim, value=value)
        return store.journal.record(author, [change])


def withdraw_vote(store: Store, author: Author, claim: ClaimId) -> Decisions:
    """Clear what the author said of a fact-check."""
    return store.journal.record(author, [Change(kind=Kind.APPROVAL, subject=claim, value=None)])


def publish(store: Store, author: Author, claim: ClaimId, url: str, date: str = "") -> Decisions:
    """Record where and when readers can see a fact-check; the day is today, UTC, unless given.

    Raises NotPermitted as long as it is not approved, and InvalidValue.
    """
    with store.transaction():
        missing = missing_for_publication(store, claim_seen(store, claim, author.reviewer))
        if missing:
            raise NotPermitted(f"not ready to publish: {missing}")
        value = Publication.of(url=url, date=date or timestamp(now())[:10])
        return store.journal.record(
            author, [Change(kind=Kind.PUBLICATION, subject=claim, value=value)]
        )


def missing_for_publication(store: Store, claim: ClaimReview) -> str:
    """Return what a fact-check lacks before it may be published; empty for nothing."""
    rules = store.schemes.in_force().sign_off
    if is_approved(claim, rules):
        return ""
    if final_verdict(claim) is None:
        return _no_verdict(claim)
    if not is_seconded(claim, rules):
        return "a blind second verdict by somebody else"
    if state_of(claim, rules) is ClaimState.RETURNED:
        return "an editor returned it"
    return f"{len(approvals(claim, rules))} of {rules.approvals} approvals"


def _refuse_vote(claim: ClaimReview, editor: str, rules: SignOff) -> None:
    if final_verdict(claim) is None:
        raise NotPermitted(f"nothing to sign off yet: {_no_verdict(claim)}")
    if not is_seconded(claim, rules):
        raise NotPermitted("nothing to sign off yet: a blind second verdict is missing")
    if editor == author_of(claim):
        raise NotPermitted("the verdict is yours: somebody else has to sign it off")
    if rules.editors and editor not in rules.editors:
        raise NotPermitted(f"only {', '.join(rules.editors)} may sign off in this project")


def _no_verdict(claim: ClaimReview) -> str:
    if is_disputed(claim):
        return "reviewers differ, adjudicate first"
    return "there is no verdict"
