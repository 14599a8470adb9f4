"""Data in, from the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

CLAIMS = 'text,tag\n"The mine closed in 1990.",claim\n"It was sad.",opinion\n'


def sentences(run: Run, article: str = "1") -> list[dict[str, Any]]:
    found = json.loads(run("show", article, "--json").stdout)["sentences"]
    assert isinstance(found, list)
    return found


@pytest.fixture
def claims(folder: Path) -> str:
    """A file of two sentences, each with a tag."""
    (folder / "claims.csv").write_text(CLAIMS, encoding="utf-8")
    return "claims.csv"


def test_a_file_is_recognised_and_taken(run: Run, claims: str) -> None:
    done = run("import", claims)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("taken: 2 tags\nnew article: claims.csv")
    assert [sentence["tag"] for sentence in sentences(run)] == ["claim", "opinion"]


def test_importing_twice_adds_nothing(run: Run, claims: str) -> None:
    run("import", claims)
    before = run("log", "--json").stdout
    assert run("import", claims).stdout == "taken: nothing new; here already: 2\n"
    assert run("log", "--json").stdout == before


def test_a_bad_row_lets_nothing_in_unless_the_rest_is_wanted(run: Run, folder: Path) -> None:
    (folder / "bad.csv").write_text(CLAIMS + "And then,maybe\n", encoding="utf-8")
    done = run("import", "bad.csv")
    assert done.returncode == 1
    assert "not taken: bad.csv, line 4: " in done.stderr
    assert "--partial" in done.stderr
    assert json.loads(run("list", "--json").stdout) == []
    done = run("import", "bad.csv", "--partial")
    assert done.returncode == 1
    assert "taken: 2 tags" in done.stdout
    assert len(sentences(run)) == 2


def test_labels_of_others_can_be_said_to_mean_something(run: Run, folder: Path) -> None:
    (folder / "bad.csv").write_text(CLAIMS + "And then,May be\n", encoding="utf-8")
    done = run("import", "bad.csv")
    assert "--label 'May be'=claim" in done.stderr
    assert run("import", "bad.csv", "--label", "may be=filler").returncode == 0
    assert sentences(run)[2]["tag"] == "filler"


def test_what_became_of_it_is_told_as_json(run: Run, folder: Path) -> None:
    (folder / "bad.csv").write_text(CLAIMS + "And then,maybe\n", encoding="utf-8")
    told = json.loads(run("import", "bad.csv", "--json").stdout)
    assert told["done"] is False
    assert told["taken"] == {}
    assert [(each["file"], each["line"]) for each in told["refused"]] == [("bad.csv", 4)]
    told = json.loads(run("import", "bad.csv", "--partial", "--json").stdout)
    assert told["done"] is True
    assert told["taken"] == {"tag": 2}


def test_a_folder_stands_for_the_files_in_it(run: Run, claims: str, folder: Path) -> None:
    data = folder / "data"
    data.mkdir()
    (folder / claims).rename(data / claims)
    (data / "notes.xyz").write_text("nothing to read", encoding="utf-8")
    assert run("import", "data").returncode == 0
    assert len(sentences(run)) == 2


@pytest.mark.parametrize(
    ("arguments", "status", "advice"),
    [
        (("gone.csv",), 1, "gone.csv cannot be read"),
        (("notes.xyz",), 1, "say --format, one of "),
        (("empty",), 1, "does not hold a file of any format"),
        (("claims.csv", "--format", "docx"), 2, "no format called 'docx' can be read"),
        (("claims.csv", "--format", "datapackage"), 2, "no format called 'datapackage'"),
        (("claims.csv", "--label", "fact"), 2, "write it as NAME=MEANING"),
    ],
)
def test_what_cannot_be_done_says_what_to_do(
    run: Run, claims: str, folder: Path, arguments: tuple[str, ...], status: int, advice: str
) -> None:
    (folder / "notes.xyz").write_text("nothing to read", encoding="utf-8")
    (folder / "empty").mkdir()
    done = run("import", *arguments)
    assert done.returncode == status
    assert advice in done.stderr
    assert json.loads(run("list", "--json").stdout) == []
