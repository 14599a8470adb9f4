"""The claims of all articles, from the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run


def listed(run: Run, *options: str, reviewer: str = "ann") -> list[dict[str, Any]]:
    printed = run("--reviewer", reviewer, "claims", "--json", *options).stdout
    return [json.loads(line) for line in printed.splitlines()]


@pytest.fixture
def judged(run: Run, article: Path) -> None:
    """Two claims, the second of which is urgent and judged."""
    run("tag", "1:1", "claim")
    run("claim", "1:2", "--text", "The town is lovely.", "--priority", "1", "--claimant", "Eve")
    run("verdict", "1:2", "mostly-true")
    run("flag", "1:2", "odd")


@pytest.mark.usefixtures("judged")
def test_a_claim_is_a_line_the_urgent_ones_first(run: Run) -> None:
    assert run("claims").stdout.splitlines() == [
        "1:2     1  verdict-drafted  ! The town is lovely.  (ann Mostly true)",
        "1:1     -  candidate        The town grew last year.",
    ]


@pytest.mark.usefixtures("judged")
def test_json_says_all_of_a_claim_an_object_a_line(run: Run) -> None:
    first, second = listed(run)
    known = {key: first[key] for key in ("ref", "article", "title", "state", "priority", "doubts")}
    assert known == {
        "ref": "1:2",
        "article": 1,
        "title": "The town grew last year. It is lovely.",
        "state": "verdict-drafted",
        "priority": 1,
        "doubts": {"ann": "odd"},
    }
    assert first["verdicts"]["ann"]["rating"] == "mostly-true"
    assert (second["ref"], second["verdict"], second["claimant"]) == ("1:1", None, None)


@pytest.mark.usefixtures("judged")
@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--state", "candidate"], ["1:1"]),
        (["--state", "candidate", "--state", "verdict-drafted"], ["1:2", "1:1"]),
        (["--priority", "1"], ["1:2"]),
        (["--reviewer-of", "ben"], []),
        (["--rating", "mostly-true"], ["1:2"]),
        (["--rating", "true"], []),
        (["--doubt"], ["1:2"]),
        (["--words", "EVE town"], ["1:2"]),
    ],
)
def test_options_narrow_the_list(run: Run, options: list[str], found: list[str]) -> None:
    assert [claim["ref"] for claim in listed(run, *options)] == found


@pytest.mark.usefixtures("judged")
def test_verdicts_of_others_are_neither_shown_nor_found_before_the_own_one(run: Run) -> None:
    first, _ = listed(run, reviewer="ben")
    assert (first["verdicts"], first["hidden_verdicts"]) == ({}, 1)
    assert listed(run, "--rating", "mostly-true", reviewer="ben") == []
    assert "Mostly true" not in run("--reviewer", "ben", "claims").stdout


def test_where_there_are_none_that_is_said(run: Run, article: Path) -> None:
    assert "no such claims" in run("claims").stdout
    assert run("claims", "--json").stdout == ""


@pytest.mark.parametrize(
    "options", [["--state", "odd"], ["--priority", "9"], ["--rating", "rumour"], ["--bogus"]]
)
def test_what_does_not_exist_is_wrong_usage(run: Run, article: Path, options: list[str]) -> None:
    done = run("claims", *options)
    assert (done.returncode, done.stdout) == (2, "")
