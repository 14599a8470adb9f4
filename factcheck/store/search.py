"""Search over everything that is written in the database."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

from sqlite_utils.db import Database

from factcheck.domain.identity import SentenceId
from factcheck.domain.searching import HitKind, Query, Term
from factcheck.store.rows import Row

_MOST_RANKED: Final = 20_000
"""Of more hits than that only those in the newest articles are ranked; more would take too long."""


class Found(NamedTuple):
    """Something that holds the words that were searched for."""

    kind: HitKind
    article: int
    """The article's number."""
    title: str
    """The article's title."""
    sentence: SentenceId | None
    """The sentence; of a title the article's first one, if there is one."""
    ordinal: int | None
    """The sentence's number in the article; None for a title."""
    claim: int | None
    """The claim's number in the sentence; None for what is not about a claim."""
    text: str


class Search:
    """Finds what is written in articles that no newer version has replaced."""

    def __init__(self, db: Database) -> None:
        """Search in `db`."""
        self._db = db

    def find(self, query: Query, limit: int) -> list[Found]:
        """Return what holds all that is sought, the most relevant first, at most `limit`."""
        if not query.sought:
            return []
        names = {"query": _expression(query), "ranked": _MOST_RANKED, "limit": limit}
        rows = list(self._db.query(_FIND, names))
        texts = dict(self._texts(row for row in rows if row["text"] is None))
        return [_found(row, row["text"] or texts.get(row["place"], "")) for row in rows]

    def _texts(self, sentences: Iterable[Row]) -> Iterator[tuple[int, str]]:
        """Yield the sentences' texts by their places, reading each article once."""
        in_order = sorted(sentences, key=itemgetter("place"))
        for number, group in groupby(in_order, key=itemgetter("number")):
            query = "SELECT text FROM document WHERE number = ?"
            (text,) = self._db.execute(query, [number]).fetchone()
            yield from ((row["place"], text[row["start"] : row["end"]]) for row in group)


def _found(row: Row, text: str) -> Found:
    kind = HitKind(row["kind"]) if row["kind"] else HitKind.SENTENCE
    claim = (row["about"] or "").partition("#")[2]
    return Found(
        kind,
        row["number"],
        row["title"],
        row["sentence_id"],
        row["ordinal"],
        int(claim) if claim else None,
        text,
    )


def _expression(query: Query) -> str:
    """Return the query as SQLite writes it; all that was typed stands in it as words."""
    sought = " AND ".join(_phrases(query.sought))
    excluded = " OR ".join(_phrases(query.excluded))
    return f"({sought}) NOT ({excluded})" if excluded else sought


def _phrases(terms: Sequence[Term]) -> Iterator[str]:
    for term in terms:
        yield f'"{" ".join(term.words)}"' + (" *" if term.beginning else "")


_FIND: Final = """
WITH
ranked AS (
    SELECT rowid AS place, bm25(search_index) AS rank FROM search_index
    WHERE search_index MATCH :query AND rowid >> 32 NOT IN (
        SELECT number FROM document INDEXED BY document_replaced WHERE replaced_by IS NOT NULL
    )
    ORDER BY rowid DESC LIMIT :ranked
),
best AS (SELECT * FROM ranked ORDER BY rank, place LIMIT :limit)
SELECT
    best.place, document.number, document.title,
    searchable.kind, searchable.about, searchable.text,
    sentence.ordinal, sentence."start", sentence."end",
    coalesce(sentence.id, (
        SELECT id FROM sentence WHERE document_id = document.id ORDER BY "start" LIMIT 1
    )) AS sentence_id
FROM best
JOIN document ON document.number = best.place >> 32
LEFT JOIN searchable ON searchable.place = best.place
LEFT JOIN sentence ON sentence.document_id = document.id
    AND sentence."start" = coalesce(searchable."start", (best.place & 4294967295) - 1)
ORDER BY best.rank, best.place
"""
