"""JSON records of other tools, each with its place; what is no record is told, never raised."""

import json
from collections.abc import Iterator, Mapping
from io import StringIO
from typing import NamedTuple, TypeVar

from factcheck.domain.errors import InvalidValue, Unreadable
from factcheck.domain.value import Value
from factcheck.reading.data.incoming import Refused
from factcheck.reading.decoding.encoding import decoded

_V = TypeVar("_V", bound=Value)


class Record(NamedTuple):
    """A JSON object in a file."""

    line: int
    """The line it stands on, or its place in an array; from 1."""
    fields: Mapping[str, object]


def records_in_array(content: bytes) -> Iterator[Record | Refused]:
    """Yield the objects of an array; raises Unreadable where the file is none."""
    values = _parsed(decoded(content).text)
    if isinstance(values, Unreadable):
        raise values
    if not isinstance(values, list):
        raise Unreadable("is no JSON array: write the records as [{...}, {...}]")
    for number, value in enumerate(values, 1):
        yield _record(number, value)


def records_in_lines(content: bytes) -> Iterator[Record | Refused]:
    """Yield the object on each line but the empty ones; raises Unreadable where the first has none.

    Lines end in a line feed alone: JSON may hold all other line ends as they are.
    """
    lines = StringIO(decoded(content).text, newline="\n")
    numbered = ((number, line) for number, line in enumerate(lines, 1) if not line.isspace())
    first = True
    for number, line in numbered:
        record = _record(number, _parsed(line))
        if first and isinstance(record, Refused):
            raise Unreadable(f"has no JSON object on line {number}: write one on each line")
        first = False
        yield record


def validated(model: type[_V], record: Record) -> _V:
    """Return a record as `model` has it, without fields that it does not know.

    Raises InvalidValue that says what is wrong, and what to do.
    """
    known = {name: record.fields[name] for name in model.model_fields if name in record.fields}
    try:
        return model.of(**known)
    except InvalidValue as error:
        raise InvalidValue(f"{error}: mend the record") from error


def _record(number: int, value: object) -> Record | Refused:
    if isinstance(value, Unreadable):
        return Refused(number, str(value))
    if not isinstance(value, dict):
        return Refused(number, "is no JSON object: write it as {...}")
    return Record(number, value)


def _parsed(text: str) -> object:
    """Return the value, or an Unreadable that says what is wrong with it."""
    try:
        value: object = json.loads(text, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        return Unreadable(
            f"is no JSON ({error.msg}, line {error.lineno} column {error.colno}): mend it"
        )
    except (ValueError, RecursionError):
        return Unreadable("is JSON with a number or a depth that no record needs: mend it")
    return value


def _refuse(name: str) -> object:
    """Refuse what only some programs take for a number."""
    raise ValueError(name)
