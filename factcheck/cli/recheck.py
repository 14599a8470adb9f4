"""The command that lists what to look at again because an article has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.database import OpenDatabase, Setup, open_database
from factcheck.cli.output import print_json, say, say_decided

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.domain.scales.scales import Scales
    from factcheck.services.rechecking import Recheck


@click.command()
@click.argument("articles", metavar="[ARTICLE ...]", nargs=-1)
@click.option("--archived", is_flag=True, help="List the sentences whose words are gone.")
@click.option("--keep", metavar="REF", help="Your verdicts from before hold for REF as it is now.")
@click.option("--attach", nargs=2, metavar="OLD NEW", help="Sentence OLD is now sentence NEW.")
@click.option("--gone", metavar="OLD", help="Sentence OLD is no longer there.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@click.pass_obj
def recheck(
    setup: Setup,
    articles: tuple[str, ...],
    archived: bool,
    keep: str | None,
    attach: tuple[str, str] | None,
    gone: str | None,
    as_json: bool,
) -> None:
    """List claims whose sentence was edited in a newer version, with what changed.

    A claim leaves the list when it is judged again. OLD is a sentence of the older version, as the
    list shows it; NEW one of the newer.
    """
    if sum(map(bool, (keep, attach, gone, archived))) > 1:
        raise click.UsageError("--keep, --attach, --gone and --archived exclude each other")
    with open_database(setup) as opened:
        if keep:
            _keep(opened, keep)
        elif attach:
            _attach(opened, *attach)
        elif gone:
            _give_up(opened, gone)
        else:
            found = list(_rechecks(opened, articles, archived=archived))
            if as_json:
                print_json([_data(item) for item in found])
            else:
                _say_list(found, opened.store.schemes.scales(), archived=archived)


commands = (recheck,)


def _rechecks(
    opened: OpenDatabase, articles: tuple[str, ...], *, archived: bool
) -> Iterator[Recheck]:
    from factcheck.services.articles import articles_named
    from factcheck.services.rechecking import rechecks

    documents = articles_named(opened.store, articles)
    return rechecks(opened.store, opened.reviewer, documents, archived=archived)


def _keep(opened: OpenDatabase, ref: str) -> None:
    from factcheck.domain.errors import NotFound
    from factcheck.domain.reference import parse_reference
    from factcheck.services.rechecking import keep_verdicts

    articles = (parse_reference(ref).article,)
    found = [item for item in _rechecks(opened, articles, archived=False) if item.reference == ref]
    if not found:
        raise NotFound(f"{ref} is not on the list: see `factcheck recheck`")
    say_decided(opened, keep_verdicts(opened.store, opened.author, found[0]))


def _attach(opened: OpenDatabase, old: str, new: str) -> None:
    from factcheck.services.rechecking import attach
    from factcheck.services.references import find_sentence

    was = find_sentence(opened.store, old, opened.reviewer, replaced=True)
    now = find_sentence(opened.store, new, opened.reviewer)
    say_decided(opened, attach(opened.store, opened.author, was, now))


def _give_up(opened: OpenDatabase, old: str) -> None:
    from factcheck.services.rechecking import give_up
    from factcheck.services.references import find_sentence

    was = find_sentence(opened.store, old, opened.reviewer, replaced=True)
    say_decided(opened, give_up(opened.store, opened.author, was))


def _say_list(found: list[Recheck], scales: Scales, *, archived: bool) -> None:
    if not found:
        say("no sentence with decisions is gone" if archived else "nothing to check again")
    for item in found:
        place = f" -> {item.reference}" if item.reference else ""
        say(f"{item.was_reference}{place}  {item.fate}{_verdict_words(item, scales)}")
        say(f"    {_marked(item)}")


def _marked(item: Recheck) -> str:
    """Return the old words, or the new ones with `[-removed-]` and `{+added+}` around changes."""
    from factcheck.domain.wording import Edit, words_changed

    marks = {Edit.KEPT: "{}", Edit.REMOVED: "[-{}-]", Edit.ADDED: "{{+{}+}}"}
    if item.now is None:
        return item.old
    runs = words_changed(item.old, item.now.sentence.text)
    return "".join(marks[run.edit].format(run.text) for run in runs)


def _verdict_words(item: Recheck, scales: Scales) -> str:
    from factcheck.services.telling import verdict_words

    words = [verdict_words(verdict, scales) for verdict in item.verdicts.values()]
    return f", was judged {', '.join(words)}" if words else ""


def _data(item: Recheck) -> dict[str, object]:
    from factcheck.domain.wording import words_changed

    new = item.now.sentence.text if item.now else None
    runs = words_changed(item.old, new) if new is not None else []
    return {
        "ref": item.reference or None,
        "was": item.was_reference,
        "fate": item.fate,
        "old": item.old,
        "new": new,
        "diff": [{"edit": run.edit, "text": run.text} for run in runs],
        "verdicts": [verdict.model_dump() for verdict in item.verdicts.values()],
    }
