"""Whether what stands in the typed tables is what the journal leads to, and nothing more."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from sqlite_utils.db import Database

from factcheck.domain.decision import Kind
from factcheck.domain.particulars import Particulars
from factcheck.store.checking.replay import Replayed, Unreadable, registers, replay, standing_on
from factcheck.store.checking.rows import article, each
from factcheck.store.checking.seen import Seen
from factcheck.store.projections import (
    PROJECTION_TABLES,
    anchor_row,
    finding_row,
    key_of,
    on_sentence,
    particulars_said,
)
from factcheck.store.rows import Row, all_equal

_TABLES: Final = (*PROJECTION_TABLES.values(), "anchor")


def projections(db: Database) -> Iterator[str]:
    """Check every row of the tables that show what stands, against a replay of the journal."""
    replay(db)
    yield from _retractions(db)
    expected = Seen(db, "expected")
    yield from each(registers(db), _called, lambda item: _compared(db, item, expected))
    yield from _beyond(db)
    yield from _particulars(db)


def _called(item: Replayed | Unreadable) -> str:
    return f"decision {item.decision if isinstance(item, Unreadable) else item.decision.id}"


def _compared(db: Database, item: Replayed | Unreadable, expected: Seen) -> Iterator[str]:
    """Yield what is wrong with a register's row, if it should have one."""
    if isinstance(item, Unreadable):
        yield f"decision {item.decision} cannot be read, so what follows from it is unknown"
        return
    if not (item.register.kind.is_finding or item.register.kind is Kind.ANCHOR):
        return
    table, key, row = _row(db, item)
    if row is not None:
        expected.add(item.decision.id)
        yield _difference(db, table, key, row)


def _row(db: Database, item: Replayed) -> tuple[str, Row, Row | None]:
    """Return the table, the key and the row in which a register's value stands."""
    register, decision, first = item
    if register.kind is Kind.ANCHOR:
        return "anchor", {"sentence_id": register.subject}, anchor_row(db, register, decision)
    row = None
    if decision.value is not None and on_sentence(db, decision):
        row = finding_row(register, decision, decision.value, first)
    return PROJECTION_TABLES[register.kind], key_of(register), row


def _difference(db: Database, table: str, key: Row, row: Row) -> str:
    found = db.execute(_select(table, tuple(row), tuple(key)), [*key.values()]).fetchone()
    if found is None:
        return f"the table {table} has no row for decision {row['decision_id']}"
    pairs = zip(row.items(), found, strict=True)
    wrong = [name for (name, value), there in pairs if value != there]
    # databases that were made before it was kept know the last decision only
    if wrong == ["drafted"] and dict(zip(row, found, strict=True))["drafted"] == row["decision_id"]:
        return ""
    told = ", ".join(wrong)
    return told and f"the table {table} says another {told} than decision {row['decision_id']}"


@cache
def _select(table: str, columns: tuple[str, ...], key: tuple[str, ...]) -> str:
    names = ", ".join(f'"{column}"' for column in columns)
    return f"SELECT {names} FROM {table} WHERE {all_equal(key)}"  # noqa: S608 - our own schema's


def _beyond(db: Database) -> Iterator[str]:
    """Yield each row that no decision leads to, or that stands twice."""
    for table in _TABLES:
        for (decision,) in db.execute(_NOT_EXPECTED.format(table=table)):
            yield f"the table {table} has a row for decision {decision}, where none should be"


def _particulars(db: Database) -> Iterator[str]:
    """Yield whether each document's row says what is known about it."""
    for row in db.query(_PARTICULARS):
        called = article(row["number"], row["title"])
        try:
            stands = particulars_said(standing_on(db, Kind.PARTICULARS, row["id"]), row["as_read"])
        except (ValueError, TypeError, RecursionError):
            yield f"{called}: what its source said of it cannot be read"
            continue
        wrong = ", ".join(name for name, value in stands if row[name] != value)
        yield wrong and f"{called}: its {wrong} is not what was read or decided"


def _retractions(db: Database) -> Iterator[str]:
    for (decision,) in db.execute(_NOT_RETRACTED):
        yield f"decision {decision} was taken back, and the table retracted does not say so"
    for (decision,) in db.execute(_RETRACTED):
        yield f"decision {decision} stands, or was taken back otherwise than in the table retracted"


_PARTICULARS: Final = f"""
SELECT number, id, as_read, {", ".join(Particulars.model_fields)} FROM document ORDER BY number
"""  # noqa: S608 - the names are our own schema's
_NOT_EXPECTED: Final = """
SELECT decision_id FROM {table} WHERE decision_id NOT IN (SELECT key FROM temp.expected)
UNION ALL SELECT decision_id FROM {table} GROUP BY decision_id HAVING count(*) > 1
"""
_NOT_RETRACTED: Final = """
SELECT decision_id FROM (
    SELECT decision_id, undo_id, reviewer, at FROM temp.taken_back
    EXCEPT SELECT decision_id, undo_id, reviewer, at FROM retracted
)
"""
_RETRACTED: Final = """
SELECT decision_id FROM (
    SELECT decision_id, undo_id, reviewer, at FROM retracted
    EXCEPT SELECT decision_id, undo_id, reviewer, at FROM temp.taken_back
)
"""
