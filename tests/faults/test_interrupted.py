"""A command that is interrupted, or told to end, says nothing, and has done all or a whole part."""

import os
import signal
import time
from pathlib import Path
from random import Random

import pytest

from tests.faults.killing import Start, anew, assert_sound, rounds, usual_time

INTERRUPTS = 3
COMMANDS = {
    "add": "add articles",
    "import": "import found.jsonl",
    "export": "export --format csv -o found.csv",
    "report": "report -o report.md",
    "merge-db": "merge-db other.db",
    "backup": "backup --force copies/copy.db",
    "restore": "restore other.db",
    "doctor": "doctor",
}


@pytest.mark.parametrize("name", COMMANDS)
@rounds(everyday=1, soak=10)
def test_an_interrupt_ends_a_command_with_130(
    start: Start, folder: Path, reviewed: Path, name: str, seed: int
) -> None:
    prepare(start, folder, reviewed)
    arguments = COMMANDS[name].split()
    usual = usual_time(lambda: start(*arguments))
    chance = Random(seed)  # noqa: S311 - a test's dice
    for _ in range(INTERRUPTS):
        anew(folder / "factcheck.db", reviewed)
        child = start(*arguments)
        time.sleep(chance.uniform(0.02, usual))
        os.kill(child.pid, signal.SIGINT)
        status = child.wait()
        said = child.output.read_text(encoding="utf-8")
        # pydantic takes an interrupt while a pattern is matched for a text that does not match
        lost = status == 1 and "KeyboardInterrupt" in said and "nothing was taken" in said
        assert lost or (status in {0, 130} and "Traceback" not in said), said
        assert_sound(folder / "factcheck.db")
    assert not [left for left in folder.rglob("*") if left.name.startswith(".")]


def prepare(start: Start, folder: Path, reviewed: Path) -> None:
    """Put what the commands need into the folder."""
    (folder / "copies").mkdir()
    (folder / "articles").mkdir()
    for number in range(60):
        article = folder / "articles" / f"{number}.txt"
        article.write_text(f"This is number {number}.", encoding="utf-8")
    anew(folder / "factcheck.db", reviewed)
    anew(folder / "other.db", reviewed.with_name("unreviewed.db"))
    assert start("export", "--format", "jsonl", "-o", "found.jsonl").wait() == 0
