"""The installed program in a real pseudo-terminal, its screen read as a person would."""

import os
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pyte
import pytest

SEEDS = Path(__file__).parents[2] / "seeds"
_PATIENCE = 30.0
"""Seconds to wait for the screen before a test fails; machines may be busy."""


class Terminal:
    """A running program, its screen, and every byte that it sent."""

    def __init__(self, arguments: list[str], size: tuple[int, int], folder: Path) -> None:
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self.sent = b""
        self._stream = pyte.ByteStream(self.screen)
        self._process = pexpect.spawn(
            str(Path(sys.executable).with_name("factcheck")),
            arguments,
            dimensions=(rows, columns),
            cwd=str(folder),
            env=_environment(),
        )

    def press(self, keys: str) -> None:
        self._process.send(keys)

    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def wait_for(self, pattern: str) -> re.Match[str]:
        """Return where `pattern` is on the screen as soon as it is there."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            self.read()
            if found := re.search(pattern, self.text()):
                return found
        raise AssertionError(f"{pattern!r} did not appear on\n{self.text()}")

    def read(self, timeout: float = 0.02) -> bool:
        """Take in what the program has drawn; return whether it still runs."""
        try:
            drawn = self._process.read_nonblocking(65536, timeout)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.sent += drawn
        self._stream.feed(drawn)
        return True

    def end(self) -> int | None:
        """Wait until the program has ended by itself, and return its exit status."""
        end = time.monotonic() + _PATIENCE
        while self.read(timeout=0.1):
            assert time.monotonic() < end, f"the program did not end\n{self.text()}"
        self._process.close()
        status: int | None = self._process.exitstatus
        return status

    def signal(self, name: signal.Signals) -> None:
        self._process.kill(name)

    def kill(self) -> None:
        """End the program as a crash does."""
        self._process.kill(9)
        self._process.close(force=True)


def _environment() -> dict[str, str]:
    """Return the environment without what would overrule the terminal's own size."""
    kept = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}
    return {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor"}


Run = Callable[..., Terminal]


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    """Run `factcheck` on a database of the test's own."""
    terminals: list[Terminal] = []

    def run(*arguments: str, size: tuple[int, int] = (100, 30)) -> Terminal:
        database = str(tmp_path / "factcheck.db")
        terminal = Terminal(["--db", database, "--reviewer", "ann", *arguments], size, tmp_path)
        terminals.append(terminal)
        return terminal

    yield run
    for terminal in terminals:
        terminal.kill()
