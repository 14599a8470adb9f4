"""The command that brings back what was: an older decision, or a whole database from a backup."""

from __future__ import annotations

import os
from shlex import quote
from typing import TYPE_CHECKING

import click

from factcheck.cli.corrections import correction_options, remedy_from
from factcheck.cli.database import Setup, database_option, database_path, open_database
from factcheck.cli.output import say, say_decided
from factcheck.cli.progress import bar
from factcheck.domain.display import counted

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.store.backups.replacing import Replaced


@database_option
@click.command()
@click.argument("what", metavar="DECISION|BACKUP")
@correction_options
@click.pass_obj
def restore(setup: Setup, what: str, correction: str | None, correction_kind: str) -> None:
    """Decide again what an older decision said, or put a backup in the place of the database.

    A DECISION is named by its id, or the end of it: `log --json` shows them. A BACKUP is a file: a
    name that is there, has a folder, or ends in .db; `backup --list` shows those that made
    themselves. It is copied, and the database that it replaces is kept.
    """
    if _is_file(what):
        _restore_backup(setup, what)
    else:
        _restore_decision(setup, what, correction, correction_kind)


commands = (restore,)


def _is_file(what: str) -> bool:
    return os.path.exists(what) or os.path.basename(what) != what or what.endswith(".db")


def _restore_backup(setup: Setup, backup: str) -> None:
    from pathlib import Path

    from factcheck.services.backing_up import go_back

    database = database_path(setup)
    with bar("Copying", "Looking through it") as pulse:
        replaced = go_back(database, Path(backup), pulse)
    say(f"restored {database} from {backup}")
    _tell_kept(database, replaced)


def _tell_kept(database: Path, replaced: Replaced) -> None:
    from factcheck.store.advice import command

    if not replaced.kept:
        return
    say(f"the replaced database is kept: {replaced.kept}")
    if replaced.missing is None:
        say("it cannot be read, so nobody knows what is in it alone")
    elif replaced.missing:
        missing = counted(replaced.missing, "decision")
        merging = command(f"merge-db {quote(str(replaced.kept))}", database)
        say(f"{missing} in it alone: {merging} takes them in")


def _restore_decision(setup: Setup, name: str, correction: str | None, kind: str) -> None:
    from factcheck.domain.errors import NotFound
    from factcheck.services.restoring import decision_named, restore
    from factcheck.store.advice import command

    with open_database(setup) as opened:
        try:
            older = decision_named(opened.store, name)
        except NotFound as error:
            listed = command("backup --list", opened.store.path)
            raise NotFound(f"{error}, {listed} backups") from None
        remedy = remedy_from(correction, kind)
        say_decided(opened, restore(opened.store, opened.author, older, remedy))
