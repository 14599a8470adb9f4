"""`factcheck doctor`: what is wrong is told to people and to programs, and nothing is changed."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from shutil import copyfile
from subprocess import CompletedProcess
from typing import Any

import pytest
from sqlite_utils.db import Database

from factcheck.store.checking import checks as checks_made
from factcheck.store.checking.checks import Check
from tests.faults.older import made_by_the_first_version
from tests.lived_in import lived_in

Run = Callable[..., CompletedProcess[str]]

CHECKS = [
    "integrity", "schema", "foreign-keys", "texts", "sentences", "journal", "clock", "subjects",
    "projections", "tally", "search", "attachments", "snapshots", "versions", "records", "orphans",
]  # fmt: skip


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lived_in(tmp_path_factory.mktemp("lived-in"))


@pytest.fixture
def database(sound: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = folder / "lived-in.db"
    copyfile(sound, path)
    monkeypatch.setenv("FACTCHECK_DB", str(path))
    return path


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        for statement in statements:
            db.execute(statement)


def checks(done: CompletedProcess[str]) -> dict[str, dict[str, Any]]:
    """Return what `--json` printed of each check."""
    return {check["check"]: check for check in json.loads(done.stdout)["checks"]}


def test_a_sound_database_gets_a_line_for_each_check(run: Run, database: Path) -> None:
    done = run("doctor")
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split()[:2] for line in lines[:-1]] == [["ok", check] for check in CHECKS]
    assert lines[3].split() == ["ok", "texts", "3", "articles"]
    assert lines[-1] == f"nothing is wrong with {database}"


def test_a_new_database_is_sound(run: Run) -> None:
    assert run("list").returncode == 0
    assert run("doctor").returncode == 0


def test_programs_get_one_value_with_what_was_examined(run: Run, database: Path) -> None:
    done = run("doctor", "--json")
    said = json.loads(done.stdout)
    assert (done.returncode, said["ok"], said["backup"]) == (0, True, None)
    assert [check["check"] for check in said["checks"]] == CHECKS
    assert checks(done)["sentences"] == {
        "check": "sentences", "ok": True, "examined": 10, "problems": [], "count": 0,
        "warnings": [], "finished": True,
    }  # fmt: skip


def test_what_is_wrong_is_told_with_the_way_back(run: Run, database: Path) -> None:
    change(database, "UPDATE tag SET tag = 'filler'")
    done = run("doctor")
    assert done.returncode == 1
    assert "problem  projections" in done.stdout
    assert "the table tag says another tag than decision" in done.stdout
    assert done.stdout.splitlines()[-1].endswith("keep the file (there is no backup of it)")
    backup = database.with_name(f"{database.name}.backups") / "2026-01-01.db"
    backup.parent.mkdir()
    backup.write_bytes(database.read_bytes())
    assert f"`factcheck restore {backup} --db {database}` puts" in run("doctor").stdout
    assert json.loads(run("doctor", "--json").stdout)["backup"] == str(backup)


def test_only_some_findings_are_told_and_all_are_counted(run: Run, database: Path) -> None:
    change(database, "DELETE FROM sentence WHERE document_id IN (SELECT id FROM document)")
    done = run("doctor", "--json")
    projections = checks(done)["projections"]
    assert checks(done)["sentences"]["count"] == 10
    assert (projections["ok"], projections["count"] > 10) == (False, True)
    assert len(projections["problems"]) == 10
    assert f"and {projections['count'] - 10} more" in run("doctor").stdout


def test_a_warning_is_no_reason_for_another_exit_status(run: Run, database: Path) -> None:
    change(database, "CREATE TABLE mine (a)")
    done = run("doctor")
    assert done.returncode == 0
    assert "warning  schema" in done.stdout
    assert checks(run("doctor", "--json"))["schema"]["warnings"]


def test_what_is_found_cannot_command_the_terminal(run: Run, database: Path) -> None:
    change(database, 'CREATE TABLE "a\x1b[2Jb" (a)')
    assert "\x1b" not in run("doctor").stdout


def test_a_database_of_an_older_version_is_checked_as_it_will_be(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made_by_the_first_version(folder / "old.db", sentences=5)
    monkeypatch.setenv("FACTCHECK_DB", str(path))
    before = path.read_bytes()
    done = run("doctor")
    assert (done.returncode, done.stderr) == (0, "")
    assert "made by an older factcheck: the next command brings it up to date" in done.stdout
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_of_ours_is_another_exit_status(run: Run, folder: Path) -> None:
    text = folder / "text.db"
    text.write_text("The town grew last year. " * 100, encoding="utf-8")
    foreign = folder / "foreign.db"
    change(foreign, "CREATE TABLE recipe (name)")
    for path in (text, foreign, folder / "missing.db", folder):
        done = run("--db", str(path), "doctor")
        assert (done.returncode, done.stdout) == (3, "")
        assert len(done.stderr.splitlines()) == 1
    assert not (folder / "missing.db").exists()


def test_what_could_not_be_checked_is_no_success(
    run: Run, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def large(db: Database) -> Iterator[str]:
        yield ""
        db.execute("PRAGMA temp.max_page_count = 4")
        db.execute("CREATE TEMP TABLE large AS SELECT zeroblob(1000000) AS content")

    monkeypatch.setattr(checks_made, "CHECKS", (Check("large", "thing", large),))
    done = run("doctor")
    assert done.returncode == 1
    assert done.stdout.startswith("unknown  large")
    assert "not everything could be checked" in done.stdout
    assert "nothing is wrong" not in done.stdout
    assert json.loads(run("doctor", "--json").stdout)["ok"] is False


def test_the_doctor_does_not_send_to_the_doctor(run: Run, database: Path) -> None:
    change(database, "PRAGMA user_version = 99")
    done = run("doctor")
    assert (done.returncode, "factcheck doctor" in done.stderr) == (3, False)
    assert "there is no backup of it" in done.stderr
    assert "factcheck doctor" in run("list").stderr
