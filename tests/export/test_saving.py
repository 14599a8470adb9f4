"""Files are written whole or not at all."""

import errno
import os
import stat
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from factcheck.domain.errors import NotWritten
from factcheck.export.format import OutFile
from factcheck.export.saving import Written, encoded, save_files, save_lines


class Broken(Exception):
    """What goes wrong while the lines are made."""


def breaking_lines() -> Iterator[str]:
    yield "first"
    raise Broken


def files_in(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.fixture
def umask() -> Iterator[int]:
    """A strict umask."""
    before = os.umask(0o027)
    yield 0o027
    os.umask(before)


@pytest.mark.parametrize(
    "lines", [[], [""], ["a", "", "b"], ["é" * 500] * 1000, ["x" * 200_000] * 3]
)
@pytest.mark.parametrize("end", ["\n", ""])
def test_lines_that_are_handed_on_together_are_the_same_bytes(lines: list[str], end: str) -> None:
    assert b"".join(encoded(lines, end)) == "".join(f"{line}{end}" for line in lines).encode()


def test_what_is_handed_on_together_is_small_however_many_lines_there_are() -> None:
    lines = iter(["x" * 99] * 10_000)
    assert 50_000 < len(next(encoded(lines))) < 100_000
    assert len(list(lines)) > 9_000


def test_lines_are_written_in_utf_8_with_line_feeds(tmp_path: Path) -> None:
    save_lines(tmp_path / "report.md", ["„quoted“", "", "last"])
    assert (tmp_path / "report.md").read_bytes() == "„quoted“\n\nlast\n".encode()


def test_an_old_file_is_replaced_whole(tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    file.write_text("an old report that is longer\n" * 9, encoding="utf-8")
    save_lines(file, ["new"])
    assert file.read_text(encoding="utf-8") == "new\n"
    assert files_in(tmp_path) == ["report.md"]


def test_no_lines_make_an_empty_file(tmp_path: Path) -> None:
    save_lines(tmp_path / "report.md", [])
    assert (tmp_path / "report.md").read_bytes() == b""


def test_the_old_file_stays_when_the_lines_break_off(tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    file.write_text("old\n", encoding="utf-8")
    with pytest.raises(Broken):
        save_lines(file, breaking_lines())
    assert file.read_text(encoding="utf-8") == "old\n"
    assert files_in(tmp_path) == ["report.md"]


def test_nothing_is_left_behind_when_there_was_no_file(tmp_path: Path) -> None:
    with pytest.raises(Broken):
        save_lines(tmp_path / "report.md", breaking_lines())
    assert files_in(tmp_path) == []


def test_a_folder_that_does_not_exist_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match=r"gone/report\.md cannot be written"):
        save_lines(tmp_path / "gone" / "report.md", ["x"])
    assert files_in(tmp_path) == []


def test_a_folder_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    (tmp_path / "report.md").mkdir()
    with pytest.raises(NotWritten):
        save_lines(tmp_path / "report.md", ["x"])
    assert files_in(tmp_path) == ["report.md"]


def test_a_file_in_the_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("x", encoding="utf-8")
    with pytest.raises(NotWritten, match="name another file"):
        save_lines(tmp_path / "folder" / "report.md", ["x"])


def test_permissions_follow_the_umask(tmp_path: Path, umask: int) -> None:
    save_lines(tmp_path / "report.md", ["x"])
    assert stat.S_IMODE((tmp_path / "report.md").stat().st_mode) == 0o666 & ~umask


def test_the_new_file_is_complete_before_it_takes_the_name(tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    file.write_text("old\n", encoding="utf-8")

    def lines() -> Iterator[str]:
        for number in range(1000):
            assert file.read_text(encoding="utf-8") == "old\n"
            yield f"line {number}"

    save_lines(file, lines())
    assert file.read_text(encoding="utf-8").endswith("line 999\n")


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        save_lines(pipe, ["one", "two"])
        assert os.read(reader, 100) == b"one\ntwo\n"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    link = tmp_path / "link.md"
    link.symlink_to(tmp_path / "target.md")
    save_lines(link, ["one"])
    assert link.is_symlink()
    assert (tmp_path / "target.md").read_text(encoding="utf-8") == "one\n"


def test_what_was_written_is_told_with_its_hash(tmp_path: Path) -> None:
    written = save_lines(tmp_path / "a.csv", ["é", "b"])
    content = (tmp_path / "a.csv").read_bytes()
    assert written == Written("a.csv", sha256(content).hexdigest(), len(content))


def test_a_folder_is_made_and_filled(tmp_path: Path) -> None:
    files = [OutFile("a.txt", iter(["one", "two"])), OutFile("b.txt", iter(["x\r\n", "y"]), end="")]
    written = save_files(tmp_path / "new" / "folder", iter(files))
    assert [file.name for file in written] == ["a.txt", "b.txt"]
    assert (tmp_path / "new" / "folder" / "a.txt").read_bytes() == b"one\ntwo\n"
    assert (tmp_path / "new" / "folder" / "b.txt").read_bytes() == b"x\r\ny"


def test_all_old_files_of_a_folder_stay_when_one_breaks_off(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old", encoding="utf-8")
    files = [OutFile("a.txt", iter(["new"])), OutFile("b.txt", breaking_lines())]
    with pytest.raises(Broken):
        save_files(tmp_path, iter(files))
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "old"
    assert files_in(tmp_path) == ["a.txt"]


def test_a_full_disk_is_told_and_leaves_the_old_file(tmp_path: Path) -> None:
    def full() -> Iterator[str]:
        yield "first"
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    (tmp_path / "a.txt").write_text("old", encoding="utf-8")
    with pytest.raises(NotWritten, match="No space left"):
        save_lines(tmp_path / "a.txt", full())
    with pytest.raises(NotWritten, match="No space left"):
        save_files(tmp_path, iter([OutFile("a.txt", full())]))
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "old"
