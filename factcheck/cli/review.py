"""Commands that open the terminal program and list its sittings."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, Final

import click

from factcheck.cli.database import OpenDatabase, Setup, open_database
from factcheck.cli.output import print_json, say
from factcheck.cli.progress import watched

if TYPE_CHECKING:
    from factcheck.domain.sitting import Sitting
    from factcheck.services.adding import Addition
    from factcheck.tui.app import FactcheckApp

_OBJECTS: Final = 10_000
"""New objects after which to look for garbage among them: enough for several keys."""


@click.command()
@click.argument("sources", metavar="[SOURCE ...]", nargs=-1)
@click.option("--session", metavar="NAME", help="Go on from an older sitting: see `sessions`.")
@click.option("--new", "anew", is_flag=True, help="Begin at the first undecided sentence.")
@click.pass_obj
@click.pass_context
def review(
    context: click.Context,
    setup: Setup,
    sources: tuple[str, ...] = (),
    session: str | None = None,
    anew: bool = False,
) -> None:
    """Review articles in the terminal, where you left off."""
    if session is not None and anew:
        raise click.UsageError("--session and --new exclude each other")
    with open_database(setup) as opened:
        additions = _added(opened, sources) if sources else []
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise click.UsageError("the review needs a terminal: `factcheck tag` works without")
        app = _screens(opened, session, anew, additions)
        gc.freeze()  # what is loaded stays: no key waits while garbage is looked for in it
        gc.set_threshold(_OBJECTS)
        app.run()
        if app.unusable:
            raise app.unusable
    if app.return_code or any(addition.problem for addition in additions):
        context.exit(1)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print all sittings as JSON.")
@click.pass_obj
def sessions(setup: Setup, as_json: bool) -> None:
    """List the sittings, newest first; `review --session` goes on from one."""
    from factcheck.services.sittings import sittings

    with open_database(setup) as opened:
        found = sittings(opened.store)
    if as_json:
        print_json([_sitting_data(sitting, reference) for sitting, reference in found])
        return
    if not found:
        say("no sittings yet: `factcheck review` begins one")
    for sitting, reference in found:
        started = f"{sitting.started[:10]} {sitting.started[11:16]}Z"
        say(f"{sitting.number:>3}  {started}  {sitting.reviewer}  {reference or 'no article'}")


commands = (review, sessions)


def _added(opened: OpenDatabase, sources: tuple[str, ...]) -> list[Addition]:
    """Read what is new among the sources; what reads it takes longer to load than the screens."""
    from factcheck.cli.adding import report_addition
    from factcheck.services.adding import add_sources

    additions = list(watched(add_sources(opened.store, opened.author, sources), sources))
    for addition in additions:
        report_addition(addition, quiet=not addition.added and not addition.succession)
    return additions


def _screens(
    opened: OpenDatabase, session: str | None, anew: bool, additions: list[Addition]
) -> FactcheckApp:
    """Begin a sitting, and return the terminal program for it."""
    from factcheck.services.sittings import begin
    from factcheck.tui.app import FactcheckApp
    from factcheck.tui.commands.keymap import commands_in_force, keys_file

    commands = commands_in_force(keys_file())
    sitting = begin(opened.store, opened.reviewer, like=session, anew=anew)
    problems = [opened.news] if opened.news else []
    problems += [
        f"{addition.source}: {addition.problem}" for addition in additions if addition.problem
    ]
    return FactcheckApp(opened.store, sitting, commands, problems)


def _sitting_data(sitting: Sitting, reference: str) -> dict[str, object]:
    return {
        "session": sitting.number,
        "id": sitting.id,
        "reviewer": sitting.reviewer,
        "started": sitting.started,
        "seen": sitting.seen,
        "place": reference or None,
        "filter": sitting.place.filter if sitting.place else "",
    }
