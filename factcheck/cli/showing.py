"""The command that shows an article."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from factcheck.cli.database import Setup, open_database
from factcheck.cli.output import print_json, say
from factcheck.domain.display import flowing

if TYPE_CHECKING:
    from factcheck.cli.data import ArticleData
    from factcheck.domain.review import ClaimReview, SentenceReview


@click.command()
@click.argument("article")
@click.option("--json", "as_json", is_flag=True, help="Print the whole article as JSON.")
@click.option("--page", is_flag=True, help="Print the page as it was fetched, byte for byte.")
@click.pass_obj
def show(setup: Setup, article: str, as_json: bool, page: bool) -> None:
    """Show an article's sentences with your tags, verdicts and evidence."""
    from factcheck.cli.data import ArticleData
    from factcheck.services.articles import article_named, review_of

    if page:
        _print_page(setup, article)
        return
    with open_database(setup) as opened:
        review = review_of(opened.store, article_named(opened.store, article), opened.reviewer)
        scheme, scales = opened.store.schemes.in_force(), opened.store.schemes.scales()
        reading = opened.store.readings.of(review.document.id)
        data = ArticleData(opened.reviewer, scheme, scales)
    if as_json:
        print_json(data.of(review, reading))
        return
    say(f"{review.document.number}  {review.document.title}")
    for sentence in review.sentences:
        _say_sentence(data, review.document.number, sentence)


commands = (show,)


def _print_page(setup: Setup, article: str) -> None:
    """Print the page that an article was fetched as; raises NotFound where it was not fetched."""
    from factcheck.domain.errors import NotFound
    from factcheck.services.articles import article_named

    if sys.stdout.isatty():
        raise click.UsageError("a page can command a terminal: write it to a file with > page.html")
    with open_database(setup) as opened:
        document = article_named(opened.store, article)
        content = opened.store.readings.snapshot(document.id)
    if content is None:
        raise NotFound(f"article {document.number} was not fetched: it was read from a file")
    click.echo(content, nl=False)


def _say_sentence(data: ArticleData, article: int, review: SentenceReview) -> None:
    kind = f" ({', '.join(review.subtypes)})" if review.subtypes else ""
    tag = f"{review.tag or 'undecided'}{kind}"
    role = review.sentence.role
    hint = f"  ({role})" if role and role != "body" else ""
    say(f"{article}:{review.sentence.number:<4} {tag:<9}  {flowing(review.sentence.text)}{hint}")
    if review.attribution:
        say(f"{'':17}asserted by: {review.attribution}")
    if review.note:
        say(f"{'':17}note: {review.note.text}")
    if review.flag:
        about = " for the guideline" if review.flag.guideline else ""
        say(f"{'':17}flagged{about}: {review.flag.reason or 'without a reason'}")
    for claim in review.claims:
        _say_claim(data, claim)


def _say_claim(data: ArticleData, review: ClaimReview) -> None:
    if review.claim.text:
        say(f"{'':17}claim: {review.claim.text}")
    for name, said in data.said_of(review):
        say(f"{'':17}{name}: {said}")
    for number, item in enumerate(review.evidence, start=1):
        quote = f' "{item.evidence.quote}"' if item.evidence.quote else ""
        source = item.evidence.url or item.evidence.name
        say(f"{'':17}[{number}] {item.evidence.stance}: {source}{quote}")
