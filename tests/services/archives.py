"""Archives for tests: written from one database, read into another, and what both then hold."""

from collections.abc import Iterable
from typing import Any, Final

from factcheck.domain.document import Document
from factcheck.domain.selection import Selection
from factcheck.export.data.archive import json_lines, jsonl_lines
from factcheck.reading.data.archive import read_json, read_jsonl
from factcheck.reading.data.incoming import DataFile
from factcheck.reading.data.labels import Labels
from factcheck.services.archiving import Taken, take_in
from factcheck.services.selecting import exported
from factcheck.store.projections import PROJECTION_TABLES
from factcheck.store.store import Store

END: Final = b'{"record":"end",'
"""How the last line of an archive begins."""
_TABLES: Final = (*PROJECTION_TABLES.values(), "sentence", "retracted", "anchor", "decision")
_WORDS: Final = "SELECT kind, name, reviewer, about, start, text FROM searchable"
_INDEX: Final = "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, search_index, row)"


def data_file(content: str | bytes) -> DataFile:
    """Return a file as readers get it."""
    return DataFile(
        "archive", content if isinstance(content, bytes) else content.encode(), Labels()
    )


def archive_of(store: Store, *articles: Document, form: str = "jsonl") -> str:
    """Return all that `store` holds, or what is known of some articles."""
    selection = Selection(articles=tuple(article.id for article in articles))
    lines = json_lines if form == "json" else jsonl_lines
    return "".join(f"{line}\n" for line in lines(exported(store, selection)))


def brought_in(store: Store, archive: str | bytes, *, partial: bool = False) -> Taken:
    """Return what became of the records of an archive in JSON or JSON lines.

    Lines may have been taken out or put in: the end says how many there are now.
    """
    file = data_file(archive)
    if file.content.startswith(b'{"header"'):
        return take_in(store, read_json(file), partial=partial)
    lines = file.content.splitlines()
    return take_in(store, read_jsonl(data_file(ended(lines))), partial=partial)


def ended(lines: Iterable[bytes]) -> bytes:
    """Return lines as an archive that ends behind the last of them."""
    kept = [line for line in lines if not line.startswith(END)]
    return b"\n".join([*kept, END + b'"records":%d}' % len(kept)])


def records_in(archive: str) -> list[str]:
    """Return the lines of an archive but for its end."""
    return [line for line in archive.splitlines() if not line.startswith(END.decode())]


def stands_in(store: Store) -> dict[str, Any]:
    """Return all that follows from the journal, and the journal itself, by table."""
    db = store._db
    found = {table: _rows(store, f"SELECT * FROM {table}") for table in _TABLES}  # noqa: S608
    titles = "SELECT id, title, url, author, publisher, date, language, replaced_by FROM document"
    db.execute("DROP TABLE IF EXISTS temp.vocabulary")
    db.execute(_INDEX)
    words = _rows(store, "SELECT * FROM vocabulary")
    return {**found, "document": _rows(store, titles), "said": _rows(store, _WORDS), "words": words}


def _rows(store: Store, query: str) -> set[tuple[Any, ...]]:
    return set(map(tuple, store._db.execute(query)))


def without(lines: Iterable[str], part: str) -> str:
    """Return the lines that do not hold `part`."""
    return "".join(f"{line}\n" for line in lines if part not in line)
