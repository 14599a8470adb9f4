"""Commands that record decisions: what the keys of the review screen do, for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.database import OpenDatabase, Setup, open_database
from factcheck.cli.output import say
from factcheck.domain.stance import Stance
from factcheck.domain.tag import Tag

if TYPE_CHECKING:
    from factcheck.domain.decision import Decision
    from factcheck.domain.identity import SentenceId


@click.command()
@click.argument("ref")
@click.argument("tag", metavar="TAG", type=click.Choice([tag.value for tag in Tag]))
@click.pass_obj
def tag(setup: Setup, ref: str, tag: str) -> None:
    """Tag a sentence, or a range of them, as claim, opinion or filler."""
    from factcheck.services import deciding

    with open_database(setup) as opened:
        decisions = deciding.tag(opened.store, opened.author, _sentences(opened, ref), Tag(tag))
        say_decided(opened, decisions)


@click.command()
@click.argument("ref")
@click.pass_obj
def untag(setup: Setup, ref: str) -> None:
    """Clear the tag of a sentence, or of a range of them."""
    from factcheck.services import deciding

    with open_database(setup) as opened:
        decisions = deciding.tag(opened.store, opened.author, _sentences(opened, ref), None)
        say_decided(opened, decisions)


@click.command()
@click.argument("ref")
@click.option("--text", help="The claim in words that stand alone.")
@click.option("--claimant", metavar="NAME", help="Who makes the claim.")
@click.option("--date", metavar="DATE", help="When it was made: 2024, 2024-06 or 2024-06-18.")
@click.pass_obj
def claim(setup: Setup, ref: str, text: str | None, claimant: str | None, date: str | None) -> None:
    """Say what the claim in a sentence is; what is not given stays as it was."""
    from factcheck.services import deciding
    from factcheck.services.references import find_claim

    given = {"text": text, "claimant": claimant, "date": date}
    fields = {name: value for name, value in given.items() if value is not None}
    with open_database(setup) as opened:
        name = find_claim(opened.store, ref, opened.reviewer)
        say_decided(opened, deciding.describe_claim(opened.store, opened.author, name, **fields))


@click.command()
@click.argument("ref")
@click.argument("rating", required=False)
@click.option("--because", metavar="TEXT", help="The reasons.")
@click.option("--clear", is_flag=True, help="Withdraw your verdict.")
@click.pass_obj
def verdict(setup: Setup, ref: str, rating: str | None, because: str | None, clear: bool) -> None:
    """Judge the claim in a sentence: false, mostly-false, half-true, mostly-true, true, ..."""
    from factcheck.services import deciding
    from factcheck.services.references import find_claim

    if clear == (rating is not None):
        raise click.UsageError("name either a rating or --clear")
    with open_database(setup) as opened:
        name = find_claim(opened.store, ref, opened.reviewer)
        if rating is None:
            decisions = deciding.withdraw_verdict(opened.store, opened.author, name)
        else:
            decisions = deciding.judge(opened.store, opened.author, name, rating, because)
        say_decided(opened, decisions)


@click.command()
@click.argument("ref")
@click.option("--url", required=True, metavar="URL", help="Where the source can be read.")
@click.option("--quote", default="", metavar="TEXT", help="The words relied on, exactly.")
@click.option(
    "--stance",
    type=click.Choice([stance.value for stance in Stance]),
    default=Stance.CONTEXT.value,
    show_default=True,
    help="What the source does for the claim.",
)
@click.option("--title", default="", metavar="TEXT", help="What the source is called.")
@click.option("--publisher", default="", metavar="NAME", help="Who publishes it.")
@click.option("--accessed", default="", metavar="DATE", help="When it was read (default: today).")
@click.pass_obj
def evidence(setup: Setup, /, ref: str, **fields: str) -> None:
    """Add a source for or against the claim in a sentence."""
    from factcheck.domain.finding import Evidence
    from factcheck.services import deciding
    from factcheck.services.references import find_claim

    with open_database(setup) as opened:
        name = find_claim(opened.store, ref, opened.reviewer)
        source = Evidence.of(claim=name, **fields)
        say_decided(opened, deciding.add_evidence(opened.store, opened.author, source))


@click.command()
@click.argument("ref")
@click.argument("text")
@click.pass_obj
def note(setup: Setup, ref: str, text: str) -> None:
    """Write a note on a sentence; an empty one clears it."""
    from factcheck.services import deciding

    with open_database(setup) as opened:
        decisions = deciding.note(opened.store, opened.author, _sentences(opened, ref), text)
        say_decided(opened, decisions)


@click.command()
@click.argument("ref")
@click.argument("reason", default="")
@click.option("--clear", is_flag=True, help="Take the flag away.")
@click.pass_obj
def flag(setup: Setup, ref: str, reason: str, clear: bool) -> None:
    """Flag a doubt about a sentence, with or without a reason."""
    from factcheck.services import deciding

    with open_database(setup) as opened:
        doubt = None if clear else reason
        decisions = deciding.flag(opened.store, opened.author, _sentences(opened, ref), doubt)
        say_decided(opened, decisions)


@click.command()
@click.pass_obj
def undo(setup: Setup) -> None:
    """Take back your last decision, in any sitting."""
    from factcheck.services import deciding

    with open_database(setup) as opened:
        _say_each(opened, "took back", deciding.undo(opened.store, opened.author))


@click.command()
@click.pass_obj
def redo(setup: Setup) -> None:
    """Bring back the decision that your last undo took back."""
    from factcheck.services import deciding

    with open_database(setup) as opened:
        _say_each(opened, "brought back", deciding.redo(opened.store, opened.author))


commands = (tag, untag, claim, verdict, evidence, note, flag, undo, redo)


def _sentences(opened: OpenDatabase, ref: str) -> list[SentenceId]:
    from factcheck.domain.errors import InvalidReference
    from factcheck.services.references import find

    target = find(opened.store, ref, opened.reviewer)
    if target.claim is not None:
        raise InvalidReference(f"{ref!r} names a claim: name its sentence, as in 1:7")
    return [review.sentence.id for review in target.sentences]


def say_decided(opened: OpenDatabase, decisions: tuple[Decision, ...]) -> None:
    """Say what was saved, or that nothing had to be."""
    _say_each(opened, "saved", decisions)
    if not decisions:
        say("nothing changed: it stood so already")


def _say_each(opened: OpenDatabase, done: str, decisions: tuple[Decision, ...]) -> None:
    from factcheck.services.history import told
    from factcheck.services.places import Places

    places = Places(opened.store)
    for decision in decisions:
        say(f"{done}: {places.of(decision)} {told(decision)}")
