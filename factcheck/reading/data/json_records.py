"""JSON records of other tools, each with its place; what is no record is told, never raised."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import StringIO
from typing import Final, NamedTuple, TypeVar

from factcheck.domain.errors import InvalidValue, Unreadable
from factcheck.domain.value import Value
from factcheck.reading.data.incoming import Refused, Row
from factcheck.reading.data.json_lines import Located, located, places
from factcheck.reading.decoding.encoding import decoded

_T = TypeVar("_T")
_V = TypeVar("_V", bound=Value)
_EMPTY: Final = re.compile(rb"(\xef\xbb\xbf)?\s*\[\s*\]\s*")


def _refuse(name: str) -> object:
    """Refuse what only some programs take for a number."""
    raise ValueError(name)


_DECODER: Final = json.JSONDecoder(parse_constant=_refuse)


class Record(NamedTuple):
    """A JSON object in a file."""

    line: int
    """The line on which it begins, from 1; its number where the whole array is on one."""
    fields: Mapping[str, object]


def is_empty_array(content: bytes) -> bool:
    """Whether a file says nothing, in any format."""
    return bool(_EMPTY.fullmatch(content))


def rows_in(
    records: Iterable[Record | Refused], read: Callable[[Record], Iterator[Row]]
) -> Iterator[Row]:
    """Yield what `read` makes of each record; what it cannot use is refused, and the rest read."""
    for record in records:
        if isinstance(record, Refused):
            yield record
            continue
        try:
            yield from read(record)
        except (InvalidValue, Unreadable) as error:
            yield Refused(record.line, str(error))


def records_in_array(content: bytes) -> Iterator[Record | Refused]:
    """Yield the objects of an array; raises Unreadable where the file is none."""
    found = _parsed(decoded(content).text, _with_lines)
    if isinstance(found, Unreadable):
        raise found
    if not isinstance(found.value, list):
        raise Unreadable("is no JSON array: write the records as [{...}, {...}]")
    lines = places(found.lines_in(found.value))
    for line, value in zip(lines, found.value, strict=True):
        yield _record(line, value)


def records_in_lines(content: bytes) -> Iterator[Record | Refused]:
    """Yield the object on each line but the empty ones; raises Unreadable where the first has none.

    Lines end in a line feed alone: JSON may hold all other line ends as they are.
    """
    lines = StringIO(decoded(content).text, newline="\n")
    numbered = ((number, line) for number, line in enumerate(lines, 1) if not line.isspace())
    first = True
    for number, line in numbered:
        record = _record(number, _parsed(line, _DECODER.decode))
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


def _with_lines(text: str) -> Located:
    return located(text, _DECODER)


def _parsed(text: str, read: Callable[[str], _T]) -> _T | Unreadable:
    """Return what `read` makes of JSON, or what is wrong with it."""
    try:
        return read(text)
    except json.JSONDecodeError as error:
        return Unreadable(
            f"is no JSON ({error.msg}, line {error.lineno} column {error.colno}): mend it"
        )
    except (ValueError, RecursionError):
        return Unreadable("is JSON with a number or a depth that no record needs: mend it")
