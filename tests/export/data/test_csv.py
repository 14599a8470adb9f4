"""The table of findings: a row for each sentence, claim and piece of evidence."""

import csv
import io
from pathlib import Path
from shutil import copyfile

import pytest

from factcheck.domain.document import Document
from factcheck.domain.selection import Selection, View
from factcheck.export.data.tables.csv_table import BYTE_ORDER_MARK, lines
from factcheck.reading.data.incoming import DataFile
from factcheck.reading.data.labels import Labels
from factcheck.reading.data.tables.csv_table import read
from factcheck.services.selecting import Export, exported
from factcheck.store.store import Store
from tests.export.data.tabled import ANN, EVE, SENTENCES, kept, project, timeless
from tests.importing import import_rows

GOLDEN = Path(__file__).parents[1] / "golden" / "csv.csv"
Row = dict[str, str]


def written(store: Store, selection: Selection | None = None) -> str:
    return _text(exported(store, selection or Selection()))


def _text(export: Export) -> str:
    return "".join(f"{line}\n" for line in lines(export))


def rows_of(text: str) -> list[Row]:
    return list(csv.DictReader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline="")))


@pytest.fixture
def article(store: Store) -> Document:
    return project(store)


@pytest.fixture
def rows(store: Store, article: Document) -> list[Row]:
    return rows_of(written(store))


def test_the_table_is_the_golden_one(store: Store, article: Document) -> None:
    assert timeless(written(store)).encode() == GOLDEN.read_bytes()


def test_the_same_findings_give_the_same_bytes(store: Store, article: Document) -> None:
    assert written(store) == written(store)


def test_rows_come_in_the_order_of_the_article_with_evidence_behind_its_claim(
    rows: list[Row],
) -> None:
    order = [(row["sentence_number"], row["claim_number"], row["row"]) for row in rows]
    assert order == [
        *[("1", "", "sentence")] * 2,
        *[("1", "1", "claim")] * 3,
        *[("1", "1", "evidence")] * 2,
        ("1", "2", "claim"),
        *[("2", "", "sentence")] * 2,
        *[("3", "", "sentence")] * 2,
        ("4", "", "sentence"),
        ("5", "", "sentence"),
        ("5", "1", "claim"),
    ]


def test_a_sentence_on_which_nobody_said_anything_has_one_row_without_a_name(
    rows: list[Row],
) -> None:
    (row,) = (row for row in rows if row["sentence_number"] == "4")
    assert (row["reviewer"], row["decided"], row["tag"]) == ("", "", "")


def test_offsets_count_code_points_of_the_article(rows: list[Row], article: Document) -> None:
    for row in rows:
        words = article.text[int(row["start"]) : int(row["end"])]
        assert words == SENTENCES[int(row["sentence_number"]) - 1]


def test_no_cell_is_run_by_a_spreadsheet(rows: list[Row]) -> None:
    assert rows[0]["article"] == '\'+Plans, "old" and new'
    for row in rows:
        for cell in row.values():
            assert not cell.lstrip().startswith(tuple("=+-@\t\r\n"))


def test_a_verdict_stands_with_its_number_and_the_ends_of_its_scale(rows: list[Row]) -> None:
    judged = [row for row in rows if row["rating"]]
    told = [(row["rating"], row["number"], row["worst"], row["best"]) for row in judged]
    assert told == [
        ("false", "1", "1", "5"),
        ("mostly-false", "2", "1", "5"),
        ("false", "1", "1", "5"),
        ("true", "5", "1", "5"),
        ("unproven", "", "", ""),
    ]
    assert [row["adjudicated"] for row in judged] == ["", "", "yes", "", ""]


def test_what_has_no_rows_is_counted(store: Store, article: Document) -> None:
    export = exported(store, Selection())
    _text(export)
    assert export.ledger.left_out == {
        "links: the table has no rows for them": 2,
        "approvals: the table has no rows for them": 1,
        "corrections: the table has no rows for them": 1,
    }


def test_what_reviewers_agree_on_is_one_row(store: Store, article: Document) -> None:
    told = rows_of(written(store, Selection(view=View.AGREED)))
    tags = [(row["sentence_number"], row["reviewer"], row["tag"]) for row in told if row["tag"]]
    assert tags == [("1", "", "claim"), ("5", "ann", "claim")]


def test_the_table_brings_all_it_holds_to_a_database_with_the_article(
    store: Store, article: Document, tmp_path: Path, empty_database: Path
) -> None:
    copyfile(empty_database, tmp_path / "other.db")
    table = written(store)
    with Store(tmp_path / "other.db") as other:
        kept(other)
        first = import_rows(other, EVE, read(_file(table)))
        assert (first.done, first.refused, first.remarks) == (True, [], [])
        assert _lasting(written(other)) == _lasting(table)
        again = import_rows(other, EVE, read(_file(table)))
        assert not again.taken


def test_the_table_comes_back_from_a_spreadsheet_that_leaves_out_empty_cells(
    store: Store, article: Document
) -> None:
    records = list(csv.reader(io.StringIO(written(store), newline="")))
    table = io.StringIO(newline="")
    csv.writer(table, delimiter=";").writerows(_without_empty_end(record) for record in records)
    content = ("sep=;\r\n" + table.getvalue().removeprefix(BYTE_ORDER_MARK)).encode("utf-16")
    report = import_rows(store, ANN, read(DataFile("findings.csv", content, Labels())))
    assert (report.refused, dict(report.taken)) == ([], {})


def test_the_table_brings_nothing_new_to_where_it_comes_from(
    store: Store, article: Document
) -> None:
    report = import_rows(store, ANN, read(_file(written(store))))
    assert (report.refused, dict(report.taken)) == ([], {})


def _without_empty_end(record: list[str]) -> list[str]:
    last = max(number for number, cell in enumerate(record, start=1) if cell)
    return record[:last]


def _file(table: str) -> DataFile:
    return DataFile("findings.csv", table.encode(), Labels())


def _lasting(table: str) -> list[Row]:
    """Return the rows without what the journal and the sign-off of a database make of them."""
    passing = {"decided", "state"}
    return [
        {name: cell for name, cell in row.items() if name not in passing} for row in rows_of(table)
    ]
