"""Commands that show articles."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

import click

from factcheck.cli.database import Setup, open_database
from factcheck.cli.output import print_json, say
from factcheck.cli.particulars import PARTICULARS
from factcheck.domain.display import flowing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.domain.identity import DocumentId
    from factcheck.domain.particulars import Particulars
    from factcheck.domain.review import ArticleReview, ArticleSummary, ClaimReview, SentenceReview
    from factcheck.store.readings import Reading

_FLAGGED: Final = "flagged"
"""Stands for a flag without a reason; an empty string reads as no flag in most languages."""


@click.command("list")
@click.option("--all", "replaced", is_flag=True, help="List replaced versions as well.")
@click.option("--json", "as_json", is_flag=True, help="Print one object an article as JSON.")
@click.pass_obj
def list_articles(setup: Setup, replaced: bool, as_json: bool) -> None:
    """List the articles, with your progress in each."""
    with open_database(setup) as opened:
        documents = opened.store.documents
        summaries = list(documents.summaries(opened.reviewer, replaced=replaced))
    numbers = {summary.id: summary.number for summary in summaries}
    if as_json:
        print_json([_summary_data(summary, numbers) for summary in summaries])
        return
    if not summaries:
        say("no articles yet: `factcheck add FILE` reads one")
    for summary in summaries:
        say(_summary_line(summary, numbers))


@click.command()
@click.argument("article")
@click.option("--json", "as_json", is_flag=True, help="Print the whole article as JSON.")
@click.option("--page", is_flag=True, help="Print the page as it was fetched, byte for byte.")
@click.pass_obj
def show(setup: Setup, article: str, as_json: bool, page: bool) -> None:
    """Show an article's sentences with your tags, verdicts and evidence."""
    from factcheck.services.articles import article_named, review_of

    if page:
        _print_page(setup, article)
        return
    with open_database(setup) as opened:
        review = review_of(opened.store, article_named(opened.store, article), opened.reviewer)
        reading = opened.store.readings.of(review.document.id)
    if as_json:
        print_json(_article_data(review, reading))
        return
    say(f"{review.document.number}  {review.document.title}")
    for sentence in review.sentences:
        _say_sentence(review.document.number, sentence)


commands = (list_articles, show)


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


def _summary_data(summary: ArticleSummary, numbers: Mapping[DocumentId, int]) -> dict[str, object]:
    return {
        "article": summary.number,
        "id": summary.id,
        **_particulars_data(summary),
        "source": summary.source,
        "added": summary.added,
        "replaced_by": _number(summary, numbers),
        **summary.progress.model_dump(),
    }


def _particulars_data(known: Particulars) -> dict[str, str | None]:
    """Return what is known about an article, None where nobody knows; the title is a string."""
    fields = known.model_dump(include=set(PARTICULARS))
    return {name: value or (value if name == "title" else None) for name, value in fields.items()}


def _number(summary: ArticleSummary, numbers: Mapping[DocumentId, int]) -> int | None:
    """Return the number of the newer version, if there is one."""
    return numbers.get(summary.replaced_by) if summary.replaced_by else None


def _summary_line(summary: ArticleSummary, numbers: Mapping[DocumentId, int]) -> str:
    progress = summary.progress
    newer = _number(summary, numbers)
    return (
        f"{summary.number:>3}  {progress.tagged:>4}/{progress.sentences} decided  "
        f"{progress.claims:>3} claims  {progress.judged:>3} judged  "
        f"{summary.title}  ({summary.source})" + (f"  replaced by {newer}" if newer else "")
    )


def _article_data(review: ArticleReview, reading: Reading | None) -> dict[str, object]:
    return {
        "article": review.document.number,
        "id": review.document.id,
        **_particulars_data(review.document),
        "source": review.document.source,
        "format": reading.format if reading else None,
        "encoding": (reading.encoding or None) if reading else None,
        "added": review.document.added,
        "text": review.document.text,
        "sentences": [_sentence_data(sentence) for sentence in review.sentences],
    }


def _sentence_data(review: SentenceReview) -> dict[str, object]:
    return {
        "n": review.sentence.number,
        "id": review.sentence.id,
        "start": review.sentence.start,
        "end": review.sentence.end,
        "text": review.sentence.text,
        "role": review.sentence.role,
        "tag": review.tag,
        "note": review.note.text if review.note else None,
        "flag": (review.flag.reason or _FLAGGED) if review.flag else None,
        "claims": [_claim_data(claim) for claim in review.claims],
    }


def _claim_data(review: ClaimReview) -> dict[str, object]:
    return {
        "id": review.id,
        "text": review.text,
        "claimant": review.claim.claimant or None,
        "date": review.claim.date or None,
        "verdict": review.verdict.model_dump() if review.verdict else None,
        "evidence": [
            {"id": item.id, **item.evidence.model_dump(exclude={"claim"})}
            for item in review.evidence
        ],
    }


def _say_sentence(article: int, review: SentenceReview) -> None:
    tag = review.tag or "undecided"
    role = review.sentence.role
    hint = f"  ({role})" if role and role != "body" else ""
    say(f"{article}:{review.sentence.number:<4} {tag:<9}  {flowing(review.sentence.text)}{hint}")
    if review.note:
        say(f"{'':17}note: {review.note.text}")
    if review.flag:
        say(f"{'':17}flagged: {review.flag.reason or 'without a reason'}")
    for claim in review.claims:
        _say_claim(claim)


def _say_claim(review: ClaimReview) -> None:
    from factcheck.domain.scale import rating_of

    if review.claim.text:
        say(f"{'':17}claim: {review.claim.text}")
    if review.verdict:
        because = f", because {review.verdict.because}" if review.verdict.because else ""
        rating = rating_of(review.verdict.scale, review.verdict.rating)
        say(f"{'':17}verdict: {rating.words}{because}")
    for item in review.evidence:
        quote = f' "{item.evidence.quote}"' if item.evidence.quote else ""
        say(f"{'':17}{item.evidence.stance}: {item.evidence.url}{quote}")
