"""What the commands print: lines for people that no text can take over, or JSON for programs."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from factcheck.domain.display import displayable, one_line

if TYPE_CHECKING:
    from factcheck.cli.database import OpenDatabase
    from factcheck.domain.decision import Decision
    from factcheck.export.saving import Sink


def say(line: str) -> None:
    """Print a line for people; controls in it are made visible, so it stays one line."""
    click.echo(one_line(line))


def show(text: str) -> None:
    """Print text that may run over several lines, its controls made visible."""
    click.echo(displayable(text))


def standard_output() -> Sink:
    """Return where data goes byte by byte, as it is; on a terminal its controls are visible."""
    return _Terminal() if sys.stdout.isatty() else sys.stdout.buffer


class _Terminal:
    """Shows UTF-8 in whole characters on the terminal, so that nothing in it can command it."""

    def write(self, chunk: bytes, /) -> int:
        """Show a chunk."""
        click.echo(displayable(chunk.decode()), nl=False)
        return len(chunk)


def complain(problem: str) -> None:
    """Print an error for people, on one line of standard error."""
    with suppress(OSError):  # there is nowhere else to say it; the exit status does
        click.echo(f"factcheck: {one_line(problem)}", err=True)


def print_json(value: object) -> None:
    """Print a value as one line of JSON, in ASCII, so that no text can command a terminal."""
    click.echo(json.dumps(value))


def say_decided(opened: OpenDatabase, decisions: tuple[Decision, ...]) -> None:
    """Say what was saved, or that nothing had to be."""
    say_each(opened, "saved", decisions)
    if not decisions:
        say("nothing changed: it stood so already")


def say_each(opened: OpenDatabase, done: str, decisions: tuple[Decision, ...]) -> None:
    """Say each decision of an act, after what was `done` with it."""
    from factcheck.services.places import Places
    from factcheck.services.telling import told

    places, scales = Places(opened.store), opened.store.schemes.scales()
    for decision in decisions:
        say(f"{done}: {places.of(decision)} {told(decision, scales)}".replace(":  ", ": "))
