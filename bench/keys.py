"""How long a key takes until the screen shows its decision, which is committed by then."""

import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

from bench.library import REVIEWER
from bench.measuring import MILLION, SMALL, Libraries, Measurement, milliseconds, percentile
from bench.terminal import Terminal
from factcheck.services.backing_up import back_up_today

BARE: Final = [sys.executable, "-m", "bench.bare"]
"""The program to measure against."""
PRESSES: Final = 200
"""In each program."""
GOALS: Final[Mapping[float, float]] = {0.5: 1.5, 0.99: 2.0}
"""What the ratio may be at most for each share of the presses."""
_TURN: Final = 20
"""Presses that a program gets before the next one has its turn; its first turn is practice.

Fewer than the sentences of an article: each turn goes through it from its beginning.
"""
_TAGS: Final[Mapping[str, str]] = {"c": "claim", "o": "opinion", "f": "filler"}
_WHY: Final = (
    "the last is a bare app that also commits a row; the rest is one and a half screens of text "
    "that scroll, and what ten statements say of the sentence"
)
"""Where the time goes."""
Keys = Callable[[int], Iterator[tuple[str, str]]]
"""Yields the keys of a turn, counted from 0, each with what shows that it was taken in."""
_PAUSES: Final = (0.06, 0.12)
"""Seconds between two presses, as of a fast typist, and in step with no timer of a program."""


def measurements(libraries: Libraries) -> Iterator[Measurement]:
    """Press the keys that tag, and one that only repaints, by turns; yield what the times say."""
    sizes = {"25 sentences": SMALL, "1,000,000 sentences": MILLION}
    with TemporaryDirectory(dir=libraries.folder) as folder, ExitStack() as open_programs:
        bare = _Pressing(open_programs.enter_context(Terminal(BARE)), "0 pressed", _counts)
        saving = [*BARE, str(Path(folder, "bare.db"))]
        committing = _Pressing(open_programs.enter_context(Terminal(saving)), "0 pressed", _counts)
        reviews = {}
        for name, size in sizes.items():
            copy = used_today(libraries(size), Path(folder, f"{name}.db"))
            terminal = open_programs.enter_context(Terminal(review(copy)))
            reviews[name] = _Pressing(terminal, "· undecided", _tags)
        for _ in range(PRESSES // _TURN + 1):
            for program in (bare, committing, *reviews.values()):
                program.take_turn()
    for name, pressing in reviews.items():
        for share, goal in GOALS.items():
            times = [percentile(each.times, share) for each in (pressing, bare, committing)]
            yield Measurement(
                f"key to repaint with the decision saved, p{share * 100:.0f}, {name}",
                "a bare Textual app that repaints a line",
                times[0] / times[1],
                goal,
                details=f"{milliseconds(*times)}; {_WHY}",
            )


def used_today(database: Path, copy: Path) -> Path:
    """Copy a database that was open today already, so that no day's first backup is measured."""
    shutil.copy(database, copy)
    back_up_today(copy)
    return copy


def review(database: Path) -> list[str]:
    """Return the command that reviews the first undecided article of a database."""
    program = Path(sys.executable).with_name("factcheck")
    return [str(program), "--db", str(database), "--reviewer", REVIEWER, "review", "--new"]


class _Pressing:
    """Presses keys in a program, and takes the time until each is shown."""

    def __init__(self, terminal: Terminal, ready: str, keys: Keys) -> None:
        """Wait until the program shows that it is `ready`; `keys` are those of each turn."""
        self._terminal = terminal
        self._keys = keys
        self._rng = Random(0)  # noqa: S311
        self._turn = 0
        self.times: list[float] = []
        terminal.wait_for(ready)

    def take_turn(self) -> None:
        """Press a few keys; the first turn does not count."""
        self._terminal.settle()
        self._terminal.press("g")
        for key, shown in self._keys(self._turn):
            time.sleep(self._rng.uniform(*_PAUSES))
            self._terminal.settle(0)
            pressed = self._terminal.press(key)
            took = self._terminal.wait_for(shown) - pressed
            if self._turn:
                self.times.append(took)
        self._turn += 1


def _counts(turn: int) -> Iterator[tuple[str, str]]:
    """Yield what the bare program shows at each key of a turn."""
    return (("f", f"{1 + turn * _TURN + number} pressed") for number in range(_TURN))


def _tags(turn: int) -> Iterator[tuple[str, str]]:
    """Yield keys that give each sentence another tag than the turn before, and what they show."""
    tags = [*_TAGS.items()]
    return (tags[(turn + number) % len(tags)] for number in range(_TURN))
