"""Commands that record decisions: what the keys of the review screen do, for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from factcheck.cli.database import OpenDatabase, Setup, open_database
from factcheck.cli.fields import FieldOption, field_options, given
from factcheck.cli.output import say_decided, say_each
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.claims import Attribution

if TYPE_CHECKING:
    from factcheck.domain.identity import SentenceId

_KIND: Final = {
    "subtypes": FieldOption("KEY", "What kind of it: see `scheme`.", several=True),
    "attribution": FieldOption("", "Who asserts it.", Attribution),
}


@click.command()
@click.argument("ref")
@click.argument("tag", metavar="TAG", type=click.Choice([tag.value for tag in Tag]))
@field_options(_KIND)
@click.pass_obj
def tag(setup: Setup, /, ref: str, tag: str, **fields: Any) -> None:
    """Tag a sentence, or a range of them, as claim, opinion or filler.

    `factcheck scheme` lists the subtypes. What is not given stays; an empty value clears it.
    """
    from factcheck.services import deciding

    with open_database(setup) as opened:
        sentences = _sentences(opened, ref)
        if given(fields):
            decisions = deciding.describe_tag(
                opened.store, opened.author, sentences, Tag(tag), **given(fields)
            )
        else:
            decisions = deciding.tag(opened.store, opened.author, sentences, Tag(tag))
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
@click.option("--guideline", is_flag=True, help="What is doubtful is the guideline.")
@click.pass_obj
def flag(setup: Setup, ref: str, reason: str, clear: bool, guideline: bool) -> None:
    """Flag a doubt about a sentence, with or without a reason."""
    from factcheck.services import deciding

    with open_database(setup) as opened:
        doubt = None if clear else reason
        sentences = _sentences(opened, ref)
        decisions = deciding.flag(
            opened.store, opened.author, sentences, doubt, guideline=guideline
        )
        say_decided(opened, decisions)


@click.command()
@click.pass_obj
def undo(setup: Setup) -> None:
    """Take back your last decision, in any sitting."""
    from factcheck.services import deciding

    with open_database(setup) as opened:
        say_each(opened, "took back", deciding.undo(opened.store, opened.author))


@click.command()
@click.pass_obj
def redo(setup: Setup) -> None:
    """Bring back the decision that your last undo took back."""
    from factcheck.services import deciding

    with open_database(setup) as opened:
        say_each(opened, "brought back", deciding.redo(opened.store, opened.author))


commands = (tag, untag, note, flag, undo, redo)


def _sentences(opened: OpenDatabase, ref: str) -> list[SentenceId]:
    from factcheck.domain.errors import InvalidReference
    from factcheck.services.references import find

    target = find(opened.store, ref, opened.reviewer)
    if target.claim is not None:
        raise InvalidReference(f"{ref!r} names a claim: name its sentence, as in 1:7")
    return [review.sentence.id for review in target.sentences]
