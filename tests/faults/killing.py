"""Kills at random moments, and what has to hold after each of them."""

import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest

from factcheck.cli.main import run
from tests.faults.forking import Child

Start = Callable[..., Child]
"""Starts a command in the current folder."""
KILLS = 4
"""How often a test kills its command."""
SENTENCES = 400
"""In the article of the database that is exported, copied and merged."""
_LATEST = 1.1
"""Up to which part of its usual time a command is killed; some are let come to their end."""


def rounds(everyday: int, soak: int) -> pytest.MarkDecorator:
    """Return the seeds of a test that is done more often in a soak."""
    marks = dict.fromkeys(range(everyday, soak), pytest.mark.soak)
    seeds = (pytest.param(seed, marks=marks.get(seed, ())) for seed in range(soak))
    return pytest.mark.parametrize("seed", list(seeds))


def killed(start: Callable[[], Child], usual: float, seed: int, times: int) -> Iterator[Child]:
    """Start a command again and again, and yield each after it was killed, or has ended.

    `usual` is how long it takes, in seconds.
    """
    chance = random.Random(seed)  # noqa: S311 - a test's dice
    for _ in range(times):
        child = start()
        time.sleep(chance.uniform(0, _LATEST * usual))
        child.kill()
        child.wait()
        yield child


def usual_time(start: Callable[[], Child]) -> float:
    """Return how long a command takes that nobody kills."""
    begin = time.monotonic()
    child = start()
    assert child.wait() == 0, child.output.read_text(encoding="utf-8")
    return time.monotonic() - begin


def assert_sound(database: Path) -> None:
    """The file is whole, and what stands in it is what the journal says."""
    assert run(["--db", str(database), "doctor"]) == 0


def count(database: Path, table: str) -> int:
    """Return how many rows a table has, none where there is no such file or table."""
    if not database.exists():
        return 0
    with closing(sqlite3.connect(database)) as connection:
        query = "SELECT count(*) FROM sqlite_schema WHERE name = ?"
        if connection.execute(query, [table]).fetchone() == (0,):
            return 0
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608


def anew(database: Path, like: Path | None = None) -> None:
    """Begin with a database like another one, or with none."""
    for made in database.parent.glob(f"{database.name}*"):
        made.unlink()
    if like:
        copyfile(like, database)
