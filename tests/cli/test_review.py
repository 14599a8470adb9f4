"""Beginning a review, and listing the sittings, from the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

from factcheck.domain.sitting import Place
from factcheck.services.articles import article_named
from factcheck.services.sittings import begin, going_to
from factcheck.store.store import Store

Run = Callable[..., CompletedProcess[str]]


def sit(database: Path, reviewer: str, offset: int, words: str = "") -> None:
    with Store(database) as store:
        place = Place(document=article_named(store, "1").id, offset=offset, filter=words)
        with going_to(store, begin(store, reviewer), place):
            pass


def test_there_are_no_sittings_at_first(run: Run, article: Path) -> None:
    assert "no sittings yet" in run("sessions").stdout
    assert run("sessions", "--json").stdout == "[]\n"


def test_sittings_are_listed_newest_first(run: Run, article: Path, tmp_path: Path) -> None:
    sit(tmp_path / "factcheck.db", "ann", 0)
    sit(tmp_path / "factcheck.db", "ben", 25)
    second, first = run("sessions").stdout.splitlines()
    assert first.split()[-2:] == ["ann", "1:1"]
    assert second.split()[-2:] == ["ben", "1:2"]


def test_sittings_are_printed_as_json(run: Run, article: Path, tmp_path: Path) -> None:
    sit(tmp_path / "factcheck.db", "ann", 25, "lovely")
    (sitting,) = json.loads(run("sessions", "--json").stdout)
    assert sitting["session"] == 1
    assert (sitting["reviewer"], sitting["place"]) == ("ann", "1:2")
    assert sitting["filter"] == "lovely"
    assert {"id", "started", "seen"} <= sitting.keys()


def test_a_review_needs_a_terminal(program: Run) -> None:
    for arguments in ([], ["review"]):
        done = program(*arguments)
        assert done.returncode == 2
        assert "needs a terminal" in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_a_review_without_a_terminal_begins_no_sitting(run: Run, program: Run) -> None:
    program("review")
    assert run("sessions", "--json").stdout == "[]\n"


def test_a_review_reads_what_is_new_first(run: Run, program: Run, folder: Path) -> None:
    (folder / "a.txt").write_text("One is here.", encoding="utf-8")
    assert "a.txt: read, article 1" in program("review", "a.txt").stdout
    assert program("review", "a.txt").stdout == ""


def test_session_and_new_exclude_each_other(run: Run, article: Path) -> None:
    done = run("review", "--session", "1", "--new")
    assert done.returncode == 2
    assert "exclude each other" in done.stderr
