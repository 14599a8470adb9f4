"""What a reviewer decides: each function is one act, one transaction, one undo."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final, NamedTuple

from factcheck.domain.anchors.anchor import Fate
from factcheck.domain.carrying.succession import Successor, taken_over
from factcheck.domain.decision import Author, Change, Decision, Kind
from factcheck.domain.document import Document
from factcheck.domain.errors import InvalidValue
from factcheck.domain.filling import filled, written
from factcheck.domain.findings.remark import Flag, Note
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.identity import SentenceId, sentence_of, span_of
from factcheck.domain.tag import Tag
from factcheck.domain.value import Value
from factcheck.services.following import followed_sentence, words_at
from factcheck.services.looking import tag_seen
from factcheck.services.recording import (
    Decisions,
    refuse_if_published,
    refuse_if_published_since,
)
from factcheck.store.store import Store


class Circumstances(NamedTuple):
    """How a tag came to be."""

    duration_ms: int | None = None
    """How long the reviewer looked at the sentence."""
    context_shown: bool | None = None
    """Whether the sentences around it were in sight."""


UNKNOWN: Final = Circumstances()
"""As for a tag that no key press made."""


def tag(
    store: Store,
    author: Author,
    sentences: Iterable[SentenceId],
    tag: Tag | None,
    circumstances: Circumstances = UNKNOWN,
) -> Decisions:
    """Record what the sentences are; None clears their tags.

    The same tag again changes nothing; another one keeps only who asserts the sentence. Raises
    NotPermitted where a claim in one of them is published.
    """
    with store.transaction():
        how = {**circumstances._asdict(), "guideline": store.schemes.in_force().version}
        value = TagValue(tag=tag, **how) if tag else None
        changes = [
            change for sentence in sentences for change in _tagged(store, author, sentence, value)
        ]
        return store.journal.record(author, changes)


def describe_tag(
    store: Store,
    author: Author,
    sentences: Iterable[SentenceId],
    tag: Tag | None = None,
    **fields: str,
) -> Decisions:
    """Record what kind of `tag` the sentences have, or of the one that they have already.

    Subtypes and attribution that are not given stay as long as the tag does. Raises InvalidValue
    where there is no tag, or the scheme has no such subtype for it; NotPermitted as `tag` does.
    """
    with store.transaction():
        changes = []
        for sentence in sentences:
            anew = list(_tagged(store, author, sentence, TagValue(tag=tag))) if tag else []
            known = tag_seen(store, sentence, author.reviewer)
            before = anew[0].value if anew else known
            changes.append(_described(store, sentence, before, fields))
        return store.journal.record(author, changes)


def _described(
    store: Store, sentence: SentenceId, before: Value | None, fields: Mapping[str, str]
) -> Change:
    """Return what says the `fields` of a tag in addition; raises InvalidValue."""
    if not isinstance(before, TagValue):
        raise InvalidValue("not tagged yet: say first whether it is claim, opinion or filler")
    scheme = store.schemes.in_force()
    said = {**written(before, "subtypes", "attribution"), **fields}
    value = filled(TagValue, said, tag=before.tag, guideline=scheme.version)
    scheme.refuse_unknown(before.tag, value.subtypes)
    return Change(kind=Kind.TAG, subject=sentence, value=value)


def _tagged(
    store: Store, author: Author, sentence: SentenceId, value: TagValue | None
) -> Iterator[Change]:
    """Yield what gives a sentence another tag, which keeps only who asserts it."""
    known = tag_seen(store, sentence, author.reviewer)
    if (known and known.tag) == (value and value.tag):
        return
    if known and known.tag is Tag.CLAIM:
        refuse_if_published(store, [sentence], "not changed")
    if value and known and known.attribution:
        value = value.model_copy(update={"attribution": known.attribution})
    yield Change(kind=Kind.TAG, subject=sentence, value=value)


def note(store: Store, author: Author, sentences: Iterable[SentenceId], text: str) -> Decisions:
    """Record a remark on the sentences; an empty one clears it."""
    value = Note.of(text=text) if text.strip() else None
    return _record_on_each(store, author, sentences, Kind.NOTE, value)


def flag(
    store: Store,
    author: Author,
    sentences: Iterable[SentenceId],
    reason: str | None,
    *,
    guideline: bool = False,
) -> Decisions:
    """Record a doubt about the sentences, with or without a reason; None clears it.

    It may be one about the `guideline`, which does not say what they are.
    """
    value = None if reason is None else Flag.of(reason=reason, guideline=guideline)
    return _record_on_each(store, author, sentences, Kind.FLAG, value)


def undo(store: Store, author: Author) -> Decisions:
    """Take back the reviewer's last act in any sitting, and return it.

    Raises NothingToUndo, and NotPermitted where it is what readers see.
    """
    with store.transaction():
        decisions = store.journal.undo(author)
        refuse_if_published_since(store, decisions)
        return decisions


def redo(store: Store, author: Author) -> Decisions:
    """Bring back what the last undo took back, and return it; raises NothingToUndo.

    Where the article has changed since, it is carried over to its newest version.
    """
    with store.transaction():
        decisions = store.journal.redo(author)
        refuse_if_published_since(store, decisions)
        store.journal.record(author, list(_carried_on(store, decisions)))
        return decisions


def _carried_on(store: Store, decisions: Decisions) -> Iterator[Change]:
    """Yield what carries decisions over that were taken back when their article changed."""
    findings = [decision for decision in decisions if decision.kind.is_finding and decision.about]
    for name, on_article in groupby(findings, lambda decision: span_of(decision.about).document):
        article = store.documents.with_id(name)  # a long text, and a range has thousands on it
        if article and article.replaced_by:
            for decision in on_article:
                yield from _carried_on_from(store, article, decision)


def _carried_on_from(store: Store, old: Document, decision: Decision) -> Iterator[Change]:
    """Yield what carries a decision on a replaced article over to its newest version."""
    sentence = sentence_of(decision.about)
    now = followed_sentence(store, sentence)
    new = store.documents.with_id(span_of(now).document) if now else None
    if now is None or new is None:
        return
    if decision.original not in store.standing.originals_in(new.id):
        same = words_at(old, sentence) == words_at(new, now)
        yield from taken_over([decision], Successor(Fate.UNCHANGED if same else Fate.EDITED, now))


def _record_on_each(
    store: Store, author: Author, sentences: Iterable[SentenceId], kind: Kind, value: Value | None
) -> Decisions:
    changes = [Change(kind=kind, subject=sentence, value=value) for sentence in sentences]
    return store.journal.record(author, changes)
