"""What to look at again because the article has changed, and what a human then says."""

from collections.abc import Iterable, Iterator

from factcheck.domain.anchors.anchor import Anchor, Fate
from factcheck.domain.carrying.succession import Successor, taken_over
from factcheck.domain.decision import Author, Change, Decision, Kind
from factcheck.domain.document import Document, Sentence
from factcheck.domain.errors import NotFound
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import ClaimId, DocumentId, SentenceId, claim_id, number_of, span_of
from factcheck.domain.review import SentenceReview
from factcheck.domain.value import Value
from factcheck.services.places import Places
from factcheck.services.recording import Decisions
from factcheck.store.store import Store


class Recheck(Value):
    """A sentence of an older version that a human has to look for, or to look at again."""

    fate: Fate
    was: SentenceId
    """The sentence in the older version."""
    was_reference: str
    """The same as it is typed, such as `1:7`."""
    old: str
    """Its words there."""
    now: SentenceReview | None
    """Where it stands now, or perhaps stands; None where it is gone."""
    reference: str
    """The same as it is typed; empty where it is gone."""
    verdicts: dict[ClaimId, Verdict]
    """What the reviewer judged before, by the claims in the newer version."""


def rechecks(
    store: Store, reviewer: str, documents: Iterable[Document], *, archived: bool = False
) -> Iterator[Recheck]:
    """Yield what `reviewer` has to look at again in `documents`, in the order of the older text.

    These are the claims whose words were edited and that have no new verdict yet, and the
    sentences that are perhaps there. With `archived`, those that are gone instead.
    """
    places = Places(store)
    for document in documents:
        for decision, anchor in sorted(store.standing.anchors_to(document.id), key=_in_old_text):
            standing = list(store.standing.on(*_parts_of(decision.subject)))
            now = _where(store, document, anchor)
            found = Recheck(
                fate=anchor.fate,
                was=SentenceId(decision.subject),
                was_reference=places.of(decision),
                old=anchor.quote,
                now=store.reviews.of_sentence(document, now, reviewer) if now else None,
                reference=places.at(document.id, now.start) if now else "",
                verdicts=_verdicts(standing, reviewer, now) if now else {},
            )
            if archived == (found.fate is Fate.GONE) and _concerns(found, standing, reviewer):
                yield found


def edited_words(store: Store, document: Document) -> dict[SentenceId, str]:
    """Return the words of which sentences of a document are the edited form, by the sentence."""
    return {
        anchor.sentence: anchor.quote
        for _, anchor in store.standing.anchors_to(document.id)
        if anchor.fate is Fate.EDITED and anchor.sentence
    }


def keep_verdicts(store: Store, author: Author, recheck: Recheck) -> Decisions:
    """Record that the verdicts on the older words hold for the claims that have no newer one.

    Raises NotFound where there are none.
    """
    waiting = {claim.id for claim in recheck.now.claims if not claim.verdict} if recheck.now else ()
    changes = [
        Change(kind=Kind.VERDICT, subject=claim, value=verdict)
        for claim, verdict in recheck.verdicts.items()
        if claim in waiting
    ]
    if not changes:
        raise NotFound(f"no verdict of {author.reviewer} on {recheck.was_reference} is waited for")
    return store.journal.record(author, changes)


def attach(store: Store, author: Author, was: SentenceId, now: SentenceId) -> Decisions:
    """Record that a sentence of an older version is this one, which takes over what stands on it.

    What is decided on the newer one already stays, no verdict is taken over, and no source is
    cited twice in the article. Raises NotFound, also where it was found elsewhere.
    """
    with store.transaction():
        anchor = _anchor_of(store, was)
        if anchor.fate is Fate.EDITED:
            raise NotFound("it was found elsewhere: say that it is gone from there first")
        update = {"fate": Fate.EDITED, "sentence": now, "document": span_of(now).document}
        settled = _settled(was, anchor.model_copy(update=update))
        decisions = list(store.standing.stacks_on(*_parts_of(was)))
        cited = {decision.original for decision in store.standing.on(span_of(now).document)}
        changes = [
            change
            for change in taken_over(decisions, Successor(Fate.EDITED, now))
            if not (change.kind is Kind.EVIDENCE and change.carries in cited)
            and store.journal.current(change.kind, change.subject, change.owner or "") is None
        ]
        return store.journal.record(author, [settled, *changes])


def give_up(store: Store, author: Author, was: SentenceId) -> Decisions:
    """Record that a sentence is gone; its decisions stay in the older version only.

    Raises NotFound.
    """
    with store.transaction():
        anchor = _anchor_of(store, was)
        gone = anchor.model_copy(update={"fate": Fate.GONE, "sentence": None})
        cleared = _taken_over_by(store, was, anchor.sentence) if anchor.sentence else ()
        return store.journal.record(author, [_settled(was, gone), *cleared])


def _taken_over_by(store: Store, was: SentenceId, now: SentenceId) -> Iterator[Change]:
    """Yield what clears that which stands on a sentence only because another one was thought it."""
    originals = {decision.original for decision in store.standing.stacks_on(*_parts_of(was))}
    for decision in store.standing.on(*_parts_of(now)):
        if decision.carries in originals:
            yield Change(
                kind=decision.kind, subject=decision.subject, value=None, owner=decision.reviewer
            )


def _anchor_of(store: Store, was: SentenceId) -> Anchor:
    decision = store.journal.standing(Kind.ANCHOR, was, "")
    if decision is None or not isinstance(decision.value, Anchor):
        raise NotFound("no newer version has changed that sentence: see `factcheck recheck`")
    return decision.value


def _settled(was: SentenceId, anchor: Anchor) -> Change:
    return Change(kind=Kind.ANCHOR, subject=was, value=anchor)


def _parts_of(sentence: str) -> tuple[DocumentId, SentenceId]:
    return span_of(sentence).document, SentenceId(sentence)


def _where(store: Store, document: Document, anchor: Anchor) -> Sentence | None:
    """Return the sentence that holds the beginning of what an anchor points to."""
    if anchor.sentence is None:
        return None
    return store.documents.sentence_at(document, span_of(anchor.sentence).start)


def _verdicts(standing: Iterable[Decision], reviewer: str, now: Sentence) -> dict[ClaimId, Verdict]:
    """Return the reviewer's verdicts on the older words, by the claims of the newer sentence."""
    return {
        claim_id(now.id, number_of(ClaimId(decision.subject))): decision.value
        for decision in standing
        if isinstance(decision.value, Verdict) and decision.reviewer == reviewer
    }


def _concerns(found: Recheck, standing: Iterable[Decision], reviewer: str) -> bool:
    """Whether there is something for the reviewer to say, or to see."""
    if found.fate is Fate.EDITED:
        return found.now is not None and found.now.unjudged
    return any(not d.kind.personal or d.reviewer == reviewer for d in standing)


def _in_old_text(found: tuple[Decision, Anchor]) -> tuple[str, int]:
    span = span_of(found[0].subject)
    return span.document, span.start
