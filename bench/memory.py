"""How much memory the review takes while a large database is open."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bench.keys import BARE, review, used_today
from bench.measuring import MILLION, SMALL, Libraries, Measurement
from bench.terminal import Terminal

GOAL: Final = 2.0
"""What the ratio may be at most."""
_QUIET: Final = 1.0
"""Seconds without a change on the screen after which a program has done what it does at first."""
_KEYS: Final = "cofjjkkuu"
"""What is pressed before, so that what the keys need is loaded."""


def measurements(libraries: Libraries) -> Iterator[Measurement]:
    """Use the programs for a moment, and yield what memory they have needed at most."""
    bare = _peak(BARE, "0 pressed")
    for name, size in {"25 sentences": SMALL, "1,000,000 sentences": MILLION}.items():
        with TemporaryDirectory(dir=libraries.folder) as folder:
            copy = used_today(libraries(size), Path(folder, "copy.db"))
            peak = _peak(review(copy), "undecided")
        yield Measurement(
            f"memory with {name} in the open database",
            "a bare Textual app",
            peak / bare,
            GOAL,
            details=f"{peak / 1024:.0f} / {bare / 1024:.0f} MB",
        )


def _peak(command: list[str], shown: str) -> int:
    """Return the most memory that a program has had so far, in KB, as Linux counts it."""
    with Terminal(command) as terminal:
        terminal.wait_for(shown)
        terminal.settle(_QUIET)
        for key in _KEYS:
            terminal.press(key)
            terminal.settle()
        terminal.settle(_QUIET)
        status = Path(f"/proc/{terminal.pid}/status").read_text(encoding="utf-8")
    (peak,) = (line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(peak.split()[1])
