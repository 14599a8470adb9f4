"""Copies and merges of databases that are killed: the old state or the new one, never a half."""

from pathlib import Path

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


@rounds(everyday=1, soak=18)
def test_another_database_is_merged_whole_or_not_at_all(
    start: Start, folder: Path, reviewed: Path, seed: int
) -> None:
    database, other = folder / "factcheck.db", folder / "other.db"

    def merge() -> Child:
        anew(database, reviewed.with_name("unreviewed.db"))
        anew(other, reviewed)
        return start("merge-db", "other.db")

    for _ in killed(merge, usual_time(merge), seed, KILLS):
        assert count(database, "tag") in {0, SENTENCES}
        assert count(other, "tag") == SENTENCES
        assert_sound(database)
    assert start("merge-db", "other.db").wait() == 0
    assert count(database, "tag") == SENTENCES


@rounds(everyday=1, soak=18)
def test_a_backup_is_whole_or_not_there(
    start: Start, folder: Path, reviewed: Path, seed: int
) -> None:
    copy = folder / "copies" / "copy.db"
    copy.parent.mkdir()

    def back_up() -> Child:
        anew(copy, reviewed.with_name("unreviewed.db"))
        return start("--db", str(reviewed), "backup", "--force", str(copy))

    for _ in killed(back_up, usual_time(back_up), seed, KILLS):
        assert count(copy, "tag") in {0, SENTENCES}
        assert_sound(copy)
    assert_sound(reviewed)


@rounds(everyday=1, soak=18)
def test_a_restored_database_is_the_old_one_or_the_new_one(
    start: Start, folder: Path, reviewed: Path, seed: int
) -> None:
    database = folder / "factcheck.db"
    backup = reviewed.with_name("unreviewed.db")

    def restore() -> Child:
        anew(database, reviewed)
        return start("restore", str(backup))

    for _ in killed(restore, usual_time(restore), seed, KILLS):
        assert database.exists()
        assert_sound(database)
        if count(database, "tag") == 0:
            (kept,) = folder.glob("factcheck.db.replaced-*[0-9Z]")
            assert count(kept, "tag") == SENTENCES
        else:
            assert count(database, "tag") == SENTENCES
        assert start("restore", str(backup)).wait() == 0
        assert count(database, "tag") == 0
