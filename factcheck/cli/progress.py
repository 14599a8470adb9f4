"""A progress bar for long work: on a terminal, and nothing in a pipe."""

from __future__ import annotations

import os.path
import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

_T = TypeVar("_T")


def watched(items: Iterable[_T], sources: Iterable[str]) -> Iterator[_T]:
    """Yield `items`, one a file of `sources`, under a bar on standard error if it is a terminal."""
    if not sys.stderr.isatty() or not any(os.path.isdir(source) for source in sources):
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(items, "Reading", total=_files(sources), console=console, transient=True)


def _files(sources: Iterable[str]) -> int:
    from factcheck.services.sources import Source, sources_in

    return sum(isinstance(source, Source) for source in sources_in(sources))
