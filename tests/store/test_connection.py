"""Opening the database file: safely set up, or refused without a byte changed."""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from factcheck import __version__
from factcheck.domain.decision import Author, Change, Kind
from factcheck.domain.document import Document
from factcheck.domain.errors import DatabaseUnusable, NewerDatabase, NotSaved
from factcheck.domain.findings.remark import Note
from factcheck.store.opening.connection import connect
from factcheck.store.store import Store

ANN = Author(reviewer="ann")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a database could be, in a folder that holds nothing else."""
    folder = tmp_path / "db"
    folder.mkdir()
    return folder / "factcheck.db"


@pytest.fixture
def writer(store: Store, article: Document) -> Iterator[sqlite3.Connection]:
    """Another program that has the database of `store` open."""
    with closing(sqlite3.connect(store.path, isolation_level=None)) as connection:
        yield connection


def made(path: Path, *statements: str) -> Path:
    """Return `path` after a program that is not ours ran `statements` on it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
    return path


def note(store: Store, article: Document, text: str) -> None:
    """Record a remark on the article's first sentence."""
    sentence = next(store.documents.sentences(article))
    change = Change(kind=Kind.NOTE, subject=sentence.id, value=Note(text=text))
    store.journal.record(ANN, [change])


def note_and_fail(store: Store, article: Document, error: BaseException) -> None:
    """Record a remark in a transaction that ends with `error`."""
    with store.transaction():
        note(store, article, "lost")
        raise error


def assert_refused(path: Path, reason: str, error: type[DatabaseUnusable]) -> None:
    """Check that `path` is refused for `reason`, named, and left as it was, with nothing beside."""
    before = contents(path.parent)
    with pytest.raises(DatabaseUnusable, match=reason) as refusal:
        Store(path)
    assert type(refusal.value) is error
    assert str(path) in str(refusal.value)
    assert contents(path.parent) == before


def contents(folder: Path) -> dict[str, bytes | None]:
    """Return what stands in `folder`: the bytes of its files, None for a folder."""
    return {
        entry.name: None if entry.is_dir() else entry.read_bytes() for entry in folder.iterdir()
    }


