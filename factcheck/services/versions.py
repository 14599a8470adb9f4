"""A newer version of an article: what was decided follows the words that are still there."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set

from factcheck.domain.anchors.anchor import Anchor
from factcheck.domain.anchors.reanchoring import reanchored
from factcheck.domain.anchors.selectors import Passage
from factcheck.domain.carrying.linking import sentences_linked, with_links
from factcheck.domain.carrying.succession import (
    FOUND,
    SAME_WORDS,
    Succession,
    Successor,
    anchored,
    anchored_again,
    cut_again,
    taken_over,
)
from factcheck.domain.decision import Author, Change, Decision, Kind
from factcheck.domain.document import Document, Sentence
from factcheck.domain.identity import SentenceId, claim_id, number_of, sentence_of, span_of
from factcheck.store.store import Store

_Successors = dict[SentenceId, Successor]


def succeed(store: Store, author: Author, old: Document, new: Document, origin: str) -> Succession:
    """Let `new` stand in the place of `old`, with what was decided on the words they share.

    Who decided stays who decided. A sentence that is not surely found again keeps its decisions in
    the older version, where a human can look at them. Where another source than that of `origin`
    still says the old text, it stays beside the new one, under the name of that source.
    """
    with store.transaction():
        known = store.standing.originals_in(new.id)
        store.journal.record(author, _unknown(_cuts(store, old, new), known))
        before = list(store.documents.sentences(old))
        after = list(store.documents.sentences(new))
        successors = _successors(old, before, new, after)
        others = [name for name in store.readings.sources_of(old.id) if name != origin]
        findings = _findings(store, old, successors, instead=not others)
        carried = [*findings, *_particulars(store, old, new)]
        anchors = _anchors(store, old, new, before, successors)
        store.journal.record(author, [*_unknown(carried, known), *anchors])
        if others:
            store.documents.rename_source(old.id, others[0])
        else:
            store.documents.replace(old.id, new.id, _places(before, successors, after))
            store.drafts.follow(_with_drafts(store, successors))
    found = {successor.sentence for successor in successors.values() if successor.fate in FOUND}
    return Succession(
        replaced=old.number,
        fates=Counter(successor.fate for successor in successors.values()),
        new=sum(sentence.id not in found for sentence in after),
        beside=others[0] if others else "",
    )


def _unknown(changes: Iterable[Change], known: Set[str]) -> list[Change]:
    """Return the changes that carry what does not count in the newer version yet.

    A text that has come back holds already what was decided on it.
    """
    return [change for change in changes if change.carries not in known]


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
    changes = (cut_again(decision, old, new) for decision in store.standing.cuts_in(old.id))
    return (change for change in changes if change)


def _findings(
    store: Store, old: Document, successors: _Successors, *, instead: bool
) -> Iterator[Change]:
    """Yield what lets the newer version hold all that was decided on words that are there.

    Links from elsewhere end there `instead` of at the older version, or at both.
    """
    links = store.standing.links_to(old.id)
    claims = {
        claim: claim_id(successor.sentence, number_of(claim))
        for claim, sentence in sentences_linked(links)
        if (successor := successors[sentence]).fate in FOUND and successor.sentence
    }
    carried = list(_carried(store, old, successors))
    return with_links(carried, links, claims, instead=instead)


def _carried(store: Store, old: Document, successors: _Successors) -> Iterator[Change]:
    decided: dict[SentenceId, list[Decision]] = defaultdict(list)
    for decision in store.standing.stacks_on(old.id):
        decided[sentence_of(decision.about)].append(decision)
    for sentence, decisions in decided.items():
        yield from taken_over(decisions, successors[sentence])


def _anchors(
    store: Store,
    old: Document,
    new: Document,
    before: Sequence[Sentence],
    successors: _Successors,
) -> Iterator[Change]:
    """Yield where the sentences with decisions stand whose words are not there unchanged."""
    decided = {sentence_of(d.about): d for d in store.standing.on(old.id)}
    for sentence in before:
        successor = successors[sentence.id]
        if sentence.id in decided and successor.fate not in SAME_WORDS:
            value = anchored(sentence, old, new.id, successor)
            yield _anchor_change(sentence.id, value, decided[sentence.id])
    for decision, anchor in store.standing.anchors_to(old.id):
        back = span_of(decision.subject).document == new.id  # a text that has come back
        moved = None if back else anchored_again(anchor, new.id, successors)
        yield _anchor_change(decision.subject, moved, decision)


def _anchor_change(subject: str, value: Anchor | None, decision: Decision) -> Change:
    return Change(kind=Kind.ANCHOR, subject=subject, value=value, owner=decision.reviewer)


def _particulars(store: Store, old: Document, new: Document) -> Iterator[Change]:
    """Yield the particulars that reviewers have corrected, with what the newer version says."""
    said = store.documents.as_read(old.id).model_dump()
    news = store.documents.as_read(new.id)
    for decision in store.standing.particulars_of(old.id):
        known = decision.value.model_dump() if decision.value else said
        corrected = {name: value for name, value in known.items() if value != said[name]}
        yield Change(
            kind=Kind.PARTICULARS,
            subject=new.id,
            value=news.model_copy(update=corrected),
            owner=decision.reviewer,
            carries=decision.original,
        )


def _with_drafts(store: Store, successors: _Successors) -> dict[str, str]:
    """Return the successors of the sentences on which somebody began to write something."""
    return {
        name: there
        for name in store.drafts.subjects() & successors.keys()
        if (there := successors[SentenceId(name)].sentence)
        and successors[SentenceId(name)].fate in FOUND
    }


def _places(
    before: Sequence[Sentence], successors: _Successors, after: Sequence[Sentence]
) -> list[tuple[int, int]]:
    """Return where the sentences that are surely there begin, in both versions."""
    starts = {sentence.id: sentence.start for sentence in after}
    return [
        (sentence.start, starts[successor.sentence])
        for sentence in before
        if (successor := successors[sentence.id]).fate in FOUND and successor.sentence
    ]
