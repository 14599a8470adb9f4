"""What a program asks of the file system, call by call, as strace sees it."""

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import pytest

_CALLS: Final = (
    "openat,write,pwrite64,fsync,fdatasync,ftruncate,rename,renameat,renameat2,link,linkat,"
    "unlink,unlinkat,mkdir,mkdirat,sendfile,copy_file_range"
)
_LONGEST: Final = 1 << 20
"""Bytes of a write that are recorded; SQLite writes a page at a time, Python less than this."""
_LINE: Final = re.compile(r"^\d+\s+(\w+)\((.*)\)\s+= (\d+)(?:<((?:\\x..)*)>)?")
_TEXT: Final = re.compile(r'"((?:\\x..)*)"')
_DESCRIPTOR: Final = re.compile(r"(\d+)<((?:\\x..)*)>")


class Call(NamedTuple):
    """A system call that succeeded."""

    name: str
    """Without what makes variants of it: `rename` for `renameat2`."""
    path: Path
    """The file that it is about."""
    data: bytes = b""
    """What was written."""
    number: int = 0
    """Where it was written, or to what length the file was cut."""
    to: Path = Path()
    """The new name of a file."""
    flags: str = ""
    """How a file was opened."""


def traced(command: Sequence[str], folder: Path) -> list[Call]:
    """Run `command` in `folder`; return the calls about files there and what it said, in order.

    Skips the test where programs cannot be traced.
    """
    log = folder.with_suffix(".calls")
    strace = shutil.which("strace") or pytest.skip("strace is not installed")
    options = ["-f", "-y", "-xx", "-s", str(_LONGEST), "--seccomp-bpf", "-e", f"trace={_CALLS}"]
    tracing = [strace, *options, "-o", str(log), *command]
    done = subprocess.run(tracing, cwd=folder, capture_output=True, text=True, check=False)
    if "ptrace" in done.stderr:
        pytest.skip("programs cannot be traced here")
    assert done.returncode == 0, done.stderr
    with log.open(encoding="ascii") as lines:
        return list(_calls(lines, folder))


def _calls(lines: Iterator[str], folder: Path) -> Iterator[Call]:
    for line in lines:
        if found := _LINE.match(line):
            call = _call(found, folder)
            if call and (call.name == "say" or folder in call.path.parents or call.path == folder):
                yield call


def _call(found: re.Match[str], folder: Path) -> Call | None:
    """Return what a call did, if it did anything."""
    name, arguments, result, opened = found.groups(default="")
    texts = [_decoded(text) for text in _TEXT.findall(arguments)]
    numbers = arguments.rsplit(", ", 2)
    described = _DESCRIPTOR.match(arguments)
    path = Path(_decoded(described[2]).decode(errors="replace")) if described else Path()
    names = [folder / text.decode(errors="replace") for text in texts]
    match name:
        case "openat" if "O_CREAT" in arguments:
            return Call(
                "open", Path(_decoded(opened).decode()), flags=arguments, number=int(result)
            )
        case "write" if described and described[1] == "1":
            return Call("say", path, texts[0])
        case "write":
            return Call("append", path, texts[0][: int(result)])
        case "pwrite64":
            return Call("write", path, texts[0][: int(result)], int(numbers[2]))
        case "fsync" | "fdatasync":
            return Call("sync", path)
        case "ftruncate":
            return Call("cut", path, number=int(numbers[-1]))
        case "rename" | "renameat" | "renameat2":
            return Call("rename", names[0], to=names[1])
        case "link" | "linkat":
            return Call("link", names[0], to=names[1])
        case "unlink" | "unlinkat":
            return Call("unlink", names[0])
        case "sendfile" | "copy_file_range":
            raise NotImplementedError(f"{name}: what it copies is not in the record")
    return None


def _decoded(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))
