"""How the database came to its present shape: steps that run once, in order, never renamed."""

from collections.abc import Iterable, Iterator
from sqlite3 import complete_statement
from typing import Final

from sqlite_utils import Migrations
from sqlite_utils.db import Database

from factcheck.store.search_index import index_everything
from factcheck.store.steps import articles_journal_and_sittings as first
from factcheck.store.steps import evidence_verdicts_and_sign_off as third
from factcheck.store.steps import particulars_boundaries_and_versions as second
from factcheck.store.steps import search_over_everything as fourth
from factcheck.store.steps import sentences_tallied as fifth

migrations: Final = Migrations("factcheck")

APPLICATION_ID: Final = 0x66616374
"""`fact` in ASCII: tells SQLite's own tools, and us, whose file it is."""


@migrations()
def articles_journal_and_sittings(db: Database) -> None:
    """Create everything that the review of an article needs."""
    _run(db, first.STATEMENTS)


@migrations()
def particulars_boundaries_and_versions(db: Database) -> None:
    """Let particulars and boundaries be corrected, and articles follow their sources."""
    _run(db, second.STATEMENTS)


@migrations()
def evidence_verdicts_and_sign_off(db: Database) -> None:
    """Let a fact-check say all that belongs to it, from the claim to the correction."""
    _run(db, third.STATEMENTS)


@migrations()
def search_over_everything(db: Database) -> None:
    """Let everything that is written be found by its words."""
    _run(db, fourth.STATEMENTS)
    index_everything(db)


@migrations()
def sentences_tallied(db: Database) -> None:
    """Let it be said how far each article is without counting its sentences."""
    _run(db, fifth.STATEMENTS)


def _run(db: Database, scripts: Iterable[str]) -> None:
    """Run each statement of `scripts`, inside the transaction that is open."""
    for script in scripts:
        for statement in _statements_in(script):
            db.execute(statement)


def _statements_in(script: str) -> Iterator[str]:
    """Yield the statements of a script, each of which ends at the end of a line."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if complete_statement(statement):
            yield statement
            statement = ""
