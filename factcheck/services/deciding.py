"""What a reviewer decides: each function is one act, one transaction, one undo."""

from collections.abc import Iterable, Iterator

from factcheck.domain.anchors.anchor import Fate
from factcheck.domain.carrying.succession import Successor, taken_over
from factcheck.domain.clock import now, time_ordered_id, timestamp
from factcheck.domain.decision import Author, Change, Decision, Kind
from factcheck.domain.errors import InvalidValue
from factcheck.domain.finding import Claim, Evidence, Flag, Note, TagValue, Verdict
from factcheck.domain.identity import ClaimId, SentenceId, sentence_of, span_of
from factcheck.domain.tag import Tag
from factcheck.domain.value import Value
from factcheck.services.following import followed_sentence, words_at
from factcheck.store.store import Store

Decisions = tuple[Decision, ...]
"""The decisions of one act; none where everything stood already."""


def tag(
    store: Store, author: Author, sentences: Iterable[SentenceId], tag: Tag | None
) -> Decisions:
    """Record what the sentences are; None clears their tags."""
    value = TagValue(tag=tag) if tag else None
    changes = [Change(kind=Kind.TAG, subject=sentence, value=value) for sentence in sentences]
    return store.journal.record(author, changes)


def claim_fields(store: Store, author: Author, claim: ClaimId) -> dict[str, str]:
    """Return what stands of a claim and the reviewer's verdict on it, by the names of the fields.

    It stands whether or not the reviewer tags the sentence as a claim at the moment.
    """
    wording = store.journal.current(Kind.CLAIM, claim, author.reviewer)
    verdict = store.journal.current(Kind.VERDICT, claim, author.reviewer)
    return {
        **(wording or Claim()).model_dump(),
        "rating": verdict.rating if isinstance(verdict, Verdict) else "",
        "because": verdict.because if isinstance(verdict, Verdict) else "",
    }


def describe_claim(store: Store, author: Author, claim: ClaimId, **fields: str) -> Decisions:
    """Record text, claimant, date, rating or because of a claim; what is not given stays.

    Its sentence becomes a claim. Raises InvalidValue.
    """
    with store.transaction():
        known = {**claim_fields(store, author, claim), **fields}
        rating, because = known.pop("rating"), known.pop("because")
        if because.strip() and not rating:
            raise InvalidValue("rating: choose the verdict that the reasons are for")
        wording = Claim.of(**known)
        verdict = Verdict.of(rating=rating, because=because) if rating else None
        changes = [
            Change(kind=Kind.CLAIM, subject=claim, value=None if wording == Claim() else wording),
            Change(kind=Kind.VERDICT, subject=claim, value=verdict),
        ]
        return _record_on_claim(store, author, claim, *changes)


def judge(
    store: Store, author: Author, claim: ClaimId, rating: str, because: str | None = None
) -> Decisions:
    """Record the reviewer's verdict on a claim; its sentence becomes a claim.

    Without `because`, the reasons given before stay. Raises InvalidValue for an unknown rating.
    """
    with store.transaction():
        if because is None:
            because = claim_fields(store, author, claim)["because"]
        verdict = Verdict.of(rating=rating, because=because)
        change = Change(kind=Kind.VERDICT, subject=claim, value=verdict)
        return _record_on_claim(store, author, claim, change)


def withdraw_verdict(store: Store, author: Author, claim: ClaimId) -> Decisions:
    """Clear the reviewer's verdict on a claim."""
    return store.journal.record(author, [Change(kind=Kind.VERDICT, subject=claim, value=None)])


def add_evidence(store: Store, author: Author, evidence: Evidence) -> Decisions:
    """Record a source for or against a claim; its sentence becomes a claim.

    A source without a day of access was read today, UTC.
    """
    moment = now()
    if not evidence.accessed:
        evidence = evidence.model_copy(update={"accessed": timestamp(moment)[:10]})
    change = Change(kind=Kind.EVIDENCE, subject=time_ordered_id(moment), value=evidence)
    return _record_on_claim(store, author, evidence.claim, change)


def note(store: Store, author: Author, sentences: Iterable[SentenceId], text: str) -> Decisions:
    """Record a remark on the sentences; an empty one clears it."""
    value = Note.of(text=text) if text.strip() else None
    return _record_on_each(store, author, sentences, Kind.NOTE, value)


def flag(
    store: Store, author: Author, sentences: Iterable[SentenceId], reason: str | None
) -> Decisions:
    """Record a doubt about the sentences, with or without a reason; None clears it."""
    value = None if reason is None else Flag.of(reason=reason)
    return _record_on_each(store, author, sentences, Kind.FLAG, value)


def undo(store: Store, author: Author) -> Decisions:
    """Take back the reviewer's last act in any sitting, and return it; raises NothingToUndo."""
    return store.journal.undo(author)


def redo(store: Store, author: Author) -> Decisions:
    """Bring back what the last undo took back, and return it; raises NothingToUndo.

    Where the article has changed since, it is carried over to its newest version.
    """
    with store.transaction():
        decisions = store.journal.redo(author)
        carried = [change for decision in decisions for change in _carried_on(store, decision)]
        store.journal.record(author, carried)
        return decisions


def _carried_on(store: Store, decision: Decision) -> Iterator[Change]:
    """Yield what carries a decision over that was taken back when its article changed."""
    if not decision.kind.is_finding or not decision.about:
        return
    sentence = sentence_of(decision.about)
    old = store.documents.with_id(span_of(sentence).document)
    now = followed_sentence(store, sentence) if old and old.replaced_by else None
    new = store.documents.with_id(span_of(now).document) if now else None
    if old is None or now is None or new is None:
        return
    if decision.original not in store.standing.originals_in(new.id):
        same = words_at(old, sentence) == words_at(new, now)
        yield from taken_over([decision], Successor(Fate.UNCHANGED if same else Fate.EDITED, now))


def _record_on_claim(store: Store, author: Author, claim: ClaimId, *changes: Change) -> Decisions:
    """Record `changes`, and in the same act that the sentence is a claim."""
    tagged = Change(kind=Kind.TAG, subject=sentence_of(claim), value=TagValue(tag=Tag.CLAIM))
    return store.journal.record(author, [tagged, *changes])


def _record_on_each(
    store: Store, author: Author, sentences: Iterable[SentenceId], kind: Kind, value: Value | None
) -> Decisions:
    changes = [Change(kind=kind, subject=sentence, value=value) for sentence in sentences]
    return store.journal.record(author, changes)
