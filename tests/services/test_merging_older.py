"""What the first version of the program wrote is taken in by what the present one asks for."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.domain.archive.names import moment_in
from factcheck.domain.decision import Author
from factcheck.services.merging_databases import merge_database
from factcheck.store.store import Store
from tests.faults.older import made_by_the_first_version

ANN = Author(reviewer="ann")


def test_an_older_database_is_taken_in_whole_and_nothing_twice(tmp_path: Path) -> None:
    older = made_by_the_first_version(tmp_path / "old.db", sentences=3)
    with Store(tmp_path / "new.db") as store:
        first = merge_database(store, ANN, older)
        again = merge_database(store, ANN, older)
        (document,) = store.documents.all()
    assert (first.refused, again.refused) == ([], [])
    assert document.added == "2026-01-01T00:00:00.000000Z"
    with closing(sqlite3.connect(tmp_path / "new.db")) as db:
        counts = [db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
                  for table in ("document", "decision", "reading")]  # fmt: skip
    assert counts == [1, 3, 1]


def test_what_is_here_already_with_an_older_time_does_not_come_twice(tmp_path: Path) -> None:
    older = made_by_the_first_version(tmp_path / "old.db", sentences=3)
    with Store(tmp_path / "new.db") as store:
        merge_database(store, ANN, older)
    with Store(older) as store:
        merge_database(store, ANN, tmp_path / "new.db")
    with closing(sqlite3.connect(older)) as db:
        assert db.execute("SELECT read FROM reading").fetchall() == [("2026",)]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-04T05:06:07.000008Z", "2026-03-04T05:06:07.000008Z"),
        ("2026", "2026-01-01T00:00:00.000000Z"),
        ("2026-03", "2026-03-01T00:00:00.000000Z"),
        ("2026-03-04", "2026-03-04T00:00:00.000000Z"),
        ("2026-03-04 10:00+02:00", "2026-03-04T08:00:00.000000Z"),
        ("yesterday", "1970-01-01T00:00:00.000000Z"),
        ("0001-01-01T00:00:00+14:00", "1970-01-01T00:00:00.000000Z"),
        ("", "1970-01-01T00:00:00.000000Z"),
    ],
)
def test_a_time_is_told_as_well_as_it_is_known(text: str, moment: str) -> None:
    assert moment_in(text) == moment
