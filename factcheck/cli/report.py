"""The command that writes the report."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.database import Setup, open_database
from factcheck.cli.output import say
from factcheck.domain.display import counted


@click.command()
@click.argument("articles", metavar="[ARTICLE ...]", nargs=-1)
@click.option(
    "--format", "form", type=click.Choice(["markdown"]), default="markdown", show_default=True
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    metavar="FILE",
    help="Where to write it (default: standard output).",
)
@click.pass_obj
def report(setup: Setup, articles: tuple[str, ...], form: str, output: Path | None) -> None:
    """Write the verdict report on some articles, or on all.

    It holds everybody's verdicts: one that you give later on a claim in it is no longer blind.
    """
    from factcheck.export.markdown_report import markdown_report
    from factcheck.export.saving import save_lines
    from factcheck.services.articles import articles_named
    from factcheck.services.reporting import reported

    with open_database(setup) as opened:
        documents = articles_named(opened.store, articles)
        for document in documents:
            opened.store.reviews.reveal_in(opened.reviewer, document.id)
        lines = markdown_report(reported(opened.store, document) for document in documents)
        if output is None or str(output) == "-":
            for line in lines:
                click.echo(line)
        else:
            save_lines(output, lines)
            say(f"report on {counted(len(documents), 'article')} written to {output}")


commands = (report,)
