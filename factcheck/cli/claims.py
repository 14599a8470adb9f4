"""Commands about claims: what one says, and what it is to others."""

from __future__ import annotations

from typing import Any, Final

import click

from factcheck.cli.corrections import correction_options, remedy_from
from factcheck.cli.database import Setup, open_database
from factcheck.cli.fields import FieldOption, field_options, given
from factcheck.cli.output import say_decided
from factcheck.domain.vocabulary.claims import (
    ClaimantKind,
    Relation,
    Worthiness,
    WorthinessReason,
)
from factcheck.domain.vocabulary.sign_off import Confidence

_CLAIM: Final = {
    "text": FieldOption("TEXT", "The claim in words that stand alone."),
    "claimant": FieldOption("NAME", "Who makes it."),
    "claimant_kind": FieldOption("KIND", "What the claimant is.", ClaimantKind),
    "claimant_role": FieldOption("TEXT", "The claimant's office or work."),
    "date": FieldOption("DATE", "When it was made: 2024, 2024-06 or 2024-06-18."),
    "place": FieldOption("PLACE", "Where it was made."),
    "first_appearance": FieldOption("TEXT", "Where it was first seen: an address, or words."),
    "types": FieldOption("KEYS", "What kind of claim, by subtype: see `scheme`.", several=True),
    "topics": FieldOption("WORDS", "What it is about.", several=True),
    "worthiness": FieldOption("", "Whether it is worth a check.", Worthiness),
    "worthiness_reasons": FieldOption("", "Why.", WorthinessReason, several=True),
    "priority": FieldOption("1|2|3", "How soon it is to be checked, 1 first."),
}
VERDICT_OPTIONS: Final = {
    "because": FieldOption("TEXT", "The reasons, in Markdown."),
    "conclusion": FieldOption("TEXT", "The verdict in one sentence."),
    "confidence": FieldOption("", "How sure you are.", Confidence),
    "missing": FieldOption("TEXT", "What would have to be known and is not."),
    "cutoff": FieldOption("DATE", "The day up to which evidence was looked for."),
}


@click.command()
@click.argument("ref")
@field_options(_CLAIM)
@click.option("--remove", is_flag=True, help="Take a further claim away, with its evidence.")
@correction_options
@click.pass_obj
def claim(
    setup: Setup,
    /,
    ref: str,
    remove: bool,
    correction: str | None,
    correction_kind: str,
    **fields: Any,
) -> None:
    """Say a claim in words that can be checked, who made it, when, and how much it matters.

    REF 1:7 is the sentence's first claim, 1:7.2 its second. What is not given stays; an empty
    value clears a field. Without options, show what stands.
    """
    from factcheck.services.claims import claim_fields, describe_claim, remove_claim
    from factcheck.services.references import find_claim

    if remove and given(fields):
        raise click.UsageError("--remove takes no other option")
    with open_database(setup) as opened:
        name = find_claim(opened.store, ref, opened.reviewer)
        remedy = remedy_from(correction, correction_kind)
        if remove:
            decisions = remove_claim(opened.store, opened.author, name, remedy)
        elif given(fields):
            decisions = describe_claim(
                opened.store, opened.author, name, given(fields), remedy=remedy
            )
        else:
            _say_fields(claim_fields(opened.store, opened.author, name))
            return
        say_decided(opened, decisions)


@click.command()
@click.argument("ref")
@click.argument("other")
@click.argument(
    "relation", type=click.Choice([relation.value for relation in Relation]), required=False
)
@click.option("--note", default="", metavar="TEXT", help="Why.")
@click.option("--clear", is_flag=True, help="Take the link away.")
@click.pass_obj
def link(setup: Setup, ref: str, other: str, relation: str | None, note: str, clear: bool) -> None:
    """Say what a claim is to another one, in any article: `link 1:7 2:3 repeats`."""
    from factcheck.services import claims
    from factcheck.services.references import find_claim

    if clear == (relation is not None):
        raise click.UsageError("name either a relation or --clear")
    with open_database(setup) as opened:
        one = find_claim(opened.store, ref, opened.reviewer)
        two = find_claim(opened.store, other, opened.reviewer)
        if relation is None:
            decisions = claims.unlink(opened.store, opened.author, one, two)
        else:
            decisions = claims.link(opened.store, opened.author, one, two, relation, note)
        say_decided(opened, decisions)


commands = (claim, link)


def _say_fields(fields: dict[str, str]) -> None:
    from factcheck.cli.output import say

    for name, value in fields.items():
        say(f"{name.replace('_', '-'):<20} {value or '-'}")
