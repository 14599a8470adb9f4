"""How long saving a decision takes, however long the journal and the sitting are."""

import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from itertools import cycle
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from bench.library import REVIEWER
from bench.measuring import (
    LONG,
    MILLION,
    SMALL,
    Libraries,
    Measurement,
    alternately,
    milliseconds,
    seconds,
)
from factcheck.domain.decision import Author, Origin
from factcheck.domain.sitting import Place
from factcheck.domain.tag import Tag
from factcheck.services.deciding import Circumstances, tag
from factcheck.services.sittings import begin, going_to
from factcheck.store.store import Store

ROUNDS: Final = 1000
"""Decisions saved in each database."""
SITTING: Final = 5000
"""Decisions in a long sitting."""
_ENDS: Final = 500
"""Decisions at its beginning and at its end that are compared."""
_WHY: Final = (
    "ten pages are written where the bare commit writes two: the journal and its indexes, the tag, "
    "its count, the place; Python takes 0.25 ms of it"
)
"""Where the time goes."""
_NOISE: Final = 1.1
"""What two medians of the same may differ by."""
_SEEN: Final = Circumstances(duration_ms=900, context_shown=True)
"""As the screen says it with each tag."""


def measurements(libraries: Libraries) -> Iterator[Measurement]:
    """Save decisions in databases of several sizes by turns; yield what the times say."""
    sizes = {"25 sentences": SMALL, "1,000,000 sentences": MILLION}
    if libraries.long:
        sizes["10,000,000 decisions"] = LONG
    with TemporaryDirectory(dir=libraries.folder) as folder, ExitStack() as open_files:
        copies = [Path(shutil.copy(libraries(size), folder)) for size in sizes.values()]
        stores = [open_files.enter_context(Store(copy)) for copy in copies]
        bare = open_files.enter_context(closing(sqlite3.connect(Path(folder, "bare.db"))))
        works = [_committing(bare), *map(saving, stores)]
        against, *times = alternately(works, ROUNDS)
        yield from _against_a_commit(against, dict(zip(sizes, times, strict=True)))
        yield _in_a_long_sitting(saving(stores[1]))


def saving(store: Store) -> Callable[[], None]:
    """Return what saves another decision each time, as a key press does."""
    sitting = begin(store, REVIEWER, anew=True)
    author = Author(reviewer=REVIEWER, session=sitting.id, origin=Origin.KEY)
    document = next(store.documents.all())
    sentences = cycle(list(store.documents.sentences(document)))
    tags = cycle(Tag)  # as many as do not go into the sentences: each comes round with another

    def save() -> None:
        sentence = next(sentences)
        with going_to(store, sitting, Place(document=document.id, offset=sentence.start)):
            tag(store, author, [sentence.id], next(tags), _SEEN)

    return save


def _committing(db: sqlite3.Connection) -> Callable[[], None]:
    """Return what commits a row like the journal's each time, and nothing else."""
    db.isolation_level = None
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute(_TABLE)
    ids = iter(range(sys.maxsize))

    def commit() -> None:
        db.execute("BEGIN IMMEDIATE")
        db.execute(_ROW, (f"{next(ids):036}", *_VALUES))
        db.execute("COMMIT")

    return commit


def _against_a_commit(bare: float, times: Mapping[str, float]) -> Iterator[Measurement]:
    for name, time in times.items():
        yield Measurement(
            f"saving a decision, {name}",
            "a bare SQLite commit of a row of that size",
            time / bare,
            2.0,
            details=f"{milliseconds(time, bare)}; {_WHY}",
        )
    first, *others = times.items()
    for name, time in others:
        yield Measurement(
            f"saving a decision, {name}", f"the same, {first[0]}", time / first[1], _NOISE
        )


def _in_a_long_sitting(save: Callable[[], None]) -> Measurement:
    times = [seconds(save) for _ in range(SITTING)]
    ends: Sequence[float] = [median(times[-_ENDS:]), median(times[:_ENDS])]
    return Measurement(
        f"saving the last {_ENDS} of {SITTING:,} decisions in a sitting",
        f"the first {_ENDS} of them",
        ends[0] / ends[1],
        _NOISE,
        details=milliseconds(*ends),
    )


_TABLE: Final = """
CREATE TABLE decision (
    id TEXT PRIMARY KEY, at TEXT, reviewer TEXT, session TEXT, kind TEXT, subject TEXT,
    value TEXT, undoes TEXT, act TEXT, origin TEXT, carries TEXT
) STRICT, WITHOUT ROWID
"""
_ROW: Final = "INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_VALUES: Final = (
    "2026-11-22T17:00:00.000000Z",
    REVIEWER,
    "0" * 36,
    "tag",
    "0" * 64 + ":1000-1080",
    '{"tag":"claim","subtypes":[],"attribution":null,"duration_ms":900,"context_shown":true,'
    '"guideline":""}',
    None,
    "0" * 36,
    "key",
    None,
)
