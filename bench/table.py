"""The measurements as a table to read."""

import os
import platform
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Final

from bench.measuring import Measurement

_HEAD: Final = """\
# Benchmarks

Written by `make bench`: {machine}, {day}. Each figure is a ratio against something that is
measured in the same run, or a time; a ratio says more than the times behind it, which are of this
machine. Goals are not moved: where one is missed, the last column says why.

![What each figure is of its goal](benchmarks.svg)

| what | against | figure | goal | | details |
|---|---|--:|--:|---|---|
"""


def line(measurement: Measurement) -> str:
    """Return a measurement as a line for the terminal."""
    mark = "met   " if measurement.is_met else "MISSED"
    against = f" (against {measurement.against})" if measurement.against else ""
    return (
        f"{mark} {_figure(measurement, measurement.figure):>9} of {_goal(measurement):<9} "
        f"{measurement.what}{against}: {measurement.details}"
    )


def table(found: Sequence[Measurement]) -> str:
    """Return all measurements as a page in Markdown."""
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, "
    machine += f"SQLite {sqlite3.sqlite_version}, Textual {version('textual')}"
    head = _HEAD.format(machine=machine, day=datetime.now(UTC).date())
    return head + "".join(f"{_row(measurement)}\n" for measurement in found)


def _row(measurement: Measurement) -> str:
    cells = [
        measurement.what,
        measurement.against,
        _figure(measurement, measurement.figure),
        _goal(measurement),
        "met" if measurement.is_met else "**missed**",
        measurement.details,
    ]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _goal(measurement: Measurement) -> str:
    return _figure(measurement, measurement.goal)


def _figure(measurement: Measurement, number: float) -> str:
    digits = f"{number:,.2f}" if number < 100 else f"{number:,.0f}"
    return f"{digits.rstrip('0').rstrip('.') if '.' in digits else digits}{_unit(measurement)}"


def _unit(measurement: Measurement) -> str:
    return measurement.unit if measurement.unit in {"x", ""} else f" {measurement.unit}"
