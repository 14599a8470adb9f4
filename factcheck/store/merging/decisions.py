"""The journals of two databases become one: the union of their decisions, in whatever order.

Decisions are staged in a temporary table first, for a file may hold more than memory does, and in
any order. They are appended oldest first, so that what is taken back or carried stands before what
does it; then every register that they touch is brought in step once.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, NamedTuple

from sqlite_utils.db import Database

from factcheck.domain.archive.records import DecisionRecord, json_of
from factcheck.domain.decision import Kind
from factcheck.store.merging.out_of_view import OutOfView, out_of_view
from factcheck.store.projections import project
from factcheck.store.registers import Register
from factcheck.store.retractions import settle
from factcheck.store.rows import Row

_AT_ONCE: Final = 1000
"""Decisions that are compared or appended together."""
_COLUMNS: Final = (
    "id", "at", "reviewer", "session", "kind", "subject", "value", "undoes", "act", "origin",
    "carries",
)  # fmt: skip
"""Of the journal."""


class Numbered(NamedTuple):
    """A decision, and where in the file it stands."""

    line: int
    decision: DecisionRecord


class Fault(NamedTuple):
    """Why a decision cannot be taken."""

    line: int
    reason: str


class JournalMerging:
    """Brings decisions into the journal of one database, in a transaction that is open."""

    def __init__(self, db: Database) -> None:
        """Stage nothing yet."""
        self._db = db
        self.known = 0
        """How many decisions were here already."""
        self.new = 0
        """How many were appended."""
        db.execute("DROP TABLE IF EXISTS temp.incoming")
        db.execute(_INCOMING)

    def stage(self, decisions: Sequence[Numbered]) -> list[Fault]:
        """Stage those that are not here; return what is wrong with those that are otherwise."""
        known = self._known([decision.id for _, decision in decisions])
        staged, faults = [], []
        for line, decision in decisions:
            row = _row(decision)
            there = known.setdefault(decision.id, row)
            if there is row:
                staged.append((line, *row.values()))
            elif _is_same(there, row):
                self.known += 1
            else:
                faults.append(Fault(line, _OTHERWISE))
        self._db.conn.executemany(_STAGE, staged)
        return faults

    def append(self) -> list[Fault]:
        """Append what is staged, but for what refers to decisions that are nowhere."""
        faults: list[Fault] = []
        rows = self._db.query("SELECT * FROM incoming ORDER BY at, id")
        while batch := list(islice(rows, _AT_ONCE)):
            faults += self._append(batch)
        (self.new,) = self._db.execute("SELECT count(*) FROM incoming").fetchone()
        return faults

    def bring_in_step(self, documents: Collection[str]) -> None:
        """Let stand what follows from what was appended, now that `documents` are here as well."""
        for (original,) in self._db.execute(_ORIGINALS).fetchall():
            settle(self._db, original)
        for row in self._db.query(_TOUCHED):
            project(self._db, _register(row))
        names = json.dumps([*documents])
        for row in self._db.query(_ANCHORS, {"documents": names}) if documents else ():
            project(self._db, _register(row))

    def out_of_view(self) -> list[OutOfView]:
        """Return which of the decisions are about words that are no sentence here."""
        return list(out_of_view(self._db))

    def without_files(self) -> tuple[int, int]:
        """Return how many attachments that the decisions name are not here, and the first line."""
        missing, line = self._db.execute(_WITHOUT_FILES).fetchone()
        return missing, line or 0

    def forget(self) -> None:
        """Let go of what was staged."""
        self._db.execute("DROP TABLE incoming")

    def _known(self, names: Sequence[str]) -> dict[str, Row]:
        """Return the decisions of those names that are here or staged."""
        parameters = {"names": json.dumps(names)}
        rows = (row for query in (_HERE, _STAGED) for row in self._db.query(query, parameters))
        return {row["id"]: row for row in rows}

    def _append(self, batch: Sequence[Row]) -> Iterator[Fault]:
        known = self._referred(batch)
        good, bad = [], []
        for row in batch:
            reason = _objection(row, known)
            if reason:
                bad.append((row["id"],))
                yield Fault(row["line"], reason)
            else:
                undone = known.get(row["undoes"])
                known[row["id"]] = {**row, "redoes": undone and undone["undoes"]}
                good.append(row)
        self._db.conn.executemany(_APPEND, good)
        self._db.conn.executemany("DELETE FROM incoming WHERE id = ?", bad)

    def _referred(self, batch: Sequence[Row]) -> dict[str | None, Row]:
        """Return what decisions take back or carry, by id."""
        names = [row[column] for row in batch for column in ("undoes", "carries") if row[column]]
        rows = self._db.query(_REFERRED, {"names": json.dumps(names)}) if names else ()
        return {row["id"]: row for row in rows}


def _row(decision: DecisionRecord) -> Row:
    fields = {name: getattr(decision, name) for name in _COLUMNS}
    return {**fields, "value": None if decision.value is None else json_of(decision.value)}


def _is_same(there: Row, here: Row) -> bool:
    """Whether two rows of the journal say the same, however their JSON is written."""
    return there == here or _parsed(there) == _parsed(here)


def _parsed(row: Row) -> Row:
    return {**row, "value": row["value"] and json.loads(row["value"])}


def _objection(row: Row, known: Mapping[str | None, Row]) -> str:
    """Return why a decision cannot be appended after those that are `known`; empty if it can."""
    if row["carries"] and row["carries"] not in known:
        return "carries a decision that is neither here nor in the file: export both together"
    if not row["undoes"]:
        return ""
    undone = known.get(row["undoes"])
    if undone is None:
        return "takes back a decision that is neither here nor in the file: export both together"
    if any(undone[column] != row[column] for column in ("kind", "subject", "reviewer")):
        return "takes back a decision on something else: nobody can do that"
    if undone["redoes"]:
        return "takes back a redo: nobody can do that, but undo what it brought back"
    return ""


def _register(row: Row) -> Register:
    return Register(Kind(row["kind"]), row["subject"], row["reviewer"])


_OTHERWISE: Final = (
    "another decision has this id, and none is ever changed: it was edited, export it again"
)

_INCOMING: Final = f"""
CREATE TEMP TABLE incoming (line INTEGER, {", ".join(_COLUMNS)}, PRIMARY KEY (id)) WITHOUT ROWID
"""

_STAGE: Final = f"INSERT INTO incoming VALUES (?{', ?' * len(_COLUMNS)})"  # noqa: S608

_APPEND: Final = f"""
INSERT INTO decision ({", ".join(_COLUMNS)}) VALUES ({", ".join(f":{name}" for name in _COLUMNS)})
"""  # noqa: S608 - the names are our own schema's

_HERE: Final = f"""
SELECT {", ".join(_COLUMNS)} FROM decision WHERE id IN (SELECT value FROM json_each(:names))
"""  # noqa: S608

_STAGED: Final = f"""
SELECT {", ".join(_COLUMNS)} FROM incoming WHERE id IN (SELECT value FROM json_each(:names))
"""  # noqa: S608

_REFERRED: Final = """
SELECT
    id, kind, subject, reviewer, undoes,
    (SELECT undoes FROM decision AS undone WHERE undone.id = decision.undoes) AS redoes
