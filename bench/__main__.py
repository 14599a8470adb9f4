"""Measure everything that has a goal: `python -m bench [NAME ...]`, or `make bench` for all of it.

Each figure is a ratio against something named that is measured in the same run, or a time. The
table and its plot are printed as they come, and written into the folder that `--write` names.
Exit status 1: a goal is missed.
"""

import argparse
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from tempfile import gettempdir
from typing import Final

from bench.measuring import Libraries, Measurement
from bench.plot import plot
from bench.table import line, table

MODULES: Final = (
    "keys",
    "saving",
    "starting",
    "commands",
    "adding",
    "long_article",
    "asking",
    "exporting",
    "memory",
    "contention",
)
"""What is measured, in this order."""


def measured(names: Iterable[str], libraries: Libraries) -> Iterator[Measurement]:
    """Yield what each module measures, in a process of its own.

    What a process has used in memory counts as used by the programs that it starts.
    """
    for name in names:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as fresh:
            yield from fresh.submit(_measured_by, name, libraries).result()


def _measured_by(name: str, libraries: Libraries) -> list[Measurement]:
    return list(import_module(f"bench.{name}").measurements(libraries))


def main() -> int:
    """Measure, print a line each, write the table, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(MODULES))
    parser.add_argument("--write", type=Path, help="write the table and the plot there")
    parser.add_argument(
        "--databases",
        type=Path,
        default=Path(gettempdir(), "factcheck-bench"),
        help="keep the databases to measure with there (1 GB; with --long more)",
    )
    parser.add_argument(
        "--long", action="store_true", help="measure with 10,000,000 decisions as well"
    )
    chosen = parser.parse_args()
    if unknown := set(chosen.names) - set(MODULES):
        parser.error(f"nothing to measure is called {', '.join(unknown)}")
    found = []
    for measurement in measured(chosen.names or MODULES, Libraries(chosen.databases, chosen.long)):
        print(line(measurement), flush=True)
        found.append(measurement)
        if chosen.write:  # at once, for all of it takes long
            Path(chosen.write, "benchmarks.md").write_text(table(found), encoding="utf-8")
            Path(chosen.write, "benchmarks.svg").write_text(plot(found), encoding="utf-8")
    return int(not all(measurement.is_met for measurement in found))


if __name__ == "__main__":
    raise SystemExit(main())
