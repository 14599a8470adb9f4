"""The archive: everything, as JSON with one record a line, or as JSON lines."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from factcheck.domain.archive.records import ARRAYS, Record, name_of
from factcheck.services.selecting import Export

_NO_MORE: Final[tuple[str, Iterable[Record]]] = ("", ())


def json_lines(export: Export) -> Iterator[str]:
    """Yield one JSON object: the header, then the records of each kind in an array."""
    records = export.records()
    yield f'{{"header": {_written(next(records))},'
    groups = groupby(records, key=lambda record: record.record)
    kind, members = next(groups, _NO_MORE)
    for array, model in ARRAYS.items():
        here = kind == name_of(model)
        yield f'"{array}": ['
        yield from _separated(members if here else ())
        yield "]" if array == [*ARRAYS][-1] else "],"
        if here:
            kind, members = next(groups, _NO_MORE)
    yield "}"


def jsonl_lines(export: Export) -> Iterator[str]:
    """Yield one record a line, the header first."""
    return map(_written, export.records())


def _separated(records: Iterable[Record]) -> Iterator[str]:
    written = ""
    for record in records:
        if written:
            yield f"{written},"
        written = _written(record)
    if written:
        yield written


def _written(record: Record) -> str:
    """Return a record in ASCII, so that it is one line to every reader, and commands no terminal.

    What the journal holds is written as it was kept, not as a newer program would write it.
    """
    return record.model_dump_json(ensure_ascii=True, warnings=False)
