"""The project's own file is put in force by itself until somebody has decided something."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.domain.decision import Author, Origin
from factcheck.domain.document import Document
from factcheck.domain.errors import InvalidScheme, NotFound, NothingToUndo
from factcheck.domain.identity import SentenceId
from factcheck.domain.scales.scales import GOOGLE5
from factcheck.domain.scheme.scheme import DEFAULT
from factcheck.domain.tag import Tag
from factcheck.reading import scheme_file
from factcheck.services import deciding, schemes
from factcheck.store.store import Store

ANN = Author(reviewer="ann")


@pytest.fixture
def sentences(store: Store, article: Document) -> list[SentenceId]:
    return [sentence.id for sentence in store.documents.sentences(article)]


@pytest.fixture
def file(store: Store) -> Path:
    return store.path.with_name("scheme.toml")


def test_the_file_lies_beside_the_database_or_beside_its_folder(tmp_path: Path) -> None:
    database = tmp_path / "db" / "factcheck.db"
    database.parent.mkdir()
    assert schemes.project_file(database) is None
    outer = tmp_path / "scheme.toml"
    outer.write_text("")
    assert schemes.project_file(database) == outer
    assert schemes.project_file(tmp_path / "other" / "factcheck.db") is None
    inner = tmp_path / "db" / "scheme.toml"
    inner.write_text("")
    assert schemes.project_file(database) == inner


def test_a_folder_of_that_name_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "scheme.toml").mkdir()
    assert schemes.project_file(tmp_path / "factcheck.db") is None


def test_without_a_file_there_is_nothing_to_keep_in_step_with(store: Store) -> None:
    assert schemes.keep_in_step(store, ANN) == ""
    assert list(store.journal.decisions()) == []


def test_a_file_is_put_in_force_as_long_as_nothing_is_decided(store: Store, file: Path) -> None:
    for name in ("averitec", "fever"):
        file.write_text(f'scale = "{name}"')
        assert schemes.keep_in_step(store, ANN) == ""
        assert store.schemes.in_force().scale.key == name


def test_a_file_that_was_put_in_force_is_not_the_readers_act(store: Store, file: Path) -> None:
    file.write_text('scale = "fever"')
    schemes.keep_in_step(store, ANN)
    with pytest.raises(NothingToUndo):
        deciding.undo(store, ANN)
    assert store.schemes.in_force().scale.key == "fever"
    (decision,) = store.journal.decisions()
    assert decision.origin is Origin.CARRIED_OVER


def test_a_file_that_changes_in_a_project_in_use_waits_to_be_applied(
    store: Store, file: Path, sentences: list[SentenceId]
) -> None:
    deciding.tag(store, ANN, sentences[:1], Tag.CLAIM)
    file.write_text('scale = "fever"')
    assert schemes.keep_in_step(store, ANN) == schemes.CHANGED
    assert store.schemes.in_force().scale == GOOGLE5
    schemes.apply(store, ANN, schemes.scheme_of_project(store))
    assert schemes.keep_in_step(store, ANN) == ""


def test_a_file_that_says_the_same_in_other_letters_is_no_change(
    store: Store, file: Path, sentences: list[SentenceId]
) -> None:
    deciding.tag(store, ANN, sentences[:1], Tag.CLAIM)
    file.write_text("# we use what comes with the program")
    assert schemes.keep_in_step(store, ANN) == ""


def test_another_scale_by_hand_stays_as_long_as_the_file_does_not_change(
    store: Store, file: Path
) -> None:
    file.write_text('scale = "fever"')
    schemes.keep_in_step(store, ANN)
    schemes.apply(store, ANN, schemes.with_preset(store, "afp"))
    assert schemes.keep_in_step(store, ANN) == ""
    assert store.schemes.in_force().scale.key == "afp"


def test_an_unchanged_file_is_not_parsed_again(
    store: Store, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text('scale = "fever"')
    schemes.keep_in_step(store, ANN)
    monkeypatch.setattr(scheme_file, "scheme_in", None)
    assert schemes.keep_in_step(store, ANN) == ""


def test_a_file_with_a_mistake_stops_nobody_and_is_named_with_its_line(
    store: Store, file: Path
) -> None:
    file.write_text("version = 1")
    assert schemes.keep_in_step(store, ANN) == "scheme.toml, line 1: version: write it in quotes"
    assert store.schemes.in_force() == DEFAULT
    with pytest.raises(InvalidScheme):
        schemes.scheme_of_project(store)


def test_a_database_that_another_program_writes_to_is_left_for_the_next_time(
    store: Store, file: Path
) -> None:
    file.write_text('scale = "fever"')
    with closing(sqlite3.connect(store.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert schemes.keep_in_step(store, ANN) == ""
    assert store.schemes.in_force() == DEFAULT
    assert schemes.keep_in_step(store, ANN) == ""
    assert store.schemes.in_force().scale.key == "fever"


def test_a_file_that_is_not_there_cannot_be_applied(store: Store, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"there is no scheme.toml beside the database"):
        schemes.scheme_of_project(store)
    with pytest.raises(NotFound, match=r"other.toml cannot be read"):
        schemes.scheme_at(tmp_path / "other.toml")
