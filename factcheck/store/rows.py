"""Decisions as rows of the journal, and back."""

from collections.abc import Iterator
from typing import Any

from sqlite_utils.db import Database

from factcheck.domain.decision import Decision, Kind, Origin

Row = dict[str, Any]
"""Column names and values."""


def row_of(decision: Decision) -> Row:
    """Return the journal's row for `decision`."""
    value = decision.value.model_dump_json() if decision.value else None
    return {**decision.model_dump(exclude={"value"}), "value": value}


def decision_of(row: Row) -> Decision:
    """Return the decision in a journal's row, its value validated by the model of its kind."""
    kind = Kind(row["kind"])
    value = kind.value_type.model_validate_json(row["value"]) if row["value"] else None
    return Decision(**{**row, "kind": kind, "value": value, "origin": Origin(row["origin"])})


def decisions_in(db: Database, sql: str, **names: object) -> Iterator[Decision]:
    """Yield the decisions that `sql` selects; `names` are its parameters."""
    for row in db.query(sql, names):
        yield decision_of(row)
