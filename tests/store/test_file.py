"""A database file that is moved, deleted or replaced while it is open."""

import sqlite3
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from factcheck.domain.decision import Author
from factcheck.domain.document import Document
from factcheck.domain.errors import NotSaved
from factcheck.domain.tag import Tag
from factcheck.services.articles import review_of
from factcheck.services.deciding import tag
from factcheck.store.store import Store

ANN = Author(reviewer="ann")


def decide(store: Store, article: Document) -> None:
    first = review_of(store, article, "ann").sentences[0].sentence
    tag(store, ANN, [first.id], Tag.CLAIM)


def test_nothing_is_called_saved_in_a_file_that_was_deleted(
    store: Store, article: Document
) -> None:
    store.path.unlink()
    with pytest.raises(NotSaved, match="moved or deleted: put it back"):
        decide(store, article)


def test_nothing_is_called_saved_in_a_file_that_was_replaced(
    store: Store, article: Document, tmp_path: Path
) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(store.path.read_bytes())
    other.replace(store.path)
    with pytest.raises(NotSaved):
        decide(store, article)


def test_a_file_that_is_put_back_is_written_to_again(
    store: Store, article: Document, tmp_path: Path
) -> None:
    elsewhere = store.path.rename(tmp_path / "elsewhere.db")
    with pytest.raises(NotSaved):
        decide(store, article)
    elsewhere.rename(store.path)
    decide(store, article)
    assert review_of(store, article, "ann").sentences[0].tag is Tag.CLAIM


def test_another_current_folder_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path)
    with Store(Path("relative.db")) as store:
        monkeypatch.chdir(tmp_path / "sub")
        store.sittings.start("ann", None)
        assert [sitting.reviewer for sitting in store.sittings.all()] == ["ann"]


def test_a_file_that_is_replaced_while_it_is_being_opened_is_not_written_to(
    store: Store, article: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    connect = sqlite3.connect

    def replaced_meanwhile(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **options)
        if "mode=rw" in arguments[0]:
            aside = store.path.rename(store.path.with_name("aside.db"))
            copyfile(aside, store.path)
        return connection

    monkeypatch.setattr(sqlite3, "connect", replaced_meanwhile)
    with Store(store.path) as opened, pytest.raises(NotSaved, match="moved or deleted"):
        decide(opened, article)
