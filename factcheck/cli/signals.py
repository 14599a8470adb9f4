"""Signals by which the system ends a command: what it has not finished is tidied away first."""

import signal
from types import FrameType
from typing import Final

_ENDING: Final = (signal.SIGTERM, signal.SIGHUP)
"""Asked to end; the terminal is closed."""
_ENDED_BY: Final = 128
"""Shells add to it the number of the signal that has ended a program."""
_came: list[int] = []
"""The signals that came: what a handler raises gets lost in some libraries."""


def heed_endings() -> None:
    """Let these signals end a command as control-C does, unless who started it ignores them."""
    for number in _ENDING:
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)


def status_after_signals(status: int) -> int:
    """Return the exit status of a command: its own, or that of the signal that has ended it."""
    return _ENDED_BY + _came[0] if _came else status


def _end(number: int, _: FrameType | None) -> None:
    _came.append(number)
    if number == signal.SIGHUP:
        signal.signal(number, signal.SIG_IGN)  # the shell tells of a closed terminal once more
    raise KeyboardInterrupt
