"""How long searches, typed filters and the statistics take among a million sentences."""

import asyncio
import shutil
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from textual.app import App

from bench.library import REVIEWER
from bench.measuring import MILLION, Libraries, Measurement, milliseconds, seconds
from factcheck.services.searching import search
from factcheck.services.statistics import statistics
from factcheck.store.store import Store
from factcheck.tui.screens.filtered import FilteredScreen
from factcheck.tui.screens.library import LibraryScreen
from factcheck.tui.screens.queue import QueueScreen

GOAL: Final = 200.0
"""Milliseconds."""
ROUNDS: Final = 7
_HITS: Final = 100
"""Shown at most."""
_FILTERS: Final = ("ba", "ba le", "state:open", "rating:false ba")
"""Words, and what only the queue of claims knows; the others take them for words."""


def measurements(libraries: Libraries) -> Iterator[Measurement]:
    """Ask a database of a million sentences, and filter its lists; yield how long each takes."""
    with TemporaryDirectory(dir=libraries.folder) as folder:
        copy = Path(shutil.copy(libraries(MILLION), folder))
        with Store(copy) as store:
            for what, ask in _searches(store).items():
                yield _measured(what, ask)
            yield _measured("statistics", partial(statistics, store))
            yield from asyncio.run(_filters(store))


def _searches(store: Store) -> Mapping[str, Callable[[], Any]]:
    """Return searches for words that are rare, common, together, excluded or begun."""
    text = next(store.documents.all()).text.split()
    rare, common = (word.strip(".") for word in _by_hits(store, text[:40]))
    queries = {
        "a rare word": rare,
        "a common word": common,
        "two words": f"{rare} {common}",
        "a phrase": f'"{text[1]} {text[2]}"',
        "a word but another": f"{common} -{rare}",
        "a beginning that half of all sentences have": "ba*",
    }
    return {f"search for {kind}": partial(search, store, q, _HITS) for kind, q in queries.items()}


def _by_hits(store: Store, words: list[str]) -> tuple[str, str]:
    """Return the words with the fewest and the most hits, as far as hits are counted."""
    hits = {word: len(search(store, word, limit=10_000)) for word in words}
    return min(hits, key=hits.__getitem__), max(hits, key=hits.__getitem__)


async def _filters(store: Store) -> list[Measurement]:
    """Type filters in the lists of all articles and of all claims."""
    first = next(store.documents.all())
    lists: Mapping[str, FilteredScreen[Any]] = {
        "articles": LibraryScreen(store, REVIEWER, first.id),
        "claims": QueueScreen(store, REVIEWER),
    }
    found = []
    async with App[None]().run_test(size=(120, 40)) as pilot:
        for name, screen in lists.items():
            await pilot.app.push_screen(screen)
            while " ..." in str(screen.query_one("Vertical").border_title):
                await pilot.pause(1)  # the claims are being read
            for words in _FILTERS:
                typed = partial(screen.narrow, words)
                found.append(_measured(f"filter {name} by {words!r}", typed))
    return found


def _measured(what: str, ask: Callable[[], Any]) -> Measurement:
    """Return the time of the round that other programs disturbed least."""
    first, *times = (seconds(ask) for _ in range(ROUNDS + 1))
    details = f"{milliseconds(first)} the first time"
    return Measurement(what, "", min(times) * 1000, GOAL, "ms", details)
