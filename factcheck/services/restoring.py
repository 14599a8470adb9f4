"""Bringing back what an older decision said, as a new decision."""

from typing import Final

from factcheck.domain.carrying.carried import says_claim
from factcheck.domain.decision import Author, Change, Decision, Kind
from factcheck.domain.errors import InvalidValue, NotFound
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import SentenceId, claim_of
from factcheck.services.recording import Decisions, Remedy, record_on_claim, refuse_if_published
from factcheck.store.store import Store

_RESTORABLE: Final = frozenset(
    {
        Kind.TAG,
        Kind.CLAIM,
        Kind.VERDICT,
        Kind.EVIDENCE,
        Kind.LINK,
        Kind.ADJUDICATION,
        Kind.NOTE,
        Kind.FLAG,
        Kind.PARTICULARS,
    }
)
"""What can be said again on its own; sign-off is about what stood at its time."""


def decision_named(store: Store, name: str) -> Decision:
    """Return the decision with that id, or whose id alone ends so; raises NotFound."""
    found = store.journal.called(name)
    if len(found) != 1:
        trouble = "several decisions are" if found else "no decision is"
        raise NotFound(f"{trouble} called {name!r}: `factcheck log --json` shows their ids")
    return found[0]


def may_restore(decision: Decision, reviewer: str) -> bool:
    """Whether `reviewer` may say again what a decision said: theirs, or everybody's."""
    mine = decision.reviewer == reviewer or not decision.kind.personal
    return mine and decision.kind in _RESTORABLE and decision.undoes is None


def restore(
    store: Store, author: Author, decision: Decision, remedy: Remedy | None = None
) -> Decisions:
    """Decide again what an older decision said; nothing where it stands.

    Raises InvalidValue for what somebody else said, or what cannot be said again; on a published
    claim NotPermitted for a tag, and NeedsCorrection without a `remedy`.
    """
    if not may_restore(decision, author.reviewer):
        raise InvalidValue("not restored: it is not yours, or not a finding of its own")
    change = Change(kind=decision.kind, subject=decision.subject, value=decision.value)
    with store.transaction():
        about = decision.about or _served(store, decision)
        if decision.kind.is_on_claim and about:
            return record_on_claim(store, author, claim_of(about), [change], remedy)
        if decision.kind is Kind.TAG and not says_claim(decision.value):
            refuse_if_published(store, [SentenceId(decision.subject)], "not restored")
        return store.journal.record(author, [change])


def _served(store: Store, decision: Decision) -> str:
    """Return the claim that an evidence item serves which a decision took away."""
    value = store.journal.current(decision.kind, decision.subject, decision.reviewer)
    return value.claim if isinstance(value, Evidence) else ""
