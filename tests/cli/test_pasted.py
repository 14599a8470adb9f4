"""What is advised does the right thing when it is pasted, whatever the database is called."""

import json
import re
import shlex
from pathlib import Path
from shutil import copyfile

import pytest

from factcheck.services.backing_up import back_up_today
from tests.cli.conftest import Run

NAME = "it's; my $work.db"


def advised(printed: str, command: str) -> list[str]:
    """Return the arguments of a command that stands in what was printed, as a shell takes them."""
    (pasted,) = re.findall(rf"`factcheck ({command} [^`]*)`", printed)
    return shlex.split(pasted)


@pytest.fixture
def database(run: Run, article: Path, tmp_path: Path) -> Path:
    """A database that is not the usual one, with a backup beside it."""
    other = tmp_path / NAME
    copyfile(tmp_path / "factcheck.db", other)
    run("--db", str(other), "tag", "1:1", "claim")
    back_up_today(other)
    return other


def tagged(run: Run, database: Path) -> str:
    return run("--db", str(database), "list", "--json").stdout


def test_what_is_advised_for_a_damaged_database_mends_that_one(
    run: Run, database: Path, tmp_path: Path
) -> None:
    before, usual = tagged(run, database), (tmp_path / "factcheck.db").read_bytes()
    database.write_bytes(database.read_bytes()[:9000])
    told = run("--db", str(database), "list").stderr
    assert run(*advised(told, "doctor")).returncode == 1
    assert run(*advised(told, "restore")).returncode == 0
    assert tagged(run, database) == before
    assert (tmp_path / "factcheck.db").read_bytes() == usual


def test_what_a_restored_database_lacks_is_merged_into_that_one(run: Run, database: Path) -> None:
    run("--db", str(database), "tag", "1:2", "opinion")
    before = json.loads(tagged(run, database))
    (backup,) = json.loads(run("backup", "--list", "--json", "--db", str(database)).stdout)
    told = run("restore", backup["path"], "--db", str(database)).stdout
    assert json.loads(tagged(run, database)) != before
    assert run(*advised(told, "merge-db")).returncode == 0
    assert json.loads(tagged(run, database)) == before


def test_a_backup_that_is_refused_is_followed_by_the_next_sound_one(
    run: Run, database: Path
) -> None:
    (newest,) = Path(f"{database}.backups").glob("*.db")
    days = {day: newest.with_name(f"2020-01-0{day}.db") for day in (1, 2, 3, 4)}
    days[1].write_bytes(newest.read_bytes())
    days[2].write_bytes(newest.read_bytes()[:4096] + bytes(newest.stat().st_size - 4096))
    days[3].mkdir()
    newest.write_bytes(b"not a database" * 1000)
    told = run("restore", str(newest), "--db", str(database))
    assert told.returncode == 3
    assert advised(told.stderr, "restore")[1] == str(days[1])
    told = run("restore", str(days[1].with_name("mine.db")), "--db", str(database))
    assert advised(told.stderr, "backup")[:2] == ["backup", "--list"]
    days[1].unlink()
    assert "there is no other backup" in run("restore", str(newest)).stderr


def test_an_option_after_the_command_outdoes_the_one_before(run: Run, database: Path) -> None:
    done = run("--db", "gone.db", "doctor", "--db", str(database))
    assert done.returncode == 0
