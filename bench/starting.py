"""How long the review takes from its command to the first paint of the article."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from bench.keys import BARE, review, used_today
from bench.measuring import MILLION, SMALL, Libraries, Measurement, milliseconds
from bench.terminal import Terminal

GOAL: Final = 1.5
"""What the ratio may be at most."""
ROUNDS: Final = 15
"""Starts of each program."""
_WHY: Final = "the bare app with click, pydantic and sqlite_utils loaded is at 1.4x already"
"""What of it is not ours."""
_PATIENCE: Final = 5.0
"""Seconds without a change on the screen after which a program is not waited for."""


def measurements(libraries: Libraries) -> Iterator[Measurement]:
    """Start the programs by turns, and yield what their first paints took."""
    with TemporaryDirectory(dir=libraries.folder) as folder:
        few = review(used_today(libraries(SMALL), Path(folder, "few.db")))
        many = review(used_today(libraries(MILLION), Path(folder, "many.db")))
        commands = {
            "25 sentences": _going_on(few),
            "1,000,000 sentences": _going_on(many),
            "1,000,000 sentences, at the first undecided one": many,
        }
        rounds = [
            [
                _first_paint(BARE, "0 pressed"),
                *(_first_paint(c, "undecided") for c in commands.values()),
            ]
            for _ in range(1 + ROUNDS)
        ]
    bare, *times = map(median, zip(*rounds[1:], strict=True))  # the first round is practice
    for name, took in zip(commands, times, strict=True):
        yield Measurement(
            f"start to first paint of the article, {name}",
            "a bare Textual app's first paint",
            took / bare,
            GOAL,
            details=f"{milliseconds(took, bare)}; {_WHY}",
        )


def _going_on(anew: list[str]) -> list[str]:
    """Return the command that begins where the reviewer left off, as a review usually does."""
    return [part for part in anew if part != "--new"]


def _first_paint(command: list[str], shown: str) -> float:
    """Start a program, leave it as a user does, and return when it had `shown` something."""
    with Terminal(command) as terminal:
        painted = terminal.wait_for(shown)
        terminal.press("q")
        with suppress(OSError):  # the terminal ends with the program
            terminal.settle(_PATIENCE)
    return painted - terminal.started
