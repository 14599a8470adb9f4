"""Faults beside articles and decisions are found, each row by itself, and no check ends the others.

Where a fault is planted, a command that meets it says so as well.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils.db import Database

from factcheck.domain.checkup import Doubt
from factcheck.domain.errors import DatabaseUnusable
from factcheck.services.checking_up import check_up
from factcheck.services.following import newest
from factcheck.store.backups.copying import copy
from factcheck.store.checking import checks
from factcheck.store.checking.checks import Check
from factcheck.store.store import Store
from tests.store.test_checking import found, spoil

SITTING = "INSERT INTO session (id, reviewer, started, seen, document_id, offset, pass) SELECT "
WHEN = "'2026-01-01T00:00:00.000000Z'"
UUID = "'01900000-0000-7000-8000-000000000000'"
OTHER = "(SELECT id FROM document WHERE number = 3)"
TO_ANOTHER = """
UPDATE document SET replaced_by = (SELECT id FROM document WHERE number = 3) WHERE number = 1
"""
LOOK = "INSERT INTO verification SELECT 1, id, 'q', '2026-01-01T00:00:00.000000Z', "


@pytest.mark.parametrize(
    ("check", "statement", "said"),
    [
        ("records", f"{SITTING} {UUID}, 'ann', {WHEN}, {WHEN}, NULL, 0, 'tagr'", "passing: choose"),
        ("records", f"{SITTING} {UUID}, 'ann', {WHEN}, 'now', NULL, 0, 'tags'", "sitting 1: seen"),
        ("records", f"{SITTING} {UUID}, 'ann', {WHEN}, '2025-01-01T00:00:00.000000Z', NULL, 0, "
         "'tags'", "is before it was begun"),
        ("records", f"{SITTING} {UUID}, 'ann', {WHEN}, {WHEN}, {OTHER}, -1, 'tags'", "offset: "),
        ("records", f"{SITTING} {UUID}, 'ann', {WHEN}, {WHEN}, {OTHER}, 999, 'tags'",
         "is behind the end of its article"),
        ("records", f"{LOOK} 'fnd', '' FROM evidence", "verification 1: finding: choose"),
        ("records", "INSERT INTO draft VALUES ('ann', 'note', 'x', '[1]')", "cannot be read"),
        ("records", "UPDATE attachment SET kept = 'once'", "'once' is no time in UTC"),
        ("records", "INSERT INTO revealed VALUES ('ann', 'x', '2026')", "shown to ann: claim"),
        ("versions", "UPDATE document SET replaced_by = id WHERE number = 3", "not known"),
        ("versions", "UPDATE document SET replaced_by = id WHERE number = 1", "its own newer"),
        ("versions", "UPDATE document SET replaced_by = (SELECT id FROM document AS one "
         "WHERE one.number = 3 - document.number) WHERE number < 3", "lead back to one of them"),
        ("versions", "UPDATE document SET replaced_by = NULL", "what by is not known any more"),
        ("versions", TO_ANOTHER,
         "known to stand in another article"),
        ("versions", "DELETE FROM succession", "in its newer version is not known"),
        ("versions", "UPDATE succession SET places = '{['", "newer version cannot be read"),
        ("versions", "UPDATE succession SET places = '[[5, 99999]]'", "sentences cannot stand"),
        ("versions", "UPDATE succession SET places = '[[25, 4], [0, 0]]'", "is out of order"),
        ("subjects", "UPDATE decision SET subject = substr(subject, 1, 64) || ':0-9999999' "
         "WHERE id = THE_TAG", "is on words outside of its text"),
        ("subjects", "UPDATE decision SET subject = substr(subject, 1, 64) || '@9999' "
         "WHERE kind = 'cut'", "is on words outside of its text"),
        ("subjects", "UPDATE decision SET value = json_set(value, '$.claim', "
         "substr(value ->> '$.claim', 1, 64) || ':7-7777#1') WHERE kind = 'evidence'",
         "is on words outside of its text"),
        ("journal", "UPDATE decision SET at = (SELECT min(at) FROM decision), "
         "act = (SELECT id FROM decision ORDER BY at LIMIT 1) "
         "WHERE id = (SELECT max(id) FROM decision)",
         "another of the same act is dated"),
        ("schema", "CREATE TRIGGER mine AFTER INSERT ON tag BEGIN DELETE FROM note; END",
         "there is a trigger mine"),
        ("schema", "DELETE FROM _sqlite_migrations WHERE name = 'sentences_tallied'",
         "does not hold the step sentences_tallied, which was made"),
        ("schema", "DELETE FROM _sqlite_migrations", "the step articles_journal_and_sittings"),
        ("schema", "DROP TABLE _sqlite_migrations", "the step articles_journal_and_sittings"),
        ("foreign-keys", "UPDATE reading SET document_id = 'none' WHERE number = 2",
         "the row 2 of the table reading refers to a row of document"),
        ("tally", "UPDATE tally SET sentences = 9 WHERE reviewer = ''", "article 1 (Growth): "),
    ],
)  # fmt: skip
def test_a_fault_is_found(database: Path, check: str, statement: str, said: str) -> None:
    spoil(database, statement)
    findings = found(database)
    problems = [f for f in findings.get(check, []) if not isinstance(f, Doubt)]
    assert any(said in finding for finding in problems), findings


@pytest.mark.parametrize(
    ("check", "statement", "said"),
    [
        ("subjects", "UPDATE decision SET subject = printf('%064d:0-5', 0) WHERE id = THE_TAG",
         "1 decision on 1 article that another database holds"),
        ("subjects", "UPDATE decision SET subject = substr(subject, 1, 64) || ':5-6' "
         "WHERE id = THE_TAG", "1 decision on words that were never a sentence here"),
        ("records", "UPDATE document SET added = '2026'", "'2026' is no time in UTC"),
        ("records", "UPDATE reading SET read = 'yesterday'", "'yesterday' is no time in UTC"),
    ],
)  # fmt: skip
def test_what_may_be_so_is_a_warning(database: Path, check: str, statement: str, said: str) -> None:
    spoil(database, statement)
    doubts = [f for f in found(database)[check] if isinstance(f, Doubt)]
    assert any(said in doubt for doubt in doubts), doubts


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE proposal SET starts = '[]' WHERE number = 1",
        "UPDATE proposal SET starts = '[[1e400, null]]' WHERE number = 1",
        "UPDATE proposal SET starts = replace(hex(zeroblob(100000)), '00', '[') WHERE number = 1",
        "UPDATE proposal SET starts = '[[-1, null], [23, null]]' WHERE number = 1",
    ],
)
def test_one_article_that_cannot_be_looked_at_does_not_hide_another(
    database: Path, statement: str
) -> None:
    spoil(database, statement, "DELETE FROM sentence WHERE document_id = "
          "(SELECT id FROM document WHERE number = 3)")  # fmt: skip
    findings = found(database)["sentences"]
    assert findings[0].startswith("article 1 (Growth)")
    assert any(finding.startswith("article 3 (Nothing happened") for finding in findings)


def test_an_error_that_nobody_expected_is_a_finding_and_the_other_checks_are_made(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(db: Database) -> Iterator[str]:
        yield ""
        raise AssertionError

    kept = checks.CHECKS
    monkeypatch.setattr(checks, "CHECKS", (Check("broken", "thing", broken), *kept))
    assert found(database) == {"broken": ["cannot be looked at any further: AssertionError"]}


def test_a_check_that_has_no_room_is_unfinished_and_says_nothing_against_the_file(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def large(db: Database) -> Iterator[str]:
        yield ""
        db.execute("PRAGMA temp.max_page_count = 4")
        db.execute("CREATE TEMP TABLE large AS SELECT zeroblob(1000000) AS content")

    monkeypatch.setattr(checks, "CHECKS", (Check("large", "thing", large),))
    (checked,) = check_up(database, lambda check, examined: None)
    assert (checked.count, checked.finished, checked.ok) == (0, False, False)
    assert "full" in checked.warnings[0]


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM _sqlite_migrations WHERE name = 'sentences_tallied'",
        "DROP TABLE _sqlite_migrations",
        "ALTER TABLE _sqlite_migrations RENAME COLUMN name TO title",
        "ALTER TABLE _sqlite_migrations RENAME COLUMN migration_set TO collection",
    ],
)
def test_a_database_that_forgot_how_it_was_made_is_refused_and_not_copied(
    database: Path, statement: str
) -> None:
    spoil(database, statement)
    with pytest.raises(DatabaseUnusable, match="factcheck doctor"):
        Store(database)
    with pytest.raises(DatabaseUnusable, match="factcheck doctor"):
        copy(database, database.with_name("copy.db"))
    assert found(database)["schema"]


def test_a_database_that_forgot_its_version_as_well_is_refused(database: Path) -> None:
    spoil(
        database,
        "DELETE FROM _sqlite_migrations WHERE id = 5",
        "PRAGMA user_version = 0",
    )
    with pytest.raises(DatabaseUnusable, match="factcheck doctor"):
        Store(database)


def test_versions_that_lead_back_end_a_command_with_what_is_wrong(database: Path) -> None:
    spoil(database, "UPDATE document SET replaced_by = id WHERE number = 1")
    with Store(database) as store:
        document = store.documents.numbered(1)
    assert document
    with pytest.raises(DatabaseUnusable, match="versions: article 1"), Store(database) as store:
        newest(store, document)


def test_a_sitting_that_cannot_be_read_ends_a_command_with_what_is_wrong(database: Path) -> None:
    with closing(sqlite3.connect(database)) as db, db:
        db.execute(f"{SITTING} {UUID}, 'ann', {WHEN}, {WHEN}, {OTHER}, 0, 'tagr'")
    with pytest.raises(DatabaseUnusable, match="records: sitting 1"), Store(database) as store:
        store.sittings.all()
