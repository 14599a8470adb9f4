"""Rolling backups: one a day of what is new, the newest kept, and nothing in anybody's way."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from factcheck.domain.document import Document
from factcheck.domain.errors import DatabaseUnusable, NotWritten
from factcheck.domain.sitting import Place
from factcheck.store.backups import kept, rolling
from factcheck.store.backups.copying import unwatched
from factcheck.store.backups.kept import folder_of, newest_backup, rolling_backups
from factcheck.store.backups.rolling import roll
from factcheck.store.store import Store
from tests.store.test_copying import decide, notes_in

MONDAY = datetime(2026, 3, 2, 23, 59, tzinfo=UTC)


class Calendar:
    """Which day it is."""

    def __init__(self) -> None:
        self.day = MONDAY

    def now(self) -> datetime:
        return self.day

    def next_day(self) -> None:
        self.day += timedelta(days=1)


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> Calendar:
    days = Calendar()
    for module in (rolling, kept):
        monkeypatch.setattr(module, "now", days.now)
    return days


def names(store: Store) -> list[str]:
    return [path.stem for path in rolling_backups(store.path)]


def test_a_day_has_one_backup_of_what_stood_when_it_was_made(
    store: Store, article: Document, calendar: Calendar
) -> None:
    decide(store, "one")
    roll(store.path, unwatched)
    decide(store, "two")
    roll(store.path, unwatched)
    (backup,) = rolling_backups(store.path)
    assert backup == newest_backup(store.path)
    assert backup == store.path.with_name("factcheck.db.backups") / "2026-03-02.db"
    assert notes_in(backup) == ["one"]


def test_nothing_new_needs_no_backup(store: Store, article: Document, calendar: Calendar) -> None:
    roll(store.path, unwatched)
    calendar.next_day()
    sitting = store.sittings.start("ann", None)  # to open the program is no work
    store.sittings.move(sitting, Place(document=article.id, offset=0))
    roll(store.path, unwatched)
    assert names(store) == ["2026-03-02"]
    decide(store, "new")
    roll(store.path, unwatched)
    assert names(store) == ["2026-03-03", "2026-03-02"]


def test_an_empty_database_needs_no_backup(store: Store) -> None:
    roll(store.path, unwatched)
    assert newest_backup(store.path) is None


def test_seven_are_kept_and_the_oldest_goes_when_the_new_one_is_there(
    store: Store, article: Document, calendar: Calendar
) -> None:
    for day in range(9):
        decide(store, f"{day}")
        roll(store.path, unwatched)
        calendar.next_day()
    kept = [f"2026-03-{day:02}" for day in range(10, 3, -1)]
    assert names(store) == kept


def test_no_file_of_another_name_is_ever_removed(
    store: Store, article: Document, calendar: Calendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rolling, "KEPT", 1)
    folder = folder_of(store.path)
    folder.mkdir()
    for name in ("mine.db", "2026-01-01 copy.db", "abcd-ef-gh.db", "2020-01-01.db"):
        (folder / name).write_bytes(b"")
    roll(store.path, unwatched)
    left = {path.name for path in folder.iterdir() if not path.name.startswith(".")}
    assert left == {"mine.db", "2026-01-01 copy.db", "abcd-ef-gh.db", "2026-03-02.db"}


def test_all_together_stay_below_the_budget(
    store: Store, article: Document, calendar: Calendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(5):
        decide(store, f"{day}")
        roll(store.path, unwatched)
        calendar.next_day()
        largest = max(path.stat().st_size for path in rolling_backups(store.path))
        monkeypatch.setattr(rolling, "BUDGET", largest * 5 // 2)
        store._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # the log counts as well
    assert names(store) == ["2026-03-06", "2026-03-05"]


def test_a_database_above_the_budget_is_not_copied_and_it_is_said_what_to_do(
    store: Store, article: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rolling, "BUDGET", 1000)
    with pytest.raises(NotWritten, match="`factcheck backup DEST --db "):
        roll(store.path, unwatched)
    assert newest_backup(store.path) is None


def test_a_disk_that_is_nearly_full_is_left_alone(
    store: Store, article: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(store.path.parent)._replace(free=store.path.stat().st_size)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(NotWritten, match="half the free disk"):
        roll(store.path, unwatched)


def test_what_a_killed_program_left_is_removed_by_the_next(store: Store, article: Document) -> None:
    folder = folder_of(store.path)
    folder.mkdir()
    (folder / "unfinished.db").write_bytes(b"half of it")
    (folder / "unfinished.db-journal").write_bytes(b"half of it")
    roll(store.path, unwatched)
    assert len(names(store)) == 1
    assert not list(folder.glob("unfinished*"))


def test_a_backup_that_is_stopped_leaves_the_older_ones_and_nothing_else(
    store: Store, article: Document, calendar: Calendar
) -> None:
    roll(store.path, unwatched)
    calendar.next_day()
    decide(store, "new")

    def stop(_: float | None) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        roll(store.path, stop)
    assert names(store) == ["2026-03-02"]
    assert not list(folder_of(store.path).glob("unfinished*"))
    roll(store.path, unwatched)
    assert names(store) == ["2026-03-03", "2026-03-02"]


def test_a_damaged_database_pushes_no_sound_backup_out(
    store: Store, article: Document, calendar: Calendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rolling, "KEPT", 1)
    roll(store.path, unwatched)
    decide(store, "new")
    store.close()
    with closing(sqlite3.connect(store.path)) as db:
        db.execute("PRAGMA writable_schema = ON")
        db.execute("UPDATE sqlite_schema SET rootpage = 3 WHERE name = 'draft'")
        db.commit()
    calendar.next_day()
    with pytest.raises(DatabaseUnusable):
        roll(store.path, unwatched)
    assert names(store) == ["2026-03-02"]


def test_a_backup_that_cannot_be_read_counts_as_none(
    store: Store, article: Document, calendar: Calendar
) -> None:
    roll(store.path, unwatched)
    (backup,) = rolling_backups(store.path)
    backup.write_bytes(b"not any more")
    calendar.next_day()
    roll(store.path, unwatched)
    assert names(store) == ["2026-03-03", "2026-03-02"]


def test_a_file_where_the_folder_is_needed_is_told(store: Store, article: Document) -> None:
    folder_of(store.path).write_text("mine", encoding="utf-8")
    with pytest.raises(NotWritten, match="a file stands where a folder is needed"):
        roll(store.path, unwatched)


ROLL = """
import sys
from pathlib import Path
from factcheck.store.backups.copying import unwatched
from factcheck.store.backups.rolling import roll
print("ready", flush=True)
sys.stdin.readline()
made = []
roll(Path(sys.argv[1]), made.append)
print("made" if made else "left to another")
"""


def test_two_programs_that_open_at_once_make_one(store: Store, article: Document) -> None:
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", ROLL, str(store.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    for program in programs:
        assert program.stdout
        program.stdout.readline()
    for program in programs:
        assert program.stdin
        program.stdin.write("\n")
        program.stdin.flush()
    told = sorted(program.communicate(timeout=60)[0].strip() for program in programs)
    assert told == ["left to another", "left to another", "made"]
    assert len(names(store)) == 1


def test_a_database_behind_a_link_has_its_backups_beside_itself(
    store: Store, article: Document, tmp_path: Path
) -> None:
    link = tmp_path / "elsewhere" / "link.db"
    link.parent.mkdir()
    link.symlink_to(store.path)
    roll(link, unwatched)
    assert newest_backup(link) == newest_backup(store.path)
    assert newest_backup(store.path)


def test_a_clock_that_was_wrong_once_spoils_no_later_backup(
    store: Store, article: Document, calendar: Calendar
) -> None:
    calendar.day += timedelta(days=365)
    for day in range(8):
        decide(store, f"in the future {day}")
        roll(store.path, unwatched)
        calendar.next_day()
    calendar.day = MONDAY
    for day in range(8):
        decide(store, f"{day}")
        roll(store.path, unwatched)
        assert newest_backup(store.path) == folder_of(store.path) / f"2026-03-{day + 2:02}.db"
        calendar.next_day()
    assert names(store) == [f"2026-03-{day:02}" for day in range(9, 2, -1)]


@pytest.mark.parametrize(
    "spoilt", [b"", b"SQLite format 3\0", b"not a database" * 1000, "cut off", "a folder"]
)
def test_the_newest_backup_is_one_that_looks_whole(
    store: Store, article: Document, calendar: Calendar, spoilt: bytes | str
) -> None:
    decide(store, "one")
    roll(store.path, unwatched)
    (sound,) = rolling_backups(store.path)
    newer = sound.with_name("2026-03-01.db")
    sound = sound.rename(sound.with_name("2026-02-01.db"))
    if spoilt == "a folder":
        newer.mkdir()
    else:
        newer.write_bytes(spoilt if isinstance(spoilt, bytes) else sound.read_bytes()[:-4096])
    assert newest_backup(store.path) == sound
    assert (newer in rolling_backups(store.path)) == (spoilt != "a folder")
