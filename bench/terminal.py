"""A program in a real pseudo-terminal, its answers timed to the byte that shows them."""

import os
import pty
import re
import select
import signal
import struct
import termios
import time
from fcntl import ioctl
from typing import Final, Self

PATIENCE: Final = 60.0
"""Seconds after which a program counts as hung."""
SIZE: Final = (30, 100)
"""Rows and columns."""
_SIZES: Final = frozenset({"COLUMNS", "LINES"})
"""What would overrule the terminal's own size."""
_ENVIRONMENT: Final = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}


class Terminal:
    """A running program and its terminal."""

    def __init__(self, command: list[str], size: tuple[int, int] = SIZE) -> None:
        """Start `command`; `size` is in rows and columns."""
        self.started = time.perf_counter()
        self.pid, self._master = pty.fork()
        if not self.pid:
            kept = {name: os.environ[name] for name in os.environ if name not in _SIZES}
            os.execve(command[0], command, kept | _ENVIRONMENT)  # noqa: S606
        self.resize(size)

    def resize(self, size: tuple[int, int]) -> None:
        """Give the terminal another size, in rows and columns."""
        ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))

    def press(self, keys: str) -> float:
        """Press keys, and return when."""
        now = time.perf_counter()
        os.write(self._master, keys.encode())
        return now

    def wait_for(self, pattern: str) -> float:
        """Return when what was drawn since the last call showed `pattern`."""
        drawn = b""
        wanted = re.compile(pattern.encode())
        end = time.perf_counter() + PATIENCE
        while not wanted.search(drawn):
            if time.perf_counter() > end:
                raise TimeoutError(f"{pattern!r} did not appear: {drawn[-500:]!r}")
            drawn += self.read(0.1)
        return self._read_at

    def read(self, timeout: float) -> bytes:
        """Return what is drawn, or nothing where that takes longer than `timeout` seconds."""
        if not select.select([self._master], [], [], timeout)[0]:
            return b""
        drawn = os.read(self._master, 1 << 16)
        self._read_at = time.perf_counter()
        return drawn

    def settle(self, pause: float = 0.1) -> None:
        """Let the program draw until it is quiet for `pause` seconds."""
        while self.read(pause):
            pass

    def __enter__(self) -> Self:
        """Return the running program."""
        return self

    def __exit__(self, *error: object) -> None:
        """End the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._master)
