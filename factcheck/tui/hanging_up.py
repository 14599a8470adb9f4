"""A terminal that is closed while the program runs."""

import os
from typing import Final

_STANDARD_STREAMS: Final = range(3)


def let_go_of_closed_terminal() -> None:
    """Read nothing from a terminal that is gone, and write nothing to it.

    Where a write to it fails, Textual's thread that writes ends, and the program waits for it.
    """
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in _STANDARD_STREAMS:
        if not os.isatty(stream):
            os.dup2(nowhere, stream)
    os.close(nowhere)
