"""Another database brought in: the union of both, however often, all of it or nothing."""

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest

from factcheck.store.store import Store
from tests.cli.conftest import Run
from tests.services.archives import stands_in
from tests.store import test_older_database

older_database = test_older_database.path


@pytest.fixture
def both(run: Run, article: Path, tmp_path: Path) -> tuple[str, str]:
    """Two databases with an article each has, one that one has, and what two people decided."""
    here, there = str(tmp_path / "factcheck.db"), str(tmp_path / "other.db")
    run("tag", "1:1", "claim")
    run("claim", "1:1", "--text", "It grew.")
    copyfile(here, there)
    run("verdict", "1:1", "false", "--because", "It shrank.")
    (article.parent / "more.txt").write_text("Another article.\n", encoding="utf-8")
    for arguments in (
        ("add", "more.txt"),
        ("tag", "1:2", "opinion"),
        ("evidence", "1:1", "--url", "https://e.example/", "--quote", "grew"),
        ("note", "2:1", "so so"),
        ("undo",),
    ):
        assert run("--db", there, "--reviewer", "ben", *arguments).returncode == 0
    return here, there


def holds(path: str) -> dict[str, Any]:
    with Store(Path(path)) as store:
        return stands_in(store)


def test_two_databases_merged_into_each_other_say_the_same(run: Run, both: tuple[str, str]) -> None:
    here, there = both
    ours, theirs = holds(here), holds(there)
    assert ours["decision"] != theirs["decision"]
    done = run("merge-db", there)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "taken: 1 article, 5 decisions, 1 reading; here already: 4\nnew article: Another article.\n"
    )
    assert run("--db", there, "merge-db", here).returncode == 0
    assert holds(here) == holds(there)
    assert holds(here)["decision"] == ours["decision"] | theirs["decision"]


def test_merging_twice_adds_nothing(run: Run, both: tuple[str, str]) -> None:
    here, there = both
    run("merge-db", there)
    before = holds(here)
    assert run("merge-db", there).stdout.startswith("taken: nothing new; here already: ")
    assert holds(here) == before


def test_the_other_database_is_not_touched(run: Run, both: tuple[str, str]) -> None:
    _, there = both
    folder = Path(there).parent
    before = {path.name: path.read_bytes() for path in folder.glob("other.db*")}
    run("merge-db", there)
    assert {path.name: path.read_bytes() for path in folder.glob("other.db*")} == before


def test_what_became_of_it_is_told_as_json(run: Run, both: tuple[str, str]) -> None:
    told = json.loads(run("merge-db", both[1], "--json").stdout)
    assert told["done"] is True
    assert told["taken"] == {"article": 1, "decision": 5, "reading": 1}
    assert told["articles"] == ["Another article."]


def edited(path: str, statements: str) -> None:
    """Write to a database as somebody does who has no regard for it."""
    with closing(sqlite3.connect(path)) as db:
        for (name,) in db.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
        ).fetchall():
            db.execute(f"DROP TRIGGER {name}")
        db.executescript(statements)


@pytest.mark.parametrize(
    ("statements", "advice"),
    [
        ("UPDATE decision SET value = '{\"text\": \"Mine!\"}' WHERE kind = 'claim'", "decision "),
        ("UPDATE decision SET value = '{\"tag\": \"maybe\"}' WHERE value LIKE '%opin%'", "value"),
        ("UPDATE document SET text = text || '!' WHERE number = 2", "article Another article."),
    ],
)
def test_what_was_edited_lets_nothing_in_and_is_named(
    run: Run, both: tuple[str, str], statements: str, advice: str
) -> None:
    here, there = both
    edited(there, statements)
    before = holds(here)
    done = run("merge-db", there)
    assert done.returncode == 1
    assert "not taken: other.db: " in done.stderr
    assert advice in done.stderr
    assert "nothing was taken" in done.stderr
    assert holds(here) == before


@pytest.mark.parametrize(
    "statements",
    [
        "UPDATE decision SET kind = 'no such kind' WHERE kind = 'tag'",
        "UPDATE decision SET reviewer = CAST(x'ff' AS TEXT) WHERE kind = 'tag'",
        "UPDATE proposal SET starts = 'no json'",
        "DELETE FROM proposal",
    ],
)
def test_what_no_program_of_ours_has_written_lets_nothing_in(
    run: Run, both: tuple[str, str], statements: str
) -> None:
    here, there = both
    edited(there, statements)
    before = holds(here)
    done = run("merge-db", there)
    assert done.returncode == 1
    assert "other.db holds something that factcheck has not written" in done.stderr
    assert "nothing was taken" in done.stderr
    assert done.stderr.count("\n") == 2
    assert holds(here) == before


def test_what_is_no_other_database_is_refused(run: Run, both: tuple[str, str]) -> None:
    here, there = both
    folder = Path(here).parent
    (folder / "words.db").write_text("words " * 1000, encoding="utf-8")
    (folder / "half.db").write_bytes(Path(there).read_bytes()[:100_000])
    (folder / "newer.db").write_bytes(Path(there).read_bytes())
    (folder / "itself.db").symlink_to(here)
    with closing(sqlite3.connect(folder / "newer.db")) as db:
        db.execute("PRAGMA user_version = 99")
    with closing(sqlite3.connect(folder / "foreign.db")) as db:
        db.execute("CREATE TABLE t (a)")
    before = holds(here)
    for name, status in {
        "words.db": 3,
        "half.db": 3,
        "newer.db": 3,
        "foreign.db": 3,
        "gone.db": 1,
        "itself.db": 2,
    }.items():
        done = run("merge-db", str(folder / name))
        assert (name, done.returncode) == (name, status)
        assert done.stderr.count("\n") == 1
    assert holds(here) == before


def test_a_database_of_an_older_program_is_brought_up_to_date_in_the_copy_alone(
    run: Run, both: tuple[str, str], older_database: Path
) -> None:
    edited(
        str(older_database),
        """
        UPDATE decision SET id = '0195f3c0-0000-7000-8000-000000000001', act =
            '0195f3c0-0000-7000-8000-000000000001';
        UPDATE tag SET decision_id = '0195f3c0-0000-7000-8000-000000000001';
        UPDATE document SET added = '2026-01-01T00:00:00.000000Z';
        """,
    )
    before = older_database.read_bytes()
    done = run("merge-db", str(older_database))
    assert (done.returncode, done.stderr) == (0, "")
    assert "new article: Old" in done.stdout
    assert older_database.read_bytes() == before
    tagged = json.loads(run("show", "2", "--json").stdout)["sentences"]
    assert [sentence["tag"] for sentence in tagged] == ["claim", None]


def test_nothing_is_left_of_the_copy(
    run: Run, both: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    run("merge-db", both[1])
    assert os.listdir(tmp_path / "temporary") == []
