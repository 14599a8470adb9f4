"""Registers: each holds the current value of one kind about one subject."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlite_utils.db import Database

from factcheck.domain.decision import Decision, Kind
from factcheck.domain.identity import CutId, DocumentId, SentenceId, sentence_of, span_of
from factcheck.store.rows import decisions_in


class Register(NamedTuple):
    """What a decision sets."""

    kind: Kind
    subject: str
    reviewer: str
    """Whose it is; of no weight for the kinds that all reviewers share."""


def register_of(decision: Decision) -> Register:
    """Return the register that `decision` sets."""
    return Register(decision.kind, decision.subject, decision.reviewer)


def standing(db: Database, register: Register) -> Decision | None:
    """Return the decision that gives a register its current value, if one stands."""
    found = decisions_in(
        db,
        # the plus: an index is for one kind only, so SQLite would plan anew for each that is bound
        "SELECT * FROM standing WHERE subject = :subject AND kind = +:kind "
        "AND (:shared OR reviewer = :reviewer) ORDER BY at DESC, id DESC LIMIT 1",
        subject=register.subject,
        kind=register.kind,
        shared=not register.kind.personal,
        reviewer=register.reviewer,
    )
    return next(found, None)


def first_standing(db: Database, register: Register) -> str:
    """Return the first decision on a register of which any stands, by id."""
    query = (
        "SELECT id FROM standing WHERE subject = ? AND kind = ? AND reviewer = ? "
        "AND value IS NOT NULL ORDER BY at, id LIMIT 1"
    )
    names = [register.subject, register.kind, register.reviewer]
    return str(db.execute(query, names).fetchone()[0])


def registers_about(db: Database, sentence: SentenceId) -> Iterator[Register]:
    """Yield each register about a sentence, its claims and their evidence."""
    for row in db.query(f"SELECT DISTINCT kind, subject, reviewer {_ABOUT}", {"about": sentence}):
        yield Register(Kind(row["kind"]), row["subject"], row["reviewer"])


def registers_in(db: Database, document: DocumentId) -> list[Register]:
    """Return each register about an article and what is in it, its cuts first."""
    rows = db.query(_IN_DOCUMENT, {"document": document})
    return [Register(Kind(row["kind"]), row["subject"], row["reviewer"]) for row in rows]


def copies_of_undone(db: Database, decision: Decision) -> list[Register]:
    """Return the registers to which the decision was carried that an undo or redo is about."""
    if decision.undoes is None:
        return []
    undone = db.table("decision").get(decision.undoes)
    while undone["undoes"]:
        undone = db.table("decision").get(undone["undoes"])
    query = "SELECT DISTINCT kind, subject, reviewer FROM decision WHERE carries = :name"
    rows = db.query(query, {"name": undone["id"]})
    return [Register(Kind(row["kind"]), row["subject"], row["reviewer"]) for row in rows]


def decisions_on_words(db: Database, sentence: SentenceId) -> Iterator[Decision]:
    """Yield the decisions on a sentence's words, oldest first.

    These are the decisions on the sentence, its claims and their evidence; where it was split or
    merged, also those on the sentences that held any of its words, and the cuts.
    """
    names = [sentence, *_overlapping(db, sentence)]
    found = (
        decision
        for name in names
        for decision in decisions_in(db, f"SELECT * {_ABOUT}", about=name)
    )
    once = {decision.id: decision for decision in found}
    return iter(sorted(once.values(), key=lambda decision: (decision.at, decision.id)))


def cuts_in(db: Database, document: DocumentId) -> list[CutId]:
    """Return the places in a document where a cut was ever decided on."""
    return [CutId(row["subject"]) for row in db.query(_CUTS, {"document": document})]


def _overlapping(db: Database, sentence: SentenceId) -> set[str]:
    """Return the other sentences that hold words of one, and the cuts in these, by id."""
    span = span_of(sentence)
    cuts = cuts_in(db, span.document)
    if not cuts:
        return set()
    others = {
        sentence_of(row["subject"]) for row in db.query(_SENTENCES, {"document": span.document})
    }
    spans = {name: span_of(name) for name in others}
    near = {n: s for n, s in spans.items() if s.start < span.end and span.start < s.end}
    start = min([span.start, *(other.start for other in near.values())])
    end = max([span.end, *(other.end for other in near.values())])
    return near.keys() | {cut for cut in cuts if start <= span_of(cut).start < end}


# '#' follows a sentence's id in its claims' ids, and '$' is the character after '#'
_ABOUT = """
FROM decision WHERE subject IN (
    SELECT :about
    UNION SELECT subject FROM decision
    WHERE subject > :about || '#' AND subject < :about || '$'
    UNION SELECT subject FROM decision
    WHERE kind = 'evidence' AND json_extract(value, '$.claim') > :about || '#'
    AND json_extract(value, '$.claim') < :about || '$'
)
"""

# '@' follows a document's id in its cuts' ids, and 'A' is the character after '@'
_CUTS = """
SELECT DISTINCT subject FROM decision
WHERE subject > :document || '@' AND subject < :document || 'A'
"""

# ':' follows a document's id in its sentences' ids, and ';' is the character after ':'
_SENTENCES = """
SELECT DISTINCT subject FROM decision
WHERE subject > :document || ':' AND subject < :document || ';'
"""

# ':', '@' or nothing follows a document's id in what it is part of; 'A' comes after them
_IN_DOCUMENT = """
SELECT DISTINCT kind, subject, reviewer FROM (
    SELECT kind, subject, reviewer FROM decision
    WHERE subject >= :document AND subject < :document || 'A'
    UNION ALL SELECT kind, subject, reviewer FROM decision
    WHERE kind = 'evidence' AND json_extract(value, '$.claim') > :document || ':'
    AND json_extract(value, '$.claim') < :document || ';'
)
ORDER BY kind <> 'cut', subject
"""
