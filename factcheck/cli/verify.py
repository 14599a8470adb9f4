"""The command that looks whether evidence still stands in its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.database import Setup, open_database
from factcheck.cli.output import print_json, say

if TYPE_CHECKING:
    from factcheck.services.verifying import Verification


@click.command()
@click.argument("refs", metavar="[REF ...]", nargs=-1)
@click.option("--allow-private", is_flag=True, help="Fetch from private networks as well.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON lines.")
@click.pass_obj
@click.pass_context
def verify(
    context: click.Context,
    setup: Setup,
    /,
    refs: tuple[str, ...],
    allow_private: bool,
    as_json: bool,
) -> None:
    """Look whether evidence still stands in its sources, of all articles or those named.

    REF is an article, a sentence or a claim. Each source is fetched again: its quote is found,
    moved (it stands among other words than in the snapshot), changed, gone, or unreachable.
    Exit status 0 says that every quote was found or moved.
    """
    from factcheck.services import verifying

    findings = set()
    with open_database(setup) as opened:
        items = verifying.evidence_named(opened.store, refs, opened.reviewer)
        for found in verifying.verify(opened.store, items, allow_private=allow_private):
            findings.add(found.finding)
            _report(found, as_json=as_json)
    if not findings and not as_json:
        say("nothing to verify: no evidence there has a web address")
    if not all(finding.stands for finding in findings):
        context.exit(1)


commands = (verify,)


def _report(verification: Verification, *, as_json: bool) -> None:
    item, finding, detail = verification
    if as_json:
        print_json(
            {
                "ref": item.reference,
                "evidence": item.number,
                "id": item.id,
                "url": item.evidence.url,
                "finding": finding,
                "detail": detail or None,
            }
        )
        return
    say(f"{item.reference} [{item.number}] {finding}  {item.evidence.url}")
    if detail:
        say(f"    {detail}")
