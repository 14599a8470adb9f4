"""Files kept with evidence, on the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

PNG = b"\x89PNG\r\n\x1a\n some pixels"


@pytest.fixture
def picture(folder: Path, run: Run, article: object) -> Path:
    """A file that is kept with the first claim's evidence, and is then no longer there."""
    file = folder / "picture.png"
    file.write_bytes(PNG)
    (folder / "notes.txt").write_bytes(b"notes")
    kept = run("evidence", "1:1", "--title", "Figures", "--attach", "picture.png")
    assert kept.returncode == 0
    run("evidence", "1:1", "--title", "Notes", "--attach", "notes.txt")
    file.unlink()
    return file


def test_the_files_of_a_claim_are_listed(run: Run, picture: Path) -> None:
    first, second = run("attachment", "1:1").stdout.splitlines()
    assert first.startswith("1  picture.png  image/png  1 kB  evidence 1  ")
    assert second.startswith("2  notes.txt  text/plain  1 kB  evidence 2  ")
    listed = json.loads(run("attachment", "1:1", "--json").stdout)
    assert [(item["n"], item["evidence"], item["name"], item["size"]) for item in listed] == [
        (1, 1, "picture.png", len(PNG)),
        (2, 2, "notes.txt", 5),
    ]


def test_a_file_is_saved_in_the_current_folder(run: Run, picture: Path) -> None:
    done = run("attachment", "1:1", "1")
    assert (done.returncode, done.stdout) == (0, "picture.png saved as picture.png\n")
    assert picture.read_bytes() == PNG


def test_all_files_are_saved_in_a_folder(run: Run, picture: Path, folder: Path) -> None:
    (folder / "out").mkdir()
    assert run("attachment", "1:1", "-o", "out").returncode == 0
    assert sorted(file.name for file in (folder / "out").iterdir()) == ["notes.txt", "picture.png"]


def test_nothing_is_overwritten(run: Run, picture: Path) -> None:
    picture.write_bytes(b"mine")
    done = run("attachment", "1:1", "1", "-o", "picture.png")
    assert done.returncode == 1
    assert "there already" in done.stderr
    assert picture.read_bytes() == b"mine"


def test_several_files_need_a_folder(run: Run, picture: Path) -> None:
    assert run("attachment", "1:1", "-o", "one.bin").returncode == 2


def test_a_file_that_is_not_there_is_refused(run: Run, picture: Path) -> None:
    done = run("attachment", "1:1", "3")
    assert done.returncode == 1
    assert "it has 2" in done.stderr


def test_a_claim_without_files_says_so(run: Run, article: object) -> None:
    assert "no file is kept" in run("attachment", "1:2").stdout
    assert run("attachment", "1:2", "--json").stdout == "[]\n"
