"""Disks that are full, read-only, slow or broken: one line, and nothing is lost."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.forking import Forked
from tests.faults.killing import assert_sound
from tests.terminals import SEEDS, Run

Say = Callable[..., tuple[int, str]]
_SIZE = "2m"
_FULL = "the disk is full: make room and try again"


@pytest.fixture
def disk(folder: Path) -> Iterator[Path]:
    """A small disk of its own, with a database that holds the seed articles."""
    mounted = folder / "disk"
    mounted.mkdir()
    if not mount("-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", str(mounted)):
        pytest.skip("only root may mount a disk, and not in every container")
    yield mounted
    subprocess.run(["umount", "--lazy", str(mounted)], check=True)


def mount(*arguments: str) -> bool:
    return subprocess.run(["mount", *arguments], capture_output=True, check=False).returncode == 0


@pytest.fixture
def say(forked: Forked, folder: Path) -> Say:
    """Run a command on the database of the disk; return its exit status and what it said."""

    def said(*arguments: str) -> tuple[int, str]:
        child = forked.start("--db", "disk/factcheck.db", *arguments)
        return child.wait(), child.output.read_text(encoding="utf-8")

    return said


def fill(disk: Path) -> Path:
    """Leave no room on the disk, and return what takes it."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (4096, 1):
            try:
                while file.write(bytes(size)):
                    pass
            except OSError:
                continue
    return filler


def assert_could_not(done: tuple[int, str], status: int, said: str) -> None:
    assert done[0] == status
    assert len(done[1].splitlines()) == 1
    assert said in done[1]


def test_a_full_disk_refuses_a_decision_and_keeps_the_others(disk: Path, say: Say) -> None:
    say("add", str(SEEDS))
    say("tag", "1:1", "claim")
    filler = fill(disk)
    assert_could_not(say("tag", "1:1-25", "opinion"), 1, f"not saved: {_FULL}")
    filler.unlink()
    assert_sound(disk / "factcheck.db")
    assert say("log")[1].count("claim") == 1
    assert say("tag", "1:1-25", "opinion")[0] == 0


def test_what_is_on_a_full_disk_can_be_read_and_copied_elsewhere(
    disk: Path, folder: Path, say: Say
) -> None:
    say("add", str(SEEDS))
    fill(disk)
    for command in ("list", "doctor", "backup copy.db", "export --format jsonl -o all.jsonl"):
        assert say(*command.split())[0] == 0, command
    assert sorted(os.listdir(disk)) == ["factcheck.db", "filler"]
    assert_sound(folder / "copy.db")


def test_a_full_disk_keeps_no_part_of_an_article(disk: Path, folder: Path, say: Say) -> None:
    (folder / "long.txt").write_text("It is so, and not so. " * 60_000, encoding="utf-8")
    say("add", str(SEEDS))
    assert_could_not(say("add", "long.txt"), 1, _FULL)
    assert len(say("list")[1].splitlines()) == 2
    assert_sound(disk / "factcheck.db")


def test_an_export_to_a_full_disk_leaves_the_old_file(disk: Path, say: Say) -> None:
    say("--db", "factcheck.db", "add", str(SEEDS))
    (disk / "found.csv").write_text("old", encoding="utf-8")
    fill(disk)
    done = say("--db", "factcheck.db", "export", "--format", "csv", "-o", "disk/found.csv")
    assert_could_not(done, 1, "disk/found.csv cannot be written (No space left on device)")
    assert (disk / "found.csv").read_text(encoding="utf-8") == "old"
    assert sorted(os.listdir(disk)) == ["filler", "found.csv"]


def test_no_database_can_be_made_on_a_full_disk(disk: Path, say: Say) -> None:
    filler = fill(disk)
    assert_could_not(say("list"), 3, "disk is full")
    filler.unlink()
    assert say("list")[0] == 0


def test_a_review_on_a_full_disk_goes_on_when_there_is_room(disk: Path, opened: Run) -> None:
    terminal = opened("--db", "disk/factcheck.db", "review", str(SEEDS))
    terminal.wait_for("0 decided · saved")
    filler = fill(disk)
    for _ in range(200):  # until the room is used up that SQLite had made before
        terminal.press("cgog")
        terminal.read()
        if "not saved" in terminal.text():
            break
    terminal.wait_for("disk is full")
    filler.unlink()
    terminal.press("gf")
    terminal.wait_for(r"sentence 2 of 25 · 1 decided · saved")


def test_a_read_only_disk_can_be_read(disk: Path, say: Say) -> None:
    say("add", str(SEEDS))
    assert mount("-o", "remount,ro", str(disk))
    for command in (["list"], ["show", "1"], ["report"], ["log"], ["stats"], ["search", "Putin"]):
        assert say(*command)[0] == 0
    assert_could_not(say("tag", "1:1", "claim"), 1, "read-only")
    assert_could_not(say("add", __file__), 1, "read-only")
    assert_could_not(
        say("export", "--format", "csv", "-o", "disk/x.csv"), 1, "Read-only file system"
    )


@pytest.mark.parametrize(
    ("fault", "status", "said"),
    [
        ("fdatasync:error=EIO", 1, "not saved: the disk does not answer: check it"),
        (
            "pwrite64:error=EIO:when=3+",
            1,
            "not saved: the disk does not answer: check it",
        ),
        ("fdatasync:delay_enter=700000", 0, "saved: 1:1 tag claim"),
    ],
)
def test_a_disk_that_fails_or_is_slow_loses_nothing(
    folder: Path, forked: Forked, fault: str, status: int, said: str
) -> None:
    strace = shutil.which("strace") or pytest.skip("strace is not installed")
    assert forked.start("add", str(SEEDS)).wait() == 0
    calls = fault.partition(":")[0]
    tracing = [strace, "-f", "-o", "/dev/null", "-e", f"trace={calls}", "-e", f"inject={fault}"]
    command = [*tracing, sys.executable, "-m", "factcheck", "tag", "1:1", "claim"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if "ptrace" in done.stderr:
        pytest.skip("programs cannot be traced here")
    assert_could_not((done.returncode, done.stdout + done.stderr), status, said)
    assert_sound(folder / "factcheck.db")
    child = forked.start("log")
    assert child.wait() == 0
    assert child.output.read_text(encoding="utf-8").count("claim") == (not status)
