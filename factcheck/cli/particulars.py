"""The command that corrects what is known about an article, and the options that say it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import click

from factcheck.cli.database import Setup, open_database
from factcheck.cli.fields import given
from factcheck.cli.output import say

if TYPE_CHECKING:
    from factcheck.domain.document import Document
    from factcheck.domain.particulars import Particulars

PARTICULARS: Final = {
    "title": ("TEXT", "What the article is called."),
    "url": ("URL", "Where it was published."),
    "author": ("NAME", "Who wrote it; separate several by semicolons."),
    "publisher": ("NAME", "Who published it."),
    "date": ("DATE", "When it was published: 2024, 2024-06 or 2024-06-18."),
    "language": ("TAG", "What it is written in: en, de, pt-BR."),
}
"""The options by name: what a value is called in the help, and what the option says."""


def particulars_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add an option for each of an article's particulars; what is not given is None."""
    for name, (value, meaning) in reversed(PARTICULARS.items()):
        command = click.option(f"--{name}", metavar=value, help=meaning)(command)
    return command


@click.command()
@click.argument("article")
@particulars_options
@click.pass_obj
def edit(setup: Setup, /, article: str, **fields: str | None) -> None:
    """Correct an article's particulars; an empty value clears one.

    Without options, show them.
    """
    from factcheck.services.articles import article_named
    from factcheck.services.particulars import correct

    with open_database(setup) as opened:
        document = article_named(opened.store, article)
        corrected = given(fields)
        decisions = correct(opened.store, opened.author, document, corrected)
        if corrected and not decisions:
            say("nothing changed: it stood so already")
        say_particulars(article_named(opened.store, str(document.number)))


def say_particulars(document: Document) -> None:
    """Print what is known about an article, a line each."""
    for name, value in document.particulars.model_dump().items():
        if value:
            say(f"{name + ':':<11}{value}")


commands = (edit,)


def particulars_data(known: Particulars) -> dict[str, str | None]:
    """Return what is known about an article, None where nobody knows; the title is a string."""
    fields = known.model_dump(include=set(PARTICULARS))
    return {name: value or (value if name == "title" else None) for name, value in fields.items()}
