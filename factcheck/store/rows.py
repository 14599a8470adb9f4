"""Decisions as rows of the journal, values as columns of the typed tables, and back."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar, get_origin

from sqlite_utils.db import Database

from factcheck.domain.decision import Decision, Kind, Origin
from factcheck.domain.value import Value

_V = TypeVar("_V", bound=Value)

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


def columns_of(value: Value) -> Row:
    """Return a value's fields as columns; lists are JSON."""
    fields = value.model_dump(mode="json")
    return {name: json.dumps(v) if isinstance(v, list) else v for name, v in fields.items()}


def value_in(model: type[_V], row: Row) -> _V:
    """Return the value that stands in the columns of a row."""
    lists = _lists(model)
    return model(
        **{
            name: json.loads(row[name]) if name in lists else row[name]
            for name in model.model_fields
        }
    )


@cache
def _lists(model: type[Value]) -> frozenset[str]:
    fields = model.model_fields.items()
    return frozenset(name for name, field in fields if get_origin(field.annotation) is tuple)
