"""Bring articles in: from files, folders, pages and standard input into the database."""

import os.path
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import islice
from types import MappingProxyType
from typing import Final, NamedTuple

from factcheck.domain.carrying.succession import Succession
from factcheck.domain.clock import now, timestamp
from factcheck.domain.decision import Author
from factcheck.domain.document import Document, Segment
from factcheck.domain.identity import DocumentId, document_id
from factcheck.domain.particulars import Particulars
from factcheck.domain.role import Role
from factcheck.domain.value import Value
from factcheck.reading.language import language_of
from factcheck.reading.sentences import segmenter, segments
from factcheck.reading.spans import segments_at
from factcheck.reading.title import title_of
from factcheck.services.articles import storable
from factcheck.services.particulars import correct
from factcheck.services.sources import (
    NO_HINTS,
    Hints,
    Part,
    PassedOver,
    Problem,
    Source,
    parts_of,
    sources_in,
)
from factcheck.services.versions import succeed
from factcheck.store.readings import Reading
from factcheck.store.store import Store

_ARTICLES_A_TRANSACTION: Final = 50
_NOTHING_GIVEN: Final[Mapping[str, str]] = MappingProxyType({})


class Addition(Value):
    """What became of an article in a source, or of the whole source."""

    source: str
    """The name of the source as it was given or found, with the part of it if it has several."""
    article: Document | None = None
    """The article that holds its text, new or known before; None where there was a problem."""
    sentences: int = 0
    """How many sentences it has."""
    added: bool = False
    """Whether the article is new."""
    encoding: str = ""
    """How its bytes were decoded, if they were text."""
    succession: Succession | None = None
    """What changed, where the source said something else the last time."""
    problem: str = ""
    """Why it could not be read, and what to do."""
    passed_over: int = 0
    """How many files of a folder are of kinds that hold no articles, and were not read."""


class _Prepared(NamedTuple):
    """An article that is ready to be kept."""

    part: Part
    document: Document
    segments: list[Segment]


def add_sources(
    store: Store,
    author: Author,
    sources: Iterable[str],
    hints: Hints = NO_HINTS,
    particulars: Mapping[str, str] = _NOTHING_GIVEN,
) -> Iterator[Addition]:
    """Read files, folders, web addresses or `-` for standard input; yield what became of each.

    `hints` say how to read them; `particulars` are recorded of every article. What cannot be read
    is an Addition with a problem; all else is read. Raises NotSaved and InvalidValue.
    """
    Particulars.of(**particulars)  # before anything is read
    _give_whole_paths(store)
    language = particulars.get("language", "")
    found = (item for source in sources_in(sources) for item in _prepared(source, hints, language))
    seen: set[str] = set()
    while batch := list(islice(found, _ARTICLES_A_TRANSACTION)):
        yield from _all_kept(store, author, batch, particulars, seen)


def _give_whole_paths(store: Store) -> None:
    """Name files that are here, and were typed as seen from here, by their whole paths."""
    for name in store.readings.typed_names():
        if os.path.isfile(name):
            store.readings.rename(name, os.path.abspath(name))


def _prepared(
    source: Source | PassedOver, hints: Hints, language: str
) -> Iterator[_Prepared | Addition]:
    """Yield each article in a source, cut into sentences, in `language` if that is given."""
    if isinstance(source, PassedOver):
        yield Addition(source=storable(source.name), passed_over=source.files)
        return
    for part in parts_of(source, hints):
        if isinstance(part, Problem):
            yield Addition(source=part.source, problem=part.reason)
        else:
            yield _cut_into_sentences(part, language)


def _cut_into_sentences(part: Part, given: str) -> _Prepared:
    article = part.article
    language = article.particulars.language or language_of(article.text)
    document = Document(
        **article.particulars.model_dump(exclude={"title", "language"}),
        title=article.particulars.title or title_of(article.text),
        language=language,
        id=document_id(article.text),
        number=0,
        source=part.source,
        text=article.text,
        added=timestamp(now()),
    )
    if article.starts is None:
        return _Prepared(part, document, list(segments(article.text, given or language)))
    starts = ((start, Role.BODY) for start in article.starts)
    return _Prepared(part, document, list(segments_at(article.text, starts)))


def _all_kept(
    store: Store,
    author: Author,
    batch: Iterable[_Prepared | Addition],
    particulars: Mapping[str, str],
    seen: set[str],
) -> list[Addition]:
    """Keep the articles among what was read, and return what became of all of it.

    `seen` are the origins that were read just now: what they say twice are two articles.
    """
    with store.transaction():
        read = [(item.document, item.segments) for item in batch if isinstance(item, _Prepared)]
        new = set(store.documents.add_all(read, segmenter=segmenter()))
        return [
            _kept(store, author, item, particulars, seen, new)
            if isinstance(item, _Prepared)
            else item
            for item in batch
        ]


def _kept(
    store: Store,
    author: Author,
    prepared: _Prepared,
    particulars: Mapping[str, str],
    seen: set[str],
    new: set[DocumentId],
) -> Addition:
    """Keep what a source says; where it said something else before, as a newer version of that.

    `new` are the articles that were not there before, each until it is told of.
    """
    part, name = prepared.part, prepared.document.id
    article = store.documents.kept(name)
    added = name in new
    new.discard(name)
    address = "" if part.article.part else particulars.get("url", "")
    origins = [origin for origin in (part.origin, address) if origin and origin not in seen]
    seen.update(origins)
    succession = _succeeded(store, author, origins, article)
    for origin in origins:
        store.readings.keep(_reading(origin, part, article), part.page)
    if article.replaced_by and not succession:
        store.documents.bring_back(article.id, part.source)
    if particulars:
        correct(store, author, article, particulars)
    return Addition(
        source=part.source,
        article=store.documents.kept(name),
        sentences=store.documents.count_sentences(article),
        added=added,
        encoding=part.article.encoding,
        succession=succession,
    )


def _succeeded(
    store: Store, author: Author, origins: Sequence[str], article: Document
) -> Succession | None:
    """Let `article` stand in the place of what its source said before, if that was another."""
    readings = ((origin, store.readings.last(origin)) for origin in origins)
    origin, last = next(((origin, last) for origin, last in readings if last), ("", None))
    if last is None or last.document == article.id:
        return None
    replaced = store.documents.with_id(last.document)
    return succeed(store, author, replaced, article, origin) if replaced else None


def _reading(origin: str, part: Part, article: Document) -> Reading:
    return Reading(
        origin=origin,
        document=article.id,
        read=timestamp(now()),
        format=part.article.format,
        encoding=part.article.encoding,
        sha256=sha256(part.page).hexdigest() if part.page else "",
    )
