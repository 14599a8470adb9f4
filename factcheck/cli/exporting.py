"""The command that writes data for other tools."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from factcheck.cli.database import Setup, open_database
from factcheck.cli.output import complain, print_json, say, standard_output
from factcheck.cli.selection import ARTICLES, FILTERS, selection_from, with_options
from factcheck.domain.display import counted

if TYPE_CHECKING:
    from factcheck.export.delivering import Delivery
    from factcheck.export.format import Format
    from factcheck.export.saving import Written
    from factcheck.services.ledger import Ledger
    from factcheck.services.selecting import Export

_MOST_TOLD: Final = 20
"""Remarks that are told one by one."""


@click.command()
@click.option("--format", "form", metavar="NAME", help="The format; --list names all.")
@click.option(
    "-o",
    "--output",
    metavar="FILE|FOLDER",
    help="Where to write it (default: standard output).",
)
@with_options(ARTICLES, *FILTERS)
@click.option(
    "--manifest",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write as JSON what the export holds, what it leaves out, and why.",
)
@click.option("--list", "as_list", is_flag=True, help="Name the formats, out and in.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of json and jsonl.")
@click.option("--json", "as_json", is_flag=True, help="With --list: print it as JSON.")
@click.pass_obj
def export(
    setup: Setup,
    /,
    form: str | None,
    output: str | None,
    manifest: Path | None,
    as_list: bool,
    schema: bool,
    as_json: bool,
    **options: Any,
) -> None:
    """Write what was found, as data that other tools read.

    What a format cannot hold is counted and said. It may hold everybody's verdicts: one that you
    give later on a claim in it is no longer blind.
    """
    if as_list:
        _list(as_json=as_json)
    elif schema:
        _print_schema()
    else:
        _export(setup, _format_called(form), output, manifest, options)


commands = (export,)


def _list(*, as_json: bool) -> None:
    from factcheck.export.formats import FORMATS

    if as_json:
        print_json([_data(form) for form in FORMATS.values()])
        return
    width = max(map(len, FORMATS))
    for form in FORMATS.values():
        ways = " ".join(way if can else " " * len(way) for way, can in _ways(form).items())
        say(f"{form.name:<{width}}  {ways}  {form.holds}")


def _ways(form: Format) -> dict[str, bool]:
    return {"out": bool(form.lines or form.files), "in": bool(form.read)}


def _data(form: Format) -> dict[str, object]:
    return {
        "name": form.name,
        "holds": form.holds,
        **_ways(form),
        "suffix": form.suffix,
        "file": form.lines is not None,
        "folder": form.files is not None,
        "one_view": form.one_view,
        "offsets": form.offsets,
    }


def _print_schema() -> None:
    from factcheck.export.schema import schema as schema_of_json

    print_json(schema_of_json())


def _format_called(name: str | None) -> Format:
    from factcheck.export.formats import FORMATS

    names = ", ".join(FORMATS)
    if name is None:
        raise click.UsageError(f"say --format NAME: one of {names}")
    if name not in FORMATS:
        raise click.UsageError(f"no format is called {name!r}: choose one of {names}")
    return FORMATS[name]


def _export(
    setup: Setup, form: Format, output: str | None, manifest: Path | None, options: dict[str, Any]
) -> None:
    from factcheck.export.delivering import Target, deliver, to_target, view_for

    target = Target.named(output) if output and output != "-" else None
    view = view_for(form, options["view"], options["reviewers"], target)
    with open_database(setup) as opened:
        selection = selection_from(opened, options, view)
        write = to_target(opened.store, target, manifest) if target else _print
        delivery = deliver(opened.store, opened.reviewer, form, selection, write, manifest)
    if target:
        _tell_written(delivery, target.path)
    _tell_left_out(delivery.export.ledger)


def _print(form: Format, export: Export) -> list[Written]:
    from factcheck.export.delivering import lines_of
    from factcheck.export.saving import encoded, write_chunks

    written = write_chunks(standard_output(), encoded(lines_of(form, export)), "-")
    sys.stdout.flush()
    return [written]


def _tell_written(delivery: Delivery, path: Path) -> None:
    """Say what was written where, and in whose view."""
    counts = delivery.export.ledger.selected
    held = (counted(counts[what], what[:-1]) for what in ("articles", "sentences"))
    files = f", {counted(len(delivery.files), 'file')}" if path.is_dir() else ""
    say(f"written: {path}{files} ({', '.join(held)}; view: {delivery.export.selection.view})")


def _tell_left_out(ledger: Ledger) -> None:
    """Say on standard error what is not in it, what is said differently, and what is odd."""
    for what, number in sorted([*ledger.passed_over.items(), *ledger.left_out.items()]):
        complain(f"left out, {what} ({number})")
    for what, number in sorted(ledger.changed.items()):
        complain(f"said differently, {what} ({number})")
    for remark in ledger.remarks[:_MOST_TOLD]:
        complain(remark)
    more = max(0, len(ledger.remarks) - _MOST_TOLD) + ledger.unsaid
    if more:
        complain(f"and {counted(more, 'remark')} more: --manifest FILE has them")
