"""Decisions as rows of the journal, values as columns of the typed tables, and back."""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Final, TypeVar, get_origin

from sqlite_utils.db import Database

from factcheck.domain.decision import Decision, Kind, Origin
from factcheck.domain.value import Value

_V = TypeVar("_V", bound=Value)

Row = dict[str, Any]
"""Column names and values."""


def insert(db: Database, table: str, row: Row, *, replace: bool = False) -> None:
    """Put a row into one of our own tables, perhaps in the place of the one with its key."""
    db.execute(_insertion("REPLACE" if replace else "INSERT", table, tuple(row)), row)


@cache
def _insertion(verb: str, table: str, columns: Sequence[str]) -> str:
    """Return the SQL that puts in a row; SQLite keeps what it has prepared of the same text."""
    names = ", ".join(f'"{column}"' for column in columns)
    values = ", ".join(f":{column}" for column in columns)
    return f"{verb} INTO {table} ({names}) VALUES ({values})"


def all_equal(columns: Iterable[str]) -> str:
    """Return the SQL condition that each of `columns`, named by our own schema, has a value."""
    return " AND ".join(f"{column} = ?" for column in columns)


def row_of(decision: Decision) -> Row:
    """Return the journal's row for `decision`."""
    value = decision.value.model_dump_json() if decision.value else None
    return {**dict(decision), "value": value}


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
    fields = {name: row[name] for name in _fields(model)}
    for name in _lists(model):
        fields[name] = () if fields[name] == _NO_ENTRIES else json.loads(fields[name])
    return model(**fields)


_NO_ENTRIES: Final = "[]"
"""What stands in most columns of lists."""


@cache
def _fields(model: type[Value]) -> tuple[str, ...]:
    return tuple(model.model_fields)


@cache
def _lists(model: type[Value]) -> tuple[str, ...]:
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if get_origin(field.annotation) is tuple)
