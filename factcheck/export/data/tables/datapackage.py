"""A Frictionless Data Package: a folder of tables, and a description of every column in them.

The descriptor is of version 1 of the specification, which readers of version 2 read as well.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from hashlib import sha256
from tempfile import SpooledTemporaryFile
from typing import Any, Final

from factcheck.export.data.tables.cells import NO, YES, record
from factcheck.export.data.tables.datapackage_tables import TABLES, Table
from factcheck.export.data.tables.table_fields import Column
from factcheck.export.format import OutFile
from factcheck.services.selecting import Export

DESCRIPTOR: Final = "datapackage.json"
"""Describes the tables beside it."""
_IN_MEMORY: Final = 1_000_000
"""Bytes of a table that are kept before they go to a file; there are a dozen tables."""
_DESCRIPTION: Final = (
    "Articles, what reviewers found on their sentences, and the claims in them with verdicts and"
    " evidence. Offsets count Unicode code points of an article's text from 0, the end exclusive."
    " An apostrophe stands before a cell that a spreadsheet would run as a formula, one that begins"
    " with = + - @ or white space; without it the cell is what was said, and offsets hold."
)


def files(export: Export) -> Iterator[OutFile]:
    """Yield the tables, and then what describes them.

    The articles are read once; what each table holds of them waits in a temporary file.
    """
    with ExitStack() as opened:
        spools = [
            _Spool(table, opened.enter_context(SpooledTemporaryFile(_IN_MEMORY)))
            for table in TABLES
        ]
        for article in export.articles:
            for spool in spools:
                spool.add(spool.table.rows(article))
        for spool in spools:
            yield OutFile(_file(spool.table), spool.lines())
        yield OutFile(DESCRIPTOR, iter(_descriptor(spools)))


class _Spool:
    """A table that is written while others are."""

    def __init__(self, table: Table, file: SpooledTemporaryFile[bytes]) -> None:
        self.table = table
        self.bytes = 0
        self._columns = [column.name for column in table.columns]
        self._hash = sha256()
        self._file = file
        self._write(record(self._columns))

    @property
    def sha256(self) -> str:
        """The hash of all that it holds."""
        return self._hash.hexdigest()

    def add(self, rows: Iterable[dict[str, Any]]) -> None:
        """Write rows at its end."""
        for row in rows:
            self._write(record(map(row.get, self._columns)))

    def lines(self) -> Iterator[str]:
        """Yield its lines; a record with line ends in it is several."""
        self._file.seek(0)
        for line in self._file:
            yield line.decode().removesuffix("\n")

    def _write(self, line: str) -> None:
        written = f"{line}\n".encode()
        self._file.write(written)
        self._hash.update(written)
        self.bytes += len(written)


def _descriptor(spools: Iterable[_Spool]) -> list[str]:
    """Return the lines of the descriptor; a licence is for the publisher to add."""
    package = {
        "profile": "tabular-data-package",
        "name": "factcheck",
        "title": "Fact-checks",
        "description": _DESCRIPTION,
        "resources": list(map(_resource, spools)),
    }
    return json.dumps(package, indent=2, ensure_ascii=False).split("\n")


def _resource(spool: _Spool) -> dict[str, Any]:
    """Return what describes a table."""
    table = spool.table
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": _file(table),
        "description": table.holds,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": spool.bytes,
        "hash": f"sha256:{spool.sha256}",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "header": True},
        "schema": {
            "fields": list(map(_field, table.columns)),
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [_foreign_key(*each) for each in table.refers.items()],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "description": column.description,
    }
    if column.type == "boolean":
        told |= {"trueValues": [YES], "falseValues": [NO]}
    return told | ({"constraints": dict(column.constraints)} if column.constraints else {})


def _foreign_key(column: str, table: str) -> dict[str, Any]:
    return {"fields": column, "reference": {"resource": table, "fields": "id"}}


def _file(table: Table) -> str:
    return f"{table.name}.csv"
