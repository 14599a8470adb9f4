"""What is known about an article: given, shown, corrected."""

import json
from pathlib import Path

import pytest

from factcheck.cli.particulars import PARTICULARS
from factcheck.domain.particulars import Particulars
from tests.cli.conftest import Run

GIVEN = {
    "title": "The town",
    "url": "https://courier.example/town",
    "author": "Ann Writer",
    "publisher": "The Courier",
    "date": "2024-05-06",
    "language": "en-GB",
}


def shown(run: Run) -> dict[str, object]:
    known: dict[str, object] = json.loads(run("show", "1", "--json").stdout)
    return {name: known[name] for name in GIVEN}


def options(particulars: dict[str, str]) -> list[str]:
    return [part for name, value in particulars.items() for part in (f"--{name}", value)]


def test_particulars_can_be_given_when_an_article_is_added(run: Run, folder: Path) -> None:
    (folder / "a.txt").write_text("One is here.", encoding="utf-8")
    assert run("add", "a.txt", *options(GIVEN)).returncode == 0
    assert shown(run) == GIVEN
    (listed,) = json.loads(run("list", "--json").stdout)
    assert {name: listed[name] for name in GIVEN} == GIVEN


def test_particulars_can_be_corrected_and_what_is_not_given_stays(run: Run, article: Path) -> None:
    run("edit", "1", *options(GIVEN))
    assert run("edit", "1", "--publisher", "The Post", "--author", "").returncode == 0
    assert shown(run) == {**GIVEN, "publisher": "The Post", "author": None}


def test_a_correction_is_a_decision_and_can_be_undone(run: Run, article: Path) -> None:
    before = shown(run)
    run("edit", "1", "--title", "Better")
    assert "particulars" in run("log").stdout
    assert run("undo").stdout.startswith("took back: 1 particulars title Better")
    assert shown(run) == before


def test_edit_without_options_shows_what_is_known(run: Run, article: Path) -> None:
    run("edit", "1", "--date", "2024-05")
    known = run("edit", "1").stdout.splitlines()
    assert "date:      2024-05" in known


@pytest.mark.parametrize(
    ("option", "value", "field"),
    [
        ("--url", "javascript:alert(1)", "url"),
        ("--date", "yesterday", "date"),
        ("--language", "not a tag", "language"),
    ],
)
def test_what_cannot_be_true_is_refused_with_the_field_at_fault(
    run: Run, article: Path, option: str, value: str, field: str
) -> None:
    refused = run("edit", "1", option, value)
    assert refused.returncode == 2
    assert refused.stderr.startswith(f"factcheck: {field}: write it as")


@pytest.mark.parametrize("option", ["--title", "--url"])
def test_a_title_or_an_address_is_of_one_article(run: Run, folder: Path, option: str) -> None:
    (folder / "a.txt").write_text("One is here.", encoding="utf-8")
    for sources in (["a.txt", "b.txt"], ["."]):
        refused = run("add", *sources, option, "https://a.example/")
        assert refused.returncode == 2
        assert "name one source" in refused.stderr
    assert json.loads(run("list", "--json").stdout) == []


def test_the_report_says_what_is_known(run: Run, article: Path) -> None:
    run("edit", "1", *options(GIVEN))
    report = run("report", "1").stdout
    assert "- Author: Ann Writer" in report
    assert "- Published at: <https://courier.example/town>" in report


def test_there_is_an_option_for_each_of_an_articles_particulars() -> None:
    assert list(PARTICULARS) == list(Particulars.model_fields)
