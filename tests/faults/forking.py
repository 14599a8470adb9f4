"""A program that has everything imported, and forks a child for each command: a start is cheap."""

import fcntl
import json
import os
import signal
import struct
import subprocess
import sys
import termios
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any, Self

from pexpect.fdpexpect import fdspawn

import factcheck
from tests.terminals import Terminal, terminal_environment


class Child:
    """A command that runs, and can be killed."""

    def __init__(self, program: "Forked", pid: int, output: Path) -> None:
        """Follow the child `pid` of `program`, which writes to `output`."""
        self._program = program
        self.pid = pid
        self.output = output
        self._status: int | None = None

    def kill(self) -> None:
        """End it as a crash does."""
        if self._status is None:
            os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> int:
        """Return its exit status when it has ended, negative for a signal."""
        if self._status is None:
            self._status = int(self._program.ask(""))
        return self._status


class Forked:
    """Starts commands, one after the other."""

    def __init__(self) -> None:
        """Import everything once."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.forking"],
            cwd=Path(__file__).parents[2],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._answer() == "ready"

    def __enter__(self) -> Self:
        """Return the program."""
        return self

    def __exit__(self, *error: object) -> None:
        """End it."""
        self._process.communicate(timeout=30)

    def ask(self, request: str) -> str:
        """Say a line, and return the answer."""
        assert self._process.stdin
        self._process.stdin.write(f"{request}\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().strip()

    def start(self, *arguments: str) -> Child:
        """Run a command here, its output in a file."""
        output = Path("output.txt").absolute()
        output.unlink(missing_ok=True)
        return self._started(arguments, output, dict(os.environ))

    def open(
        self, *arguments: str, size: tuple[int, int] = (100, 30), **environment: str
    ) -> Terminal:
        """Run a command in a terminal of that size, in columns and rows."""
        master, slave = os.openpty()
        columns, rows = size
        _resize(master, rows, columns)
        variables = {**terminal_environment(), **environment}
        child = self._started(arguments, Path(os.ttyname(slave)), variables)
        os.close(slave)
        return Terminal(_Drawing(master, child), size)

    def _started(
        self, arguments: tuple[str, ...], output: Path, environment: dict[str, str]
    ) -> Child:
        request = json.dumps([arguments, str(output), str(Path.cwd()), environment])
        return Child(self, int(self.ask(request)), output)


class _Drawing(fdspawn):  # type: ignore[misc]
    """What a child draws on its terminal."""

    def __init__(self, master: int, child: Child) -> None:
        super().__init__(master)
        self._child = child
        self.exitstatus: int | None = None

    def kill(self, name: signal.Signals) -> None:
        """Send the child a signal, unless it has ended."""
        if self.exitstatus is None:
            os.kill(self._child.pid, name)

    def setwinsize(self, rows: int, columns: int) -> None:
        """Give the terminal another size."""
        _resize(self.child_fd, rows, columns)

    def close(self, force: bool = False) -> None:
        """Take the terminal away, and wait for the child."""
        if not self.closed:
            super().close()
            self.exitstatus = self._child.wait()


def _resize(terminal: int, rows: int, columns: int) -> None:
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def _main() -> None:
    """Fork a child for each line of standard input, and say how it ended."""
    for module in walk_packages(factcheck.__path__, "factcheck."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    import_module("textual.drivers.linux_driver")
    print("ready", flush=True)
    for line in sys.stdin:
        arguments, output, folder, environment = json.loads(line)
        held = os.open(output, os.O_RDWR | os.O_CREAT | os.O_NOCTTY)  # so that a terminal stays
        pid = os.fork()
        if not pid:
            _run(arguments, output, folder, environment)
        print(pid, flush=True)
        os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
        os.close(held)
        sys.stdin.readline()  # until then the number is not given to another process
        print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)


def _run(arguments: list[str], output: str, folder: str, environment: dict[str, Any]) -> None:
    """Be the program, with its input and output in a file or a terminal."""
    from factcheck.cli.main import main

    os.setsid()  # the first terminal that is opened now is the one that controls it
    opened = os.open(output, os.O_RDWR | os.O_CREAT)
    for standard in range(3):
        os.dup2(opened, standard)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["factcheck", *arguments]
    status = 1
    try:
        main()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 0
    except KeyboardInterrupt:  # before the command began
        status = 130
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    _main()
