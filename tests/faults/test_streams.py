"""Output that nobody takes, and input that nobody gives: one line, and an exit status."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli.main import run

PROGRAM = shlex.join([sys.executable, "-m", "factcheck"])
SAY_MUCH = [
    *("export --format csv", "list"),
    *("log", "log --json", "show 1", "show 1 --json", "list --json", "keys", "scheme", "report"),
    *("claims", "stats --json", "lint", "sessions", "search town", "export --list", "--help"),
    *("export --format json", "export --schema", "report --format html"),
]


def commands(everyday: int) -> pytest.MarkDecorator:
    """Return commands that print something, only the first of them on every day."""
    rest = (pytest.param(command, marks=pytest.mark.soak) for command in SAY_MUCH[everyday:])
    return pytest.mark.parametrize("command", [*SAY_MUCH[:everyday], *rest])


@pytest.fixture(autouse=True)
def article(folder: Path) -> None:
    """An article of two sentences in the database of the current folder."""
    (folder / "article.txt").write_text("The town grew last year. It is lovely.", encoding="utf-8")
    assert run(["add", "article.txt"]) == 0
    assert run(["verdict", "1:2", "false"]) == 0


def shell(command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False
    )


def assert_one_line(done: subprocess.CompletedProcess[str], status: int, said: str) -> None:
    assert (done.returncode, len(done.stderr.splitlines())) == (status, 1), done.stderr
    assert said in done.stderr


@commands(everyday=2)
def test_standard_output_that_is_closed_cannot_be_written(command: str) -> None:
    assert_one_line(shell(f"{PROGRAM} {command} >&-"), 1, "the output cannot be written")


@commands(everyday=1)
def test_standard_output_that_is_full_cannot_be_written(command: str) -> None:
    assert_one_line(shell(f"{PROGRAM} {command} >/dev/full"), 1, "No space left on device")


@commands(everyday=1)
def test_a_reader_that_has_heard_enough_is_no_trouble(command: str) -> None:
    done = shell(f"{PROGRAM} {command} | true")
    assert (done.returncode, done.stderr) == (1, "")


def test_standard_input_that_is_closed_holds_nothing() -> None:
    assert_one_line(shell(f"{PROGRAM} add - <&-"), 1, "-: ")
    assert_one_line(shell(f"{PROGRAM} review <&-"), 2, "the review needs a terminal")
    done = shell(f"{PROGRAM} import --format csv - <&-")
    assert (done.returncode, "nothing was taken" in done.stderr) == (1, True)


def test_what_cannot_be_said_is_done_all_the_same() -> None:
    assert shell(f"{PROGRAM} tag 1:1 claim <&- >&- 2>&-").returncode == 1
    assert shell(f"{PROGRAM} --db article.txt list 2>/dev/full").returncode == 3
    assert " tag claim" in shell(f"{PROGRAM} log").stdout


def test_a_file_is_exported_where_all_standard_streams_are_closed(folder: Path) -> None:
    assert run(["export", "--format", "csv", "-o", "whole.csv"]) == 0
    shell(f"{PROGRAM} export --format csv -o found.csv <&- >&- 2>&-")
    assert (folder / "found.csv").read_bytes() == (folder / "whole.csv").read_bytes()
