"""The command that takes data of other tools."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

import click

from factcheck.cli.database import OpenDatabase, Setup, open_database
from factcheck.cli.output import complain, print_json, say
from factcheck.domain.display import counted, ranges

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.services.importing.report import ImportReport, Trouble

_NAMED: Final = {"evidence": "evidence item", "claim": "claim description"}
"""What one of a kind is called, where it is not called by the kind."""
_MOST_TOLD: Final = 20
"""Kinds of trouble that are told one by one."""


@click.command("import")
@click.argument("paths", metavar="FILE ...", nargs=-1, required=True)
@click.option("--format", "form", metavar="NAME", help="The format (default: it is recognised).")
@click.option("--partial", is_flag=True, help="Take what can be taken, and leave out the rest.")
@click.option(
    "--label",
    "labels",
    multiple=True,
    metavar="NAME=MEANING",
    help="What a label of the file is here: a tag, a kind of one, or a rating.",
)
@click.option("--json", "as_json", is_flag=True, help="Print what became of it as JSON.")
@click.pass_obj
@click.pass_context
def import_(
    context: click.Context,
    setup: Setup,
    /,
    paths: tuple[str, ...],
    form: str | None,
    partial: bool,
    labels: tuple[str, ...],
    as_json: bool,
) -> None:
    """Take what other tools found: files, folders of them, or - for standard input.

    Where something cannot be taken nothing is, unless you say --partial. What is here already, or
    was imported before, is not taken again. `export --list` names the formats.
    """
    with open_database(setup) as opened:
        report = _take(opened, paths, form, labels, partial=partial)
    tell_import(report, as_json=as_json)
    if report.refused:
        context.exit(1)


commands = (import_,)


def tell_import(report: ImportReport, *, as_json: bool) -> None:
    """Print what became of an import, for people or as JSON."""
    if as_json:
        print_json(_data(report))
    else:
        _tell(report)


def _take(
    opened: OpenDatabase,
    paths: tuple[str, ...],
    form: str | None,
    labels: tuple[str, ...],
    *,
    partial: bool,
) -> ImportReport:
    from factcheck.export.recognising import rows_in
    from factcheck.reading.data.labels import Labels
    from factcheck.services.importing.taking import import_files

    store = opened.store
    known = Labels(store.schemes.in_force(), store.schemes.scales(), _renamed(labels))
    files = rows_in(paths, form, known)
    return import_files(store, opened.author, files, partial=partial)


def _renamed(labels: tuple[str, ...]) -> dict[str, str]:
    """Return what `--label NAME=MEANING` says."""
    parts = [label.rpartition("=") for label in labels]
    for label, (name, _, meaning) in zip(labels, parts, strict=True):
        if not name.strip() or not meaning.strip():
            raise click.UsageError(f"--label {label!r}: write it as NAME=MEANING, as in fact=claim")
    return {name.strip(): meaning.strip() for name, _, meaning in parts}


def _tell(report: ImportReport) -> None:
    """Say what was taken; what is odd or was not taken, on standard error."""
    for line in _lines(report.remarks):
        complain(line)
    for line in _lines(report.refused):
        complain(f"not taken: {line}")
    if not report.done:
        complain(
            f"nothing was taken, for {counted(len(report.refused), 'row')} cannot be: "
            "correct the file, or take the rest with --partial"
        )
        return
    taken = ", ".join(
        counted(number, _NAMED.get(kind, kind)) for kind, number in sorted(report.taken.items())
    )
    known = sum(report.known.values())
    say(f"taken: {taken or 'nothing new'}" + (f"; here already: {known}" if known else ""))
    for title in report.articles:
        say(f"new article: {title}")


def _lines(troubles: Iterable[Trouble]) -> Iterator[str]:
    """Yield what is the matter, each once with the lines that it is about."""
    places: dict[tuple[str, str], list[int]] = {}
    for file, line, message in troubles:
        places.setdefault((message, file), []).append(line)
    for (message, file), lines in islice(places.items(), _MOST_TOLD):
        yield f"{file}{_place(lines)}: {message}"
    if len(places) > _MOST_TOLD:
        yield f"and {counted(len(places) - _MOST_TOLD, 'kind')} of trouble more: --json lists all"


def _place(lines: list[int]) -> str:
    known = [line for line in lines if line]
    if not known:
        return ""
    return f", {'lines' if known[1:] else 'line'} {ranges(known)}"


def _data(report: ImportReport) -> dict[str, object]:
    return {
        "done": report.done,
        "taken": dict(sorted(report.taken.items())) if report.done else {},
        "known": dict(sorted(report.known.items())),
        "articles": report.articles if report.done else [],
        "refused": [trouble._asdict() for trouble in report.refused],
        "remarks": [trouble._asdict() for trouble in report.remarks],
    }
