"""The command that writes the report."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.database import OpenDatabase, Setup, open_database
from factcheck.cli.output import complain, say, standard_output
from factcheck.cli.selection import FILTERS, selection_from, with_options
from factcheck.domain.display import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.domain.selection import Selection
    from factcheck.export.report.edition import Edition
    from factcheck.services.selecting import Export


@click.command()
@click.argument("articles", metavar="[ARTICLE ...]", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "html", "pdf"]),
    default="markdown",
    show_default=True,
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FILE|FOLDER",
    help="Where to write it (default: standard output); into a folder, one Markdown file each.",
)
@with_options(*FILTERS)
@click.option(
    "--templates",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    envvar="FACTCHECK_TEMPLATES",
    metavar="FOLDER",
    help="Your own templates, which take the place of ours; see docs/reports.md.",
)
@click.option(
    "--front-matter", is_flag=True, help="Begin Markdown with what a site generator wants."
)
@click.pass_obj
def report(setup: Setup, /, form: str, output: Path | None, **options: Any) -> None:
    """Write the verdict report on some articles, or on all.

    Where it holds others' verdicts, one that you give later on a claim in it is no longer blind.
    """
    from factcheck.export.delivering import refuse_own_files
    from factcheck.services.seeing import reveal_selected
    from factcheck.services.selecting import exported

    if options["front_matter"] and form != "markdown":
        raise click.UsageError("--front-matter goes with --format markdown")
    path = None if output is None or str(output) == "-" else output
    if form == "pdf" and path is None and sys.stdout.isatty():
        raise click.UsageError("PDF is nothing for a terminal: name a file with -o")
    with open_database(setup) as opened:
        refuse_own_files(opened.store, path)
        selection = selection_from(opened, options, options["view"] or "all")
        reveal_selected(opened.store, opened.reviewer, selection)
        with opened.store.as_of_now():
            leaving = exported(opened.store, selection, linted=True)
            edition = _edition(opened, selection, options)
            _write(leaving, edition, form, path)
        if not leaving.ledger.selected["articles"]:
            complain("nothing is selected: the report is empty")
        if path:
            number = leaving.ledger.selected["articles"]
            say(f"report on {counted(number, 'article')} written to {path}")


commands = (report,)


def _edition(opened: OpenDatabase, selection: Selection, options: dict[str, Any]) -> Edition:
    from factcheck.export.report.edition import Edition
    from factcheck.services.linking import links_of

    return Edition(
        scheme=opened.store.schemes.in_force(),
        selection=selection,
        links=lambda claim: links_of(opened.store, claim, opened.reviewer),
        templates=options["templates"],
        front_matter=options["front_matter"],
    )


def _write(leaving: Export, edition: Edition, form: str, path: Path | None) -> None:
    """Write the report to a file, a folder or standard output; raises NotWritten."""
    from factcheck.export.report.markdown import markdown_files
    from factcheck.export.saving import save_chunks, save_files, write_chunks

    if path and path.is_dir():
        if form != "markdown":
            raise click.UsageError(f"{path} is a folder: name a file")
        save_files(path, markdown_files(leaving.articles, edition))
    elif path:
        save_chunks(path, _chunks(leaving, edition, form))
    else:
        write_chunks(standard_output(), _chunks(leaving, edition, form), "-")
        sys.stdout.flush()


def _chunks(leaving: Export, edition: Edition, form: str) -> Iterator[bytes]:
    from factcheck.export.report.html import html_report
    from factcheck.export.report.markdown import markdown_report
    from factcheck.export.report.pdf import pdf_report
    from factcheck.export.saving import encoded

    if form == "markdown":
        return encoded(markdown_report(leaving.articles, edition))
    page = html_report(leaving.articles, edition)
    return encoded(page) if form == "html" else iter([pdf_report("\n".join(page))])
