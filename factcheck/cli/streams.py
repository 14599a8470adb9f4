"""Standard streams that the caller has closed, as a scheduled job may: reading finds nothing."""

import os
import sys


def open_those_closed() -> None:
    """Let reading a closed stream find its end, and writing to closed standard output fail.

    They are opened in the order of their numbers, so that no other file gets one of these.
    """
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 - open until the end
    if sys.stdout is None:
        sys.stdout = open(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def drop_unwritten() -> None:
    """Forget what standard output did not take, which was told; Python would try once more."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
