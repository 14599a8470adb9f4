"""Which files a user means by a name."""

import io
import os
import sys
from pathlib import Path

import pytest

from factcheck.domain.errors import Unreadable
from factcheck.reading.files import files_in, is_passed_over, opened


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


@pytest.mark.parametrize("name", ["a.PNG", "style.css", "a.mp4", "app.js", "a.woff2", "x.db"])
def test_what_lies_beside_articles_is_passed_over(name: str) -> None:
    assert is_passed_over(Path(name))


@pytest.mark.parametrize(
    "name", ["a.txt", "README", "a.HTML", "a.xyz", "2024.06.18", "png", "a.docx"]
)
def test_what_may_be_an_article_is_tried(name: str) -> None:
    assert not is_passed_over(Path(name))


def test_a_file_is_opened_to_its_first_byte(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"abc")
    with opened(str(tmp_path / "a.txt")) as stream:
        assert stream.read() == b"abc"
    assert stream.closed


def test_standard_input_is_opened_and_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"abc")))
    with opened("-") as stream:
        assert stream.read() == b"abc"
    assert not stream.closed


def refusal(name: str | Path) -> str:
    with pytest.raises(Unreadable) as refused, opened(str(name)):
        pass
    return str(refused.value)


def test_what_cannot_be_opened_says_why_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe")
    assert (
        refusal(tmp_path / "gone")
        == "no such file or directory: check the name and the permissions"
    )
    assert refusal(tmp_path / "loop").endswith(": check the name and the permissions")
    assert refusal(tmp_path / ("x" * 300)).startswith("file name too long")
    assert refusal(tmp_path / "empty").startswith("is a folder without articles")
    assert refusal(tmp_path / "pipe").startswith("is not a file")
    assert refusal("/dev/zero").startswith("is not a file")
    assert refusal("a\0b") == "is not a file name: check the name"


def test_standard_input_that_is_closed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert refusal("-") == "is closed: name a file"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = made(tmp_path, "a.txt") / "a.txt"
    path.chmod(0)
    assert refusal(path).startswith("permission denied")