FROM decision WHERE id IN (SELECT value FROM json_each(:names))
"""

# a redo takes back an undo
_ORIGINALS: Final = """
SELECT DISTINCT coalesce(undone.undoes, undone.id)
FROM incoming JOIN decision AS undone ON undone.id = incoming.undoes
"""

_PERSONAL: Final = ", ".join(f"'{kind}'" for kind in Kind if kind.personal)

# cuts first: they bring what is on their sentences in step, so that little is done twice
_TOUCHED: Final = f"""
SELECT DISTINCT kind, subject, CASE WHEN kind IN ({_PERSONAL}) THEN reviewer END AS reviewer
FROM (
    SELECT kind, subject, reviewer FROM incoming
    UNION ALL SELECT kind, subject, reviewer FROM decision WHERE carries IN ({_ORIGINALS})
)
ORDER BY kind <> 'cut', subject
"""  # noqa: S608

_WITHOUT_FILES: Final = """
SELECT count(DISTINCT json_extract(item.value, '$.sha256')), min(line)
FROM incoming, json_each(incoming.value, '$.attachments') AS item
WHERE kind = 'evidence'
AND json_extract(item.value, '$.sha256') NOT IN (SELECT sha256 FROM attachment)
"""

_ANCHORS: Final = """
SELECT DISTINCT kind, subject, reviewer FROM decision
WHERE kind = 'anchor' AND json_extract(value, '$.document') IN (
    SELECT value FROM json_each(:documents)
)
"""
