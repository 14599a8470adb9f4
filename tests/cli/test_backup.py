"""The backup as a user makes it, and the backups that made themselves."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.services.backing_up import back_up_today
from tests.cli.conftest import Run


def tags_in(path: Path) -> list[str]:
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)) as db:
        return [tag for (tag,) in db.execute("SELECT tag FROM tag ORDER BY sentence_id")]


@pytest.fixture
def tagged(run: Run, article: Path) -> None:
    run("tag", "1:1", "claim")


@pytest.mark.usefixtures("tagged")
def test_a_backup_is_one_sound_file(run: Run, folder: Path) -> None:
    done = run("backup", "copy.db")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("copied ")
    assert str(folder / "copy.db") in done.stdout
    assert sorted(os.listdir(folder)) == ["article.txt", "copy.db"]
    assert tags_in(folder / "copy.db") == ["claim"]
    assert run("--db", "copy.db", "show", "1").returncode == 0


@pytest.mark.usefixtures("tagged")
def test_a_folder_gets_a_backup_with_a_name_of_its_own(run: Run, folder: Path) -> None:
    (folder / "backups").mkdir()
    made = json.loads(run("backup", "backups", "--json").stdout)
    (path,) = (folder / "backups").iterdir()
    assert made == {"path": str(path), "bytes": path.stat().st_size, "when": made["when"]}
    assert path.name.startswith("factcheck-20")
    assert path.name.endswith("Z.db")


@pytest.mark.usefixtures("tagged")
def test_a_file_is_overwritten_only_with_force(run: Run, folder: Path) -> None:
    (folder / "copy.db").write_text("mine", encoding="utf-8")
    done = run("backup", "copy.db")
    assert done.returncode == 1
    assert "is there already" in done.stderr
    assert (folder / "copy.db").read_text(encoding="utf-8") == "mine"
    assert run("backup", "copy.db", "--force").returncode == 0
    assert tags_in(folder / "copy.db") == ["claim"]


@pytest.mark.usefixtures("tagged")
def test_the_database_itself_is_never_overwritten(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "link.db").symlink_to(tmp_path / "factcheck.db")
    os.link(tmp_path / "factcheck.db", folder / "again.db")
    for name in ("../factcheck.db", "link.db", "again.db", "../factcheck.db-wal"):
        done = run("backup", name, "--force")
        assert done.returncode == 1
        assert "belongs to the database itself" in done.stderr
    assert tags_in(tmp_path / "factcheck.db") == ["claim"]


@pytest.mark.usefixtures("tagged")
def test_a_backup_meets_no_log_of_another_database(run: Run, folder: Path) -> None:
    (folder / "copy.db-wal").write_bytes(b"somebody's changes")
    done = run("backup", "copy.db")
    assert done.returncode == 1
    assert "of another database" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "status", "advice"),
    [
        (("gone/copy.db",), 1, "there is no folder "),
        (("gone/",), 1, "there is no folder "),
        (("/dev/null",), 1, "/dev/null is not a file"),
        ((), 2, "say where the copy is to go"),
        (("copy.db", "--list"), 2, "or --list"),
        (("/proc/copy.db",), 1, "no copy can be written to /proc"),
    ],
)
def test_what_cannot_be_done_is_told_on_one_line(
    run: Run, folder: Path, arguments: tuple[str, ...], status: int, advice: str
) -> None:
    done = run("backup", *arguments)
    assert done.returncode == status
    assert advice in done.stderr
    assert done.stderr.count("\n") == 1
    assert os.listdir(folder) == []


def test_a_database_that_is_not_there_is_not_made(run: Run, folder: Path) -> None:
    done = run("--db", "gone.db", "backup", "copy.db")
    assert done.returncode == 3
    assert os.listdir(folder) == []


@pytest.mark.usefixtures("tagged")
def test_a_full_disk_is_told_and_leaves_no_half_file(program: Run, folder: Path) -> None:
    limited = ["sh", "-c", 'ulimit -f 100; exec "$0" -m factcheck backup copy.db', sys.executable]
    done = subprocess.run(limited, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("factcheck: no copy can be written to ")
    assert done.stderr.count("\n") == 1
    assert os.listdir(folder) == ["article.txt"]


SLOWLY = """
import sys, time
from factcheck.cli.main import main
from factcheck.store.backups import copying

at_once = copying._write

def slowly(db, target, pulse):
    print("copying", flush=True)
    def waiting(done):
        time.sleep(60)
    at_once(db, target, waiting)

copying._write = slowly
sys.argv[0] = "factcheck"
main()
"""


@pytest.mark.usefixtures("tagged")
@pytest.mark.parametrize(
    ("arguments", "ending", "status"),
    [
        (["backup", "copy.db"], signal.SIGINT, 130),
        (["backup", "copy.db"], signal.SIGTERM, 143),
        (["backup", "copy.db"], signal.SIGHUP, 129),
        (["restore", "../other.db"], signal.SIGTERM, 143),
        (["merge-db", "../other.db"], signal.SIGHUP, 129),
    ],
)
def test_a_copy_that_is_broken_off_leaves_no_half_file(
    tmp_path: Path, folder: Path, arguments: list[str], ending: signal.Signals, status: int
) -> None:
    (tmp_path / "temporary").mkdir()
    shutil.copyfile(tmp_path / "factcheck.db", tmp_path / "other.db")
    program = subprocess.Popen(
        [sys.executable, "-c", SLOWLY, *arguments],
        env={**os.environ, "TMPDIR": str(tmp_path / "temporary")},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout
    assert program.stdout.readline() == "copying\n"
    time.sleep(0.2)
    program.send_signal(ending)
    assert program.wait(timeout=20) == status
    program.stdout.close()
    assert os.listdir(folder) == ["article.txt"]
    assert os.listdir(tmp_path / "temporary") == []
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


@pytest.mark.usefixtures("tagged")
def test_backups_that_made_themselves_are_listed_newest_first(run: Run, tmp_path: Path) -> None:
    database = tmp_path / "factcheck.db"
    assert json.loads(run("backup", "--list", "--json").stdout) == []
    assert "no backups yet" in run("backup", "--list").stdout
    assert back_up_today(database) == ""
    (today,) = (tmp_path / "factcheck.db.backups").glob("*.db")
    (today.with_name("2020-01-01.db")).write_bytes(b"")
    listed = json.loads(run("backup", "--list", "--json").stdout)
    assert [each["path"] for each in listed] == [str(today), str(today.with_name("2020-01-01.db"))]
    assert listed[0]["bytes"] == today.stat().st_size
    assert listed[0]["when"].startswith(today.stem)
    assert str(today) in run("backup", "--list").stdout.splitlines()[0]
