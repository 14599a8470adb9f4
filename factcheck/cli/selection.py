"""Options that say what is to leave the program, and in whose view."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.sign_off import ClaimState

if TYPE_CHECKING:
    from factcheck.cli.database import OpenDatabase
    from factcheck.domain.selection import Selection

_F = TypeVar("_F", bound=Callable[..., Any])

VIEWS: Final = ("all", "agreed", "adjudicated")
"""As domain/selection names them, which takes long to load."""


def with_options(*options: Callable[[Any], Any]) -> Callable[[_F], _F]:
    """Return what gives a command some options, in their order."""

    def decorate(command: _F) -> _F:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def selection_from(opened: OpenDatabase, options: dict[str, Any], view: str) -> Selection:
    """Return what the options select, as a `view` shows it; raises InvalidValue and NotFound."""
    from factcheck.domain.selection import Selection
    from factcheck.services.articles import article_named
    from factcheck.services.selecting import refuse_unknown

    refuse_unknown(opened.store, options["reviewers"])
    named = (article_named(opened.store, name) for name in options["articles"])
    return Selection.of(
        articles=tuple(dict.fromkeys(article.id for article in named)),
        tags=options["tags"],
        reviewers=options["reviewers"],
        states=options["states"],
        since=options["since"],
        view=view,
    )


ARTICLES: Final = click.option(
    "--article",
    "articles",
    multiple=True,
    metavar="ARTICLE",
    help="Only this article; may be given several times.",
)

FILTERS: Final = (
    click.option(
        "--tag",
        "tags",
        type=click.Choice([tag.value for tag in Tag]),
        multiple=True,
        help="Only sentences that somebody tagged so.",
    ),
    click.option(
        "--reviewer",
        "reviewers",
        multiple=True,
        metavar="NAME",
        help="Only the tags, remarks and verdicts of NAME.",
    ),
    click.option(
        "--state",
        "states",
        type=click.Choice([state.value for state in ClaimState]),
        multiple=True,
        metavar="STATE",
        help="Only claims whose fact-check is so far, as published.",
    ),
    click.option(
        "--since",
        default="",
        metavar="WHEN",
        help="Only sentences on which something was decided since (a day, or a time; UTC).",
    ),
    click.option(
        "--view",
        type=click.Choice(VIEWS),
        help="Whose findings: everybody's side by side (all), only what all agree on (agreed), "
        "or what was decided where they differ, and else what all agree on (adjudicated).",
    ),
)
