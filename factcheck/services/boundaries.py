"""Split a sentence, or merge it with the next: one act, which one undo takes back."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.domain.carrying.carried import instead_of, is_decided_again, last_number
from factcheck.domain.carrying.dividing import Half, Part, divided
from factcheck.domain.carrying.joining import joined
from factcheck.domain.carrying.linking import claims_moved, with_links
from factcheck.domain.cutting import cut_in
from factcheck.domain.decision import Author, Change, Decision, Kind
from factcheck.domain.document import Document, Sentence
from factcheck.domain.errors import NotFound
from factcheck.domain.findings.cut import Cut
from factcheck.domain.identity import DocumentId, SentenceId, cut_id, sentence_id, span_of
from factcheck.services.recording import Decisions, refuse_if_published
from factcheck.store.store import Store


def split(
    store: Store, author: Author, sentence: SentenceId, offset: int, keep: Part | None = None
) -> Decisions:
    """Cut a sentence in two at `offset`, in code points from its start.

    What was decided on it stays with the part that holds its words, or where that is unclear with
    the part to `keep`. Raises UnclearPart where that is not said, InvalidValue, NotFound, and
    NotPermitted where a claim in it is published.
    """
    with store.transaction():
        refuse_if_published(store, [sentence], "not split")
        document, (whole, *_) = _sentences_from(store, sentence)
        start = whole.start + cut_in(whole.text, offset)
        before = document.text[whole.start : start].rstrip()
        decisions = list(store.standing.stacks_on(document.id, whole.id))
        spans = (whole.start, whole.start + len(before)), (start, whole.end)
        names = [sentence_id(document.id, *span) for span in spans]
        dormant = _dormant(store, names, decisions)
        halves = {
            part: Half(name, document.text[slice(*span)], _next_number(dormant, name))
            for part, name, span in zip(Part, names, spans, strict=True)
        }
        carried = list(divided(decisions, whole.text, halves, keep))
        links = store.standing.links_to(document.id, whole.id)
        changes = instead_of(dormant.outdated, _linked(decisions, carried, links))
        return store.journal.record(author, [_cut(document.id, start, here=True), *changes])


def merge(store: Store, author: Author, sentence: SentenceId) -> Decisions:
    """Join a sentence with the next one; raises NotFound.

    Where a reviewer tagged the two differently the new sentence is undecided; the history keeps
    both. Notes, doubts, claims and evidence of both stay.
    """
    with store.transaction():
        document, (first, *others) = _sentences_from(store, sentence)
        if not others:
            raise NotFound("this is the last sentence: there is none to merge it with")
        (second,) = others
        refuse_if_published(store, [first.id, second.id], "not merged")
        standing = [
            decision
            for half in (first, second)
            for decision in store.standing.on(document.id, half.id)
        ]
        whole = sentence_id(document.id, first.start, second.end)
        dormant = _dormant(store, [whole], standing)
        carried = list(joined(standing, (first, second), whole, _next_number(dormant, whole)))
        links = [
            link
            for half in (first, second)
            for link in store.standing.links_to(document.id, half.id)
        ]
        changes = instead_of(dormant.outdated, _linked(standing, carried, links))
        cut = _cut(document.id, second.start, here=False)
        return store.journal.record(author, [cut, *changes])


def _linked(
    decisions: Sequence[Decision], carried: Sequence[Change], links: Sequence[Decision]
) -> Iterator[Change]:
    """Yield what is carried over, with all links ending at the claims as they are now."""
    return with_links(carried, links, claims_moved(decisions, carried), instead=True)


def _sentences_from(store: Store, name: SentenceId) -> tuple[Document, Sequence[Sentence]]:
    """Return the sentence with that id, and the next one if there is one; raises NotFound."""
    span = span_of(name)
    document = store.documents.with_id(span.document)
    found = list(store.documents.sentences(document, since=span.start, limit=2)) if document else []
    if document is None or not found or found[0].id != name:
        raise NotFound("no sentence is there any more, it was split or merged: look again")
    return document, found


class _Dormant(NamedTuple):
    """What was decided on words that were a sentence before, and are about to be one again."""

    valid: list[Decision]
    """What nobody here has carried over or decided again, as it came from another database."""
    outdated: list[Decision]


def _dormant(store: Store, names: Sequence[SentenceId], counting: Sequence[Decision]) -> _Dormant:
    """Return what sleeps on sentences to be, given the decisions that are `counting` till now."""
    found = _Dormant([], [])
    for decision in (d for name in names for d in store.standing.dormant_on(name)):
        since = store.standing.is_carried_on(decision) or is_decided_again(decision, counting)
        (found.outdated if since else found.valid).append(decision)
    return found


def _next_number(dormant: _Dormant, sentence: SentenceId) -> int:
    """Return the number from which claims that come into a sentence are counted."""
    return last_number(dormant.valid, sentence) + 1


def _cut(document: DocumentId, start: int, *, here: bool) -> Change:
    return Change(kind=Kind.CUT, subject=cut_id(document, start), value=Cut(here=here))
