"""Whether decisions are about words that are there: in the text of their article, if it is here."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from sqlite_utils.db import Database

from factcheck.domain.checkup import Doubt
from factcheck.domain.decision import Kind
from factcheck.domain.display import counted
from factcheck.domain.errors import InvalidReference
from factcheck.domain.identity import Span, claim_of, span_of
from factcheck.store.checking.rows import article
from factcheck.store.checking.sentences import proposed_in

_ID: Final = 64
"""Characters of a document's id, with which all that is in it begins."""


class _About(NamedTuple):
    """What decisions are about."""

    subject: str
    kind: str
    decision: str
    """The first of them, by id."""
    decisions: int


class _Article(NamedTuple):
    """An article, and where its sentences have ever begun and ended."""

    called: str
    length: int
    starts: frozenset[int]
    ends: frozenset[int]


def subjects(db: Database) -> Iterator[str]:
    """Check what every decision is about; what the journal's check refuses is left to it."""
    elsewhere: Counter[str] = Counter()
    for query in (_SUBJECTS, _EVIDENCE):
        found = map(_About._make, db.execute(query))
        for name, abouts in groupby(found, lambda about: str(about.subject)[:_ID]):
            yield from _in_article(_article(db, name), abouts, elsewhere)
    if elsewhere.total():
        told, missing = counted(elsewhere.total(), "decision"), counted(len(elsewhere), "article")
        yield Doubt(f"{told} on {missing} that another database holds, and not this one")


def _in_article(
    article: _Article | None, abouts: Iterable[_About], elsewhere: Counter[str]
) -> Iterator[str]:
    """Yield what is wrong with decisions on one article; count them where it is not here."""
    uncut = 0
    for about in abouts:
        span = _span(about)
        if span is None:
            continue
        if article is None:
            elsewhere[span.document] += about.decisions
        elif not _is_inside(article, span, about.kind):
            yield f"{article.called}: decision {about.decision} is on words outside of its text"
        else:
            uncut += about.decisions * (not _was_cut(article, span))
            yield ""
    if article and uncut:
        told = counted(uncut, "decision")
        yield Doubt(f"{article.called}: {told} on words that were never a sentence here")


def _span(about: _About) -> Span | None:
    """Return the words; None where the journal's check says that they have no such name."""
    try:
        return span_of(claim_of(about.subject))
    except (InvalidReference, ValueError, TypeError):
        return None


def _is_inside(article: _Article, span: Span, kind: str) -> bool:
    if kind == Kind.PARTICULARS:
        return True
    end = span.start + 1 if kind == Kind.CUT else span.end
    return span.start < end <= article.length


def _was_cut(article: _Article, span: Span) -> bool:
    """Whether the words can have been a sentence; those that were imported may be cut otherwise."""
    if span.start == span.end or not article.starts:
        return True
    return span.start in article.starts and span.end in article.ends


def _article(db: Database, name: str) -> _Article | None:
    row = db.execute(_ARTICLE, [name]).fetchone()
    if row is None:
        return None
    number, title, text, starts = row
    proposed = proposed_in(starts) or {}
    decided = {start for (start,) in db.execute(_CUTS, {"document": name})}
    first = min(proposed, default=0)
    places = sorted(start for start in {*proposed, *decided} if start >= first)
    begin = [start for start in places if text[start : start + 1].strip()] if proposed else []
    ends = (start + len(text[start:end].rstrip()) for start, end in pairwise([*begin, len(text)]))
    return _Article(article(number, title), len(text), frozenset(begin), frozenset(ends))


_SUBJECTS: Final = """
SELECT subject, kind, min(id), count(*) FROM decision
WHERE kind NOT IN ('evidence', 'scheme') GROUP BY subject, kind ORDER BY subject, kind
"""
"""In the order of an index."""
_EVIDENCE: Final = """
SELECT value ->> '$.claim', kind, min(id), count(*) FROM decision
WHERE kind = 'evidence' AND json_valid(value) GROUP BY 1 ORDER BY 1
"""
_ARTICLE: Final = """
SELECT document.number, title, text, starts FROM document
LEFT JOIN proposal ON document_id = document.id WHERE document.id = ?
"""
_CUTS: Final = """
SELECT DISTINCT CAST(substr(subject, 66) AS INTEGER) FROM decision
WHERE subject > :document || '@' AND subject < :document || 'A'
"""
