"""The archive: everything, as JSON with one record a line, or as JSON lines."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from factcheck.domain.archive.records import ARRAYS, End, Record, name_of
from factcheck.services.selecting import Export

_NO_MORE: Final[tuple[str, Iterable[Record]]] = ("", ())


def json_lines(export: Export) -> Iterator[str]:
    """Yield one JSON object: the header, the records of each kind in an array, and the end."""
    records = _Counted(export.records())
    yield f'{{"header": {_written(next(records))},'
    groups = groupby(records, key=lambda record: record.record)
    kind, members = next(groups, _NO_MORE)
    for array, model in ARRAYS.items():
        here = kind == name_of(model)
        yield f'"{array}": ['
        yield from _separated(members if here else ())
        yield "],"
        if here:
            kind, members = next(groups, _NO_MORE)
    yield f'"end": {_written(records.end())}'
    yield "}"


def jsonl_lines(export: Export) -> Iterator[str]:
    """Yield one record a line, the header first and the end last."""
    records = _Counted(export.records())
    yield from map(_written, records)
    yield _written(records.end())


class _Counted:
    """Records that are counted as they pass."""

    def __init__(self, records: Iterator[Record]) -> None:
        self._records = records
        self._passed = 0

    def __iter__(self) -> Iterator[Record]:
        return self

    def __next__(self) -> Record:
        record = next(self._records)
        self._passed += 1
        return record

    def end(self) -> End:
        """Return how many they were."""
        return End.model_construct(records=self._passed)


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
