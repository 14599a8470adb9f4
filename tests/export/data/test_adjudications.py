"""What was decided between reviewers leaves and comes back as that, and as nobody's verdict."""

from pathlib import Path
from shutil import copyfile

import pytest

from factcheck.domain.selection import Selection, View
from factcheck.export.data.tables.datapackage_rows import verdicts
from factcheck.export.format import OutFile
from factcheck.export.formats import FORMATS
from factcheck.reading.data.incoming import DataFile
from factcheck.reading.data.labels import Labels
from factcheck.services.reporting import ReportedClaim
from factcheck.services.selecting import exported
from factcheck.store.store import Store
from tests.export.data.tabled import ANN, EVE, kept, project
from tests.importing import import_rows

SIDE_BY_SIDE = ("csv", "webannotation", "label-studio", "prodigy")
ONE_VIEW = ("doccano", "brat")


def written(store: Store, name: str) -> dict[str, bytes]:
    form, export = FORMATS[name], exported(store, Selection(view=View.ADJUDICATED))
    outfiles = [OutFile("findings" + form.suffix, form.lines(export))] if form.lines else []
    if form.files and not outfiles:
        outfiles = list(form.files(export))
    return {
        file.name: "".join(f"{line}{file.end}" for line in file.lines).encode() for file in outfiles
    }


def first_claim(store: Store) -> ReportedClaim:
    (article,) = exported(store, Selection()).articles
    return article.claims[0]


@pytest.mark.parametrize("name", [*SIDE_BY_SIDE, *ONE_VIEW])
def test_an_adjudication_comes_back_as_one(
    name: str, store: Store, tmp_path: Path, empty_database: Path
) -> None:
    project(store)
    files = written(store, name)
    copyfile(empty_database, tmp_path / "other.db")
    with Store(tmp_path / "other.db") as other:
        kept(other)
        read = FORMATS[name].read
        assert read
        for file, content in files.items():
            if name != "brat" or file.endswith(".ann"):
                report = import_rows(other, EVE, read(DataFile(file, content, Labels(), files.get)))
                assert report.refused == []
        claim = first_claim(other)
    assert claim.adjudication
    assert claim.adjudication.verdict.because == '"Built" means finished.'
    assert claim.claim.adjudicator == ANN.reviewer
    assert claim.verdicts == {}


def test_a_data_package_has_one_row_for_an_adjudication(store: Store) -> None:
    project(store)
    (article,) = exported(store, Selection(view=View.ADJUDICATED)).articles
    first, *_ = rows = list(verdicts(article))
    assert (first["reviewer"], first["adjudicated"]) == (ANN.reviewer, True)
    assert [row["claim_id"] for row in rows].count(first["claim_id"]) == 1
