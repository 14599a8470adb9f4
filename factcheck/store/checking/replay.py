"""The journal replayed from its rows alone: what is taken back, and what gives registers values."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final, NamedTuple

from sqlite_utils.db import Database

from factcheck.domain.decision import Decision, Kind
from factcheck.store.registers import Register, register_of
from factcheck.store.rows import Row, decision_of


class Replayed(NamedTuple):
    """What a register came to."""

    register: Register
    decision: Decision
    """What stands on it."""
    first: str
    """The first decision on it of which any stands, by id; empty where all clear it."""


class Unreadable(NamedTuple):
    """A decision that says nothing the program understands."""

    decision: str
    """By id."""


def replay(db: Database) -> None:
    """Find out which decisions are taken back, without asking the table that tells it."""
    for statement in _TAKEN_BACK:
        db.execute(statement)


def registers(db: Database) -> Iterator[Replayed | Unreadable]:
    """Yield every register with the decision that stands on it, after a `replay`."""
    for _, rows in groupby(db.query(_STANDING), lambda row: (row["subject"], row["kind"])):
        came_to: dict[str, Replayed] = {}
        for row in rows:
            decision = _read(row)
            if isinstance(decision, Unreadable):
                yield decision
            else:
                _take_in(came_to, decision)
        yield from came_to.values()


def standing_on(db: Database, kind: Kind, subject: str) -> Decision | None:
    """Return the last decision that stands on what all share, if it can be read."""
    query = f"{_COUNTING} AND subject = ? AND kind = ? ORDER BY at DESC, id DESC LIMIT 1"
    decisions = [_read(row) for row in db.query(query, [subject, kind])]
    return next((found for found in decisions if isinstance(found, Decision)), None)


def standing_cuts(db: Database, document: str) -> Iterator[Decision]:
    """Yield the decisions on where the sentences of a document begin, oldest first."""
    query = f"{_COUNTING} AND subject > :document || '@' AND subject < :document || 'A'"
    for row in db.query(f"{query} ORDER BY at, id", {"document": document}):
        decision = _read(row)
        if not isinstance(decision, Unreadable):
            yield decision


def _take_in(came_to: dict[str, Replayed], decision: Decision) -> None:
    owner = decision.reviewer if decision.kind.personal else ""
    before = came_to.get(owner)
    first = before.first if before else ""
    first = first or (decision.id if decision.value else "")
    came_to[owner] = Replayed(register_of(decision), decision, first)


def _read(row: Row) -> Decision | Unreadable:
    try:
        return decision_of(row)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return Unreadable(row["id"])


_TAKEN_BACK: Final = (
    "DROP TABLE IF EXISTS temp.undo",
    "DROP TABLE IF EXISTS temp.taken_back",
    """
    CREATE TEMP TABLE undo (
        undoes, at, id, reviewer, PRIMARY KEY (undoes, at, id)
    ) WITHOUT ROWID
    """,
    "INSERT INTO undo SELECT undoes, at, id, reviewer FROM decision WHERE undoes IS NOT NULL",
    "CREATE TEMP TABLE taken_back (decision_id PRIMARY KEY, undo_id, reviewer, at) WITHOUT ROWID",
    """
    INSERT OR REPLACE INTO taken_back SELECT undoes, id, reviewer, at FROM undo
    WHERE NOT EXISTS (SELECT 1 FROM undo AS redo WHERE redo.undoes = undo.id)
    AND NOT EXISTS (SELECT 1 FROM decision WHERE id = undo.undoes AND undoes IS NOT NULL)
    ORDER BY undoes, at, id
    """,
)
"""An undo that was not undone itself takes back; of several the last one counts."""

_COUNTING: Final = """
SELECT * FROM decision WHERE undoes IS NULL
AND NOT EXISTS (SELECT 1 FROM temp.taken_back WHERE decision_id = decision.id)
AND NOT EXISTS (SELECT 1 FROM temp.taken_back WHERE decision_id = decision.carries)
"""

_STANDING: Final = f"{_COUNTING} ORDER BY subject, kind, at, id"
