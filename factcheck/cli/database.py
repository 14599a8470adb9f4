"""What every command needs: an open database, and whose decisions it writes."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NamedTuple

import click

from factcheck.cli.output import complain
from factcheck.domain.errors import DatabaseUnusable

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.domain.decision import Author
    from factcheck.store.store import Store


class Setup(NamedTuple):
    """What the options before the command say."""

    database: str | None
    """The file; None for the usual one."""
    reviewer: str | None
    """Who decides; None for whoever is logged in."""


class OpenDatabase(NamedTuple):
    """An open database, and who decides."""

    store: Store
    author: Author
    news: str = ""
    """What there is to say of the project's scheme."""

    @property
    def reviewer(self) -> str:
        """The reviewer's name."""
        return self.author.reviewer


@contextmanager
def open_database(setup: Setup) -> Iterator[OpenDatabase]:
    """Open the database for the length of the block; raises DatabaseUnusable and InvalidValue."""
    from factcheck.domain.decision import Author
    from factcheck.services.schemes import keep_in_step
    from factcheck.store.store import Store

    reviewer = default_reviewer() if setup.reviewer is None else setup.reviewer
    author = Author.named(reviewer)
    with Store(database_path(setup)) as store:
        news = keep_in_step(store, author)
        if news:
            complain(news)
        yield OpenDatabase(store, author, news)


def database_path(setup: Setup) -> Path:
    """Return the database that was named, or the usual one."""
    from pathlib import Path

    return default_database() if setup.database is None else Path(setup.database)


def database_option(command: click.Command) -> click.Command:
    """Let a command take `--db` after its name as well: what is advised has it there."""
    option = click.Option(
        ["--db"],
        type=click.Path(),
        metavar="PATH",
        expose_value=False,
        callback=_name_database,
        help="The database, as before the command.",
    )
    command.params.append(option)
    return command


def _name_database(context: click.Context, _: click.Parameter, path: str | None) -> None:
    if path is not None:
        context.obj = context.obj._replace(database=path)


def default_database() -> Path:
    """Return the database of the current folder if it has a `db/`, else the user's own.

    Raises DatabaseUnusable where the user has no home.
    """
    from pathlib import Path

    if Path("db").is_dir():
        return Path("db", "factcheck.db")
    from platformdirs import user_data_path

    with suppress(RuntimeError):
        folder = user_data_path("factcheck", appauthor=False)
        if folder.is_absolute():
            return folder / "factcheck.db"
    raise DatabaseUnusable("you have no home folder to keep a database in: name one with --db")


def default_reviewer() -> str:
    """Return the login name; raises UsageError where the system knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        raise click.UsageError("your system knows no login name: say --reviewer NAME") from None
