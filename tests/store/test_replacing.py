"""A database put in the place of another: nothing of either is lost, whenever it is interrupted."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.domain.document import Document
from factcheck.domain.errors import DatabaseUnusable, NotSaved, NotWritten
from factcheck.store.backups.copying import copy, unwatched
from factcheck.store.backups.replacing import replace
from factcheck.store.store import Store
from tests.store.test_copying import decide, notes_in


@pytest.fixture
def backup(store: Store, article: Document, tmp_path: Path) -> Path:
    """A backup with one note; the database itself has two."""
    path = tmp_path / "backup.db"
    decide(store, "one")
    copy(store.path, path)
    decide(store, "two")
    return path


def notes_of(path: Path) -> list[str]:
    """Return the notes in a database, those in its log as well."""
    with closing(sqlite3.connect(path)) as db:
        query = "SELECT json_extract(value, '$.text') FROM decision WHERE kind = 'note' ORDER BY at"
        return [text for (text,) in db.execute(query)]


def test_the_backup_stands_there_and_what_stood_there_is_kept(store: Store, backup: Path) -> None:
    store.close()
    before, content = store.path.read_bytes(), backup.read_bytes()
    replaced = replace(store.path, backup, unwatched)
    assert replaced.missing == 1
    assert replaced.kept
    assert replaced.kept.name.startswith("factcheck.db.replaced-")
    assert replaced.kept.read_bytes() == before
    assert backup.read_bytes() == content
    assert notes_in(store.path) == ["one"]
    left = {path.name for path in store.path.parent.iterdir() if path.is_file()}
    assert left == {"article.txt", "backup.db", "factcheck.db", replaced.kept.name}


def test_no_older_kept_file_is_overwritten(store: Store, backup: Path) -> None:
    store.close()
    kept = [replace(store.path, backup, unwatched).kept for _ in range(3)]
    assert len(set(kept)) == 3
    assert [notes_of(path) for path in kept if path] == [["one", "two"], ["one"], ["one"]]


def test_a_program_that_has_it_open_is_told_and_spoils_nothing(store: Store, backup: Path) -> None:
    replaced = replace(store.path, backup, unwatched)
    with pytest.raises(NotSaved, match="moved or deleted"):
        decide(store, "three")
    with Store(store.path) as fresh:
        decide(fresh, "anew")
        store.close()
        decide(fresh, "after")
        shutil.copyfile(f"{store.path}-wal", f"{backup}-wal")
    assert notes_of(store.path) == ["one", "anew", "after"]
    assert replaced.kept
    assert notes_of(replaced.kept) == ["one", "two"]


def test_what_was_only_in_the_log_of_a_killed_program_is_kept(
    store: Store, backup: Path, tmp_path: Path
) -> None:
    killed = tmp_path / "killed"
    killed.mkdir()
    for name in ("factcheck.db", "factcheck.db-wal"):
        shutil.copyfile(tmp_path / name, killed / name)
    replaced = replace(killed / "factcheck.db", backup, unwatched)
    assert replaced.missing == 1
    assert notes_of(killed / "factcheck.db") == ["one"]
    assert replaced.kept
    assert notes_of(replaced.kept) == ["one", "two"]


def test_nothing_is_replaced_while_another_program_writes(
    store: Store, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.store.backups.replacing._PATIENCE", 0.1)
    with store.transaction():
        store.sittings.start("ann", None)
        with pytest.raises(NotSaved, match="try again in a moment"):
            replace(store.path, backup, unwatched)
    assert notes_of(store.path) == ["one", "two"]
    assert not list(store.path.parent.glob("*replaced*"))


def test_nothing_is_replaced_while_another_program_reads_what_is_in_the_log(
    store: Store, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.store.backups.replacing._PATIENCE", 0.1)
    with store.as_of_now():
        assert len(store.documents) == 1
        with pytest.raises(NotSaved, match="reading or writing"):
            replace(store.path, backup, unwatched)
    assert replace(store.path, backup, unwatched).missing == 1


@pytest.mark.parametrize("damage", ["truncated", "overwritten", "foreign", "empty"])
def test_a_file_that_cannot_be_used_is_replaced_and_kept_as_it_is(
    store: Store, backup: Path, damage: str
) -> None:
    store.close()
    size = store.path.stat().st_size
    if damage == "truncated":
        os.truncate(store.path, size // 2)
    elif damage == "overwritten":
        store.path.write_bytes(os.urandom(size))
    elif damage == "empty":
        store.path.write_bytes(b"")
    else:
        store.path.unlink()
        with closing(sqlite3.connect(store.path)) as db:
            db.execute("CREATE TABLE mine (a)")
    log = store.path.with_name("factcheck.db-wal")
    log.write_bytes(b"a log of the file that was there")
    before = store.path.read_bytes()
    replaced = replace(store.path, backup, unwatched)
    assert replaced.missing is None
    assert replaced.kept
    assert replaced.kept.read_bytes() == before
    assert Path(f"{replaced.kept}-wal").read_bytes() == b"a log of the file that was there"
    assert not log.exists()
    assert notes_of(store.path) == ["one"]


def test_a_file_that_is_gone_is_replaced_and_meets_no_log_that_was_left(
    store: Store, backup: Path, tmp_path: Path
) -> None:
    log = (tmp_path / "factcheck.db-wal").read_bytes()
    store.close()
    store.path.unlink()
    (tmp_path / "factcheck.db-wal").write_bytes(log)
    replaced = replace(store.path, backup, unwatched)
    assert notes_of(store.path) == ["one"]
    assert Path(f"{replaced.kept}-wal").read_bytes() == log


def test_a_folder_that_is_gone_is_made_again(backup: Path, tmp_path: Path) -> None:
    replaced = replace(tmp_path / "lost" / "found" / "factcheck.db", backup, unwatched)
    assert replaced == (None, 0)
    assert notes_of(tmp_path / "lost" / "found" / "factcheck.db") == ["one"]


def test_what_is_no_sound_backup_replaces_nothing(store: Store, tmp_path: Path) -> None:
    store.close()
    before = store.path.read_bytes()
    (tmp_path / "half.db").write_bytes(before[: len(before) // 2])
    with pytest.raises(DatabaseUnusable):
        replace(store.path, tmp_path / "half.db", unwatched)
    (tmp_path / "same.db").symlink_to(store.path)
    with pytest.raises(NotWritten, match="the database itself"):
        replace(store.path, tmp_path / "same.db", unwatched)
    assert store.path.read_bytes() == before


def test_the_database_behind_a_link_is_replaced_and_the_link_stays(
    store: Store, backup: Path, tmp_path: Path
) -> None:
    store.close()
    link = tmp_path / "link.db"
    link.symlink_to(store.path)
    replace(link, backup, unwatched)
    assert link.is_symlink()
    assert notes_of(link) == ["one"]


def test_a_disk_without_second_names_keeps_a_copy(
    store: Store, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    replaced = replace(store.path, backup, unwatched)
    assert replaced.kept
    assert notes_of(replaced.kept) == ["one", "two"]
    assert notes_of(store.path) == ["one"]


def test_a_replaced_database_is_no_more_public_than_before(store: Store, backup: Path) -> None:
    store.path.chmod(0o600)
    backup.chmod(0o644)
    replace(store.path, backup, unwatched)
    assert store.path.stat().st_mode & 0o777 == 0o600


KILL = """
import os, signal, sys
from pathlib import Path
from shutil import copyfile
from factcheck.store.backups.copying import unwatched
from factcheck.store.backups.replacing import replace

