"""The program in a real pseudo-terminal, its screen read as a person would."""

import os
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pexpect
import pyte
import pytest

SEEDS = Path(__file__).parents[1] / "seeds"
_PATIENCE = 30.0
"""Seconds to wait for the screen before a test fails; machines may be busy."""


class Terminal:
    """A running program, its screen, and every byte that it sent."""

    def __init__(self, process: Any, size: tuple[int, int]) -> None:
        """Show what `process` draws; `size` is in columns and rows."""
        self.screen = pyte.Screen(*size)
        self.sent = b""
        self._stream = pyte.ByteStream(self.screen)
        self._process = process

    def press(self, keys: str) -> None:
        self._process.send(keys)

    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    def wait_for(self, pattern: str) -> re.Match[str]:
        """Return where `pattern` is on the screen as soon as it is there."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            running = self.read()
            if found := re.search(pattern, self.text()):
                return found
            assert running, f"the program ended before {pattern!r} appeared on\n{self.text()}"
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

    def rest(self, seconds: float) -> None:
        """Let the program draw; it may wait a moment whether more follows on an escape."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.read()

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, as a person who drags its corner does."""
        self.screen.resize(rows, columns)
        self._process.setwinsize(rows, columns)

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

    def hang_up(self) -> int | None:
        """Close the terminal, as the button of its window does; return the exit status."""
        self._process.close()
        status: int | None = self._process.exitstatus
        return status

    def kill(self) -> None:
        """End the program as a crash does."""
        self._process.kill(signal.SIGKILL)
        self._process.close(force=True)


def opened(
    arguments: list[str],
    size: tuple[int, int],
    folder: Path,
    environment: Mapping[str, str | None],
) -> Terminal:
    """Open the installed program in a terminal; None in `environment` takes a variable away."""
    columns, rows = size
    process = pexpect.spawn(
        str(Path(sys.executable).with_name("factcheck")),
        arguments,
        dimensions=(rows, columns),
        cwd=str(folder),
        env={k: v for k, v in {**terminal_environment(), **environment}.items() if v is not None},
    )
    return Terminal(process, size)


def terminal_environment() -> dict[str, str]:
    """Return the environment without what would overrule the terminal's own size."""
    kept = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}
    return {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor"}


Run = Callable[..., Terminal]


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    """Run `factcheck` on a database of the test's own."""
    terminals: list[Terminal] = []

    def run(
        *arguments: str, size: tuple[int, int] = (100, 30), **environment: str | None
    ) -> Terminal:
        database = str(tmp_path / "factcheck.db")
        options = ["--db", database, "--reviewer", "ann", *arguments]
        terminal = opened(options, size, tmp_path, environment)
        terminals.append(terminal)
        return terminal

    yield run
    for terminal in terminals:
        terminal.kill()
