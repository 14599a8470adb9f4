"""What killed programs left unfinished is removed by the next, and nothing of anybody else."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from factcheck.export.saving import save_lines
from factcheck.store.opening.leftovers import folder_for_copies, unfinished


@pytest.fixture
def gone() -> int:
    """The number of a program that has ended."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid


def test_files_of_programs_that_are_gone_are_removed(tmp_path: Path, gone: int) -> None:
    parent = os.getppid()
    theirs = {
        f".x[1].db.factcheck-{parent}",
        f".x[1].db.{gone}",
        f".y.db.factcheck-{gone}",
        ".x[1].db",
    }
    for name in (f".x[1].db.factcheck-{gone}", f".x[1].db.factcheck-{gone}-journal", *theirs):
        (tmp_path / name).touch()
    with unfinished(tmp_path / "x[1].db") as whole:
        whole.touch()
        assert {path.name for path in tmp_path.iterdir()} == {*theirs, whole.name}
    assert {path.name for path in tmp_path.iterdir()} == theirs


def test_folders_for_copies_are_removed_as_well(
    tmp_path: Path, gone: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left, kept = tmp_path / f"factcheck-{gone}-abc", tmp_path / f"factcheck-{os.getppid()}-abc"
    for folder in (left, kept):
        folder.mkdir()
        (folder / "other.db").touch()
    with folder_for_copies() as folder:
        assert set(tmp_path.iterdir()) == {kept, folder}
    assert list(tmp_path.iterdir()) == [kept]


def test_the_longest_name_that_a_system_allows_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("ü" * 125 + ".csv")
    save_lines(path, ["one"])
    assert path.read_text(encoding="utf-8") == "one\n"
    assert list(tmp_path.iterdir()) == [path]
