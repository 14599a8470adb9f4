"""Recording what is said of a claim; one that readers can see changes only with a correction."""

from collections.abc import Iterable, Sequence

from factcheck.domain.clock import now, time_ordered_id
from factcheck.domain.decision import Author, Change, Decision, Kind
from factcheck.domain.errors import NeedsCorrection, NotPermitted
from factcheck.domain.findings.sign_off import Correction
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Adjudication, Verdict
from factcheck.domain.identity import ClaimId, SentenceId, correction_id, sentence_of
from factcheck.domain.review import ClaimReview
from factcheck.domain.sign_off import final_verdict
from factcheck.domain.tag import Tag
from factcheck.domain.text import SaidText
from factcheck.domain.value import Value
from factcheck.domain.vocabulary.sign_off import CorrectionKind
from factcheck.services.looking import claim_seen, tag_seen
from factcheck.services.telling import verdict_words
from factcheck.store.store import Store

Decisions = tuple[Decision, ...]
"""The decisions of one act; none where everything stood already."""


class Remedy(Value):
    """How readers are told of a change after publication."""

    kind: CorrectionKind
    text: SaidText


def record_on_claim(
    store: Store,
    author: Author,
    claim: ClaimId,
    changes: Iterable[Change],
    remedy: Remedy | None = None,
) -> Decisions:
    """Record `changes` to a claim, and in the same act that its sentence is a claim.

    Raises NeedsCorrection where readers can see it and no `remedy` says how they are told.
    """
    with store.transaction():
        changes = [change for change in changes if _is_news(store, author, change)]
        told = [change for change in changes if change.kind.is_told_to_readers]
        if told and is_published(store, claim):
            changes += _correction(store, author, claim, told, remedy)
        tagged = claiming(store, author, sentence_of(claim)) if changes else []
        return store.journal.record(author, [*tagged, *changes])


def claiming(store: Store, author: Author, sentence: SentenceId) -> list[Change]:
    """Return what makes a sentence a claim, if the author does not tag it so already."""
    known = tag_seen(store, sentence, author.reviewer)
    if known and known.tag is Tag.CLAIM:
        return []
    version = store.schemes.in_force().version
    value = TagValue(tag=Tag.CLAIM, guideline=version)
    return [Change(kind=Kind.TAG, subject=sentence, value=value)]


def correct(store: Store, author: Author, claim: ClaimId, remedy: Remedy) -> Decisions:
    """Record a correction of a published claim that changes nothing else, such as a retraction.

    Raises NotPermitted where it is not published.
    """
    with store.transaction():
        if not is_published(store, claim):
            raise NotPermitted("nothing to correct for readers: it is not published yet")
        return store.journal.record(author, _correction(store, author, claim, [], remedy))


def is_published(store: Store, claim: ClaimId) -> bool:
    """Whether readers can see the fact-check of a claim."""
    return store.journal.current(Kind.PUBLICATION, claim, "") is not None


def refuse_if_published(store: Store, sentences: Iterable[SentenceId], what: str) -> None:
    """Raise NotPermitted where a claim in one of the sentences is published."""
    for sentence in sentences:
        if store.reviews.published_in(sentence):
            raise NotPermitted(
                f"{what}: a claim in it is published; retract it first (`factcheck correct`)"
            )


def refuse_if_published_since(store: Store, decisions: Sequence[Decision]) -> None:
    """Raise NotPermitted where taking back or bringing back would change what readers see."""
    for decision in decisions:
        told = decision.kind.is_told_to_readers or decision.kind is Kind.TAG
        if not (told and decision.about):
            continue
        for claim in store.reviews.published_in(sentence_of(decision.about)):
            published = store.journal.standing(Kind.PUBLICATION, claim, "")
            if published and published.at > decision.at:
                raise NotPermitted(
                    "it was published since: make the change with a correction instead"
                )


def _is_news(store: Store, author: Author, change: Change) -> bool:
    current = store.journal.current(change.kind, change.subject, author.reviewer)
    return not change.value.says_what(current) if change.value else current is not None


def _correction(
    store: Store, author: Author, claim: ClaimId, told: Sequence[Change], remedy: Remedy | None
) -> list[Change]:
    """Return what tells readers of a change; a fact-check that is retracted is published no more.

    Raises NeedsCorrection where nothing says how they are told.
    """
    if remedy is None:
        raise NeedsCorrection(
            "correction: it is published, so say what readers are told of the change"
        )
    before = claim_seen(store, claim, author.reviewer)
    old, new = _rating(store, before), _rating(store, _after(before, author, told))
    value = Correction(
        kind=remedy.kind,
        text=remedy.text,
        changed=tuple(dict.fromkeys(str(change.kind) for change in told)),
        old_rating=old if old != new else "",
        new_rating=new if old != new else "",
    )
    subject = correction_id(claim, time_ordered_id(now()))
    changes = [Change(kind=Kind.CORRECTION, subject=subject, value=value)]
    if remedy.kind is CorrectionKind.RETRACTION:
        changes.append(Change(kind=Kind.PUBLICATION, subject=claim, value=None))
    return changes


def _after(before: ClaimReview, author: Author, told: Sequence[Change]) -> ClaimReview:
    """Return the claim with its verdicts as they are to be."""
    verdicts, adjudication = dict(before.verdicts), before.adjudication
    for change in told:
        if change.kind is Kind.ADJUDICATION:
            adjudication = change.value if isinstance(change.value, Adjudication) else None
        elif change.kind is Kind.VERDICT and isinstance(change.value, Verdict):
            verdicts[author.reviewer] = change.value
        elif change.kind is Kind.VERDICT:
            verdicts.pop(author.reviewer, None)
    return before.model_copy(update={"verdicts": verdicts, "adjudication": adjudication})


def _rating(store: Store, claim: ClaimReview) -> str:
    final = final_verdict(claim)
    return verdict_words(final, store.schemes.scales()) if final else "no verdict"
