"""The command that shows the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.database import OpenDatabase, Setup, open_database
from factcheck.cli.output import print_json, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.services.history import Entry


@click.command()
@click.argument("ref", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.pass_obj
def log(setup: Setup, ref: str | None, as_json: bool) -> None:
    """Show every decision ever made, or those on a sentence, oldest first.

    It holds everybody's verdicts: one that you give later on a claim in it is no longer blind.
    """
    with open_database(setup) as opened:
        for entry in _entries(opened, ref):
            if as_json:
                print_json(_entry_data(entry))
            else:
                say(_entry_line(entry))


commands = (log,)


def _entries(opened: OpenDatabase, ref: str | None) -> Iterator[Entry]:
    from factcheck.services.history import history, history_of
    from factcheck.services.references import find

    if ref is None:
        opened.store.reviews.reveal_in(opened.reviewer, None)
        yield from history(opened.store)
        return
    target = find(opened.store, ref, opened.reviewer, replaced=True)
    opened.store.reviews.reveal_in(opened.reviewer, target.document.id)
    for review in target.sentences:
        yield from history_of(opened.store, review.sentence.id)


def _entry_line(entry: Entry) -> str:
    decision = entry.decision
    moment = f"{decision.at[:10]} {decision.at[11:19]}Z"
    taken_back = "  (taken back)" if entry.retracted else ""
    return f"{moment}  {decision.reviewer}  {entry.reference:<7}  {entry.story}{taken_back}"


def _entry_data(entry: Entry) -> dict[str, object]:
    return {
        **entry.decision.model_dump(mode="json", serialize_as_any=True),
        "ref": entry.reference or None,
        "story": entry.story,
        "retracted": entry.retracted,
    }
