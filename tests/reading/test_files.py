"""Which files a user means by a name."""

import os
from pathlib import Path

import pytest

from factcheck.reading.files import files_in


def made(folder: Path, *names: str) -> Path:
    """Return `folder` with empty files of these names in it."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return folder


def names_in(folder: Path) -> list[str]:
    """Return the files that are meant by `folder`, without its own name."""
    return [path.relative_to(folder).as_posix() for path in files_in(folder)]


def test_a_file_means_itself(tmp_path: Path) -> None:
    path = made(tmp_path, "a.txt") / "a.txt"
    assert list(files_in(path)) == [path]


def test_a_name_that_is_not_there_is_left_to_whoever_reads_it(tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    assert list(files_in(missing)) == [missing]


def test_a_folder_means_all_files_below_it_in_order(tmp_path: Path) -> None:
    folder = made(tmp_path, "b.txt", "c/2.txt", "c/1.txt", "a.html", "d")
    assert names_in(folder) == ["a.html", "b.txt", "c/1.txt", "c/2.txt", "d"]


def test_hidden_files_and_folders_are_skipped(tmp_path: Path) -> None:
    folder = made(tmp_path, ".git/config", ".DS_Store", "a/.swp", "a/b.txt")
    assert names_in(folder) == ["a/b.txt"]


def test_a_hidden_file_is_meant_where_it_is_named(tmp_path: Path) -> None:
    path = made(tmp_path, ".notes") / ".notes"
    assert list(files_in(path)) == [path]


def test_a_link_that_leads_back_up_is_not_followed(tmp_path: Path) -> None:
    folder = made(tmp_path, "a/b.txt")
    (folder / "a" / "back").symlink_to(folder, target_is_directory=True)
    assert names_in(folder) == ["a/b.txt"]


def test_a_link_to_itself_is_left_to_whoever_reads_it(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert names_in(tmp_path) == ["loop"]


def test_linked_files_are_meant_too(tmp_path: Path) -> None:
    folder = made(tmp_path / "in", "a.txt")
    (folder / "b.txt").symlink_to(made(tmp_path / "out", "x.txt") / "x.txt")
    assert names_in(folder) == ["a.txt", "b.txt"]


def test_a_linked_folder_is_read_where_it_is_named(tmp_path: Path) -> None:
    made(tmp_path / "real", "a.txt")
    (tmp_path / "link").symlink_to(tmp_path / "real", target_is_directory=True)
    assert names_in(tmp_path / "link") == ["a.txt"]


def test_an_empty_folder_means_no_files(tmp_path: Path) -> None:
    assert names_in(tmp_path) == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may list every folder")
def test_a_folder_that_may_not_be_listed_does_not_hide_the_others(tmp_path: Path) -> None:
    folder = made(tmp_path, "a.txt", "locked/b.txt", "z.txt")
    (folder / "locked").chmod(0)
    try:
        assert names_in(folder) == ["a.txt", "locked", "z.txt"]
    finally:
        (folder / "locked").chmod(0o700)
