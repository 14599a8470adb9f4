"""A database of which little or only what lies beside it is left is no new one."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest

from factcheck.domain.document import Document
from factcheck.domain.errors import DatabaseUnusable
from factcheck.services.searching import search
from factcheck.store.backups.copying import copy
from factcheck.store.backups.kept import folder_of
from factcheck.store.checking.opening import standing_still
from factcheck.store.store import Store


@pytest.fixture
def sound(store: Store, article: Document, tmp_path: Path) -> Path:
    """A database that nobody has open."""
    copy(store.path, tmp_path / "sound.db")
    return tmp_path / "sound.db"


def keep_backup(database: Path, sound: Path) -> Path:
    folder_of(database).mkdir()
    return copyfile(sound, folder_of(database) / "2026-01-01.db")


def files_of(folder: Path) -> dict[str, bytes]:
    return {entry.name: entry.read_bytes() for entry in folder.rglob("*") if entry.is_file()}


def assert_refused(database: Path, *told: str) -> None:
    """Check that it is neither opened, checked nor copied, and that nothing changes."""
    before = files_of(database.parent)
    for opened in (Store, lambda path: standing_still(path).__enter__(), _copied):
        with pytest.raises(DatabaseUnusable) as refused:
            opened(database)
        assert all(words in str(refused.value) for words in told), refused.value
    assert files_of(database.parent) == before


def _copied(database: Path) -> None:
    copy(database, database.with_name("copy.db"))


@pytest.mark.parametrize("left", [0, 1, 511])
def test_a_file_that_was_emptied_is_not_written_to(sound: Path, left: int) -> None:
    backup = keep_backup(sound, sound)
    os.truncate(sound, left)
    advised = (f"factcheck restore {backup}", f"`factcheck doctor --db {sound}`")
    assert_refused(sound, f"it has only {left} byte", *advised)


def test_a_log_beside_an_emptied_file_is_not_thrown_away(sound: Path) -> None:
    os.truncate(sound, 0)
    sound.with_name("sound.db-wal").write_bytes(b"log" * 2000)
    assert_refused(sound, "it has only 0 bytes", "there is no backup of it")


def test_a_journal_beside_an_emptied_file_is_not_thrown_away(sound: Path) -> None:
    magic, pages = bytes.fromhex("d9d505f920a163d7"), (70).to_bytes(4)
    os.truncate(sound, 0)
    journal = sound.with_name("sound.db-journal")
    journal.write_bytes(magic + bytes(8) + pages + bytes(2000))
    assert_refused(sound, "it has only 0 bytes")
    journal.write_bytes(magic + bytes(2012))  # of a file that was just being made
    Store(sound).close()


def test_an_empty_file_with_nothing_beside_it_becomes_a_database(tmp_path: Path) -> None:
    (tmp_path / "new.db").touch()
    Store(tmp_path / "new.db").close()
    assert (tmp_path / "new.db").stat().st_size


def test_a_log_whose_file_is_gone_is_told_and_kept(sound: Path) -> None:
    with closing(sqlite3.connect(sound)) as db:
        db.execute("PRAGMA journal_mode = WAL")
    writing = "import os, sqlite3, sys; db = sqlite3.connect(sys.argv[1]); "
    writing += "db.execute('UPDATE document SET title = 1'); db.commit(); os._exit(0)"
    subprocess.run([sys.executable, "-c", writing, sound], check=True)
    aside = sound.rename(sound.with_name("aside.db"))
    backup = keep_backup(sound, aside)
    assert_refused(sound, f"{sound} is gone", f"{sound}-wal is still", f"restore {backup}")
    aside.rename(sound)
    with Store(sound) as store:
        assert [document.title for document in store.documents.all()] == ["1"]


def test_a_journal_of_something_else_is_told_by_its_name(sound: Path) -> None:
    journal = sound.with_name("sound.db-journal")
    journal.write_bytes(b"something else " * 100)
    with pytest.raises(DatabaseUnusable, match=f"{journal} is left of a write"):
        standing_still(sound).__enter__()
    assert journal.exists()
    Store(sound).close()
    assert not journal.exists()


@pytest.mark.parametrize("table", ["search_index", "search_index_data"])
def test_a_search_in_a_broken_index_says_where_to_look(sound: Path, table: str) -> None:
    backup = keep_backup(sound, sound)
    with closing(sqlite3.connect(sound)) as db:
        change = "DELETE FROM" if table.endswith("data") else "DROP TABLE"
        db.execute(f"{change} {table}")
        db.commit()
    told = rf"is damaged.*factcheck doctor --db .*factcheck restore {backup}"
    with pytest.raises(DatabaseUnusable, match=told), Store(sound) as store:
        search(store, "words", 5)
