"""No home, files that go away, clocks that lie, many at once: a clear line, and nothing is lost."""

import os
import shutil
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest

from bench.contention import contended
from factcheck.cli.main import run as command
from factcheck.store.store import Store
from tests.faults.killing import assert_sound
from tests.terminals import SEEDS, Run

_SECOND = 1_000_000_000
_YEAR = 365 * 24 * 3600 * _SECOND
_NOBODY = 12345
"""The number of a user whom the system does not know."""
_AS_NOBODY = f"""
import os, sys
from importlib import import_module
from pkgutil import walk_packages
import factcheck
from factcheck.cli.main import run
for module in walk_packages(factcheck.__path__, "factcheck."):
    if not module.name.endswith("__main__"):
        import_module(module.name)
os.setuid({_NOBODY})
sys.exit(run(sys.argv[1:]))
"""


@pytest.fixture
def articles(folder: Path) -> None:
    """The seed articles in the database of the current folder."""
    assert command(["add", str(SEEDS)]) == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may become somebody else")
@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["list"], 2, "your system knows no login name: say --reviewer NAME"),
        (["--reviewer", "ann", "list"], 3, "you have no home folder"),
        (["--reviewer", "ann", "--db", "x.db", "review"], 2, "the review needs a terminal"),
        pytest.param(["keys"], 0, "", marks=pytest.mark.soak),
    ],
)
def test_somebody_without_a_name_and_a_home_is_told_what_to_say(
    folder: Path, arguments: list[str], status: int, said: str
) -> None:
    folder.chmod(0o777)
    for parent in folder.parents[:4]:
        parent.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-c", _AS_NOBODY, *arguments],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(SEEDS.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, len(done.stderr.splitlines())) == (status, bool(said)), done.stderr
    assert said in done.stderr
    assert not (folder / "~").exists()


def test_the_home_of_nobody_is_a_folder_that_is_not_there(
    folder: Path, articles: None, capfd: pytest.CaptureFixture[str]
) -> None:
    assert command(["export", "--format", "csv", "-o", "~nobody-of-that-name/x.csv"]) == 1
    assert "cannot be written" in capfd.readouterr().err


def test_a_home_that_cannot_be_made_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("FACTCHECK_DB")
    monkeypatch.setenv("XDG_DATA_HOME", "/dev/null/home")
    assert command(["list"]) == 3
    assert "/dev/null/home" in capfd.readouterr().err


@pytest.mark.parametrize("how", ["deleted", "replaced"])
def test_a_file_that_goes_away_under_a_review_is_not_written_to(
    opened: Run, articles: None, folder: Path, how: str
) -> None:
    terminal = opened("review")
    terminal.wait_for("0 decided · saved")
    database = folder / "factcheck.db"
    other = shutil.copy(database, folder / "other.db")
    database.rename(folder / "aside.db")
    if how == "replaced":
        shutil.copy(other, database)
    terminal.press("c")
    terminal.wait_for("not saved: the database file was moved or deleted")
    assert database.exists() == (how == "replaced")
    (folder / "aside.db").rename(database)
    terminal.press("c")
    terminal.wait_for("1 decided · saved")
    terminal.press("q")
    assert terminal.end() == 0
    assert_sound(database)


def test_a_file_that_goes_away_under_a_command_is_told(folder: Path, articles: None) -> None:
    adding = subprocess.Popen(
        [sys.executable, "-m", "factcheck", "add", "-"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    log = folder / "factcheck.db-wal"
    while not log.exists():
        time.sleep(0.01)
    time.sleep(0.3)
    (folder / "factcheck.db").rename(folder / "aside.db")
    _, said = adding.communicate("One is here. Two is there.", timeout=30)
    assert (adding.returncode, len(said.splitlines())) == (1, 1), said
    assert "moved or deleted" in said


@pytest.mark.parametrize("shift", [-20 * _YEAR, -10 * _SECOND, 500 * _YEAR])
def test_a_clock_that_jumps_leaves_the_journal_in_order(
    folder: Path, articles: None, monkeypatch: pytest.MonkeyPatch, shift: int
) -> None:
    real = time.time_ns
    assert command(["tag", "1:1", "claim"]) == 0
    monkeypatch.setattr(time, "time_ns", lambda: real() + shift)
    assert command(["tag", "1:1", "opinion"]) == 0
    assert command(["undo"]) == 0
    monkeypatch.setattr(time, "time_ns", real)
    assert command(["tag", "1:2", "filler"]) == 0
    with Store(folder / "factcheck.db") as store:
        decisions = list(store.journal.decisions())
    assert len(decisions) == 4
    assert all(one.at < two.at and one.id < two.id for one, two in pairwise(decisions))
    if shift < 0:
        assert_sound(folder / "factcheck.db")


def test_the_end_of_all_clocks_is_told(
    folder: Path,
    articles: None,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    last = 253402300799_999999_000
    monkeypatch.setattr(time, "time_ns", lambda: last)
    assert command(["tag", "1:1", "claim"]) == 0
    assert command(["tag", "1:2", "claim"]) in {1, 3}
    assert len(capfd.readouterr().err.splitlines()) == 1


@pytest.mark.soak
@pytest.mark.parametrize("variables", ["LC_ALL=C", "LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0"])
def test_the_systems_plainest_locale_stops_nothing(folder: Path, variables: str) -> None:
    (folder / "Füße.txt").write_text("„Füße“ \N{PILE OF POO} 人.", encoding="utf-8")
    program = f"env {variables} {sys.executable} -m factcheck"
    for arguments in ("add Füße.txt", "list", "show 1", "report", "export --format json"):
        done = subprocess.run(
            ["bash", "-c", f"{program} {arguments}"], capture_output=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, b"")
    assert "„Füße“".encode() in done.stdout


@pytest.mark.parametrize(
    ("writers", "seconds"), [(4, 1.0), pytest.param(16, 60.0, marks=pytest.mark.soak)]
)
def test_many_programs_that_decide_at_once_lose_nothing(
    folder: Path, articles: None, writers: int, seconds: float
) -> None:
    outcome = contended(folder / "factcheck.db", writers, seconds)
    assert outcome.lost == 0
    assert [writer.refused for writer in outcome.writers] == [0] * writers
    assert all(writer.saved for writer in outcome.writers)
    assert outcome.left < outcome.grown
    assert_sound(folder / "factcheck.db")
