"""Restoring as a user does it: an older decision, or a whole database."""

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.services.backing_up import back_up_today
from tests.cli.conftest import Run


def tags(run: Run) -> list[str | None]:
    sentences = json.loads(run("show", "1", "--json").stdout)["sentences"]
    return [sentence["tag"] for sentence in sentences]


@pytest.fixture
def backup(run: Run, article: Path) -> str:
    """A backup with one tag; the database itself has two."""
    run("tag", "1:1", "claim")
    run("backup", "copy.db")
    run("tag", "1:2", "opinion")
    return "copy.db"


def kept_in(folder: Path) -> Path:
    (kept,) = folder.glob("factcheck.db.replaced-*Z")
    return kept


def test_a_backup_is_put_back_and_what_it_lacks_can_be_merged(
    run: Run, backup: str, tmp_path: Path
) -> None:
    done = run("restore", backup)
    assert (done.returncode, done.stderr) == (0, "")
    kept = kept_in(tmp_path)
    assert f"the replaced database is kept: {kept}" in done.stdout
    merging = f"`factcheck merge-db {kept} --db {tmp_path / 'factcheck.db'}`"
    assert f"1 decision in it alone: {merging}" in done.stdout
    assert tags(run) == ["claim", None, None]
    assert run("merge-db", str(kept)).stdout.startswith("taken: 1 decision")
    assert tags(run) == ["claim", "opinion", None]


def test_a_backup_that_made_itself_is_put_back(run: Run, backup: str, tmp_path: Path) -> None:
    back_up_today(tmp_path / "factcheck.db")
    (listed,) = json.loads(run("backup", "--list", "--json").stdout)
    run("untag", "1:1")
    assert run("restore", listed["path"]).returncode == 0
    assert tags(run) == ["claim", "opinion", None]


def test_a_backup_replaces_a_database_that_is_damaged(
    run: Run, backup: str, tmp_path: Path
) -> None:
    database = tmp_path / "factcheck.db"
    damaged = os.urandom(50_000)
    database.write_bytes(damaged)
    done = run("restore", backup)
    assert done.returncode == 0
    assert "cannot be read" in done.stdout
    assert kept_in(tmp_path).read_bytes() == damaged
    assert tags(run) == ["claim", None, None]


def test_a_backup_replaces_a_database_that_is_gone(run: Run, backup: str, tmp_path: Path) -> None:
    (tmp_path / "factcheck.db").unlink()
    assert run("restore", backup).stdout.count("\n") == 1
    assert tags(run) == ["claim", None, None]


def test_nothing_is_replaced_by_what_is_no_backup(run: Run, backup: str, folder: Path) -> None:
    (folder / "words.txt").write_text("words " * 1000, encoding="utf-8")
    with closing(sqlite3.connect("foreign.db")) as db:
        db.execute("CREATE TABLE t (a)")
    with closing(sqlite3.connect("newer.db")) as db:
        db.executescript(
            "CREATE TABLE t (a); PRAGMA application_id = 1717658484; PRAGMA user_version = 99"
        )
    for name, status in {
        "words.txt": 3,
        "foreign.db": 3,
        "newer.db": 3,
        "gone.db": 1,
        "gone/copy": 1,
        "../factcheck.db": 1,
        ".": 3,
    }.items():
        done = run("restore", name)
        assert (name, done.returncode) == (name, status)
        assert done.stderr.count("\n") == 1
    assert tags(run) == ["claim", "opinion", None]
    assert not list(folder.parent.glob("*replaced*"))


def test_a_decision_is_decided_again_by_the_same_command(run: Run, article: Path) -> None:
    run("tag", "1:1", "claim")
    (decision,) = map(json.loads, run("log", "--json").stdout.splitlines())
    run("tag", "1:1", "filler")
    done = run("restore", decision["id"])
    assert done.returncode == 0
    assert tags(run)[0] == "claim"


def test_a_name_of_nothing_is_told_what_there_is(run: Run, article: Path) -> None:
    done = run("restore", "0190")
    assert done.returncode == 1
    assert "`factcheck log --json`" in done.stderr
    assert "`factcheck backup --list --db " in done.stderr
