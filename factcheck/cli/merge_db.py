"""The command that brings in what another database holds."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.database import Setup, database_option, open_database
from factcheck.cli.importing import tell_import
from factcheck.cli.progress import bar


@database_option
@click.command("merge-db")
@click.argument("other", metavar="OTHER.db")
@click.option("--partial", is_flag=True, help="Take what can be taken, and leave out the rest.")
@click.option("--json", "as_json", is_flag=True, help="Print what became of it as JSON.")
@click.pass_obj
@click.pass_context
def merge_db(
    context: click.Context, setup: Setup, other: str, partial: bool, as_json: bool
) -> None:
    """Take all that another factcheck database holds: articles, decisions, evidence, files.

    Nothing is taken twice, and nothing here is lost or changed. Where something cannot be taken
    nothing is, unless you say --partial. Nothing is written to OTHER.db.
    """
    from factcheck.services.merging_databases import merge_database

    with open_database(setup) as opened, bar("Merging", "Looking through it") as pulse:
        report = merge_database(opened.store, opened.author, Path(other), pulse, partial=partial)
    tell_import(report, as_json=as_json)
    if report.refused:
        context.exit(1)


commands = (merge_db,)