def killing(name, left):
    called = getattr(os, name)
    def call(*arguments, **options):
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return called(*arguments, **options)
    setattr(os, name, call)

database, backup, folder, *logs = map(Path, sys.argv[1:])
status = -1
for moment in range(1, 40):
    here = folder / str(moment) / "factcheck.db"
    here.parent.mkdir()
    copyfile(database, here)
    for log in logs:
        copyfile(log, here.with_name("factcheck.db-wal"))
    if os.fork() == 0:
        left = [moment]
        for name in ("link", "replace", "rename", "unlink", "fsync", "chmod"):
            killing(name, left)
        replace(here, backup, unwatched)
        os._exit(0)
    if os.wait()[1] == 0:
        break
print(moment)
"""
"""Replaces a database in many folders, and is killed before the first call, the second, ..."""


@pytest.mark.parametrize("opened", [False, True])
def test_a_kill_before_any_call_to_the_system_loses_nothing(
    store: Store, backup: Path, tmp_path: Path, opened: bool
) -> None:
    if not opened:
        store.close()
    logs = [f"{store.path}-wal"] if opened else []  # as a killed program leaves it
    folder = tmp_path / "killed"
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", KILL, str(store.path), str(backup), str(folder), *logs],
        stdout=subprocess.PIPE,
        check=True,
    )
    moments = int(done.stdout)
    assert 8 < moments < 39
    stands = []
    for moment in range(1, moments + 1):
        stands.append(notes_of(folder / f"{moment}" / "factcheck.db"))
        kept = list((folder / f"{moment}").glob("*replaced-*Z"))
        assert all(notes_of(path) == ["one", "two"] for path in kept)
        assert kept or stands[-1] == ["one", "two"]
    assert stands == sorted(stands, reverse=True)
    assert stands[0] == ["one", "two"]
    assert stands[-1] == ["one"]
