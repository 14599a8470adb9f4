"""A command that is killed has done its work whole, or in whole parts, or not at all."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.forking import Child
from tests.faults.killing import (
    KILLS,
    SENTENCES,
    Start,
    anew,
    assert_sound,
    count,
    killed,
    rounds,
    usual_time,
)
from tests.faults.older import made_by_the_first_version

ARTICLES = 120
_BATCH = 50
"""Articles that `add` keeps in one transaction."""


def rows(database: Path, query: str) -> list[tuple[object, ...]]:
    """Return what a query finds."""
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(query).fetchall()


@rounds(everyday=1, soak=40)
def test_articles_are_added_in_whole_batches(start: Start, folder: Path, seed: int) -> None:
    (folder / "articles").mkdir()
    for number in range(ARTICLES):
        article = folder / "articles" / f"{number}.txt"
        article.write_text(f"This is number {number}. It has two sentences.", encoding="utf-8")

    def add() -> Child:
        anew(folder / "factcheck.db")
        return start("add", "articles")

    for child in killed(add, usual_time(add), seed, KILLS):
        there = count(folder / "factcheck.db", "document")
        assert there in {*range(0, ARTICLES, _BATCH), ARTICLES}
        assert len(child.output.read_text(encoding="utf-8").splitlines()) <= there
        assert count(folder / "factcheck.db", "sentence") == 2 * there
    assert start("add", "articles").wait() == 0
    assert count(folder / "factcheck.db", "document") == ARTICLES
    assert_sound(folder / "factcheck.db")


@pytest.mark.parametrize("form", ["jsonl", "csv"])
@rounds(everyday=1, soak=15)
def test_a_file_is_imported_whole_or_not_at_all(
    start: Start, folder: Path, reviewed: Path, seed: int, form: str
) -> None:
    database, file = folder / "factcheck.db", f"found.{form}"
    assert start("--db", str(reviewed), "export", "--format", form, "-o", file).wait() == 0

    def take() -> Child:
        anew(database, reviewed.with_name("unreviewed.db"))
        return start("import", file)

    for _ in killed(take, usual_time(take), seed, KILLS):
        assert count(database, "tag") in {0, SENTENCES}
        assert count(database, "decision") == count(database, "tag")
        assert_sound(database)
    assert start("import", file).wait() == 0
    assert count(database, "tag") == SENTENCES


@rounds(everyday=1, soak=25)
def test_an_exported_file_is_the_old_one_or_the_new_one(
    start: Start, folder: Path, reviewed: Path, seed: int
) -> None:
    file = folder / "found.csv"

    def export() -> Child:
        file.write_text("old", encoding="utf-8")
        return start("--db", str(reviewed), "export", "--format", "csv", "-o", "found.csv")

    usual = usual_time(export)
    new = file.read_bytes()
    assert len(new.splitlines()) > SENTENCES
    for _ in killed(export, usual, seed, KILLS):
        assert file.read_bytes() in {b"old", new}
    assert_sound(reviewed)


@rounds(everyday=1, soak=30)
def test_an_older_database_is_brought_up_to_date_whole_or_not_at_all(
    start: Start, folder: Path, seed: int
) -> None:
    database = folder / "factcheck.db"
    old = made_by_the_first_version(folder / "old.db", SENTENCES)
    tags = rows(old, "SELECT sentence_id, tag FROM tag ORDER BY 1")

    def open_it() -> Child:
        anew(database, old)
        return start("list")

    usual = usual_time(open_it)
    (newest,) = rows(database, "PRAGMA user_version")
    for _ in killed(open_it, usual, seed, KILLS):
        assert rows(database, "PRAGMA user_version") in ([(1,)], [newest])
        assert rows(database, "SELECT sentence_id, tag FROM tag ORDER BY 1") == tags
        assert start("list").wait() == 0
        assert rows(database, "PRAGMA user_version") == [newest]
        assert_sound(database)
