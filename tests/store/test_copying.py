"""Copies of a database: one file, one moment, and sound, or none at all."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.domain.decision import Author, Change, Kind
from factcheck.domain.document import Document
from factcheck.domain.errors import DatabaseUnusable, NewerDatabase, NotWritten
from factcheck.domain.findings.remark import Note
from factcheck.store.backups.copying import copy, unwatched
from factcheck.store.store import Store

ANN = Author(reviewer="ann")


def decide(store: Store, text: str) -> None:
    sentence = next(store.documents.sentences(next(store.documents.all())))
    change = Change(kind=Kind.NOTE, subject=sentence.id, value=Note(text=text))
    store.journal.record(ANN, [change])


def notes_in(path: Path) -> list[str]:
    with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as db:
        query = "SELECT json_extract(value, '$.text') FROM decision WHERE kind = 'note' ORDER BY at"
        return [text for (text,) in db.execute(query)]


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "copies").mkdir()
    return tmp_path / "copies" / "copy.db"


def test_a_copy_is_one_file_that_can_be_read_where_nothing_can_be_written(
    store: Store, article: Document, target: Path
) -> None:
    decide(store, "one")
    copy(store.path, target)
    assert os.listdir(target.parent) == [target.name]
    assert target.read_bytes()[18:20] == b"\1\1"  # the write-ahead log is off
    assert notes_in(target) == ["one"]


def test_a_copy_is_of_one_moment_and_ends_while_others_write(
    store: Store, article: Document, target: Path
) -> None:
    decide(store, "before")
    with Store(store.path) as other:
        copy(store.path, target, lambda done: decide(other, "meanwhile"))
    assert notes_in(target) == ["before"]
    assert "meanwhile" in [entry.value.text for entry in store.journal.decisions()]  # type: ignore[union-attr]


def test_progress_goes_up_to_the_end(store: Store, article: Document, target: Path) -> None:
    told: list[float | None] = []
    copy(store.path, target, told.append)
    measured = [share for share in told if share is not None]
    assert measured
    assert measured == sorted(measured)
    assert measured[-1] == 1


@pytest.mark.parametrize("looking_through", [False, True])
def test_what_the_pulse_raises_ends_the_work(
    store: Store, article: Document, target: Path, looking_through: bool
) -> None:
    def interrupt(done: float | None) -> None:
        if (done is None) is looking_through:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy(store.path, target, interrupt)


def test_a_copy_is_no_more_public_than_its_source(
    store: Store, article: Document, target: Path
) -> None:
    store.path.chmod(0o600)
    copy(store.path, target)
    assert target.stat().st_mode & 0o777 == 0o600


def test_the_source_stays_as_it_is(store: Store, article: Document, target: Path) -> None:
    store.close()
    before = files(store.path.parent)
    copy(store.path, target)
    assert files(store.path.parent) == before


def test_what_a_killed_program_left_in_the_log_is_copied_and_left_there(
    store: Store, article: Document, target: Path, tmp_path: Path
) -> None:
    decide(store, "in the log")
    killed = tmp_path / "killed"
    killed.mkdir()
    for name in ("factcheck.db", "factcheck.db-wal"):
        (killed / name).write_bytes((tmp_path / name).read_bytes())
    before = files(killed)
    copy(killed / "factcheck.db", target)
    assert notes_in(target) == ["in the log"]
    assert files(killed).items() >= before.items()


def test_what_is_no_database_of_ours_is_not_copied(tmp_path: Path, target: Path) -> None:
    (tmp_path / "words.db").write_text("no database at all, but long enough to be one" * 100)
    (tmp_path / "empty.db").touch()
    with closing(sqlite3.connect(tmp_path / "foreign.db")) as db:
        db.execute("CREATE TABLE t (a)")
    for name in ("words.db", "empty.db", "foreign.db", "gone.db", "."):
        before = files(tmp_path)
        with pytest.raises(DatabaseUnusable):
            copy(tmp_path / name, target)
        assert files(tmp_path) == before
        assert not target.exists()


def test_what_a_newer_program_made_is_not_copied(store: Store, target: Path) -> None:
    store._db.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerDatabase):
        copy(store.path, target)


def test_a_damaged_source_gives_no_copy(store: Store, article: Document, target: Path) -> None:
    store.close()
    content = bytearray(store.path.read_bytes())
    for page in range(4096 * 8, len(content), 4096 * 3):
        content[page : page + 64] = os.urandom(64)
    store.path.write_bytes(content)
    with pytest.raises(DatabaseUnusable, match="doctor"):
        copy(store.path, target)


def test_a_folder_that_is_not_there_cannot_be_written(store: Store, tmp_path: Path) -> None:
    with pytest.raises(NotWritten):
        copy(store.path, tmp_path / "gone" / "copy.db", unwatched)


def test_a_copy_never_overwrites(store: Store, target: Path) -> None:
    target.write_text("mine", encoding="utf-8")
    with pytest.raises(NotWritten):
        copy(store.path, target)
    assert target.read_text(encoding="utf-8") == "mine"
