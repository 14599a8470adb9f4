"""The command that lists the articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.database import Setup, open_database
from factcheck.cli.output import print_json, say
from factcheck.cli.particulars import particulars_data

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.domain.identity import DocumentId
    from factcheck.domain.review import ArticleSummary


@click.command("list")
@click.option("--all", "replaced", is_flag=True, help="List replaced versions as well.")
@click.option("--json", "as_json", is_flag=True, help="Print one object an article as JSON.")
@click.pass_obj
def list_articles(setup: Setup, replaced: bool, as_json: bool) -> None:
    """List the articles, with your progress in each."""
    with open_database(setup) as opened:
        documents = opened.store.documents
        summaries = list(documents.summaries(opened.reviewer, replaced=replaced))
    numbers = {summary.id: summary.number for summary in summaries}
    if as_json:
        print_json([_summary_data(summary, numbers) for summary in summaries])
        return
    if not summaries:
        say("no articles yet: `factcheck add FILE` reads one")
    for summary in summaries:
        say(_summary_line(summary, numbers))


commands = (list_articles,)


def _summary_data(summary: ArticleSummary, numbers: Mapping[DocumentId, int]) -> dict[str, object]:
    return {
        "article": summary.number,
        "id": summary.id,
        **particulars_data(summary),
        "source": summary.source,
        "added": summary.added,
        "replaced_by": _number(summary, numbers),
        **summary.progress.model_dump(),
    }


def _number(summary: ArticleSummary, numbers: Mapping[DocumentId, int]) -> int | None:
    """Return the number of the newer version, if there is one."""
    return numbers.get(summary.replaced_by) if summary.replaced_by else None


def _summary_line(summary: ArticleSummary, numbers: Mapping[DocumentId, int]) -> str:
    progress = summary.progress
    newer = _number(summary, numbers)
    return (
        f"{summary.number:>3}  {progress.tagged:>4}/{progress.sentences} decided  "
        f"{progress.claims:>3} claims  {progress.judged:>3} judged  "
        f"{summary.title}  ({summary.source})" + (f"  replaced by {newer}" if newer else "")
    )
