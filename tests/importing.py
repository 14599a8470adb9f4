"""Rows that come from no file, taken as an import takes them."""

from collections.abc import Iterable

from factcheck.domain.decision import Author
from factcheck.reading.data.incoming import Row
from factcheck.services.importing.report import ImportReport
from factcheck.services.importing.taking import NamedRows, import_files
from factcheck.store.store import Store


def import_rows(
    store: Store, author: Author, rows: Iterable[Row], *, partial: bool = False
) -> ImportReport:
    return import_files(store, author, [NamedRows("rows", rows)], partial=partial)
