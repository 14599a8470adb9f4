"""A progress bar for long work: on a terminal, and nothing in a pipe."""

from __future__ import annotations

import os.path
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
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


@contextmanager
def bar(doing: str, after: str) -> Iterator[Callable[[float | None], None]]:
    """Yield what is told how much is done, from 0 to 1; None is for the work `after`, of any size.

    It is shown under a bar on standard error if that is a terminal.
    """
    if not sys.stderr.isatty():
        yield lambda done: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        measured = progress.add_task(doing, total=1, visible=False)
        unmeasured = progress.add_task(after, total=None, visible=False)

        def show(done: float | None) -> None:
            progress.update(measured, completed=done, visible=done is not None)
            progress.update(unmeasured, visible=done is None)

        yield show


@contextmanager
def counter(doing: str) -> Iterator[Callable[[str, int], None]]:
    """Yield what is told what is looked at, and how many of it; for work of unknown size.

    It is shown on standard error if that is a terminal.
    """
    if not sys.stderr.isatty():
        yield lambda _what, _examined: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(doing, total=None)
        yield lambda what, examined: progress.update(
            task, description=f"{doing} {what}: {examined}"
        )


def _files(sources: Iterable[str]) -> int:
    from factcheck.services.sources import Source, sources_in

    return sum(isinstance(source, Source) for source in sources_in(sources))
