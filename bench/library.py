"""Databases of any size, made at once, to measure with.

`python -m bench.library PATH` makes one of a million sentences; `--sentences`, `--tagged` and
`--decisions` ask for another size. The same numbers give the same articles.
"""

import argparse
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from factcheck.domain.clock import time_ordered_id, timestamp
from factcheck.domain.document import Document, Segment
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import document_id
from factcheck.domain.role import Role
from factcheck.domain.tag import Tag
from factcheck.store.store import Store

REVIEWER: Final = "ann"
"""Whose decisions they are."""
SENTENCES_AN_ARTICLE: Final = 25
"""As in the article that the project starts from."""
_BEGAN: Final = datetime(2024, 1, 1, tzinfo=UTC)
"""When the first decision was made; the others follow a tenth of a second apart."""
_ARTICLES_A_TRANSACTION: Final = 400
_ROWS_AT_ONCE: Final = 10_000
_JUDGED: Final = 10
"""One claim of so many has a verdict."""
_SYLLABLES: Final = re.findall("..", "bacedifogukaleminopurasetivozuxyhe")
_RATINGS: Final = ("true", "mostly-true", "half-true", "mostly-false", "false")


class Size(NamedTuple):
    """How much is in a database."""

    sentences: int = 1_000_000
    tagged: int = 300_000
    """How many of them are tagged, the first ones of all."""
    decisions: int = 300_000
    """How long the journal is, but for verdicts: tags that were changed since come on top."""

    @property
    def name(self) -> str:
        """A name that tells it from other sizes."""
        return "-".join(map(str, self))


def library(folder: Path, size: Size) -> Path:
    """Return the database of that size in `folder`, made unless it is there."""
    path = folder / f"{size.name}.db"
    if not path.exists():
        making = path.with_suffix(".making")
        making.unlink(missing_ok=True)
        make(making, size)
        making.rename(path)
    return path


def make(path: Path, size: Size) -> None:
    """Make a database of that size, in one file."""
    with Store(path) as store:
        articles = texts(size.sentences)
        while batch := list(islice(articles, _ARTICLES_A_TRANSACTION)):
            with store.transaction():
                for sentences in batch:
                    store.documents.add(*document(sentences), segmenter="bench")
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA synchronous = OFF")
        _decide(db, size)
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def texts(sentences: int) -> Iterator[list[str]]:
    """Yield the sentences of each article, in paragraphs of five."""
    rng = Random(sentences)  # noqa: S311
    words = ["".join(rng.choices(_SYLLABLES, k=rng.randint(1, 4))) for _ in range(20_000)]
    for first in range(0, sentences, SENTENCES_AN_ARTICLE):
        count = min(SENTENCES_AN_ARTICLE, sentences - first)
        yield [" ".join(rng.choices(words, k=12)).capitalize() + "." for _ in range(count)]


def document(sentences: list[str]) -> tuple[Document, list[Segment]]:
    """Return an article of these sentences."""
    text, segments = "", []
    for number, sentence in enumerate(sentences):
        gap = "" if not text else " " if number % 5 else "\n\n"
        start = len(text) + len(gap)
        text += gap + sentence
        segments.append(Segment(start, len(text), Role.BODY if number else Role.HEADING))
    name = document_id(text)
    article = Document(
        id=name,
        number=0,
        title=sentences[0],
        source=f"{name[:16]}.txt",
        text=text,
        added=timestamp(_BEGAN),
    )
    return article, segments


class _Row(NamedTuple):
    """A row of the journal."""

    id: str
    at: str
    kind: str
    subject: str
    value: str


def _decide(db: sqlite3.Connection, size: Size) -> None:
    """Tag the first sentences, change the tags until the journal is long enough, and judge."""
    rows = _journal(db, size)
    while batch := list(islice(rows, _ROWS_AT_ONCE)):
        db.executemany(_DECISION, (row._asdict() | {"reviewer": REVIEWER} for row in batch))
    db.execute(_TAGS)
    db.execute(_TALLY)
    db.execute(_VERDICTS)


def _journal(db: sqlite3.Connection, size: Size) -> Iterator[_Row]:
    rounds, rest = divmod(size.decisions, size.tagged or 1)
    counts = [rest, *[size.tagged] * rounds] if rest else [size.tagged] * rounds
    tags = [TagValue(tag=tag, duration_ms=900).model_dump_json() for tag in Tag]
    ratings = [Verdict(rating=rating, because="So it is.").model_dump_json() for rating in _RATINGS]
    at = 0
    for turn, count in enumerate(counts, start=1 - len(counts)):
        sentences = db.execute(_SENTENCES, [count]).fetchall() if count else []
        for number, (name,) in enumerate(sentences):
            yield _row(at := at + 1, "tag", name, tags[(number + turn) % len(tags)])
            if not turn and number % (len(tags) * _JUDGED) == 0:
                yield _row(at := at + 1, "verdict", f"{name}#1", ratings[number % len(ratings)])


def _row(at: int, kind: str, subject: str, value: str) -> _Row:
    moment = _BEGAN + timedelta(milliseconds=100 * at)
    return _Row(time_ordered_id(moment), timestamp(moment), kind, subject, value)


_SENTENCES: Final = """
SELECT sentence.id FROM document JOIN sentence ON document_id = document.id
ORDER BY number, start LIMIT ?
"""
_DECISION: Final = """
INSERT INTO decision (id, at, reviewer, kind, subject, value, act, origin)
VALUES (:id, :at, :reviewer, :kind, :subject, :value, :id, 'key')
"""
_TAGS: Final = """
REPLACE INTO tag (document_id, reviewer, sentence_id, tag, duration_ms, decision_id)
SELECT substr(subject, 1, 64), reviewer, subject, value ->> 'tag', value ->> 'duration_ms', id
FROM decision WHERE kind = 'tag' ORDER BY at
"""
_TALLY: Final = """
INSERT INTO tally
SELECT document_id, reviewer, tag, count(*) FROM tag GROUP BY document_id, reviewer, tag
"""
_VERDICTS: Final = """
INSERT INTO verdict (
    document_id, reviewer, sentence_id, claim_id, scale, rating, because, drafted, decision_id
)
SELECT
    substr(subject, 1, 64), reviewer, substr(subject, 1, length(subject) - 2), subject,
    value ->> 'scale', value ->> 'rating', value ->> 'because', id, id
FROM decision WHERE kind = 'verdict'
"""


def main() -> None:
    """Make the database that the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    for name, default in Size._field_defaults.items():
        parser.add_argument(f"--{name}", type=int, default=default)
    arguments = vars(parser.parse_args())
    make(arguments.pop("path"), Size(**arguments))


if __name__ == "__main__":
    main()
