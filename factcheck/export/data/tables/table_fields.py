"""The fields of values as columns of tables: what each holds, from the values' own definitions."""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from inspect import cleandoc, getsource
from itertools import pairwise
from textwrap import dedent
from types import MappingProxyType
from typing import Any, Final, NamedTuple, get_args, get_type_hints

from pydantic import create_model

from factcheck.domain.text import PartialDate
from factcheck.domain.value import Value

_LIST: Final = "A semicolon stands between several, and a backslash before one that is meant."
_PARTIAL: Final = get_args(PartialDate)[-1]
"""What makes a field hold a date."""
_PARTIAL_DATE: Final = {"pattern": r"\d{4}(-\d{2}(-\d{2})?)?"}
_CONSTRAINTS: Final = ("enum", "pattern", "minimum", "maximum", "maxLength")
"""What JSON Schema and Table Schema call by the same names."""
Model = Any
"""A value, or a named tuple of what there are very many."""
_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
REQUIRED: Final[Mapping[str, Any]] = MappingProxyType({"required": True})


class Column(NamedTuple):
    """A column of a table, in the words of Table Schema."""

    name: str
    description: str
    type: str = "string"
    constraints: Mapping[str, Any] = _NOTHING


@cache
def columns_of(model: Model, *without: str) -> tuple[Column, ...]:
    """Return a column for each field of a value, but for those named."""
    value: type[Value] = model if issubclass(model, Value) else _value_like(model)
    schema = value.model_json_schema()
    told = _descriptions(model)
    return tuple(
        _column(value, name, _resolved(schema["properties"][name], schema), told[name])
        for name in value.model_fields
        if name not in without
    )


def _value_like(model: Model) -> type[Value]:
    """Return a value with the fields of a named tuple, for it knows their types."""
    hints, defaults = get_type_hints(model), vars(model)["_field_defaults"]
    fields: dict[str, Any] = {name: (hints[name], defaults.get(name, ...)) for name in hints}
    return create_model(model.__name__, __base__=Value, **fields)


def _column(model: type[Value], name: str, schema: dict[str, Any], description: str) -> Column:
    field = model.model_fields[name]
    is_list = schema["type"] == "array"
    constraints: dict[str, Any] = {rule: schema[rule] for rule in _CONSTRAINTS if rule in schema}
    if "pattern" in constraints:
        constraints["pattern"] = constraints["pattern"].strip("^$")  # it is for the whole cell
    if _PARTIAL in field.metadata:
        constraints |= _PARTIAL_DATE
    if field.is_required():
        constraints |= REQUIRED
    return Column(
        name=name,
        description=f"{description} {_LIST}" if is_list else description,
        type="string" if is_list else schema["type"],
        constraints=constraints,
    )


def _resolved(schema: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a field without what it says of its absence, and without references."""
    options = [option for option in schema.get("anyOf", [schema]) if option.get("type") != "null"]
    reference = options[0].get("$ref", "")
    found: dict[str, Any] = (
        whole["$defs"][reference.rpartition("/")[2]] if reference else options[0]
    )
    return found


def _descriptions(model: Model) -> dict[str, str]:
    """Return the docstrings of a value's fields, its own and those that it inherits."""
    told: dict[str, str] = {}
    for each in reversed(model.__mro__):
        if each is model or issubclass(each, Value):
            told |= dict(_docstrings(each))
    return told


def _docstrings(model: type[object]) -> Iterator[tuple[str, str]]:
    """Yield the fields that a class defines with the docstrings below them."""
    (definition,) = ast.parse(dedent(getsource(model))).body
    body = definition.body if isinstance(definition, ast.ClassDef) else []
    for field, below in pairwise(body):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(words))),
            ):
                yield name, cleandoc(words)
