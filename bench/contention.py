"""Many programs that decide on one database at once: how long each waits, and that nothing is lost.

A reader holds a transaction open all the time, so that no checkpoint can finish.
"""

import multiprocessing
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from bench.measuring import SMALL, Libraries, Measurement, milliseconds, percentile
from factcheck.domain.decision import Author
from factcheck.domain.errors import NotSaved
from factcheck.domain.sitting import Place
from factcheck.domain.tag import Tag
from factcheck.services.deciding import tag
from factcheck.services.sittings import begin, going_to
from factcheck.store.store import Store

WRITERS: Final = 16
SECONDS: Final = 60.0
"""How long they write."""
PATIENCE: Final = 10_000.0
"""Milliseconds after which the store gives up waiting: no decision may take so long."""


class Writer(NamedTuple):
    """What one program did."""

    saved: list[str]
    """The decisions that it was told were saved, by id."""
    times: list[float]
    """Seconds that each took."""
    refused: int
    """How often the store gave up."""


class Outcome(NamedTuple):
    """What all programs did, and what is in the file after it."""

    writers: list[Writer]
    lost: int
    """Decisions that were told as saved and are not there."""
    grown: int
    """Bytes of the write-ahead log at its longest."""
    left: int
    """Bytes of it when the reader and all writers had ended."""

    @property
    def times(self) -> list[float]:
        """The seconds that each decision took, of all writers."""
        return [took for writer in self.writers for took in writer.times]


def contended(path: Path, writers: int, seconds: float) -> Outcome:
    """Let so many programs decide on the database at `path` for so long."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(writers) as pool, closing(sqlite3.connect(path)) as reader:
        pool.map(_warm, range(writers), chunksize=1)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM decision").fetchone()
        log = Path(f"{path}-wal")
        jobs = [(path, f"reviewer {number}", seconds) for number in range(writers)]
        done = pool.starmap(_decide, jobs, chunksize=1)
        grown = log.stat().st_size
        reader.rollback()
    with Store(path) as store:
        there = {decision.id for decision in store.journal.decisions()}
    left = log.stat().st_size if log.exists() else 0
    lost = sum(name not in there for writer in done for name in writer.saved)
    return Outcome(done, lost, grown, left)


def _warm(_number: int) -> None:
    """Have everything imported before the clock runs."""
    time.sleep(0.5)


def _decide(path: Path, reviewer: str, seconds: float) -> Writer:
    """Tag one sentence after the other as fast as can be, as the review screen does."""
    writer = Writer([], [], 0)
    refused = 0
    with Store(path) as store:
        (document, *_) = store.documents.all()
        sentences = list(store.documents.sentences(document))
        sitting, author = begin(store, reviewer), Author(reviewer=reviewer)
        end = time.monotonic() + seconds
        number = 0
        while time.monotonic() < end:
            sentence = sentences[number % len(sentences)]
            chosen = list(Tag)[number // len(sentences) % len(Tag)]
            number += 1
            began = time.perf_counter()
            try:
                with going_to(store, sitting, Place(document=document.id, offset=sentence.start)):
                    decisions = tag(store, author, [sentence.id], chosen)
            except NotSaved:
                refused += 1
                continue
            writer.times.append(time.perf_counter() - began)
            writer.saved.extend(decision.id for decision in decisions)
    return writer._replace(refused=refused)


def measurements(libraries: Libraries, seconds: float = SECONDS) -> Iterator[Measurement]:
    """Let the programs write, and yield how long the slowest waited, and what was lost."""
    with TemporaryDirectory(dir=libraries.folder) as folder:
        path = Path(copyfile(libraries(SMALL), Path(folder, "contended.db")))
        outcome = contended(path, WRITERS, seconds)
    times = outcome.times
    refused = sum(writer.refused for writer in outcome.writers)
    share = [len(writer.saved) for writer in outcome.writers]
    waits = (percentile(times, 0.5), percentile(times, 0.99), max(times))
    details = (
        f"p50 / p99 / max {milliseconds(*waits)}; {len(times)} decisions, "
        f"{min(share)} to {max(share)} a program; log {outcome.grown >> 20} MiB, then "
        f"{outcome.left} bytes"
    )
    what = f"{WRITERS} programs on one file, a reader with an open transaction"
    yield Measurement(f"{what}: the slowest save", "", max(times) * 1000, PATIENCE, "ms", details)
    yield Measurement(f"{what}: decisions lost", "", outcome.lost, 0, "")
    yield Measurement(f"{what}: decisions refused", "", refused, 0, "")
