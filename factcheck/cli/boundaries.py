"""Commands that move the boundaries of sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.database import OpenDatabase, Setup, open_database
from factcheck.cli.output import say_decided

if TYPE_CHECKING:
    from factcheck.domain.identity import SentenceId


@click.command()
@click.argument("ref")
@click.argument("offset", type=int)
@click.option(
    "--keep",
    type=click.Choice(["first", "second"]),
    help="Which part keeps what was decided, where its words do not say.",
)
@click.pass_obj
def split(setup: Setup, ref: str, offset: int, keep: str | None) -> None:
    """Cut a sentence in two, OFFSET characters from its start.

    Tags, claims and evidence stay with the part that keeps their words.
    """
    from factcheck.domain.carrying.dividing import Part
    from factcheck.services import boundaries

    with open_database(setup) as opened:
        part = Part(keep) if keep else None
        name = _sentence(opened, ref)
        say_decided(opened, boundaries.split(opened.store, opened.author, name, offset, part))


@click.command()
@click.argument("ref")
@click.pass_obj
def merge(setup: Setup, ref: str) -> None:
    """Join a sentence with the next one; different tags leave it undecided."""
    from factcheck.services import boundaries

    with open_database(setup) as opened:
        name = _sentence(opened, ref)
        say_decided(opened, boundaries.merge(opened.store, opened.author, name))


commands = (split, merge)


def _sentence(opened: OpenDatabase, ref: str) -> SentenceId:
    from factcheck.services.references import find_sentence

    return find_sentence(opened.store, ref, opened.reviewer)
