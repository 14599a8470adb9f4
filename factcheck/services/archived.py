"""The records of everything that a database holds, or of what is selected of it."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import Final

from factcheck import __version__
from factcheck.domain.archive.names import moment_in
from factcheck.domain.archive.records import ArticleRecord, Header, Record
from factcheck.domain.identity import ClaimId, DocumentId, SentenceId, sentence_of, span_of
from factcheck.domain.selection import Selection
from factcheck.services.archived_state import state_of_sentence
from factcheck.services.reporting import ReportedArticle
from factcheck.store.excerpt import Excerpt
from factcheck.store.store import Store

Reported = Callable[[Sequence[DocumentId]], Iterable[ReportedArticle]]
"""Returns articles as a selection and a view leave them."""

_NARROWING: Final = ("articles", "tags", "reviewers", "states", "since")
"""What of a selection leaves something out; a view does not."""


def records_of(store: Store, selection: Selection, reported: Reported) -> Iterator[Record]:
    """Yield the records of an archive: of everything, replaced articles included, or an excerpt.

    The same decisions give the same records, whatever numbers their database gives to articles.
    """
    yield _header(store, selection)
    if any(getattr(selection, name) for name in _NARROWING):
        yield from _excerpt(store, selection, reported)
    else:
        names = store.archive.documents()
        known = frozenset(names)
        yield from (_article(store, article, known) for article in reported(names))
        yield from _beside_articles(store, None)


def _excerpt(store: Store, selection: Selection, reported: Reported) -> Iterator[Record]:
    """Yield the articles of a selection, what was decided there, and what that refers to."""
    excerpt = store.archive.excerpt(selection.reviewers)
    limited = bool(selection.tags or selection.states or selection.since)
    named = set(selection.articles) or {document.id for document in store.documents.all()}
    for article in reported([name for name in store.archive.documents() if name in named]):
        chosen = [each.sentence.id for each in article.sentences] if limited else None
        excerpt.choose(article.document.id, chosen)
        yield _article(store, article, named, chosen)
    excerpt.complete()
    yield from _beside_articles(store, excerpt)


def _header(store: Store, selection: Selection) -> Header:
    scheme = store.schemes.in_force()
    return Header(program=__version__, scheme=scheme, selection=selection)


def _article(
    store: Store,
    article: ReportedArticle,
    selected: Container[str | None],
    chosen: Container[SentenceId] | None = None,
) -> ArticleRecord:
    document = article.document
    segmenter, starts = store.archive.proposed(document.id)
    followed = document.replaced_by in selected

    def linked(claim: ClaimId) -> bool:
        there = span_of(claim).document
        within = there != document.id or chosen is None or sentence_of(claim) in chosen
        return within and there in selected

    return ArticleRecord.model_construct(
        id=document.id,
        particulars=document.particulars,
        as_read=store.documents.as_read(document.id),
        source=document.source,
        added=moment_in(document.added),
        segmenter=segmenter,
        starts=starts,
        replaced_by=document.replaced_by if followed else None,
        places=tuple(store.documents.places_in_successor(document.id)) if followed else (),
        text=document.text,
        sentences=tuple(state_of_sentence(each, linked) for each in article.sentences),
    )


def _beside_articles(store: Store, excerpt: Excerpt | None) -> Iterator[Record]:
    archive = store.archive
    yield from archive.decisions(excerpt)
    yield from archive.attachments(excerpt)
    yield from archive.readings(excerpt)
    yield from archive.snapshots(excerpt)
    yield from archive.verifications(excerpt)
    yield from archive.sittings(excerpt)
    yield from archive.revealed(excerpt)
