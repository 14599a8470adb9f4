"""The journal on the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

Run = Callable[..., CompletedProcess[str]]


def test_an_empty_journal_prints_nothing(run: Run, article: Path) -> None:
    assert run("log").stdout == ""


def test_log_tells_every_decision_oldest_first(run: Run, article: Path) -> None:
    run("tag", "1:1", "opinion")
    run("undo")
    run("--reviewer", "ben", "note", "1:2", "says who?")
    tagged, undone, noted = run("log").stdout.splitlines()
    assert tagged.endswith("ann  1:1      tag opinion  (taken back)")
    assert undone.endswith("ann  1:1      took back: tag opinion")
    assert noted.endswith("ben  1:2      note says who?")


def test_log_of_a_sentence_tells_only_that_one(run: Run, article: Path) -> None:
    run("tag", "1:1", "opinion")
    run("tag", "1:2", "filler")
    (line,) = run("log", "1:2").stdout.splitlines()
    assert "1:2      tag filler" in line
    assert len(run("log", "1:1-3").stdout.splitlines()) == 2


def test_log_prints_one_json_object_a_line(run: Run, article: Path) -> None:
    run("verdict", "1:1", "false", "--because", "see the census")
    run("undo")
    entries = [json.loads(line) for line in run("log", "--json").stdout.splitlines()]
    assert [entry["kind"] for entry in entries] == ["tag", "verdict", "tag", "verdict"]
    judged, undone = entries[1], entries[3]
    said = {"rating": "false", "scale": "google5", "because": "see the census"}
    assert judged["value"].items() >= said.items()
    assert (judged["reviewer"], judged["ref"], judged["origin"]) == ("ann", "1:1", "cli")
    assert judged["retracted"]
    assert undone["undoes"] == judged["id"]
    assert undone["value"] is None
    assert entries[0]["act"] == entries[1]["act"] == entries[0]["id"]


def test_log_of_an_unknown_sentence_could_not_be_done(run: Run, article: Path) -> None:
    assert run("log", "1:9").returncode == 1
    assert run("log", "1").returncode == 2
