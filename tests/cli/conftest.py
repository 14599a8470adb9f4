"""The command line as a user types it: in this process, or as a program of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copyfile

import pytest

from factcheck.cli.main import run as run_command_line

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def folder(tmp_path: Path, empty_database: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, which knows no settings but a reviewer and a database of its own."""
    copyfile(empty_database, tmp_path / "factcheck.db")
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    for name in ("config", "data"):
        monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(tmp_path / name))
    monkeypatch.setenv("FACTCHECK_DB", str(tmp_path / "factcheck.db"))
    monkeypatch.setenv("FACTCHECK_REVIEWER", "ann")
    return work


@pytest.fixture
def run(folder: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in this process."""

    def typed(*arguments: str) -> subprocess.CompletedProcess[str]:
        capfd.readouterr()
        status = run_command_line(list(arguments))
        printed = capfd.readouterr()
        return subprocess.CompletedProcess(arguments, status, printed.out, printed.err)

    return typed


@pytest.fixture
def program(folder: Path) -> Run:
    """Run `python -m factcheck` as a program of its own."""

    def started(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "factcheck", *arguments],
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )

    return started


@pytest.fixture
def article(folder: Path, run: Run) -> Path:
    """An article of three sentences in the database."""
    file = folder / "article.txt"
    file.write_text("The town grew last year. It is lovely.\n\nRead more here.\n", encoding="utf-8")
    run("add", "article.txt")
    return file
