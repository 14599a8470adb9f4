"""A database of an earlier version opens with everything that was decided in it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.domain.decision import Author
from factcheck.domain.identity import document_id, sentence_id
from factcheck.domain.tag import Tag
from factcheck.services import deciding
from factcheck.services.adding import add_sources
from factcheck.services.articles import article_named, review_of
from factcheck.services.boundaries import merge
from factcheck.store.migrations import APPLICATION_ID
from factcheck.store.steps import articles_journal_and_sittings as first
from factcheck.store.store import Store
from tests.articles import sentences_of, words_of

TEXT = "One is here. Two is there."
DOCUMENT = document_id(TEXT)
TAGGED = sentence_id(DOCUMENT, 0, 12)
ANN = Author(reviewer="ann")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database as the first version made it, with an article and a tag in it."""
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as db:
        for statements in first.STATEMENTS:
            db.executescript(statements)
        db.executescript(
            """
            CREATE TABLE _sqlite_migrations (id INTEGER PRIMARY KEY, migration_set TEXT, name TEXT,
                applied_at TEXT);
            INSERT INTO _sqlite_migrations VALUES
                (1, 'factcheck', 'articles_journal_and_sittings', '2026');
            PRAGMA user_version = 1;
            """
        )
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(
            "INSERT INTO document VALUES (1, ?, 'Old', ?, ?, 'lines', '2026')",
            [DOCUMENT, str(tmp_path / "a.txt"), TEXT],
        )
        for ordinal, (start, end) in enumerate([(0, 12), (13, 26)], start=1):
            name = sentence_id(DOCUMENT, start, end)
            row = [name, DOCUMENT, ordinal, start, end]
            db.execute("INSERT INTO sentence VALUES (?, ?, ?, ?, ?, NULL)", row)
        value = '{"tag": "claim"}'
        db.execute(
            "INSERT INTO decision VALUES ('d', '2026-01-01T00:00:00.000000Z', 'ann', NULL, 'tag', "
            "?, ?, NULL, 'd', 'key')",
            [TAGGED, value],
        )
        db.execute("INSERT INTO tag VALUES (?, 'ann', ?, 'claim', 'd')", [DOCUMENT, TAGGED])
        db.commit()
    return path


def tags(store: Store) -> list[Tag | None]:
    reviews = review_of(store, article_named(store, "1"), "ann").sentences
    return [review.tag for review in reviews]


def test_everything_is_there(path: Path) -> None:
    with Store(path) as store:
        assert tags(store) == [Tag.CLAIM, None]
        (summary,) = store.documents.summaries("ann")
        assert (summary.title, summary.progress.tagged) == ("Old", 1)


def test_its_sentences_can_be_merged_and_its_decisions_undone(path: Path) -> None:
    with Store(path) as store:
        document = article_named(store, "1")
        merge(store, ANN, sentences_of(store, document)[0].id)
        assert words_of(store, document) == [TEXT]
        assert tags(store) == [Tag.CLAIM]
        deciding.undo(store, ANN)
        assert words_of(store, document) == ["One is here.", "Two is there."]
        deciding.undo(store, ANN)
        assert tags(store) == [None, None]


def test_a_file_that_has_changed_since_is_a_newer_version(path: Path) -> None:
    (path.parent / "a.txt").write_text("One is here. Three is there.", encoding="utf-8")
    with Store(path) as store:
        (addition,) = add_sources(store, ANN, [str(path.parent / "a.txt")])
        assert addition.succession is not None
        assert addition.succession.replaced == 1


def test_a_file_that_was_typed_another_way_then_is_the_same_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE document SET source = './a.txt'")
        db.commit()
    (path.parent / "a.txt").write_text("One is here. Three is there.", encoding="utf-8")
    monkeypatch.chdir(path.parent)
    with Store(path) as store:
        (addition,) = add_sources(store, ANN, ["a.txt"])
        assert addition.succession is not None
        assert addition.succession.replaced == 1
