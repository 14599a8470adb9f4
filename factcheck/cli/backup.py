"""The command that copies the database, also while it is in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.database import Setup, database_option, database_path
from factcheck.cli.output import print_json, say
from factcheck.cli.progress import bar

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.services.backing_up import Backup


@database_option
@click.command()
@click.argument("destination", metavar="[DEST]", required=False)
@click.option("--force", is_flag=True, help="Overwrite a file that is there already.")
@click.option("--list", "as_list", is_flag=True, help="List the backups that made themselves.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.pass_obj
def backup(
    setup: Setup, destination: str | None, force: bool, as_list: bool, as_json: bool
) -> None:
    """Copy the database to DEST, a file or a folder, also while it is in use.

    The copy is one file, looked through before it counts; it can be read where nothing can be
    written. `restore DEST` puts it back. On each day with something new (UTC), the first review
    makes a backup by itself, beside the database: --list names them.
    """
    from factcheck.services.backing_up import back_up

    database = database_path(setup)
    if as_list == bool(destination):
        raise click.UsageError("say where the copy is to go, or --list")
    if as_list:
        _list(database, as_json=as_json)
        return
    with bar("Copying", "Looking through it") as pulse:
        made = back_up(database, str(destination), pulse, force=force)
    if as_json:
        print_json(_data(made))
    else:
        say(f"copied {database} to {made.path} ({_size(made.bytes)})")


commands = (backup,)


def _list(database: Path, *, as_json: bool) -> None:
    from factcheck.services.backing_up import backups_of
    from factcheck.store.advice import command

    backups = backups_of(database)
    if as_json:
        print_json([_data(each) for each in backups])
        return
    if not backups:
        at_once = command("backup DEST", database)
        say(f"no backups yet: the next review makes one, {at_once} another at once")
    for each in backups:
        say(f"{each.when[:10]} {each.when[11:16]}Z  {_size(each.bytes):>8}  {each.path}")


def _data(each: Backup) -> dict[str, object]:
    return {"path": str(each.path), "bytes": each.bytes, "when": each.when}


def _size(size: int) -> str:
    return f"{size / 1e6:.1f} MB"
