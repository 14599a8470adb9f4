"""A program that is killed in the middle of key presses: what the screen called saved is there."""

import random
import re
import sqlite3
import time
from pathlib import Path

import pytest

from tests.terminal.conftest import Run, Terminal

KILLS_A_ROUND = 10
ROUNDS = 100
_SENTENCES = 2000


@pytest.mark.parametrize(
    "seed", [0, 1, 2, *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(3, ROUNDS))]
)
def test_every_decision_that_was_shown_as_saved_survives_a_kill(
    run: Run, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test's dice
    article = tmp_path / "article.txt"
    article.write_text("\n".join(f"Sentence {n}." for n in range(_SENTENCES)), encoding="utf-8")
    decided = 0
    for _ in range(KILLS_A_ROUND):
        terminal = run("review", str(article), size=(80, 24))
        place = terminal.wait_for(r"sentence (\d+) of \d+ · (\d+) decided · saved")
        assert int(place[2]) == decided
        assert int(place[1]) == decided + 1
        shown = press_keys_and_kill(terminal, chance)
        decided = decisions_in(tmp_path / "factcheck.db")
        assert decided >= shown


def press_keys_and_kill(terminal: Terminal, chance: random.Random) -> int:
    """Tag sentences at a fast typist's pace, and return how many were shown as saved at the end."""
    end = time.monotonic() + chance.uniform(0.05, 0.5)
    while time.monotonic() < end:
        terminal.press(chance.choice("cof"))
        terminal.read(timeout=0.005)
    terminal.kill()
    found = re.search(r"(\d+) decided · saved", terminal.text())
    return int(found[1]) if found else 0


def decisions_in(database: Path) -> int:
    """Return how many sentences are tagged, after looking whether the file is sound."""
    connection = sqlite3.connect(database)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (decisions,) = connection.execute("SELECT count(*) FROM decision").fetchone()
        (tags,) = connection.execute("SELECT count(*) FROM tag").fetchone()
        assert decisions == tags
    finally:
        connection.close()
    return int(tags)
