"""The program as a whole: its options, its exit statuses, and how it ends."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from factcheck import __version__

Run = Callable[..., CompletedProcess[str]]


def assert_one_error(done: CompletedProcess[str], status: int) -> None:
    assert done.returncode == status
    assert done.stderr.startswith("factcheck: ")
    assert len(done.stderr.splitlines()) == 1


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version").stdout == f"factcheck {__version__}\n"


def test_help_names_every_command(run: Run) -> None:
    shown = run("--help").stdout
    for command in (
        *("review", "add", "list", "show", "tag", "untag", "claim", "verdict", "evidence"),
        *("note", "flag", "undo", "redo", "log", "sessions", "report", "keys"),
    ):
        assert f"\n  {command} " in shown
        assert run(command, "--help").returncode == 0


def test_the_module_is_the_command(program: Run, article: Path) -> None:
    done = program("list")
    assert (done.returncode, done.stderr) == (0, "")
    assert "article.txt" in done.stdout


def test_the_database_can_be_named_in_two_ways(
    run: Run, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "new" / "other.db"
    assert run("--db", str(other), "list", "--json").stdout == "[]\n"
    assert other.exists()
    assert run("list", "--json").stdout != "[]\n"
    monkeypatch.setenv("FACTCHECK_DB", str(other))
    assert run("list", "--json").stdout == "[]\n"


def test_the_reviewer_can_be_named_in_two_ways(
    run: Run, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("tag", "1:1", "claim")
    run("--reviewer", "ben", "tag", "1:1", "claim")
    monkeypatch.setenv("FACTCHECK_REVIEWER", "cem")
    run("tag", "1:1", "claim")
    reviewers = [line.split()[2] for line in run("log").stdout.splitlines()]
    assert reviewers == ["ann", "ben", "cem"]


@pytest.mark.parametrize("name", [" ", "x" * 101, "a\nb", "\x1b[31m", "\u202eann", "\udcff"])
def test_a_reviewer_has_a_name_on_one_line(run: Run, article: Path, name: str) -> None:
    assert_one_error(run("--reviewer", name, "list"), 2)


@pytest.mark.parametrize(
    "arguments", [["bogus"], ["--bogus", "list"], ["show"], ["show", "1", "2"]]
)
def test_wrong_usage_names_the_help(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert_one_error(done, 2)
    assert "--help" in done.stderr


def test_a_file_that_is_no_database_cannot_be_used(run: Run, folder: Path) -> None:
    (folder / "x.db").write_text("An article, not a database. " * 40, encoding="utf-8")
    done = run("--db", "x.db", "list")
    assert_one_error(done, 3)
    assert "x.db" in done.stderr


def test_the_database_of_another_program_cannot_be_used(run: Run, folder: Path) -> None:
    with sqlite3.connect(folder / "x.db") as other:
        other.execute("CREATE TABLE theirs (x)")
    other.close()
    assert_one_error(run("--db", "x.db", "list"), 3)


def test_a_newer_database_is_refused_with_both_versions_named(
    run: Run, article: Path, tmp_path: Path
) -> None:
    with sqlite3.connect(tmp_path / "factcheck.db") as newer:
        newer.execute("PRAGMA user_version = 999")
    newer.close()
    done = run("list")
    assert_one_error(done, 3)
    assert "999" in done.stderr
    assert __version__ in done.stderr


def test_a_database_below_a_file_cannot_be_used(run: Run, article: Path) -> None:
    assert_one_error(run("--db", "article.txt/x.db", "list"), 3)


def test_a_write_that_fails_could_not_be_done(run: Run, article: Path, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "factcheck.db") as broken:
        broken.execute(
            "CREATE TRIGGER full BEFORE INSERT ON decision "
            "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )
    broken.close()
    done = run("tag", "1:1", "claim")
    assert_one_error(done, 1)
    assert "not saved" in done.stderr
    assert done.stdout == ""


def test_an_interrupt_ends_the_program_with_130(folder: Path) -> None:
    database = Path(os.environ["FACTCHECK_DB"])
    database.unlink()
    reading = subprocess.Popen(
        [sys.executable, "-m", "factcheck", "add", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 30
    while not database.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(0.3)
    reading.send_signal(signal.SIGINT)
    _, errors = reading.communicate(timeout=30)
    assert (reading.returncode, errors.strip()) == (130, "")


def test_a_closed_pipe_gives_no_traceback(run: Run, article: Path) -> None:
    for number in range(200):
        run("note", "1:1", f"{number} " + "x" * 2000)
    with subprocess.Popen(
        [sys.executable, "-m", "factcheck", "log"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as piped:
        assert piped.stdout
        assert piped.stderr
        assert "note 0 " in piped.stdout.readline()
        piped.stdout.close()
        assert piped.stderr.read() == ""


@pytest.mark.parametrize(
    "encoding",
    [
        "ascii",
        *(pytest.param(name, marks=pytest.mark.soak) for name in ("cp1252", "latin-1", "utf-8")),
    ],
)
def test_no_encoding_of_the_terminal_stops_the_program(
    program: Run, folder: Path, encoding: str
) -> None:
    (folder / "a.txt").write_text("„Füße“ \x1b[31m \N{PILE OF POO} 人.", encoding="utf-8")
    program("add", "a.txt")
    for arguments in (["list"], ["show", "1"], ["show", "1", "--json"], ["report"]):
        done = subprocess.run(
            [sys.executable, "-m", "factcheck", *arguments],
            env={**os.environ, "PYTHONIOENCODING": encoding},
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")


def test_the_program_knows_the_reviewer_from_the_login_name(
    run: Run, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FACTCHECK_REVIEWER")
    monkeypatch.setenv("LOGNAME", "dora")
    run("tag", "1:1", "claim")
    assert "  dora  " in run("log").stdout
