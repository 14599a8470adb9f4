"""Each check of a database finds the fault that is planted for it, and nothing in a sound one."""

import sqlite3
import zlib
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from shutil import copyfile
from typing import Final

import pytest

from factcheck.domain.checkup import Doubt
from factcheck.store.checking.checks import all_findings

ID: Final = "(SELECT id FROM decision WHERE kind = 'tag' AND undoes IS NULL ORDER BY at LIMIT 1)"
"""The first tag's decision."""


def spoil(path: Path, *statements: str) -> None:
    """Run what no trigger and no reference keeps from being written, and put the triggers back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        kept = triggers.fetchall()
        for name, _ in kept:
            db.execute(f"DROP TRIGGER {name}")
        db.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            db.execute(statement.replace("THE_TAG", ID))
        for _, sql in kept:
            db.execute(sql)


def found(path: Path) -> dict[str, list[str]]:
    """Return what is found, by check, those without findings left out."""
    checks = {
        check.name: [finding for finding in findings if finding]
        for check, findings in all_findings(path)
    }
    return {name: findings for name, findings in checks.items() if findings}


def test_nothing_is_wrong_with_a_sound_database(sound: Path) -> None:
    assert found(sound) == {}


def test_everything_is_looked_at(sound: Path) -> None:
    examined = {check.name: len(list(findings)) for check, findings in all_findings(sound)}
    assert examined["texts"] == 3
    assert examined["sentences"] == 10
    assert examined["attachments"] == 1
    assert min(count for name, count in examined.items() if name != "snapshots") > 0


@pytest.mark.parametrize(
    ("check", "statement", "said"),
    [
        ("texts", "UPDATE document SET text = replace(text, 'Many', 'Some') WHERE number = 1",
         "its text is not the one that was"),
        ("foreign-keys", "UPDATE reading SET document_id = 'none'", "refers to a row of document"),
        ("foreign-keys", "DELETE FROM document WHERE number = 3", "the table sentence refers"),
        ("sentences", 'DELETE FROM sentence WHERE "start" = 25', "no sentence begins at"),
        ("sentences", "UPDATE sentence SET ordinal = 9 WHERE ordinal = 2", "has another place"),
        ("sentences", "UPDATE sentence SET role = 'heading' WHERE ordinal = 2", "another role"),
        ("sentences", """UPDATE sentence SET "end" = "end" + 3,
         id = document_id || ':' || "start" || '-' || ("end" + 3) WHERE ordinal = 2""",
         "has another id, end"),
        ("sentences", """INSERT INTO sentence SELECT document_id || ':900-901', document_id, 9, 900,
         901, role FROM sentence WHERE ordinal = 1""", "begins at character 900, where none"),
        ("sentences", "DELETE FROM proposal WHERE number = 1", "where its sentences begin is not"),
        ("sentences", "UPDATE proposal SET starts = '[[0' WHERE number = 1", "where its"),
        ("journal", "UPDATE decision SET at = '2001-01-01T00:00:00.000000Z' WHERE id = THE_TAG",
         "tells another time than 2001"),
        ("journal", "UPDATE decision SET at = 'yesterday' WHERE id = THE_TAG", "no such time"),
        ("journal", "UPDATE decision SET id = 'mine', act = 'mine' WHERE id = THE_TAG", "no UUID"),
        ("journal", "UPDATE decision SET kind = 'guess' WHERE id = THE_TAG", "no kind 'guess'"),
        ("journal", "UPDATE decision SET subject = 'all' WHERE id = THE_TAG", "no tag is about"),
        ("journal", "UPDATE decision SET value = '{}' WHERE id = THE_TAG", "none of a tag"),
        ("journal", "UPDATE decision SET value = 'tag' WHERE id = THE_TAG", "none of a tag"),
        ("journal", "UPDATE decision SET origin = 'above' WHERE id = THE_TAG", "no origin 'above'"),
        ("journal", "UPDATE decision SET reviewer = '' WHERE id = THE_TAG", "nobody made it"),
        ("journal", "UPDATE decision SET act = '' WHERE id = THE_TAG", "belongs to no act"),
        ("journal", "UPDATE decision SET carries = 'none' WHERE id = THE_TAG",
         "carries a decision that is not there"),
        ("journal", "UPDATE decision SET undoes = 'none' WHERE undoes IS NOT NULL",
         "takes back a decision that is not there"),
        ("journal", "UPDATE decision SET undoes = THE_TAG WHERE undoes IS NOT NULL",
         "takes back a decision on something else"),
        ("projections", "DELETE FROM tag", "the table tag has no row for decision"),
        ("projections", "UPDATE tag SET tag = 'filler'", "the table tag says another tag than"),
        ("projections", "UPDATE verdict SET drafted = ''", "verdict says another drafted than"),
        ("projections", """INSERT INTO tag (document_id, reviewer, sentence_id, tag, decision_id)
         SELECT document_id, 'eve', sentence_id, tag, decision_id FROM tag
         WHERE reviewer = 'bob'""",
         "the table tag has a row for decision"),
        ("projections", """INSERT INTO note SELECT document_id, 'eve', sentence_id, 'hm', 'none'
         FROM tag WHERE reviewer = 'bob'""", "the table note has a row for decision none"),
        ("projections", "DELETE FROM anchor", "the table anchor has no row"),
        ("projections", "UPDATE anchor SET quote = ''", "the table anchor says another quote"),
        ("projections", "UPDATE document SET author = 'Me' WHERE number = 1",
         "its author is not what"),
        ("projections", "UPDATE document SET as_read = '{' WHERE number = 3",
         "what its source said of it cannot"),
        ("projections", "DELETE FROM retracted", "was taken back, and the table retracted"),
        ("projections", "INSERT INTO retracted VALUES (THE_TAG, THE_TAG, 'ann', '2026')",
         "stands, or was taken back otherwise"),
        ("tally", "UPDATE tally SET sentences = 9 WHERE reviewer = ''", "says 9 sentences, not"),
        ("tally", "UPDATE tally SET sentences = 9 WHERE reviewer = 'bob'", "that bob tagged"),
        ("tally", "DELETE FROM tally", "the table tally says 0 sentences, not"),
        ("search", "DELETE FROM searchable WHERE kind = 'claim'", "cannot be found by its words"),
        ("search", "UPDATE searchable SET text = 'other' WHERE kind = 'note'", "by other words"),
        ("search", "UPDATE searchable SET name = 'x' WHERE kind = 'note'", "and is not there"),
        ("search", "UPDATE searchable SET place = place + 9 WHERE kind = 'article'",
         "found by other words"),
        ("search", "INSERT INTO search_index (search_index) VALUES ('delete-all')",
         "cannot be found by its words"),
        ("search", "INSERT INTO search_index (rowid, text) VALUES (7, 'ghost')", "is not there"),
        ("attachments", "UPDATE attachment SET content = x'00'", "its content is another one"),
        ("attachments", "UPDATE attachment SET size = 1", "and 1 were kept"),
        ("orphans", "INSERT INTO draft VALUES ('ann', 'note', printf('%064d:0-1', 0), '{}')",
         "note was left unsaved in a form on an article that is not there"),
        ("orphans", "INSERT INTO revealed VALUES ('ann', printf('%064d:0-1#1', 0), '2026')",
         "somebody saw the verdicts on it"),
        ("orphans", "INSERT INTO verification VALUES (1, 'none', '', '2026', 'found', '')",
         "nobody ever gave such evidence"),
        ("orphans", "UPDATE verdict SET sentence_id = document_id || ':0-1'", "is on no sentence"),
        ("schema", "DROP INDEX tag_claims", "the index tag_claims is missing"),
        ("schema", "ALTER TABLE flag RENAME TO pennant", "the table flag is missing"),
        ("schema", "ALTER TABLE flag ADD COLUMN colour TEXT", "the table flag is another one"),
    ],
)  # fmt: skip
def test_a_fault_is_found(database: Path, check: str, statement: str, said: str) -> None:
    spoil(database, statement)
    findings = found(database)
    assert any(said in finding for finding in findings.get(check, [])), findings


def test_a_missing_trigger_is_found(database: Path) -> None:
    with closing(sqlite3.connect(database)) as db:
        db.execute("DROP TRIGGER decision_is_final")
    assert found(database) == {"schema": ["the trigger decision_is_final is missing"]}


def test_words_that_changed_their_places_in_the_index_are_found(database: Path) -> None:
    spoil(
        database,
        "INSERT INTO search_index (search_index, rowid, text) "
        "VALUES ('delete', (1 << 32) + 1, 'The town grew last year.')",
        "INSERT INTO search_index (rowid, text) VALUES ((1 << 32) + 1, 'The gown grew last year.')",
    )
    assert found(database) == {
        "search": [
            "the word 'gown' leads to 1 texts, and stands in 0",
            "the word 'town' leads to 2 texts, and stands in 3",
        ]
    }


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (b"no such page", "it cannot be unpacked"),
        (zlib.compress(b"page" * 1000)[:-1], "it cannot be unpacked (incomplete)"),
        (zlib.compress(b"another page"), "it is another one than was fetched"),
        (zlib.compress(b"the page"), ""),
    ],
)
def test_a_page_that_is_not_what_was_fetched_is_found(
    database: Path, page: bytes, said: str
) -> None:
    with closing(sqlite3.connect(database)) as db, db:
        row = (1, "https://example.org", "2026", sha256(b"the page").hexdigest(), "", page, "")
        db.execute("INSERT INTO snapshot VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    assert said in "".join(found(database).get("snapshots", [""]))


def test_a_clock_that_runs_ahead_is_a_warning(database: Path) -> None:
    at = "2445-01-01T00:00:00.000000Z"
    spoil(
        database,
        """
        INSERT INTO decision (id, at, reviewer, kind, subject, act, origin)
        SELECT 'x', '2445-01-01T00:00:00.000000Z', 'ann', 'flag', subject, 'x', 'cli'
        FROM decision WHERE id = THE_TAG
        """,
    )
    (finding,) = found(database)["clock"]
    assert isinstance(finding, Doubt)
    assert at in finding


def test_a_file_that_evidence_lacks_is_a_problem_and_one_that_none_names_a_warning(
    database: Path,
) -> None:
    spoil(database, "UPDATE attachment SET sha256 = 'other'")
    findings = found(database)["orphans"]
    assert [isinstance(finding, Doubt) for finding in findings] == [False, True]
    assert "with a file that is not kept here" in findings[0]


def test_a_table_of_ones_own_is_a_warning(database: Path) -> None:
    spoil(database, "CREATE TABLE mine (a)")
    (finding,) = found(database)["schema"]
    assert isinstance(finding, Doubt)


def test_bytes_that_are_no_text_are_found_where_they_stand(database: Path) -> None:
    spoil(
        database,
        "UPDATE note SET text = CAST(x'ff41' AS TEXT)",
        "UPDATE document SET text = CAST(x'ff41' AS TEXT) WHERE number = 3",
    )
    findings = found(database)
    assert "its text is not the one" in findings["texts"][0]
    assert len([f for f in findings["projections"] if "table note says another text" in f]) == 2


def test_a_damaged_table_does_not_hide_what_is_wrong_elsewhere(database: Path) -> None:
    spoil(database, "UPDATE attachment SET size = 1")
    with closing(sqlite3.connect(database)) as db:
        (page,) = db.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'searchable'"
        ).fetchone()
        (size,) = db.execute("PRAGMA page_size").fetchone()
    content = bytearray(database.read_bytes())
    content[(page - 1) * size : page * size] = b"\xff" * size
    database.write_bytes(content)
    findings = found(database)
    assert "cannot be looked at any further" in findings["search"][-1]
    assert findings["integrity"]
    assert findings["attachments"]
    assert "journal" not in findings


def test_nothing_is_changed_and_nothing_left_beside(database: Path) -> None:
    before = database.read_bytes()
    assert found(database) == {}
    assert database.read_bytes() == before
    assert [entry.name for entry in database.parent.iterdir()] == [database.name]


def test_what_a_killed_program_left_in_the_log_is_checked_and_stays_there(
    database: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "killed" / "factcheck.db"
    copy.parent.mkdir()
    with closing(sqlite3.connect(database, isolation_level=None)) as db:
        db.execute("UPDATE tag SET guideline = 'mine'")
        for suffix in ("", "-wal"):
            copyfile(f"{database}{suffix}", f"{copy}{suffix}")
    before = {suffix: Path(f"{copy}{suffix}").read_bytes() for suffix in ("", "-wal")}
    assert list(found(copy)) == ["projections"]
    assert {suffix: Path(f"{copy}{suffix}").read_bytes() for suffix in before} == before


def test_others_can_write_meanwhile_and_what_stood_at_the_beginning_is_checked(
    database: Path,
) -> None:
    findings = all_findings(database)
    next(findings)
    with closing(sqlite3.connect(database, isolation_level=None, timeout=1)) as db:
        db.execute("UPDATE tag SET guideline = 'mine'")
    rest = [finding for _, found in findings for finding in found if finding]
    assert rest == []
    assert list(found(database)) == ["projections"]
