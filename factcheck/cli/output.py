"""What the commands print: lines for people that no text can take over, or JSON for programs."""

import json

import click

from factcheck.domain.display import displayable, one_line


def say(line: str) -> None:
    """Print a line for people; controls in it are made visible, so it stays one line."""
    click.echo(one_line(line))


def show(text: str) -> None:
    """Print text that may run over several lines, its controls made visible."""
    click.echo(displayable(text))


def complain(problem: str) -> None:
    """Print an error for people, on one line of standard error."""
    click.echo(f"factcheck: {one_line(problem)}", err=True)


def counted(number: int, thing: str) -> str:
    """Return `1 article`, `2 articles`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def print_json(value: object) -> None:
    """Print a value as one line of JSON, in ASCII, so that no text can command a terminal."""
    click.echo(json.dumps(value))
