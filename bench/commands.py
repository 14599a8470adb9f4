"""How long a command takes, against loading the one library that it cannot do without."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bench.library import REVIEWER
from bench.measuring import SMALL, Libraries, Measurement, alternately, milliseconds

ROUNDS: Final = 25
"""Runs of each command."""
LAUNCHERS: Final = {
    "factcheck": [str(Path(sys.executable).with_name("factcheck"))],
    "python -m factcheck": [sys.executable, "-m", "factcheck"],
}
"""The ways to start the program, by what a user types."""
COMMANDS: Final = (["list"], ["show", "1"], ["tag", "1:2", "claim"])
"""What has to open the database."""
COMMANDS_GOAL: Final = 2.0
"""What the ratio may be at most for each of them."""
HELP_GOAL: Final = 1.5
"""The same for the help."""


def measurements(libraries: Libraries) -> Iterator[Measurement]:
    """Run the commands and what they are measured against by turns; yield what they took."""
    with TemporaryDirectory(dir=libraries.folder) as folder:
        database = shutil.copy(libraries(SMALL), folder)
        options = ["--db", str(database), "--reviewer", REVIEWER]
        yield from _against("click", [], [["--help"]], HELP_GOAL)
        yield from _against("sqlite_utils", options, COMMANDS, COMMANDS_GOAL)


def _against(
    library: str, options: list[str], commands: Iterable[list[str]], goal: float
) -> Iterator[Measurement]:
    yardstick = _run([sys.executable, "-c", f"import {library}"])
    named = {
        f"{name} {command[0]}": _run([*launcher, *options, *command])
        for command in commands
        for name, launcher in LAUNCHERS.items()
    }
    loading, *times = alternately([yardstick, *named.values()], ROUNDS)
    for name, took in zip(named, times, strict=True):
        yield Measurement(
            name,
            f'python -c "import {library}"',
            took / loading,
            goal,
            details=milliseconds(took, loading),
        )


def _run(command: list[str]) -> Callable[[], object]:
    """Return what runs a command to its end."""
    return lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=True)  # noqa: S603
