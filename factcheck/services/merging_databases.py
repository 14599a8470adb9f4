"""Take in another database: the union of what both hold, and nothing twice."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from factcheck.domain.archive.records import ArticleRecord, DecisionRecord, Header, Record
from factcheck.domain.decision import Author
from factcheck.domain.errors import InvalidValue, NotFound
from factcheck.domain.identity import DocumentId
from factcheck.domain.selection import Selection
from factcheck.reading.data.incoming import Archived, Refused
from factcheck.services.archived import records_of
from factcheck.services.importing.report import ImportReport, Trouble
from factcheck.services.importing.taking import NamedRows, import_files
from factcheck.services.reporting import ReportedArticle
from factcheck.store.backups.copying import Pulse, copy, unwatched
from factcheck.store.merging.foreign import distrusted, records_in
from factcheck.store.opening.files import is_same
from factcheck.store.opening.leftovers import folder_for_copies
from factcheck.store.store import Store

_PULSE: Final = 500
"""Records between two pulses."""


def merge_database(
    store: Store,
    author: Author,
    other: Path,
    pulse: Pulse = unwatched,
    *,
    partial: bool = False,
) -> ImportReport:
    """Bring in what the database `other` holds, as an archive of it would, all of it or nothing.

    It is read from a copy: nothing is written to it, and an older one is brought up to date.
    Raises NotFound, DatabaseUnusable, InvalidValue where it is this very database, NotWritten where
    there is no room for the copy, and NotSaved.
    """
    if not other.exists():
        raise NotFound(f"there is no database {other}: check the path")
    if is_same(other, store.path):
        raise InvalidValue(f"{other} is this database itself: name another one")
    with folder_for_copies() as folder:
        copied = folder / "other.db"
        copy(other, copied, lambda _: pulse(None))
        with Store(copied) as there:
            rows = distrusted(_rows(there, pulse), other)
            files = [NamedRows(other.name, rows)]
            report = import_files(store, author, files, partial=partial)
            _name_records(report, there)
    return report


def _rows(there: Store, pulse: Pulse) -> Iterator[Archived | Refused]:
    """Yield all records, each validated anew, and numbered."""
    total = max(1, records_in(there.path))
    for number, record in enumerate(_records(there), start=1):
        if number % _PULSE == 0:
            pulse(min(1, number / total))
        yield _validated(number, record)
    pulse(None)


def _records(there: Store) -> Iterator[Record]:
    """Yield the records of an archive of everything, without what follows from them."""

    def bare(names: Sequence[DocumentId]) -> Iterator[ReportedArticle]:
        for name in names:
            document = there.documents.with_id(name)
            if document:
                yield ReportedArticle(document, (), (), None)

    return records_of(there, Selection(), bare)


def _validated(number: int, record: Record) -> Archived | Refused:
    if isinstance(record, Header):  # says nothing that is taken in
        return Archived(number, record)
    try:
        return Archived(number, type(record).of(**record.model_dump(mode="json", warnings=False)))
    except InvalidValue as error:
        return Refused(number, str(error))


def _name_records(report: ImportReport, there: Store) -> None:
    """Say of troubles which records they are about; nobody can look up their numbers."""
    numbers = {trouble.line for trouble in (*report.refused, *report.remarks)}
    if not numbers:
        return
    upto = islice(_records(there), max(numbers))
    names = {number: _name(each) for number, each in enumerate(upto, 1) if number in numbers}
    for troubles in (report.refused, report.remarks):
        troubles[:] = [_named(trouble, names.get(trouble.line)) for trouble in troubles]


def _named(trouble: Trouble, name: str | None) -> Trouble:
    return Trouble(trouble.file, 0, f"{name}: {trouble.message}") if name else trouble


def _name(record: Record) -> str:
    if isinstance(record, ArticleRecord):
        return f"article {record.particulars.title or record.id}"
    name = record.id if isinstance(record, DecisionRecord) else ""
    return f"{record.record} {name}".strip()
