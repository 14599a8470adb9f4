"""Files as people have them, and what is said of those that cannot be read."""

from pathlib import Path
from shutil import copyfile

import pytest

from factcheck.domain.errors import FactcheckError, NotFound, Unreadable
from factcheck.domain.selection import Selection
from factcheck.export.data.tables.datapackage import files
from factcheck.export.recognising import rows_in
from factcheck.export.saving import save_files
from factcheck.reading.data.incoming import Incoming
from factcheck.reading.data.labels import Labels
from factcheck.services.selecting import exported
from factcheck.store.store import Store
from tests.export.data.tabled import project

PACKAGE = "is a data package, which is written and not read: import the json, jsonl or csv export"


def rows(*paths: Path, form: str | None = None) -> list[object]:
    return [row for found in rows_in(map(str, paths), form, Labels()) for row in found.rows]


@pytest.fixture
def package(store: Store, tmp_path: Path) -> Path:
    """A data package of a small project."""
    project(store)
    folder = tmp_path / "package"
    save_files(folder, files(exported(store, Selection())))
    return folder


@pytest.mark.parametrize("name", ["table.txt", "table.tsv"])
@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_what_a_spreadsheet_saves_as_unicode_text_is_recognised(
    tmp_path: Path, codec: str, name: str
) -> None:
    (tmp_path / name).write_bytes("Sentence\tTag\r\nDie Räte sagten es.\tClaim\r\n".encode(codec))
    (row,) = rows(tmp_path / name)
    assert isinstance(row, Incoming)
    assert row.words.exact == "Die Räte sagten es."


@pytest.mark.parametrize("form", [None, "csv"])
def test_a_data_package_is_named_and_not_mistaken_for_findings(
    package: Path, form: str | None
) -> None:
    with pytest.raises(Unreadable, match=PACKAGE):
        rows(package, form=form)


def test_no_file_of_a_data_package_is_mistaken_for_findings(package: Path) -> None:
    for path in package.iterdir():
        with pytest.raises(Unreadable, match=PACKAGE):
            rows(path)


def test_a_table_of_a_data_package_alone_is_not_recognised(package: Path, tmp_path: Path) -> None:
    alone = tmp_path / "claims.csv"
    copyfile(package / "claims.csv", alone)
    with pytest.raises(Unreadable, match=r"cannot tell what .* is: say --format"):
        rows(alone)


def test_findings_beside_the_description_of_a_package_are_read(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text('{"resources": []}', encoding="utf-8")
    (tmp_path / "data.csv").write_text("text,label\nIt grew.,claim\n", encoding="utf-8")
    assert len(rows(tmp_path)) == 1


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"\xff\xfet\x00\xd8", b"\x00" * 99])
def test_what_is_nothing_is_not_recognised(tmp_path: Path, content: bytes) -> None:
    for name in ("a.csv", "a.txt", "a.json"):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(Unreadable, match="say --format"):
            rows(tmp_path / name)
    with pytest.raises(NotFound) as caught:
        rows(tmp_path)
    assert isinstance(caught.value, FactcheckError)
