"""The command that brings articles in."""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING, Any, Final

import click

from factcheck.cli.database import Setup, open_database
from factcheck.cli.fields import given
from factcheck.cli.output import complain, print_json, say
from factcheck.cli.particulars import PARTICULARS, particulars_options
from factcheck.cli.progress import watched
from factcheck.domain.display import counted
from factcheck.reading.formats import NAMES
from factcheck.reading.readers.columns import ROWS

if TYPE_CHECKING:
    from factcheck.domain.carrying.succession import Succession
    from factcheck.services.adding import Addition
    from factcheck.services.sources import Hints

_ONE_ARTICLE: Final = ("title", "url")
"""Particulars that two articles cannot share."""


@click.command()
@click.argument("sources", metavar="SOURCE ...", nargs=-1, required=True)
@particulars_options
@click.option("--format", "form", type=click.Choice(NAMES), help="What they are.")
@click.option("--encoding", default="", metavar="NAME", help="How they are encoded, as utf-8.")
@click.option(
    "--rows",
    type=click.Choice(ROWS),
    default=ROWS[0],
    show_default=True,
    help="What a row of a table is.",
)
@click.option("--text-column", metavar="NAME", help="The column with the text (default: text).")
@click.option("--title-column", metavar="NAME", help="The column with the title (default: title).")
@click.option("--url-column", metavar="NAME", help="The column with the address (default: url).")
@click.option("--date-column", metavar="NAME", help="The column with the date (default: date).")
@click.option("--allow-private", is_flag=True, help="Fetch from private networks as well.")
@click.option("--json", "as_json", is_flag=True, help="Print what became of each as JSON.")
@click.pass_obj
@click.pass_context
def add(
    context: click.Context,
    setup: Setup,
    /,
    sources: tuple[str, ...],
    as_json: bool,
    **options: Any,
) -> None:
    """Read articles: files, folders, web addresses, or - for standard input.

    Text, Markdown, HTML, PDF, DOCX, feeds, and tables (CSV, JSON lines) are told apart by
    themselves. A source that says something else than the last time becomes a newer version of
    its article.
    """
    from factcheck.services.adding import add_sources

    with open_database(setup) as opened:
        additions = []
        particulars, hints = _particulars(options, sources), _hints(options)
        adding = add_sources(opened.store, opened.author, sources, hints, particulars)
        for addition in watched(adding, sources):
            additions.append(addition)
            report_addition(addition, quiet=as_json)
    if as_json:
        print_json([_data(addition) for addition in additions if not addition.passed_over])
    if any(addition.problem for addition in additions):
        context.exit(1)


commands = (add,)


def report_addition(addition: Addition, *, quiet: bool = False) -> None:
    """Say what became of a source; a problem is said even when `quiet`."""
    if addition.problem:
        complain(f"{addition.source or '(empty)'}: {addition.problem}")
    elif addition.passed_over and not quiet:
        files = counted(addition.passed_over, "file")
        say(f"{addition.source}: {files} of kinds that hold no articles passed over")
    elif addition.article and not quiet:
        say(f"{addition.source}: {_news(addition)}{_encoding(addition.encoding)}")


def _news(addition: Addition) -> str:
    if addition.article is None:
        return ""
    where = f"article {addition.article.number}, {counted(addition.sentences, 'sentence')}"
    if addition.succession:
        return f"changed, {where}{_changes(addition.succession)}"
    return f"{'read' if addition.added else 'nothing new, known already'}, {where}"


def _changes(succession: Succession) -> str:
    counts = _change_counts(succession)
    if not counts["unsure"]:
        del counts["unsure"]
    told = ", ".join(f"{number} {change}" for change, number in counts.items())
    if succession.beside:
        stays = f"which stays for {succession.beside}"
        return f", newer than article {succession.replaced}, {stays}: {told}"
    return f", in place of article {succession.replaced}: {told}"


def _encoding(encoding: str) -> str:
    """Return how the bytes were decoded, where that is worth a look."""
    return "" if encoding in {"", "utf-8", "ascii"} else f" ({encoding})"


def _particulars(options: dict[str, Any], sources: tuple[str, ...]) -> dict[str, str]:
    """Return the particulars that were given; raises UsageError where they cannot be of all."""
    fields = given({name: options[name] for name in PARTICULARS})
    several = len(sources) > 1 or os.path.isdir(sources[0])
    if several and any(name in fields for name in _ONE_ARTICLE):
        raise click.UsageError("--title and --url are of one article: name one source")
    return fields


def _hints(options: dict[str, Any]) -> Hints:
    from factcheck.reading.readers.columns import Columns
    from factcheck.services.sources import Hints

    columns = {
        name: options[f"{name}_column"]
        for name in ("text", "title", "url", "date")
        if options[f"{name}_column"] is not None
    }
    return Hints(
        format=options["form"] or "",
        encoding=options["encoding"],
        columns=Columns(**columns, rows=options["rows"]),
        allow_private=options["allow_private"],
    )


def _data(addition: Addition) -> dict[str, object]:
    article, succession = addition.article, addition.succession
    return {
        "source": addition.source,
        "article": article.number if article else None,
        "id": article.id if article else None,
        "title": article.title if article else None,
        "sentences": addition.sentences,
        "added": addition.added,
        "encoding": addition.encoding or None,
        "replaces": succession.replaced if succession else None,
        "changes": _change_counts(succession) if succession else None,
        "problem": addition.problem or None,
    }


def _change_counts(succession: Succession) -> dict[str, int]:
    """Return how many sentences met each fate, or are new."""
    from factcheck.domain.anchors.anchor import Fate

    return {**{str(fate): succession.fates.get(fate, 0) for fate in Fate}, "new": succession.new}
