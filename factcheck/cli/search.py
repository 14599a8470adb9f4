"""The command that searches over everything."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

import click

from factcheck.cli.database import Setup, open_database
from factcheck.cli.output import print_json, say

if TYPE_CHECKING:
    from factcheck.services.searching import Hit

_NARROWEST: Final = 30
"""Characters of the text, on however narrow a terminal."""


@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})
@click.argument("words", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print a list of what was found as JSON.")
@click.option("--limit", type=click.IntRange(min=1), default=100, help="At most N; usually 100.")
@click.pass_obj
def search(setup: Setup, words: tuple[str, ...], as_json: bool, limit: int) -> None:
    """Search articles, claims, evidence and notes for WORDS, all of which must occur.

    word* finds what begins so, '"several words"' what follows each other, -word leaves out.
    """
    from factcheck.services.searching import search as search_for

    _refuse_options(words)
    with open_database(setup) as opened:
        found = search_for(opened.store, " ".join(words), limit)
    if as_json:
        print_json([hit.model_dump(mode="json", exclude={"sentence"}) for hit in found])
        return
    if not found:
        say("nothing found")
    width = max(map(_place_width, found), default=0)
    for hit in found:
        say(_line(hit, width))


commands = (search,)


def _refuse_options(words: tuple[str, ...]) -> None:
    """Raise UsageError for what looks like an option, since -word is none here."""
    for word in words:
        if word.startswith("--"):
            raise click.NoSuchOption(word)


def _place_width(hit: Hit) -> int:
    return len(hit.ref)


def _line(hit: Hit, place: int) -> str:
    """Return a line for people, what was found between brackets."""
    from factcheck.domain.excerpt import excerpt

    beginning = f"{hit.ref:<{place}}  {hit.kind:<8}  "
    width = max(_NARROWEST, shutil.get_terminal_size().columns - len(beginning) - 4)
    pieces = excerpt(hit.text, hit.hits, width)
    return beginning + "".join(f"[{text}]" if found else text for text, found in pieces)
