"""The power is cut at any moment: what was acknowledged is there, for it was synced before."""

import shutil
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from factcheck.store.store import Store
from tests.faults.killing import SENTENCES, assert_sound, rounds
from tests.faults.power import Disk
from tests.faults.tracing import Call, traced

CUTS = 30
"""Moments of each run at which the power is cut."""
_PROGRAM = [sys.executable, "-m", "factcheck", "--db", "factcheck.db"]
DECIDE = """
import sys
from pathlib import Path
from factcheck.domain.decision import Author
from factcheck.domain.sitting import Place
from factcheck.domain.tag import Tag
from factcheck.services.adding import add_sources
from factcheck.services.deciding import tag
from factcheck.services.sittings import begin, going_to
from factcheck.store.store import Store

with Store(Path("factcheck.db")) as store:
    store._db.execute(f"PRAGMA synchronous = {sys.argv[1]}")
    store._db.execute("PRAGMA wal_autocheckpoint = 30")
    author = Author(reviewer="ann")
    (addition,) = add_sources(store, author, ["article.txt"])
    document = addition.article
    sitting = begin(store, "ann")
    for number, sentence in enumerate(list(store.documents.sentences(document))):
        place = Place(document=document.id, offset=sentence.start)
        with going_to(store, sitting, place):
            (decision,) = tag(store, author, [sentence.id], list(Tag)[number % 3])
        print(decision.id, flush=True)
"""
"""Tags sentence after sentence, and names each decision as soon as it is saved."""


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Call]]:
    """What a review asks of the disk, with each way to sync."""
    return {way: _run(tmp_path_factory.mktemp(way), way) for way in ("FULL", "NORMAL", "OFF")}


def _run(folder: Path, way: str) -> list[Call]:
    lines = (f"It is number {number}." for number in range(30))
    (folder / "article.txt").write_text("\n".join(lines), encoding="utf-8")
    return traced([sys.executable, "-c", DECIDE, way], folder)


def cuts(calls: Sequence[Call], disk: Disk, chance: Random) -> Iterator[tuple[list[Call], int]]:
    """Let the program go on up to a moment, again and again; yield what it did by then.

    The last moment is its end.
    """
    moments = sorted(chance.sample(range(1, len(calls)), min(CUTS, len(calls)) - 1))
    moments.append(len(calls))
    done = 0
    for moment in moments:
        for call in calls[done:moment]:
            disk.do(call)
        done = moment
        yield list(calls[:moment]), moment


def put(files: dict[Path, bytes], folder: Path) -> None:
    """Write files, wherever they were, to a folder that holds nothing else."""
    folder.mkdir()
    for path, content in files.items():
        (folder / path.name).write_bytes(content)


def said(calls: Sequence[Call]) -> list[str]:
    """Return the lines that the program has said."""
    return b"".join(call.data for call in calls if call.name == "say").decode().splitlines()


def decisions_in(folder: Path) -> list[str]:
    """Return the decisions of the database in a folder by id, oldest first."""
    with Store(folder / "factcheck.db") as store:
        return [decision.id for decision in store.journal.decisions()]


@rounds(everyday=1, soak=25)
def test_no_decision_that_was_acknowledged_is_lost(
    runs: dict[str, list[Call]], tmp_path: Path, seed: int
) -> None:
    chance, disk = Random(seed), Disk()  # noqa: S311 - a test's dice
    everything = said(runs["FULL"])
    for done, moment in cuts(runs["FULL"], disk, chance):
        put(disk.left(chance), folder := tmp_path / str(moment))
        kept = decisions_in(folder)
        assert kept == everything[: len(kept)]
        assert len(kept) >= len(said(done))
        assert_sound(folder / "factcheck.db")


def test_the_run_went_through_all_that_can_go_wrong(runs: dict[str, list[Call]]) -> None:
    calls = runs["FULL"]
    assert len(said(calls)) == 30
    written = [call.path.name for call in calls if call.name == "write"]
    assert {"factcheck.db", "factcheck.db-wal", "factcheck.db-journal"} <= set(written)


