"""The command that lists claims over all articles, the most urgent first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.database import OpenDatabase, Setup, open_database
from factcheck.cli.output import print_json, say
from factcheck.domain.vocabulary.sign_off import ClaimState

if TYPE_CHECKING:
    from factcheck.cli.data import ArticleData
    from factcheck.domain.queue import Filter, QueuedClaim
    from factcheck.domain.scales.scales import Scales


@click.command()
@click.option(
    "--state",
    "states",
    type=click.Choice([state.value for state in ClaimState]),
    multiple=True,
    metavar="STATE",
    help="How far the fact-check is, as candidate or disputed; may be given several times.",
)
@click.option("--priority", "priorities", type=click.IntRange(1, 3), multiple=True, metavar="1|2|3")
@click.option("--reviewer-of", "reviewer", metavar="NAME", help="Tagged or judged by NAME.")
@click.option("--rating", "ratings", multiple=True, metavar="KEY", help="Judged so by anybody.")
@click.option("--doubt", is_flag=True, help="In sentences that somebody has flagged.")
@click.option("--words", default="", metavar="TEXT", help="That hold all these words.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.pass_obj
def claims(
    setup: Setup,
    states: tuple[str, ...],
    priorities: tuple[int, ...],
    reviewer: str | None,
    ratings: tuple[str, ...],
    doubt: bool,
    words: str,
    as_json: bool,
) -> None:
    """List the claims in all articles, the most urgent first.

    Verdicts of others are listed, and found by --rating, once you have judged the claim yourself.
    """
    from factcheck.domain.queue import Filter

    with open_database(setup) as opened:
        scales = opened.store.schemes.scales()
        _refuse_unknown(ratings, scales)
        only = Filter(
            states=frozenset(states) or None,
            priorities=frozenset(priorities) or None,
            reviewer=reviewer,
            ratings=frozenset(ratings) or None,
            doubt=doubt or None,
            words=tuple(words.split()),
        )
        _list(opened, only, scales, as_json=as_json)


commands = (claims,)


def _list(opened: OpenDatabase, only: Filter, scales: Scales, *, as_json: bool) -> None:
    """Print the claims as they are found, however many there are."""
    from factcheck.cli.data import ArticleData
    from factcheck.services import queue

    store = opened.store
    data = ArticleData(opened.reviewer, store.schemes.in_force(), scales)
    nothing = True
    for claim in queue.claims(store, opened.reviewer, only):
        nothing = False
        if as_json:
            print_json(_data(claim, data))
        else:
            say(_line(claim, scales))
    if nothing and not as_json:
        say("no such claims: `factcheck tag` makes a sentence one")


def _refuse_unknown(ratings: tuple[str, ...], scales: Scales) -> None:
    from factcheck.domain.errors import InvalidValue

    known = {rating.key for scale in scales for rating in scale.ratings}
    for rating in ratings:
        if rating not in known:
            raise InvalidValue(f"no rating {rating!r} in any scale: `factcheck scheme` lists them")


def _data(queued: QueuedClaim, data: ArticleData) -> dict[str, object]:
    return {
        "ref": queued.ref,
        "article": queued.article,
        "title": queued.title,
        **data.of_claim(queued.claim),
        "hidden_verdicts": queued.hidden,
        "doubts": dict(queued.doubts),
    }


def _line(queued: QueuedClaim, scales: Scales) -> str:
    from factcheck.services.telling import verdict_words

    judged = [
        f"{reviewer} {verdict_words(verdict, scales)}"
        for reviewer, verdict in queued.verdicts.items()
    ]
    verdicts = f"  ({', '.join(judged)})" if judged else ""
    doubt = "! " if queued.doubts else ""
    return (
        f"{queued.ref:<7} {queued.priority or '-'}  {queued.state:<15}  "
        f"{doubt}{queued.claim.text}{verdicts}"
    )
