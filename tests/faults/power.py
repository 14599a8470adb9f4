"""A disk on which nothing is certain before it was synced, and what a power cut leaves of it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Final

from tests.faults.tracing import Call

_SECTOR: Final = 512
"""Bytes that a disk writes whole or not at all."""
_LUCK: Final = (0.0, 0.5, 0.95, 1.0)
"""How probably what was not synced is kept all the same."""
_NOT_ON_DISK: Final = ("-shm", " (deleted)")
"""Ends of names of files that nobody looks for after a crash."""


class _File:
    """The bytes of a file: those that the disk has for certain, and what it may have of others."""

    def __init__(self, content: bytes = b"") -> None:
        self._synced = bytearray(content)
        self._pending: list[Call] = []
        self.size = len(content)

    def change(self, call: Call) -> None:
        self._pending.append(call)
        end = call.number + len(call.data)
        self.size = end if call.name == "cut" else max(self.size, end)

    def sync(self) -> None:
        for call in self._pending:
            _change(self._synced, call)
        self._pending.clear()

    def left(self, chance: Random) -> bytes:
        """Return the bytes as a power cut could leave them: sectors missing, whatever their age."""
        content, luck = bytearray(self._synced), chance.choice(_LUCK)
        for call in self._pending:
            for part in _sectors(call):
                if chance.random() < luck:
                    _change(content, part)
        return bytes(content)


def _change(content: bytearray, call: Call) -> None:
    """Write to a file, or cut it; a gap before what is written is full of zeros."""
    missing = call.number - len(content)
    content.extend(bytes(max(missing, 0)))
    if call.name == "cut":
        del content[call.number :]
    else:
        content[call.number : call.number + len(call.data)] = call.data


def _sectors(call: Call) -> Iterator[Call]:
    """Yield the parts of a write that the disk writes one by one."""
    begin, end = call.number, call.number + len(call.data)
    while begin < end:
        border = min(end, (begin // _SECTOR + 1) * _SECTOR)
        yield call._replace(
            data=call.data[begin - call.number : border - call.number], number=begin
        )
        begin = border
    if not call.data:
        yield call


_Names = dict[Path, _File | None]
"""Files by name, or a change of that: None where no file has the name any more."""


class Disk:
    """Files by name, and what was changed about them since the last sync."""

    def __init__(self, files: Iterable[Path] = ()) -> None:
        """Begin with `files` as they are now, all of them synced."""
        self._synced: _Names = {path: _File(path.read_bytes()) for path in files}
        self._named = dict(self._synced)
        self._pending: list[_Names] = []

    def do(self, call: Call) -> None:
        """Take in what the program did."""
        if call.path.name.endswith(_NOT_ON_DISK):
            return
        file = self._named.get(call.path)
        match call.name:
            case "open" if file is None:
                self._rename({call.path: _File()})
            case "open" if "O_TRUNC" in call.flags and file:
                file.change(call._replace(name="cut", number=0))
            case "append" if file:
                file.change(call._replace(number=file.size))
            case "write" | "cut" if file:
                file.change(call)
            case "sync" if file:
                file.sync()
            case "sync":
                self._sync_names(call.path)
            case "rename":
                self._rename({call.path: None, call.to: file})
            case "link":
                self._rename({call.to: file})
            case "unlink":
                self._rename({call.path: None})

    def left(self, chance: Random) -> dict[Path, bytes]:
        """Return the files as a power cut could leave them now."""
        names = dict(self._synced)
        for change in self._pending[: chance.randint(0, len(self._pending))]:
            names.update(change)
        return {path: file.left(chance) for path, file in names.items() if file}

    def _rename(self, change: _Names) -> None:
        self._pending.append(change)
        self._named.update(change)

    def _sync_names(self, folder: Path) -> None:
        for change in self._pending:
            if any(path.parent == folder for path in change):
                self._synced.update(change)
        self._pending = [
            change for change in self._pending if all(path.parent != folder for path in change)
        ]
