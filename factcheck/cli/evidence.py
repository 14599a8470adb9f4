"""The command that adds, changes and takes away evidence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from factcheck.cli.corrections import correction_options, remedy_from
from factcheck.cli.database import OpenDatabase, Setup, open_database
from factcheck.cli.fields import FieldOption, field_options, given
from factcheck.cli.output import complain, say_decided
from factcheck.domain.vocabulary.sources import (
    AnswerType,
    Medium,
    Reliability,
    SourceLevel,
    SourceType,
)
from factcheck.domain.vocabulary.stance import Stance

if TYPE_CHECKING:
    from factcheck.domain.findings.evidence import Attachment
    from factcheck.domain.identity import ClaimId
    from factcheck.services.recording import Decisions, Remedy

_EVIDENCE: Final = {
    "url": FieldOption("URL", "Where the source can be read."),
    "quote": FieldOption("TEXT", "The words relied on, exactly."),
    "quote_before": FieldOption("TEXT", "The words before the quote."),
    "quote_after": FieldOption("TEXT", "The words after the quote."),
    "stance": FieldOption("", "What the source does for the claim (default: context).", Stance),
    "title": FieldOption("TEXT", "What the source is called."),
    "publisher": FieldOption("NAME", "Who publishes it."),
    "author": FieldOption("NAME", "Who wrote or said it."),
    "published": FieldOption("DATE", "When it was published."),
    "accessed": FieldOption("DATE", "When it was read (default: today, UTC)."),
    "archived": FieldOption("URL", "Where a copy of it is archived."),
    "not_archived": FieldOption("TEXT", "Why there is no such copy."),
    "type": FieldOption("", "What kind of source it is.", SourceType),
    "level": FieldOption("", "How near it is to what happened.", SourceLevel),
    "reliability": FieldOption("", "How far it is to be trusted.", Reliability),
    "interest": FieldOption("TEXT", "What interest it has in the matter."),
    "independence_group": FieldOption("NAME", "A name that sources share which copy each other."),
    "anonymous": FieldOption("yes", "Withhold its name from readers.", ("yes",)),
    "anonymous_reason": FieldOption("TEXT", "Why its name is withheld."),
    "locator": FieldOption("TEXT", "Where in the source: a page, a time, a table."),
    "question": FieldOption("TEXT", "The question that it answers."),
    "answer": FieldOption("TEXT", "The answer."),
    "answer_type": FieldOption("", "How it answers.", AnswerType),
    "answer_because": FieldOption("TEXT", "What explains an answer of yes or no."),
    "medium": FieldOption("", "In what form it answers.", Medium),
    "note": FieldOption("TEXT", "A remark for the desk."),
}


@click.command()
@click.argument("ref", required=False)
@field_options(_EVIDENCE)
@click.option("--paste", metavar="TEXT", help="An address, or a quote with one: fills the fields.")
@click.option(
    "--attach",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="FILE",
    help="Keep an image, a PDF or a saved page with it.",
)
@click.option("--item", type=int, metavar="N", help="Change the Nth item instead of adding one.")
@click.option("--remove", is_flag=True, help="Take the item away.")
@click.option("--fetch", is_flag=True, help="Keep each page that has no copy yet.")
@click.option("--allow-private", is_flag=True, help="Fetch from private networks as well.")
@correction_options
@click.pass_obj
@click.pass_context
def evidence(
    context: click.Context,
    setup: Setup,
    /,
    ref: str | None,
    paste: str | None,
    attach: tuple[Path, ...],
    item: int | None,
    remove: bool,
    fetch: bool,
    allow_private: bool,
    correction: str | None,
    correction_kind: str,
    **options: Any,
) -> None:
    """Add a source for or against the claim in a sentence, or change one.

    What is known of a source from another claim is taken over. `evidence --fetch` keeps a
    snapshot of each page that has none; `factcheck verify` then tells whether quotes still stand.
    """
    from factcheck.services.references import find_claim

    fields = given(options)
    said = bool(fields or paste or attach)
    _refuse_misuse(ref, item, said=said, remove=remove, fetch=fetch)
    with open_database(setup) as opened:
        remedy = remedy_from(correction, correction_kind)
        if said or remove:
            name = find_claim(opened.store, ref or "", opened.reviewer)
            if paste:
                fields = {**_pasted(paste), **fields}
            if item is None:
                decisions = _add(opened, name, fields, attach, remedy)
            elif remove:
                decisions = _remove(opened, name, item, remedy)
            else:
                decisions = _change(opened, name, item, fields, attach, remedy)
            say_decided(opened, decisions)
        if fetch and not _fetch(opened, ref, allow_private=allow_private):
            context.exit(1)


commands = (evidence,)


def _refuse_misuse(
    ref: str | None, item: int | None, *, said: bool, remove: bool, fetch: bool
) -> None:
    if remove and (said or item is None):
        raise click.UsageError("--remove takes --item N and no field")
    if not (said or remove or fetch):
        raise click.UsageError("say what the source is: --url URL, --paste TEXT, --title TEXT ...")
    if (said or remove) and ref is None:
        raise click.UsageError("name the claim, as in `factcheck evidence 1:7 --url URL`")


def _pasted(text: str) -> dict[str, str]:
    from factcheck.reading.pasted import source_in

    return {name: words for name, words in source_in(text)._asdict().items() if words}


def _add(
    opened: OpenDatabase,
    claim: ClaimId,
    fields: dict[str, str],
    attach: tuple[Path, ...],
    remedy: Remedy | None,
) -> Decisions:
    from factcheck.services.evidence import add_evidence, evidence_from

    with opened.store.transaction():
        files = _attached(opened, attach)
        item = evidence_from(opened.store, claim, fields, files)
        return add_evidence(opened.store, opened.author, item, remedy)


def _attached(opened: OpenDatabase, paths: tuple[Path, ...]) -> tuple[Attachment, ...]:
    from factcheck.services.attaching import attachment_from

    return tuple(attachment_from(opened.store, path) for path in paths)


def _change(
    opened: OpenDatabase,
    claim: ClaimId,
    number: int,
    fields: dict[str, str],
    attach: tuple[Path, ...],
    remedy: Remedy | None,
) -> Decisions:
    from factcheck.services.evidence import change_evidence
    from factcheck.services.looking import claim_seen, evidence_numbered

    store = opened.store
    with store.transaction():
        item = evidence_numbered(claim_seen(store, claim, opened.reviewer), number)
        files = _attached(opened, attach)
        return change_evidence(store, opened.author, item.id, fields, remedy, attached=files)


def _remove(opened: OpenDatabase, claim: ClaimId, number: int, remedy: Remedy | None) -> Decisions:
    from factcheck.services.evidence import remove_evidence
    from factcheck.services.looking import claim_seen, evidence_numbered

    item = evidence_numbered(claim_seen(opened.store, claim, opened.reviewer), number)
    return remove_evidence(opened.store, opened.author, item.id, remedy)


def _fetch(opened: OpenDatabase, ref: str | None, *, allow_private: bool) -> bool:
    """Keep the pages that have no snapshot yet; say what went wrong, and return whether all did."""
    from factcheck.services.verifying import evidence_named, fetch_missing

    items = evidence_named(opened.store, [ref] if ref else [], opened.reviewer)
    problems = list(fetch_missing(opened.store, items, allow_private=allow_private))
    for problem in problems:
        complain(problem)
    return not problems
