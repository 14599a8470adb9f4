"""The data package: tables that a validator of the format accepts, and that fit together."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, system

from factcheck.domain.document import Document
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import claim_id
from factcheck.domain.selection import Selection
from factcheck.export.data.tables.datapackage import files
from factcheck.export.data.tables.datapackage_tables import TABLES
from factcheck.export.saving import save_files
from factcheck.reading.data.tables.cells import entries_of, unguarded
from factcheck.services.evidence import add_evidence
from factcheck.services.looking import claim_seen
from factcheck.services.selecting import exported
from factcheck.services.verdicts import judge
from factcheck.store.store import Store
from tests.articles import sentences_of
from tests.export.data.tabled import ANN, SENTENCES, kept, project, timeless

GOLDEN = Path(__file__).parents[1] / "golden" / "datapackage"


@pytest.fixture
def article(store: Store) -> Document:
    return project(store)


@pytest.fixture
def folder(store: Store, article: Document, tmp_path: Path) -> Path:
    save_files(tmp_path / "package", files(exported(store, Selection())))
    return tmp_path / "package"


def rows_of(folder: Path, table: str) -> list[dict[str, str]]:
    text = (folder / f"{table}.csv").read_bytes().decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def descriptor(folder: Path) -> Any:
    return json.loads((folder / "datapackage.json").read_bytes())


def validated(folder: Path) -> Any:
    with system.use_context(trusted=True):  # absolute paths
        return Package(str(folder / "datapackage.json")).validate()


def test_the_files_are_the_golden_ones(folder: Path) -> None:
    names = sorted(path.name for path in folder.iterdir())
    assert names == sorted(path.name for path in GOLDEN.iterdir())
    for name in names:
        assert (
            timeless((folder / name).read_bytes().decode()).encode() == (GOLDEN / name).read_bytes()
        ), name


def test_a_validator_of_the_format_finds_nothing_wrong(folder: Path) -> None:
    report = validated(folder)
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])
    checked = {task.name: task.stats.get("rows", 0) for task in report.tasks}
    assert checked == {table.name: len(rows_of(folder, table.name)) for table in TABLES}


@pytest.mark.parametrize(
    ("table", "before", "after", "error"),
    [
        ("verdicts", "#1,", "#9,", "foreign-key"),
        *(
            pytest.param(*wrong, marks=pytest.mark.soak)
            for wrong in (
                ("sentences", ",1,0,54,", ",1,zero,54,", "type-error"),
                ("tags", ",claim,", ",guess,", "constraint-error"),
                ("notes", "sentence_id", "sentence", "incorrect-label"),
            )
        ),
    ],
)
def test_the_validator_would_find_a_wrong_table(
    folder: Path, table: str, before: str, after: str, error: str
) -> None:
    package = descriptor(folder)
    for resource in package["resources"]:
        del resource["hash"], resource["bytes"]
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    text = (folder / f"{table}.csv").read_bytes()
    assert before.encode() in text
    (folder / f"{table}.csv").write_bytes(text.replace(before.encode(), after.encode()))
    assert {name for (name,) in validated(folder).flatten(["type"])} == {error}


def test_every_row_has_a_key_of_its_own(folder: Path) -> None:
    for table in TABLES:
        keys = [tuple(row[column] for column in table.key) for row in rows_of(folder, table.name)]
        assert len(keys) == len(set(keys)), table.name


def test_the_text_of_an_article_comes_back_and_offsets_count_its_code_points(
    folder: Path, article: Document
) -> None:
    (told,) = rows_of(folder, "articles")
    text = unguarded(told["text"])
    assert text == article.text
    sentences = rows_of(folder, "sentences")
    assert [text[int(row["start"]) : int(row["end"])] for row in sentences] == [*SENTENCES]


def test_what_a_verdict_rests_on_is_told_by_the_ids_of_the_evidence(
    store: Store, tmp_path: Path
) -> None:
    claim = claim_id(sentences_of(store, kept(store))[0].id)
    for page in ("a", "b", "c"):
        add_evidence(store, ANN, Evidence(claim=claim, url=f"https://example.org/{page}"))
    first, _, third = claim_seen(store, claim, "ann").evidence
    judge(store, ANN, claim, "false", used=(first.id, third.id))
    save_files(tmp_path, files(exported(store, Selection())))
    (verdict,) = rows_of(tmp_path, "verdicts")
    assert entries_of(verdict["used"]) == (first.id, third.id)
    assert [row["id"] for row in rows_of(tmp_path, "evidence")][::2] == [first.id, third.id]


def test_every_column_says_what_it_holds(folder: Path) -> None:
    for resource in descriptor(folder)["resources"]:
        for field in resource["schema"]["fields"]:
            assert field["description"].endswith("."), (resource["name"], field["name"])


def test_columns_are_described_as_the_fields_of_the_values_are(folder: Path) -> None:
    fields = {
        (resource["name"], field["name"]): field
        for resource in descriptor(folder)["resources"]
        for field in resource["schema"]["fields"]
    }
    stance = fields["evidence", "stance"]
    assert stance["description"].startswith("Whether it supports or refutes the claim")
    assert stance["constraints"]["enum"] == ["supports", "partly-supports", "refutes", "context"]
    assert fields["claims", "priority"]["type"] == "integer"
    assert fields["claims", "priority"]["constraints"] == {"minimum": 1, "maximum": 3}
    assert "pattern" in fields["claims", "date"]["constraints"]
    assert fields["tags", "tag"]["constraints"]["required"] is True


def test_the_same_findings_give_the_same_bytes(store: Store, folder: Path, tmp_path: Path) -> None:
    save_files(tmp_path / "again", files(exported(store, Selection())))
    for path in folder.iterdir():
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes()


def test_an_export_of_nothing_is_a_valid_package(store: Store, tmp_path: Path) -> None:
    save_files(tmp_path / "none", files(exported(store, Selection())))
    assert validated(tmp_path / "none").valid


def test_pandas_reads_the_tables(folder: Path) -> None:
    pandas = pytest.importorskip("pandas")
    tags = pandas.read_csv(folder / "tags.csv")
    sentences = pandas.read_csv(folder / "sentences.csv")
    joined = tags.merge(sentences, left_on="sentence_id", right_on="id")
    assert len(joined) == len(tags)
