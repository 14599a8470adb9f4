"""A newer version of an article: what was decided follows the words that are still there."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from factcheck.domain.anchor import Anchor
from factcheck.domain.anchors.reanchoring import reanchored
from factcheck.domain.anchors.selectors import Passage
from factcheck.domain.decision import Author, Change, Decision, Kind, Origin
from factcheck.domain.document import Document, Sentence
from factcheck.domain.identity import SentenceId, sentence_of
from factcheck.domain.succession import (
    FOUND,
    SAME_WORDS,
    Succession,
    Successor,
    anchored,
    anchored_again,
    cut_again,
    taken_over,
)
from factcheck.store.store import Store

_Successors = dict[SentenceId, Successor]


def succeed(store: Store, author: Author, old: Document, new: Document) -> Succession:
    """Let `new` stand in the place of `old`, with what was decided on the words they share.

    Who decided stays who decided. A sentence that is not surely found again keeps its decisions
    in the older version, where a human can look at them.
    """
    with store.transaction():
        store.journal.record(author, _cuts(store, old, new))
        before = list(store.documents.sentences(old))
        after = list(store.documents.sentences(new))
        successors = _successors(old, before, new, after)
        store.journal.record(
            author,
            [
                *_findings(store, old, successors),
                *_anchors(store, old, new, before, successors),
                *_particulars(store, old, new),
            ],
        )
        if store.readings.sources_of(old.id) <= 1:  # no other source still says it
            store.documents.replace(old.id, new.id)
            store.sittings.follow(old.id, new.id, _offsets(before, successors, after))
    found = {successor.sentence for successor in successors.values() if successor.fate in FOUND}
    return Succession(
        replaced=old.number,
        fates=Counter(successor.fate for successor in successors.values()),
        new=sum(sentence.id not in found for sentence in after),
    )


def _successors(
    old: Document, before: Sequence[Sentence], new: Document, after: Sequence[Sentence]
) -> _Successors:
    found = reanchored(_passage(old, before), _passage(new, after))
    return {
        sentence.id: Successor(fate, None if place is None else after[place].id)
        for sentence, (fate, place, _) in zip(before, found, strict=True)
    }


def _passage(document: Document, sentences: Sequence[Sentence]) -> Passage:
    return Passage(document.text, [(sentence.start, sentence.end) for sentence in sentences])


def _cuts(store: Store, old: Document, new: Document) -> Iterator[Change]:
    """Yield the cuts that reviewers made, where their place is clear in the newer version."""
    changes = (cut_again(decision, old, new) for decision in store.journal.cuts_in(old.id))
    return (change for change in changes if change)


def _findings(store: Store, old: Document, successors: _Successors) -> Iterator[Change]:
    for sentence, standing in _by_sentence(store, old).items():
        successor = successors[sentence]
        for decision, change in taken_over(standing, successor):
            known = store.journal.standing(change.kind, change.subject, decision.reviewer)
            if known is None or (successor.fate in SAME_WORDS and _is_newer(decision, known)):
                yield change


def _is_newer(decision: Decision, known: Decision) -> bool:
    """Whether a decision was made after what stands in a version that has come back."""
    return decision.origin is not Origin.CARRIED_OVER and decision.at > known.at


def _anchors(
    store: Store,
    old: Document,
    new: Document,
    before: Sequence[Sentence],
    successors: _Successors,
) -> Iterator[Change]:
    """Yield where the sentences with decisions stand whose words are not there unchanged."""
    decided = _by_sentence(store, old)
    for sentence in before:
        successor = successors[sentence.id]
        if sentence.id in decided and successor.fate not in SAME_WORDS:
            value = anchored(sentence, old, new.id, successor)
            yield _anchor_change(sentence.id, value, decided[sentence.id][0])
    for decision, anchor in store.journal.anchors_to(old.id):
        value = anchored_again(anchor, new.id, successors)
        yield _anchor_change(decision.subject, value, decision)


def _anchor_change(subject: str, value: Anchor, decision: Decision) -> Change:
    return Change(kind=Kind.ANCHOR, subject=subject, value=value, owner=decision.reviewer)


def _particulars(store: Store, old: Document, new: Document) -> Iterator[Change]:
    """Yield the particulars that a reviewer has corrected, with what the newer version says."""
    decision = store.journal.standing(Kind.PARTICULARS, old.id, "")
    if decision and decision.value:
        said = store.documents.as_read(old.id).model_dump()
        corrected = {k: v for k, v in decision.value.model_dump().items() if v != said[k]}
        value = new.particulars.model_copy(update=corrected)
        yield Change(
            kind=Kind.PARTICULARS,
            subject=new.id,
            value=value,
            owner=decision.reviewer,
            carries=decision.original,
        )


def _by_sentence(store: Store, document: Document) -> dict[SentenceId, list[Decision]]:
    """Return what stands on each sentence on which anything does, oldest first."""
    decided: dict[SentenceId, list[Decision]] = defaultdict(list)
    for decision in store.journal.standing_on(document.id):
        decided[sentence_of(decision.about)].append(decision)
    return decided


def _offsets(
    before: Sequence[Sentence], successors: _Successors, after: Sequence[Sentence]
) -> Callable[[int], int]:
    """Return what finds the place in the newer version of an offset in the older one."""
    starts = {sentence.id: sentence.start for sentence in after}
    places = [
        (sentence.start, starts[name])
        for sentence in before
        if (name := successors[sentence.id].sentence) is not None
    ]

    def followed(offset: int) -> int:
        nearest = bisect_right(places, offset, key=lambda place: place[0]) - 1
        return places[nearest][1] if nearest >= 0 else 0

    return followed
