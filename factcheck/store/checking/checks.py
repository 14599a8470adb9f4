"""All checks, in the order in which they are made."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from sqlite_utils.db import Database

from factcheck.domain.checkup import Unfinished
from factcheck.store.checking.attachments import attachments, snapshots
from factcheck.store.checking.journal import clock, journal
from factcheck.store.checking.opening import standing_still
from factcheck.store.checking.orphans import orphans
from factcheck.store.checking.projections import projections
from factcheck.store.checking.records import records
from factcheck.store.checking.rows import is_lack, reason
from factcheck.store.checking.schema import schema
from factcheck.store.checking.search import search
from factcheck.store.checking.sentences import sentences, texts
from factcheck.store.checking.sqlite import foreign_keys, integrity
from factcheck.store.checking.subjects import subjects
from factcheck.store.checking.tally import tally
from factcheck.store.checking.versions import versions


class Check(NamedTuple):
    """One thing that has to be so."""

    name: str
    """What scripts call it."""
    things: str
    """What it looks at."""
    find: Callable[[Database], Iterator[str]]
    """Yields what is wrong with each thing, nothing where all is well."""


CHECKS: Final = (
    Check("integrity", "page", integrity),
    Check("schema", "part", schema),
    Check("foreign-keys", "table", foreign_keys),
    Check("texts", "article", texts),
    Check("sentences", "sentence", sentences),
    Check("journal", "decision", journal),
    Check("clock", "clock", clock),
    Check("subjects", "subject", subjects),
    Check("projections", "row", projections),
    Check("tally", "count", tally),
    Check("search", "text", search),
    Check("attachments", "file", attachments),
    Check("snapshots", "page", snapshots),
    Check("versions", "version", versions),
    Check("records", "row", records),
    Check("orphans", "row", orphans),
)
"""By what the later rest on: where an early one finds much, the later ones follow."""


def all_findings(path: Path) -> Iterator[tuple[Check, Iterator[str]]]:
    """Yield each check with what it finds in the database at `path`; raises DatabaseUnusable.

    What stands at the beginning is checked, whatever others write meanwhile.
    """
    with standing_still(path) as db:
        for check in CHECKS:
            yield check, _findings(check, db)


def _findings(check: Check, db: Database) -> Iterator[str]:
    """Yield what a check finds; where it cannot go on, that is its last finding."""
    try:
        yield from check.find(db)
    except Exception as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise KeyboardInterrupt from None
        kind = Unfinished if is_lack(error) else str
        yield kind(f"cannot be looked at any further: {reason(error)}")
