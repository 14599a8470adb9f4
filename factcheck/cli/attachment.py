"""The command that lists the files kept with evidence, and saves them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.database import Setup, open_database
from factcheck.cli.output import print_json, say

if TYPE_CHECKING:
    from factcheck.services.attaching import Attached


@click.command()
@click.argument("ref")
@click.argument("number", metavar="[N]", required=False, type=click.IntRange(min=1))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE|FOLDER",
    help="Where to save it; all of them where no N is named.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@click.pass_obj
def attachment(
    setup: Setup, /, ref: str, number: int | None, output: Path | None, as_json: bool
) -> None:
    """List the files kept with the evidence of a claim, or save the Nth of them.

    Nothing is ever overwritten. Without -o a file is saved in the current folder.
    """
    from factcheck.services.attaching import attachments_of, save_attachment

    with open_database(setup) as opened:
        found = attachments_of(opened.store, ref, opened.reviewer)
        if number is None and output is None:
            _list(found, as_json=as_json)
            return
        for chosen in _chosen(found, ref, number, output):
            saved = save_attachment(opened.store, chosen.attachment, output or Path())
            say(f"{chosen.attachment.name} saved as {saved}")


commands = (attachment,)


def _chosen(
    found: list[Attached], ref: str, number: int | None, output: Path | None
) -> list[Attached]:
    from factcheck.domain.errors import NotFound

    if number is None:
        if len(found) > 1 and output and not output.is_dir():
            raise click.UsageError(f"{output} is no folder: name one, or the number of one file")
        return found
    if number > len(found):
        raise NotFound(f"no attachment {number} at {ref}: it has {len(found)}")
    return [found[number - 1]]


def _list(found: list[Attached], *, as_json: bool) -> None:
    if as_json:
        print_json(
            [
                {"n": n, "evidence": item.evidence, **item.attachment.model_dump()}
                for n, item in enumerate(found, 1)
            ]
        )
        return
    if not found:
        say("no file is kept with this evidence: `factcheck evidence REF --attach FILE` keeps one")
    for n, (evidence, file) in enumerate(found, 1):
        size = f"{max(1, round(file.size / 1000)):,} kB"
        say(f"{n}  {file.name}  {file.media_type}  {size}  evidence {evidence}  {file.sha256[:12]}")
