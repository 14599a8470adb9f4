"""A damaged, foreign or newer database is recognised and left alone, and the way out named."""

import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from shutil import copyfile
from typing import Final

import pytest

from factcheck.cli.main import run
from factcheck.domain.display import one_line
from factcheck.store.backups.kept import folder_of
from tests.faults.killing import rounds
from tests.lived_in import lived_in
from tests.terminals import SEEDS, Run

Command = tuple[str, ...]

READING: Final[tuple[Command, ...]] = (
    ("list",), ("show", "1"), ("show", "2", "--json"), ("log",), ("report",), ("search", "town"),
    ("export", "--format", "jsonl"), ("stats",), ("lint",), ("claims",), ("recheck",), ("scheme",),
)  # fmt: skip
DECIDING: Final[tuple[Command, ...]] = (
    ("tag", "2:1", "claim"), ("note", "2:1", "Hm."), ("undo",), ("split", "2:1", "9"),
    ("evidence", "2:1", "--url", "https://example.org/1"), ("edit", "2", "--title", "New"),
)  # fmt: skip
CHECKING: Final[tuple[Command, ...]] = (("doctor",), ("doctor", "--json"))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return lived_in(tmp_path_factory.mktemp("lived-in")).read_bytes()


@pytest.fixture
def database(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the database is, in a folder that holds nothing else."""
    path = tmp_path / "db" / "factcheck.db"
    path.parent.mkdir()
    monkeypatch.setenv("FACTCHECK_DB", str(path))
    return path


@pytest.fixture
def told(capfd: pytest.CaptureFixture[str]) -> Callable[[Command], tuple[int, str]]:
    """Run a command; return its exit status, and the lines that it complained in."""

    def typed(command: Command) -> tuple[int, str]:
        capfd.readouterr()
        status = run([*command])
        return status, capfd.readouterr().err

    return typed


Told = Callable[[Command], tuple[int, str]]


def bits_flipped(content: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(content)
    for _ in range(chance.choice([1, 3, 30])):
        spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def page_overwritten(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content) // 4096) * 4096
    return content[:start] + chance.randbytes(4096) + content[start + 4096 :]


def cut_off(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(1, len(content))]


def contents(folder: Path) -> dict[str, bytes]:
    return {entry.name: entry.read_bytes() for entry in folder.iterdir()}


def assert_refused(database: Path, told: Told, command: Command, reason: str) -> None:
    """Check that a command is refused in one line, for `reason`, and nothing has changed."""
    before = contents(database.parent)
    status, complaint = told(command)
    assert (status, len(complaint.splitlines())) == (3, 1), (command, complaint)
    assert reason in complaint
    assert contents(database.parent) == before


@rounds(20, 300)
@pytest.mark.parametrize("damage", [bits_flipped, page_overwritten, cut_off])
def test_no_command_falls_over_a_damaged_file_or_writes_to_one_that_it_refuses(
    damage: Callable[[bytes, random.Random], bytes],
    seed: int,
    sound: bytes,
    database: Path,
    told: Told,
) -> None:
    chance = random.Random(seed)  # noqa: S311
    content = damage(sound, chance)
    for command in (chance.choice(READING), chance.choice(DECIDING), chance.choice(CHECKING)):
        for entry in database.parent.iterdir():
            entry.unlink()
        database.write_bytes(content)
        status, complaint = told(command)
        assert status in {0, 1, 2, 3}
        if status == 3:
            assert len(complaint.splitlines()) == 1
            assert "factcheck doctor" in complaint
            assert contents(database.parent) == {database.name: content}


def test_a_file_that_was_cut_off_is_refused_by_every_command(
    sound: bytes, database: Path, told: Told
) -> None:
    database.write_bytes(sound[: len(sound) // 2])
    for command in (*READING, *DECIDING, ("review",)):
        assert_refused(database, told, command, "is damaged: keep it, and go on with a copy")
    status, _ = told(("doctor",))
    assert status == 1


def test_what_is_refused_names_the_newest_backup(sound: bytes, database: Path, told: Told) -> None:
    database.write_bytes(b"not a database " * 100)
    assert_refused(database, told, ("list",), "there is no backup of it")
    folder_of(database).mkdir()
    for day in ("2026-03-01", "2026-03-02"):
        (folder_of(database) / f"{day}.db").write_bytes(sound)
    _, complaint = told(("list",))
    newest = folder_of(database) / "2026-03-02.db"
    going_back = f"`factcheck restore {newest} --db {database}` puts the newest backup back"
    assert going_back in complaint
    assert f"`factcheck doctor --db {database}` says more" in complaint
    assert "factcheck restore" in told(("doctor",))[1]


@pytest.mark.parametrize(
    ("statements", "reason"),
    [
        (["CREATE TABLE recipe (name)"], "is a database of another program"),
        (["PRAGMA application_id = 7"], "is a database of another program"),
        (["PRAGMA application_id = 1717658484", "PRAGMA user_version = 99"], "newer factcheck"),
    ],
)
def test_a_foreign_or_newer_database_with_a_log_is_left_alone(
    database: Path, tmp_path: Path, told: Told, statements: list[str], reason: str
) -> None:
    busy = tmp_path / "busy.db"
    with closing(sqlite3.connect(busy, isolation_level=None)) as db:
        for statement in ("PRAGMA journal_mode = WAL", *statements):
            db.execute(statement)
        db.execute("PRAGMA wal_checkpoint")
        db.execute("CREATE TABLE further (name)")
        for suffix in ("", "-wal"):
            copyfile(f"{busy}{suffix}", f"{database}{suffix}")
    for command in (("list",), ("tag", "1:1", "claim"), ("doctor",)):
        assert_refused(database, told, command, reason)


def test_a_log_of_another_file_is_not_taken_in(
    sound: bytes, database: Path, tmp_path: Path, told: Told
) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE TABLE other (name)")
        db.execute("INSERT INTO other VALUES (randomblob(30000))")
        copyfile(f"{other}-wal", f"{database}-wal")
    database.write_bytes(sound)
    status, complaint = told(("tag", "2:1", "claim"))
    assert (status, len(complaint.splitlines())) == (3, 1)
    assert database.read_bytes() == sound


def test_what_a_killed_program_left_in_the_log_is_taken_in(
    sound: bytes, database: Path, tmp_path: Path, told: Told, capfd: pytest.CaptureFixture[str]
) -> None:
    busy = tmp_path / "busy.db"
    busy.write_bytes(sound)
    with closing(sqlite3.connect(busy, isolation_level=None)) as db:
        db.execute("UPDATE document SET title = 'From the log' WHERE number = 3")
        for suffix in ("", "-wal"):
            copyfile(f"{busy}{suffix}", f"{database}{suffix}")
    assert run(["list"]) == 0
    assert "From the log" in capfd.readouterr().out
    assert list(contents(database.parent)) == [database.name]


def test_a_value_that_nobody_can_have_written_is_told_as_damage(
    sound: bytes, database: Path, told: Told
) -> None:
    spoilt = sound.replace(b'{"tag":"claim"', b'{"tag":"clain"')
    assert spoilt != sound
    database.write_bytes(spoilt)
    assert_refused(database, told, ("log",), "none of a tag")


def spoil_table(database: Path, name: str) -> None:
    """Overwrite the page at which a table or an index begins."""
    with closing(sqlite3.connect(database)) as db:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        (page,) = db.execute(query, [name]).fetchone()
    with database.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)


@pytest.mark.parametrize(
    ("table", "command", "reason"),
    [
        ("flag", ("flag", "2:1"), "cannot be read: the file is damaged"),
        ("evidence_by_url", DECIDING[4], "not saved: the file is damaged"),
    ],
)
def test_a_page_that_is_only_come_across_later_is_told_as_damage(
    sound: bytes,
    database: Path,
    told: Told,
    monkeypatch: pytest.MonkeyPatch,
    table: str,
    command: Command,
    reason: str,
) -> None:
    monkeypatch.setattr(
        "factcheck.store.opening.identifying._SMALL", 0
    )  # as if it was too large to check
    database.write_bytes(sound)
    spoil_table(database, table)
    status, complaint = told(command)
    assert (status, len(complaint.splitlines())) == (3, 1)
    assert reason in complaint
    assert "factcheck doctor" in complaint


@pytest.mark.parametrize("keys", ["l", "H"])
def test_a_review_that_comes_across_damage_gives_the_terminal_back_and_tells(
    opened: Run, folder: Path, keys: str
) -> None:
    terminal = opened("review", str(SEEDS))
    terminal.wait_for("0 decided · saved")
    with closing(sqlite3.connect(folder / "factcheck.db")) as db:
        db.execute("PRAGMA wal_checkpoint")
        db.execute("DELETE FROM draft")  # the review reads the file anew
        db.commit()
        (size,) = db.execute("PRAGMA page_count").fetchone()
    with (folder / "factcheck.db").open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 4096 * (size - 1))
    (folder / "factcheck.db-wal").write_bytes(b"")
    terminal.press(keys)
    assert terminal.end() == 3
    assert "Traceback" not in terminal.text()
    assert "is damaged: keep it" in " ".join(terminal.text().split())


def test_a_pipe_is_not_waited_for(database: Path, told: Told) -> None:
    os.mkfifo(database)
    for command in (("list",), ("doctor",)):
        status, complaint = told(command)
        assert (status, "is not a file" in complaint) == (3, True)


def test_a_device_is_refused(told: Told, database: Path) -> None:
    status, complaint = told(("--db", "/dev/zero", "list"))
    assert (status, "is not a file" in complaint) == (3, True)


def test_a_link_is_followed_and_its_log_lies_beside_the_file(
    sound: bytes, database: Path, tmp_path: Path, told: Told
) -> None:
    real = tmp_path / "real.db"
    real.write_bytes(sound)
    database.symlink_to(real)
    assert told(("tag", "2:1", "claim"))[0] == 0
    assert told(("doctor",))[0] == 0
    assert [entry.name for entry in database.parent.iterdir()] == [database.name]


@pytest.mark.parametrize("missing", [True, False])
def test_the_doctor_makes_no_database(database: Path, told: Told, missing: bool) -> None:
    if not missing:
        database.touch()
    before = contents(database.parent)
    status, complaint = told(("doctor",))
    assert (status, len(complaint.splitlines())) == (3, 1)
    assert contents(database.parent) == before


class TestReadOnly:
    """A database that may only be read; who may do everything here is told otherwise."""

    @pytest.fixture(autouse=True)
    def _modes_bind_everybody(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def may(path: Path, way: int) -> bool:
            return bool(Path(path).stat().st_mode >> 6 & way)

        monkeypatch.setattr("factcheck.store.opening.connection.os.access", may)

    @pytest.mark.parametrize(("file", "folder_mode"), [(0o400, 0o700), (0o600, 0o500)])
    def test_everything_can_be_read_and_nothing_decided(
        self, sound: bytes, database: Path, told: Told, file: int, folder_mode: int
    ) -> None:
        database.write_bytes(sound)
        database.chmod(file)
        database.parent.chmod(folder_mode)
        for command in (*READING, *CHECKING):
            assert told(command) == (0, ""), command
        status, complaint = told(("tag", "2:1", "claim"))
        assert (status, "is read-only: allow writing" in complaint) == (1, True)
        assert contents(database.parent) == {database.name: sound}
        database.parent.chmod(0o700)

    def test_an_older_one_has_to_be_brought_up_to_date_first(
        self, database: Path, told: Told
    ) -> None:
        with closing(sqlite3.connect(database)) as db:
            db.execute("PRAGMA application_id = 1717658484")
            db.execute("CREATE TABLE document (number)")
        database.chmod(0o400)
        status, complaint = told(("list",))
        assert (status, "made by an older factcheck" in complaint) == (3, True)


def test_complaints_are_one_line_whatever_the_path_says(told: Told, database: Path) -> None:
    status, complaint = told(("--db", "no\x1b[2J\nsuch/", "doctor"))
    assert status == 3
    assert complaint.rstrip("\n") == one_line(complaint.rstrip("\n"))
