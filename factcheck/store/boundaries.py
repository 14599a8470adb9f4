"""Where the sentences of an article begin: as the segmenter proposed, and as reviewers cut them."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from sqlite_utils.db import Database

from factcheck.domain.document import Segment
from factcheck.domain.findings.cut import Cut
from factcheck.domain.identity import DocumentId, SentenceId, sentence_id, span_of
from factcheck.domain.role import Role
from factcheck.store.rows import Row, insert
from factcheck.store.search_index import index_moved
from factcheck.store.tally import ALL, tally

_HERE: Final = Cut.model_construct(here=True)
"""As if it was decided that a proposed sentence begins where it does."""


class Moved(NamedTuple):
    """Which sentences a boundary's coming or going has replaced by which."""

    before: tuple[SentenceId, ...] = ()
    after: tuple[SentenceId, ...] = ()


def propose(db: Database, document: DocumentId, segments: Sequence[Segment]) -> None:
    """Keep the segmenter's sentences of a new document."""
    starts = [[segment.start, segment.role] for segment in segments]
    insert(db, "proposal", {"document_id": document, "starts": json.dumps(starts)})
    _insert(db, document, segments, first=1)
    tally(db, document, len(segments), ALL, ALL)


def is_sentence(db: Database, name: SentenceId) -> bool:
    """Whether a sentence with that span exists now."""
    document, start, _ = span_of(name)
    query = "SELECT id FROM sentence WHERE document_id = ? AND start = ?"
    row = db.execute(query, [document, start]).fetchone()
    return row is not None and row[0] == name


def is_replaced(db: Database, document: DocumentId) -> bool:
    """Whether a newer version stands in the place of a document."""
    row = db.execute("SELECT replaced_by FROM document WHERE id = ?", [document]).fetchone()
    return row is not None and row[0] is not None


def move_boundary(db: Database, document: DocumentId, offset: int, cut: Cut | None) -> Moved:
    """Let a sentence begin at `offset`, or not, as `cut` says; None for as it was proposed.

    The sentences of an article follow from where they begin, whatever the order of the cuts.
    """
    wanted = cut.here if cut else offset in _proposed(db, document)
    around = _around(db, document, offset)
    if not around or wanted == any(row["start"] == offset for row in around):
        return Moved()
    if wanted and not _words_at(db, document, offset).strip():
        return Moved()  # a sentence begins with a word, whatever another database says
    if wanted:
        (whole,) = around
        segments = _split(db, document, whole, offset)
    elif len(around) == 2:
        segments = [Segment(around[0]["start"], around[1]["end"], around[0]["role"])]
    else:  # the article's first sentence has none before it
        return Moved()
    return _replace(db, document, around, segments)


def cut_as_decided(
    text: str, proposed: Mapping[int, Role | None], cuts: Mapping[int, Cut]
) -> Iterator[Segment]:
    """Yield the sentences of a text as they were proposed, and as all standing `cuts` made them.

    What `move_boundary` leads to, one cut after the other. Offsets are code points.
    """
    first = min(proposed, default=len(text))
    kept = {start for start in proposed if start == first or cuts.get(start, _HERE).here}
    made = {offset for offset, cut in cuts.items() if cut.here and offset > first}
    starts = sorted(kept | {offset for offset in made if text[offset : offset + 1].strip()})
    roles = sorted(proposed.items())
    for start, end in pairwise([*starts, len(text)]):
        while len(roles) > 1 and roles[1][0] <= start:
            roles.pop(0)
        yield Segment(start, start + len(text[start:end].rstrip()), roles[0][1])


def _around(db: Database, document: DocumentId, offset: int) -> list[Row]:
    """Return the sentence that holds `offset`; if it begins there, after the one before it."""
    rows = list(
        db.query(
            'SELECT id, ordinal, "start", "end", role FROM sentence '
            "WHERE document_id = :document AND start <= :offset ORDER BY start DESC LIMIT 2",
            {"document": document, "offset": offset},
        )
    )[::-1]
    if rows and rows[-1]["start"] != offset:
        rows = rows[-1:]
    return rows if rows and offset < rows[-1]["end"] else []


def _split(db: Database, document: DocumentId, whole: Row, offset: int) -> list[Segment]:
    words = _words_at(db, document, whole["start"], offset - whole["start"])
    roles = [role for start, role in _proposed(db, document).items() if start <= offset]
    return [
        Segment(whole["start"], whole["start"] + len(words.rstrip()), whole["role"]),
        Segment(offset, whole["end"], roles[-1] if roles else None),
    ]


def _words_at(db: Database, document: DocumentId, offset: int, length: int = 1) -> str:
    query = "SELECT substr(text, ?, ?) FROM document WHERE id = ?"
    (words,) = db.execute(query, [offset + 1, length, document]).fetchone()
    return str(words)


def _replace(
    db: Database, document: DocumentId, before: Sequence[Row], segments: Sequence[Segment]
) -> Moved:
    ordinal = before[0]["ordinal"]
    for row in before:
        db.table("sentence").delete((document, row["start"]))
    db.execute(
        "UPDATE sentence SET ordinal = ordinal + ? WHERE document_id = ? AND start > ?",
        [len(segments) - len(before), document, before[-1]["start"]],
    )
    _insert(db, document, segments, first=ordinal)
    tally(db, document, len(segments) - len(before), ALL, ALL)
    spans = [segment[:2] for segment in segments]
    index_moved(db, document, [(row["start"], row["end"]) for row in before], spans)
    after = tuple(sentence_id(document, *span) for span in spans)
    return Moved(tuple(row["id"] for row in before), after)


def _insert(db: Database, document: DocumentId, segments: Iterable[Segment], first: int) -> None:
    rows = (
        (sentence_id(document, start, end), document, ordinal, start, end, role)
        for ordinal, (start, end, role) in enumerate(segments, start=first)
    )
    db.conn.executemany("INSERT INTO sentence VALUES (?, ?, ?, ?, ?, ?)", rows)


def _proposed(db: Database, document: DocumentId) -> dict[int, Role | None]:
    """Return where the segmenter would begin sentences, in order, with their roles."""
    query = "SELECT starts FROM proposal WHERE document_id = ?"
    row = db.execute(query, [document]).fetchone()
    return {start: role and Role(role) for start, role in json.loads(row[0])} if row else {}
