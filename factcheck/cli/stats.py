"""The command that shows what the review comes to in figures."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click

from factcheck.cli.database import Setup, open_database
from factcheck.cli.output import print_json, say

if TYPE_CHECKING:
    from factcheck.domain.statistics import Pace, Statistics, Work


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.pass_obj
def stats(setup: Setup, as_json: bool) -> None:
    """Show progress, tags, verdicts, evidence and pace, of all reviewers."""
    from factcheck.export.statistics_charts import charts
    from factcheck.services.statistics import statistics

    with open_database(setup) as opened:
        counted = statistics(opened.store)
    if as_json:
        print_json(_data(counted))
        return
    for place, chart in enumerate(charts(counted, shutil.get_terminal_size().columns)):
        for line in (*[""] * bool(place), chart.heading, *chart.lines):
            say(line)


commands = (stats,)


def _data(statistics: Statistics) -> dict[str, object]:
    return {
        **statistics.model_dump(
            mode="json",
            include={"articles", "sentences", "tagged", "claims", "judged", "flags", "normalised"},
        ),
        "evidence": statistics.evidence,
        "reviewers": [_work_data(work) for work in statistics.reviewers],
        "verdicts": [rating.model_dump(mode="json") for rating in statistics.ratings],
        "pace": [_pace_data(sitting) for sitting in statistics.pace],
    }


def _work_data(work: Work) -> dict[str, object]:
    return {
        "reviewer": work.reviewer,
        "tagged": work.tagged,
        "tags": work.tags,
        "judged": work.judged,
        "flags": work.flags,
    }


def _pace_data(sitting: Pace) -> dict[str, object]:
    return {
        "session": sitting.number,
        "reviewer": sitting.reviewer,
        "started": sitting.started,
        "minutes": round(sitting.minutes, 2),
        "decisions": sitting.decisions,
        "per_minute": round(sitting.per_minute, 2),
        "median_seconds": sitting.median_seconds,
    }