def test_a_disk_that_was_given_time_holds_what_the_program_wrote(
    runs: dict[str, list[Call]],
) -> None:
    disk = Disk()
    for call in runs["FULL"]:
        disk.do(call)
    written = runs["FULL"][0].path.parent
    left = disk.left(Random(0))  # noqa: S311 - a test's dice
    assert left[written / "factcheck.db"] == (written / "factcheck.db").read_bytes()


def test_without_a_sync_a_decision_would_be_lost(
    runs: dict[str, list[Call]], tmp_path: Path
) -> None:
    chance, disk = Random(0), Disk()  # noqa: S311 - a test's dice
    lost = 0
    for done, moment in cuts(runs["NORMAL"], disk, chance):
        put(disk.left(chance), folder := tmp_path / str(moment))
        lost += len(said(done)) > len(decisions_in(folder))
    assert lost


def test_without_any_sync_the_file_would_be_damaged(
    runs: dict[str, list[Call]], tmp_path: Path
) -> None:
    chance, disk = Random(0), Disk()  # noqa: S311 - a test's dice
    damaged = 0
    for _, moment in cuts(runs["OFF"], disk, chance):
        put(disk.left(chance), folder := tmp_path / str(moment))
        damaged += not is_whole(folder / "factcheck.db")
    assert damaged


@rounds(everyday=1, soak=5)
def test_an_export_that_was_told_of_stays(reviewed: Path, tmp_path: Path, seed: int) -> None:
    chance, folder = Random(seed), tmp_path / "work"  # noqa: S311 - a test's dice
    disk = copied(folder, reviewed)
    arguments = ["export", "--format", "csv", "-o", "found.csv"]
    calls = traced([*_PROGRAM, "--reviewer", "bob", *arguments], folder)
    new = (folder / "found.csv").read_bytes()
    for done, _ in cuts(calls, disk, chance):
        left = disk.left(chance)[folder / "found.csv"]
        assert left in ({new} if len(done) == len(calls) else {b"old", new})


@rounds(everyday=1, soak=5)
def test_a_backup_that_was_told_of_stays(reviewed: Path, tmp_path: Path, seed: int) -> None:
    chance, folder = Random(seed), tmp_path / "work"  # noqa: S311 - a test's dice
    disk = copied(folder, reviewed)
    calls = traced([*_PROGRAM, "backup", "copy.db"], folder)
    new = (folder / "copy.db").read_bytes()
    for done, _ in cuts(calls, disk, chance):
        left = disk.left(chance).get(folder / "copy.db")
        assert left in ({new} if len(done) == len(calls) else {None, new})


@rounds(everyday=1, soak=5)
def test_there_is_a_whole_database_at_every_moment_of_a_restore(
    reviewed: Path, tmp_path: Path, seed: int
) -> None:
    chance, folder = Random(seed), tmp_path / "work"  # noqa: S311 - a test's dice
    disk = copied(folder, reviewed)
    backup = str(reviewed.with_name("unreviewed.db"))
    calls = traced([*_PROGRAM, "restore", backup], folder)
    for done, moment in cuts(calls, disk, chance):
        put(disk.left(chance), left := tmp_path / str(moment))
        decisions = len(decisions_in(left))
        assert decisions in ({0} if len(done) == len(calls) else {0, SENTENCES})


def copied(folder: Path, database: Path) -> Disk:
    """Copy a database to a new folder with an old export beside it; return the disk they are on."""
    folder.mkdir()
    shutil.copyfile(database, folder / "factcheck.db")
    (folder / "found.csv").write_text("old", encoding="utf-8")
    return Disk(folder.iterdir())


def is_whole(database: Path) -> bool:
    """Whether SQLite finds nothing wrong with a file."""
    try:
        with closing(sqlite3.connect(database)) as connection:
            return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except sqlite3.DatabaseError:
        return False
