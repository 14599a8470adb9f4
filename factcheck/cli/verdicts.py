"""Commands that judge a claim, and sign its fact-check off."""

from __future__ import annotations

from typing import Any

import click

from factcheck.cli.claims import VERDICT_OPTIONS
from factcheck.cli.corrections import correction_options, remedy_from
from factcheck.cli.database import OpenDatabase, Setup, open_database
from factcheck.cli.fields import field_options, given
from factcheck.cli.output import print_json, say, say_decided
from factcheck.domain.vocabulary.sign_off import CorrectionKind, Vote


@click.command()
@click.argument("ref")
@click.argument("rating", required=False)
@field_options(VERDICT_OPTIONS)
@click.option("--use", "used", type=int, multiple=True, metavar="N", help="Evidence it rests on.")
@click.option("--clear", is_flag=True, help="Withdraw your verdict.")
@correction_options
@click.pass_obj
def verdict(
    setup: Setup,
    /,
    ref: str,
    rating: str | None,
    used: tuple[int, ...],
    clear: bool,
    correction: str | None,
    correction_kind: str,
    **fields: Any,
) -> None:
    """Judge the claim in a sentence: false, mostly-false, half-true, mostly-true, true, ...

    `factcheck scheme` lists the ratings of the scale in force. What is not given stays.
    """
    from factcheck.services import verdicts
    from factcheck.services.references import find_claim

    said = bool(given(fields) or used)
    if clear == bool(rating or said):
        raise click.UsageError("name either a rating or --clear")
    with open_database(setup) as opened:
        store, author = opened.store, opened.author
        name = find_claim(store, ref, opened.reviewer)
        remedy = remedy_from(correction, correction_kind)
        if clear:
            decisions = verdicts.withdraw_verdict(store, author, name, remedy)
        else:
            rating = rating or verdicts.rating_given(store, author, name)
            items = verdicts.evidence_ids(store, author, name, used) if used else None
            decisions = verdicts.judge(
                store, author, name, rating, remedy=remedy, used=items, fields=given(fields)
            )
        say_decided(opened, decisions)


@click.command()
@click.argument("ref")
@click.argument("rating", required=False)
@field_options(VERDICT_OPTIONS)
@click.option("--clear", is_flag=True, help="Leave it undecided again.")
@correction_options
@click.pass_obj
def adjudicate(
    setup: Setup,
    /,
    ref: str,
    rating: str | None,
    clear: bool,
    correction: str | None,
    correction_kind: str,
    **fields: Any,
) -> None:
    """Decide between verdicts that differ."""
    from factcheck.services import signing_off
    from factcheck.services.references import find_claim

    if clear == (rating is not None):
        raise click.UsageError("name either a rating or --clear")
    with open_database(setup) as opened:
        store, author = opened.store, opened.author
        name = find_claim(store, ref, opened.reviewer)
        remedy = remedy_from(correction, correction_kind)
        if rating is None:
            decisions = signing_off.withdraw_adjudication(store, author, name, remedy)
        else:
            decisions = signing_off.adjudicate(store, author, name, rating, remedy, **given(fields))
        say_decided(opened, decisions)


@click.command("sign-off")
@click.argument("ref")
@click.argument("vote", type=click.Choice([vote.value for vote in Vote]), required=False)
@click.option("--comment", default="", metavar="TEXT", help="What is to be done, or why.")
@click.option("--clear", is_flag=True, help="Take your vote back.")
@click.option("--json", "as_json", is_flag=True, help="Print where it stands as JSON.")
@click.pass_obj
def sign_off(
    setup: Setup, ref: str, vote: str | None, comment: str, clear: bool, as_json: bool
) -> None:
    """Approve a fact-check, return it, or abstain; without a vote, show where it stands.

    Showing it reveals the others' verdicts: yours, if you give one later, is no longer blind.
    """
    from factcheck.services import signing_off
    from factcheck.services.references import find_claim

    if clear and vote:
        raise click.UsageError("name either a vote or --clear")
    with open_database(setup) as opened:
        store, author = opened.store, opened.author
        name = find_claim(store, ref, opened.reviewer)
        if clear:
            say_decided(opened, signing_off.withdraw_vote(store, author, name))
        elif vote:
            say_decided(opened, signing_off.vote(store, author, name, vote, comment))
        else:
            _show_standing(opened, ref, as_json=as_json)


@click.command()
@click.argument("ref")
@click.option("--url", required=True, metavar="URL", help="The page on which readers see it.")
@click.option("--date", default="", metavar="DATE", help="Since when (default: today, UTC).")
@click.pass_obj
def publish(setup: Setup, ref: str, url: str, date: str) -> None:
    """Record that an approved fact-check is published; from then on changes are corrections."""
    from factcheck.services import signing_off
    from factcheck.services.references import find_claim

    with open_database(setup) as opened:
        name = find_claim(opened.store, ref, opened.reviewer)
        say_decided(opened, signing_off.publish(opened.store, opened.author, name, url, date))


@click.command()
@click.argument("ref")
@click.argument("text")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in CorrectionKind]),
    default=CorrectionKind.CORRECTION.value,
    show_default=True,
    help="What it is to readers.",
)
@click.pass_obj
def correct(setup: Setup, ref: str, text: str, kind: str) -> None:
    """Tell readers of a published fact-check something, or retract it, without another change.

    A change is made with its own command and --correction TEXT.
    """
    from factcheck.services import recording
    from factcheck.services.references import find_claim

    with open_database(setup) as opened:
        name = find_claim(opened.store, ref, opened.reviewer)
        remedy = recording.Remedy.of(kind=kind, text=text)
        say_decided(opened, recording.correct(opened.store, opened.author, name, remedy))


commands = (verdict, adjudicate, sign_off, publish, correct)


def _show_standing(opened: OpenDatabase, ref: str, *, as_json: bool) -> None:
    """Show where a fact-check stands, with everybody's verdicts."""
    from factcheck.cli.data import ArticleData
    from factcheck.services import signing_off
    from factcheck.services.references import find_claim

    store = opened.store
    name = find_claim(store, ref, opened.reviewer)
    claim = signing_off.opened_for_sign_off(store, opened.author, name)
    data = ArticleData("", store.schemes.in_force(), store.schemes.scales(), everything=True)
    missing = signing_off.missing_for_publication(store, claim)
    if as_json:
        print_json({"ref": ref, "missing": missing or None, **data.of_claim(claim)})
        return
    say(f"{ref}  {claim.text}")
    for field, words in data.said_of(claim):
        say(f"  {field}: {words}")
    if missing and not claim.publication:
        say(f"  before it may be published: {missing}")
