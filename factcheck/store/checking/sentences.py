"""Whether texts are what they are named after, and sentences follow from what was decided."""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256

from sqlite_utils.db import Database

from factcheck.domain.findings.cut import Cut
from factcheck.domain.identity import DocumentId, sentence_id, span_of
from factcheck.domain.role import Role
from factcheck.store.boundaries import cut_as_decided
from factcheck.store.checking.replay import replay, standing_cuts
from factcheck.store.checking.rows import article, each

Proposed = dict[int, Role | None]
"""Where sentences begin, in code points, with their roles."""
_Row = tuple[object, ...]
"""What a sentence's row says beside where it begins: its id, ordinal, end and role."""


def texts(db: Database) -> Iterator[str]:
    """Check that each document is named after its text."""
    rows = db.execute("SELECT number, title, id, text FROM document ORDER BY number")
    return each(rows, _called, _text)


def sentences(db: Database) -> Iterator[str]:
    """Check that an article's sentences are as proposed and cut, in order, inside of its text."""
    replay(db)
    query = "SELECT document.number, title, id, text, starts FROM document LEFT JOIN proposal"
    rows = db.execute(f"{query} ON document_id = id ORDER BY 1")
    yield from each(rows, _called, lambda row: _cut(db, *row))


def _called(row: _Row) -> str:
    return article(*row[:2])


def _text(row: _Row) -> Iterator[str]:
    number, title, name, text = row
    is_itself = sha256(str(text).encode("utf-8", "surrogateescape")).hexdigest() == name
    wrong = "its text is not the one that was read, its SHA-256 is another"
    yield "" if is_itself else f"{article(number, title)}: {wrong}"


def _cut(
    db: Database, number: int, title: str, name: str, text: str, starts: str | None
) -> Iterator[str]:
    called = article(number, title)
    proposed = proposed_in(starts)
    if not proposed:
        yield f"{called}: where its sentences begin is not known any more"
        return
    for finding in _differences(_expected(db, name, text, proposed), _found(db, name)):
        yield finding and f"{called}: {finding}"


def proposed_in(starts: str | None) -> Proposed | None:
    """Return where a segmenter would begin sentences; None where nobody can tell any more."""
    try:
        return {int(start): role and Role(role) for start, role in json.loads(starts or "")}
    except (ValueError, TypeError, OverflowError, RecursionError):
        return None


def _expected(db: Database, name: str, text: str, proposed: Proposed) -> Mapping[int, _Row]:
    document = DocumentId(name)
    cuts = {
        span_of(decision.subject).start: decision.value
        for decision in standing_cuts(db, name)
        if isinstance(decision.value, Cut)
    }
    return {
        start: (sentence_id(document, start, end), ordinal, end, role)
        for ordinal, (start, end, role) in enumerate(cut_as_decided(text, proposed, cuts), start=1)
    }


def _found(db: Database, name: str) -> Mapping[int, _Row]:
    query = 'SELECT "start", id, ordinal, "end", role FROM sentence WHERE document_id = ?'
    return {start: tuple(rest) for start, *rest in db.execute(query, [name])}


def _differences(expected: Mapping[int, _Row], found: Mapping[int, _Row]) -> Iterator[str]:
    """Yield what is wrong with each sentence, whether it stands there or should."""
    for start in sorted(expected.keys() | found.keys()):
        if start not in found:
            yield f"no sentence begins at character {start}, where one should"
        elif start not in expected:
            yield f"a sentence begins at character {start}, where none should"
        elif found[start] != expected[start]:
            names = ("id", "place", "end", "role")
            pairs = zip(names, found[start], expected[start], strict=True)
            wrong = ", ".join(name for name, there, should in pairs if there != should)
            yield f"the sentence that begins at character {start} has another {wrong}"
        else:
            yield ""
