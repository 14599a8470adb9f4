"""What a measurement says: a figure against a goal, taken as a ratio in one run where it can be."""

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import Any, Final, NamedTuple

from bench.library import Size, library

SMALL: Final = Size(sentences=25, tagged=0, decisions=0)
"""A single article, as on the first day."""
MILLION: Final = Size()
"""A newsroom's work of years."""
LONG: Final = Size(decisions=10_000_000)
"""The same, with every tag changed again and again."""


class Measurement(NamedTuple):
    """One line of the table."""

    what: str
    """What was measured."""
    against: str
    """What it was measured against; empty where the goal is a time."""
    figure: float
    """A ratio, or a time in the goal's unit."""
    goal: float
    """What the figure may be at most."""
    unit: str = "x"
    """`x` for a ratio, else of what."""
    details: str = ""
    """The times behind the ratio, or why a goal is missed."""

    @property
    def is_met(self) -> bool:
        """Whether the goal is reached."""
        return self.figure <= self.goal


class Libraries:
    """The databases to measure with, each made when it is first asked for."""

    def __init__(self, folder: Path, long: bool = False) -> None:
        """Keep them in `folder`, where they are found again; `long` asks for the longest too."""
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.long = long

    def __call__(self, size: Size) -> Path:
        """Return the database of that size; it is shared, so what is written to it stays."""
        return library(self.folder, size)


def seconds(work: Callable[[], Any]) -> float:
    """Return how long `work` takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def alternately(works: Sequence[Callable[[], Any]], rounds: int) -> list[float]:
    """Return the median time of each of `works`, done in turns so that all are disturbed alike."""
    with suppress(StopIteration):
        for work in works:
            work()  # what is read for the first time is not what is measured
    times = [[seconds(work) for work in works] for _ in range(rounds)]
    return [median(column) for column in zip(*times, strict=True)]


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that `share` of `values` do not exceed."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(share * len(ranked)))]


def milliseconds(*times: float) -> str:
    """Return times in seconds as text in milliseconds."""
    return " / ".join(f"{time * 1000:.1f}" for time in times) + " ms"
