"""The index of all words: kept in step with what is written, in the same transaction.

The index holds words only, no texts: a sentence's text is in its document, all other texts are in
the table `searchable`. What is taken out of it has to be named word by word.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from sqlite_utils.db import Database

from factcheck.domain.decision import Kind
from factcheck.domain.document import Segment
from factcheck.domain.identity import DocumentId, SentenceId, span_of
from factcheck.domain.searching import HitKind, indexed
from factcheck.store.registers import Register

ARTICLE_BITS: Final = 32
"""A place in the index is an article's number, followed by this many bits for where in it."""
FINDINGS: Final = 1 << 31
"""Where in an article its claims, evidence and notes stand, behind the longest possible text.

Its title is at 0, and a sentence behind its first character.
"""
_FIELDS: Final[Mapping[Kind, tuple[str, ...]]] = {
    Kind.CLAIM: ("text", "claimant"),
    Kind.EVIDENCE: (
        "title", "author", "publisher", "quote", "question", "answer", "note", "url",
    ),
    Kind.NOTE: ("text",),
}  # fmt: skip
"""The columns of each kind that is searched."""
_BETWEEN_FIELDS: Final = " · "
_AT_ONCE: Final = 1000
"""Rows read at once when everything is indexed."""


class Entry(NamedTuple):
    """A row of the table `searchable`, without its place."""

    kind: HitKind
    name: str
    reviewer: str
    about: str
    start: int | None
    text: str


def index_article(
    db: Database, document: DocumentId, title: str, text: str, segments: Iterable[Segment]
) -> None:
    """Let a new document be found by its title and its sentences."""
    number = _number(db, document)
    _insert(db, number << ARTICLE_BITS, title_entry(document, title))
    _add(db, ((sentence_place(number, start), text[start:end]) for start, end, _ in segments))


def index_title(db: Database, document: DocumentId, title: str) -> None:
    """Let a document be found by another title."""
    entry = title_entry(document, title)
    _take_out(db, "kind = ? AND name = ?", entry.kind, document)
    _insert(db, _number(db, document) << ARTICLE_BITS, entry)


def index_moved(
    db: Database,
    document: DocumentId,
    before: Sequence[tuple[int, int]],
    after: Sequence[tuple[int, int]],
) -> None:
    """Let sentences be found that stand in the place of others; each is its start and end."""
    first, last = before[0][0], before[-1][1]
    query = "SELECT number, substr(text, ?, ?) FROM document WHERE id = ?"
    number, text = db.execute(query, [first + 1, last - first, document]).fetchone()
    _remove(db, ((sentence_place(number, a), text[a - first : b - first]) for a, b in before))
    _add(db, ((sentence_place(number, a), text[a - first : b - first]) for a, b in after))


def index_finding(db: Database, register: Register, row: Mapping[str, Any] | None) -> None:
    """Let a claim, evidence or a note be found by the words of its row, or by none any more.

    Other kinds are not searched.
    """
    if register.kind not in _FIELDS:
        return
    kind, reviewer = HitKind(register.kind), _owner(register)
    condition = "kind = ? AND name = ? AND reviewer = ?"
    _take_out(db, condition, kind, register.subject, reviewer)
    if row:
        _insert_finding(db, register, row)


def forget_findings(db: Database, sentence: SentenceId) -> None:
    """Let nothing be found any more that stood on words which are no longer a sentence."""
    # '#' follows a sentence's id in its claims' ids, and '$' is the character after '#'
    _take_out(db, "about >= ? AND about < ?", sentence, f"{sentence}$")


def index_everything(db: Database) -> None:
    """Index all that the database holds, in the place of what was indexed."""
    db.execute("DELETE FROM searchable")
    db.execute("INSERT INTO search_index (search_index) VALUES ('delete-all')")
    for name, title, text in db.execute("SELECT id, title, text FROM document ORDER BY number"):
        query = 'SELECT "start", "end", role FROM sentence WHERE document_id = ? ORDER BY "start"'
        index_article(db, name, title, text, map(Segment._make, db.execute(query, [name])))
    for kind, table, name in SEARCHED:
        for row in db.query(f"SELECT * FROM {table}"):  # noqa: S608 - our own schema's
            _insert_finding(db, Register(kind, row[name], row.get("reviewer", "")), row)


SEARCHED: Final = (
    (Kind.CLAIM, "claim_detail", "claim_id"),
    (Kind.EVIDENCE, "evidence", "id"),
    (Kind.NOTE, "note", "sentence_id"),
)
"""Where what is searched stands now, and the column that names it."""


def _owner(register: Register) -> str:
    return register.reviewer if register.kind.personal else ""


def title_entry(document: DocumentId, title: str) -> Entry:
    """Return what is to be found of an article's title."""
    return Entry(HitKind.ARTICLE, document, "", document, None, title)


def _insert_finding(db: Database, register: Register, row: Mapping[str, Any]) -> None:
    entry = finding_entry(register, row)
    if entry:
        _insert(db, _free_place(db, span_of(entry.about).document), entry)


def finding_entry(register: Register, row: Mapping[str, Any]) -> Entry | None:
    """Return what is to be found of a finding's row; None where it says nothing."""
    said = [str(row.get(field) or "") for field in _FIELDS[register.kind]]
    text = _BETWEEN_FIELDS.join(filter(None, said))
    if not text:
        return None
    about = row.get("claim_id") or row["sentence_id"]
    start = span_of(about).start
    return Entry(HitKind(register.kind), register.subject, _owner(register), about, start, text)


def _insert(db: Database, place: int, entry: Entry) -> None:
    db.execute("INSERT INTO searchable VALUES (?, ?, ?, ?, ?, ?, ?)", [place, *entry])
    _add(db, [(place, entry.text)])


def _take_out(db: Database, condition: str, *values: str) -> None:
    query = f"SELECT place, text FROM searchable WHERE {condition}"  # noqa: S608 - our own
    for place, text in db.execute(query, values).fetchall():
        _remove(db, [(place, text)])
        db.execute("DELETE FROM searchable WHERE place = ?", [place])


def _add(db: Database, texts: Iterable[tuple[int, str]]) -> None:
    query = "INSERT INTO search_index (rowid, text) VALUES (?, ?)"
    db.conn.executemany(query, ((place, indexed(text)) for place, text in texts))


def _remove(db: Database, texts: Iterable[tuple[int, str]]) -> None:
    query = "INSERT INTO search_index (search_index, rowid, text) VALUES ('delete', ?, ?)"
    db.conn.executemany(query, ((place, indexed(text)) for place, text in texts))


def sentence_place(number: int, start: int) -> int:
    """Return the place in the index of the sentence that begins at `start`, in code points."""
    return (number << ARTICLE_BITS) + start + 1


def _free_place(db: Database, document: DocumentId) -> int:
    first = (_number(db, document) << ARTICLE_BITS) + FINDINGS
    query = "SELECT coalesce(max(place) + 1, ?) FROM searchable WHERE place >= ? AND place < ?"
    (place,) = db.execute(query, [first, first, first + FINDINGS]).fetchone()
    return int(place)


def _number(db: Database, document: DocumentId) -> int:
    (number,) = db.execute("SELECT number FROM document WHERE id = ?", [document]).fetchone()
    return int(number)
