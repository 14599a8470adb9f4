"""A program that is killed in the middle of key presses: what the screen called saved is there."""

import random
import re
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.killing import assert_sound, rounds
from tests.terminals import Run, Terminal

KILLS_A_ROUND = 5
_SENTENCES = 600
_SIZE = (80, 24)
_PLACE = r"sentence (\d+) of \d+ · (\d+) decided · saved"
_TAGS = {"claim": "c", "opinion": "o", "filler": "f"}


@pytest.fixture
def database(folder: Path) -> Path:
    """A database with a long article."""
    lines = (f"Sentence {number}." for number in range(_SENTENCES))
    (folder / "article.txt").write_text("\n".join(lines), encoding="utf-8")
    return folder / "factcheck.db"


@rounds(everyday=2, soak=50)
def test_every_decision_that_was_shown_as_saved_survives_a_kill(
    opened: Run, database: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test's dice
    tag_and_kill(lambda: opened("review", "article.txt", size=_SIZE), database, chance)


@rounds(everyday=0, soak=10)
def test_so_it_does_in_the_installed_program(run: Run, database: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test's dice
    options = ["--db", str(database), "review", str(database.with_name("article.txt"))]
    tag_and_kill(lambda: run(*options, size=_SIZE), database, chance)


def tag_and_kill(opened: Callable[[], Terminal], database: Path, chance: random.Random) -> None:
    """Go on tagging where the last kill ended it; what was typed stands, and nothing else."""
    typed = ""
    for _ in range(KILLS_A_ROUND):
        terminal = opened()
        place = terminal.wait_for(_PLACE)
        assert (int(place[1]), int(place[2])) == (len(typed) + 1, len(typed))
        keys, shown = press_keys_and_kill(terminal, chance)
        assert_sound(database)
        kept = tags_in(database)
        assert kept == (typed + keys)[: len(kept)]
        assert len(kept) >= max(shown, len(typed))
        typed = kept


def press_keys_and_kill(terminal: Terminal, chance: random.Random) -> tuple[str, int]:
    """Tag sentences at a fast typist's pace; return the keys, and how many were shown as saved."""
    keys = ""
    end = time.monotonic() + chance.uniform(0.05, 0.5)
    while time.monotonic() < end:
        keys += chance.choice("cof")
        terminal.press(keys[-1])
        terminal.read(timeout=0.005)
    terminal.kill()
    found = re.search(_PLACE, terminal.text())
    return keys, int(found[2]) if found else 0


def tags_in(database: Path) -> str:
    """Return the keys that lead to the tags of the sentences, in their order."""
    with closing(sqlite3.connect(database)) as connection:
        query = "SELECT tag FROM tag JOIN sentence ON sentence.id = sentence_id ORDER BY ordinal"
        return "".join(_TAGS[tag] for (tag,) in connection.execute(query))
