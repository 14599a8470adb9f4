"""Which database and which reviewer a command works with when nothing is said."""

import getpass
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from factcheck.cli.database import default_database

Run = Callable[..., CompletedProcess[str]]


def test_a_folder_with_a_db_folder_has_its_own_database(folder: Path) -> None:
    (folder / "db").mkdir()
    assert default_database() == Path("db", "factcheck.db")


def test_elsewhere_the_database_is_the_users_own(folder: Path, tmp_path: Path) -> None:
    assert default_database() == tmp_path / "data" / "factcheck" / "factcheck.db"


def test_a_file_called_db_is_not_a_folder_for_databases(folder: Path, tmp_path: Path) -> None:
    (folder / "db").write_text("", encoding="utf-8")
    assert default_database().is_relative_to(tmp_path / "data")


def test_the_default_database_is_made_where_it_is_needed(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FACTCHECK_DB")
    assert run("list").returncode == 0
    assert (tmp_path / "data" / "factcheck" / "factcheck.db").is_file()
    (folder / "db").mkdir()
    assert run("list").returncode == 0
    assert (folder / "db" / "factcheck.db").is_file()


def test_without_a_login_name_a_reviewer_must_be_named(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown() -> str:
        raise KeyError("uid not found")

    monkeypatch.delenv("FACTCHECK_REVIEWER")
    monkeypatch.setattr(getpass, "getuser", unknown)
    done = run("list")
    assert done.returncode == 2
    assert "--reviewer NAME" in done.stderr
    assert run("--reviewer", "ann", "list").returncode == 0