def test_a_new_database_is_set_up_so_that_nothing_is_lost(path: Path) -> None:
    with closing(connect(path)) as db:
        settings = {
            name: db.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    full = 2
    assert settings == {"journal_mode": "wal", "synchronous": full, "foreign_keys": 1}


def test_a_database_that_is_opened_again_is_set_up_the_same(path: Path) -> None:
    Store(path).close()
    test_a_new_database_is_set_up_so_that_nothing_is_lost(path)


def test_opening_again_changes_nothing(path: Path) -> None:
    Store(path).close()
    before = contents(path.parent)
    Store(path).close()
    assert contents(path.parent) == before


def test_a_closed_database_is_one_file(path: Path) -> None:
    Store(path).close()
    assert list(contents(path.parent)) == [path.name]


def test_missing_folders_are_made(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "factcheck.db"
    Store(path).close()
    assert path.is_file()


def test_an_empty_file_becomes_a_database(path: Path) -> None:
    path.touch()
    with Store(path) as store:
        assert len(store.documents) == 0


def test_a_database_of_another_program_is_refused(path: Path) -> None:
    made(path, "CREATE TABLE recipe (name TEXT)", "INSERT INTO recipe VALUES ('soup')")
    assert_refused(path, "is a database of another program: name a different", DatabaseUnusable)


def test_a_text_file_is_refused(path: Path) -> None:
    path.write_text("Putin sent a chilling signal to the West. " * 50, encoding="utf-8")
    assert_refused(path, "is not a SQLite database: name a different", DatabaseUnusable)


def test_a_short_text_file_is_refused(path: Path) -> None:
    path.write_text("short", encoding="utf-8")
    assert_refused(path, "not a SQLite database: it has only 5 bytes: ", DatabaseUnusable)


def test_a_folder_is_refused(path: Path) -> None:
    path.mkdir()
    assert_refused(path, "cannot be opened: check the path", DatabaseUnusable)


def test_a_file_where_a_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    path = tmp_path / "file" / "factcheck.db"
    with pytest.raises(DatabaseUnusable, match="a file stands where a folder is needed"):
        Store(path)


def test_a_damaged_database_is_refused_and_kept(path: Path) -> None:
    Store(path).close()
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\xff" * 4000 + content[4100:])
    assert_refused(path, "is damaged: keep it", DatabaseUnusable)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_read_only_is_refused(path: Path) -> None:
    path.parent.chmod(0o500)
    try:
        assert_refused(path, "check the path and its permissions", DatabaseUnusable)
    finally:
        path.parent.chmod(0o700)


def test_a_database_with_an_unknown_migration_is_refused_with_both_versions(path: Path) -> None:
    Store(path).close()
    made(path, "INSERT INTO _sqlite_migrations VALUES (99, 'factcheck', 'time_travel', '2099')")
    assert_refused(path, "database version is 6.* up to database version 5: update", NewerDatabase)
    assert_refused(path, f"newer factcheck.*this is factcheck {__version__}", NewerDatabase)


def test_a_database_with_a_higher_version_is_refused_with_both_versions(path: Path) -> None:
    Store(path).close()
    made(path, "PRAGMA user_version = 7")
    assert_refused(path, "database version is 7.* up to database version 5: update", NewerDatabase)


def test_migrations_of_a_plugin_do_not_make_a_database_newer(path: Path) -> None:
    Store(path).close()
    made(path, "INSERT INTO _sqlite_migrations VALUES (99, 'somebody else', 'theirs', '2026')")
    Store(path).close()


def test_an_exception_in_a_transaction_leaves_nothing(store: Store, article: Document) -> None:
    with pytest.raises(KeyboardInterrupt):
        note_and_fail(store, article, KeyboardInterrupt())
    assert list(store.journal.decisions()) == []
    note(store, article, "kept")
    assert len(list(store.journal.decisions())) == 1


def test_a_transaction_in_a_transaction_stands_or_falls_with_it(
    store: Store, article: Document
) -> None:
    with store.transaction():
        note(store, article, "first")
        with store.transaction():
            note(store, article, "second")
    with pytest.raises(ZeroDivisionError), store.transaction():
        note_and_fail(store, article, ZeroDivisionError())
    assert [decision.value for decision in store.journal.decisions()] == [
        Note(text="first"),
        Note(text="second"),
    ]


def test_nothing_is_visible_elsewhere_before_the_transaction_ends(
    store: Store, article: Document, writer: sqlite3.Connection
) -> None:
    with store.transaction():
        note(store, article, "soon")
        assert writer.execute("SELECT count(*) FROM decision").fetchone() == (0,)
    assert writer.execute("SELECT count(*) FROM decision").fetchone() == (1,)


def test_a_write_waits_for_another_program_only_so_long(
    store: Store, article: Document, writer: sqlite3.Connection
) -> None:
    store._db.execute("PRAGMA busy_timeout = 20")
    writer.execute("BEGIN IMMEDIATE")
    with pytest.raises(NotSaved, match=r"^not saved: another program is writing to it: try again"):
        note(store, article, "refused")
    writer.execute("ROLLBACK")
    note(store, article, "saved")
    assert [str(decision.kind) for decision in store.journal.decisions()] == ["note"]


def test_what_stands_can_be_read_while_another_program_writes(
    store: Store, article: Document, writer: sqlite3.Connection
) -> None:
    writer.execute("BEGIN IMMEDIATE")
    with Store(store.path) as reader:
        assert reader.documents.numbered(1) == article
    writer.execute("ROLLBACK")


@pytest.mark.parametrize(
    ("pragma", "advice"),
    [
        ("query_only = ON", "the file or its folder is read-only: allow writing and try again"),
        ("max_page_count = 1", "the disk is full: make room and try again"),
    ],
)
def test_a_write_that_fails_says_what_to_do_and_leaves_nothing(
    store: Store, article: Document, pragma: str, advice: str
) -> None:
    store._db.execute(f"PRAGMA {pragma}")
    with pytest.raises(NotSaved, match=f"^not saved: {advice}$"):
        note(store, article, "long " * 100_000)
    assert list(store.journal.decisions()) == []


def test_a_finding_on_an_article_that_is_not_there_is_not_saved(
    store: Store, article: Document
) -> None:
    change = Change(kind=Kind.NOTE, subject=f"{'0' * 64}:0-1", value=Note(text="where?"))
    with pytest.raises(NotSaved, match="no sentence is there"):
        store.journal.record(ANN, [change])
    assert list(store.journal.decisions()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="locks are asked for as Linux knows them")
def test_opening_the_file_once_more_keeps_the_locks_of_who_has_it_open(
    store: Store, article: Document
) -> None:
    def locks() -> int:
        inode = f":{store.path.stat().st_ino} "
        return sum(inode in line for line in Path("/proc/locks").read_text().splitlines())

    assert len(store.documents) == 1
    before = locks()
    Store(store.path).close()
    assert locks() == before > 0
