"""Commands that bring articles in and show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from factcheck.cli.database import Setup, open_database
from factcheck.cli.output import complain, counted, print_json, say

if TYPE_CHECKING:
    from factcheck.domain.review import ArticleReview, ArticleSummary, ClaimReview, SentenceReview
    from factcheck.services.adding import Addition

_FLAGGED: Final = "flagged"
"""Stands for a flag without a reason; an empty string reads as no flag in most languages."""


@click.command()
@click.argument("sources", metavar="SOURCE ...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print what became of each file as JSON.")
@click.pass_obj
@click.pass_context
def add(context: click.Context, setup: Setup, sources: tuple[str, ...], as_json: bool) -> None:
    """Read articles: files, folders, or - for standard input."""
    from factcheck.services.adding import add_sources

    with open_database(setup) as opened:
        additions = []
        for addition in add_sources(opened.store, sources):
            additions.append(addition)
            report_addition(addition, quiet=as_json)
    if as_json:
        print_json([_addition_data(addition) for addition in additions])
    if any(addition.problem for addition in additions):
        context.exit(1)


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one object an article as JSON.")
@click.pass_obj
def list_articles(setup: Setup, as_json: bool) -> None:
    """List the articles, with your progress in each."""
    with open_database(setup) as opened:
        summaries = list(opened.store.documents.summaries(opened.reviewer))
    if as_json:
        print_json([_summary_data(summary) for summary in summaries])
        return
    if not summaries:
        say("no articles yet: `factcheck add FILE` reads one")
    for summary in summaries:
        say(_summary_line(summary))


@click.command()
@click.argument("article")
@click.option("--json", "as_json", is_flag=True, help="Print the whole article as JSON.")
@click.pass_obj
def show(setup: Setup, article: str, as_json: bool) -> None:
    """Show an article's sentences with your tags, verdicts and evidence."""
    from factcheck.services.articles import article_named, review_of

    with open_database(setup) as opened:
        review = review_of(opened.store, article_named(opened.store, article), opened.reviewer)
    if as_json:
        print_json(_article_data(review))
        return
    say(f"{review.document.number}  {review.document.title}")
    for sentence in review.sentences:
        _say_sentence(review.document.number, sentence)


commands = (add, list_articles, show)


def report_addition(addition: Addition, *, quiet: bool = False) -> None:
    """Say what became of a source; a problem is said even when `quiet`."""
    if addition.problem:
        complain(f"{addition.source}: {addition.problem}")
    elif addition.article and not quiet:
        news = "read" if addition.added else "nothing new, known already"
        say(
            f"{addition.source}: {news}, article {addition.article.number}, "
            f"{counted(addition.sentences, 'sentence')}"
        )


def _addition_data(addition: Addition) -> dict[str, object]:
    return {
        "source": addition.source,
        "article": addition.article.number if addition.article else None,
        "id": addition.article.id if addition.article else None,
        "title": addition.article.title if addition.article else None,
        "sentences": addition.sentences,
        "added": addition.added,
        "problem": addition.problem or None,
    }


def _summary_data(summary: ArticleSummary) -> dict[str, object]:
    return {
        "article": summary.number,
        "id": summary.id,
        "title": summary.title,
        "source": summary.source,
        "added": summary.added,
        **summary.progress.model_dump(),
    }


def _summary_line(summary: ArticleSummary) -> str:
    progress = summary.progress
    return (
        f"{summary.number:>3}  {progress.tagged:>4}/{progress.sentences} decided  "
        f"{progress.claims:>3} claims  {progress.judged:>3} judged  "
        f"{summary.title}  ({summary.source})"
    )


def _article_data(review: ArticleReview) -> dict[str, object]:
    return {
        "article": review.document.number,
        "id": review.document.id,
        "title": review.document.title,
        "source": review.document.source,
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
    say(f"{article}:{review.sentence.number:<4} {tag:<9}  {review.sentence.text}")
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
