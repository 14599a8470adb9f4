"""The verdict report in Markdown: what an editor reads, and a site can publish."""

from collections.abc import Iterable, Iterator
from typing import Final

from factcheck.domain.errors import InvalidInput
from factcheck.export.format import OutFile
from factcheck.export.naming import Names
from factcheck.export.report.edition import ON_ITS_OWN, Edition
from factcheck.export.report.facts import facts_of
from factcheck.export.report.templating import MARKDOWN, Templates
from factcheck.services.reporting import ReportedArticle

_TEMPLATE: Final = "report.md.jinja"


def markdown_report(
    articles: Iterable[ReportedArticle], edition: Edition = ON_ITS_OWN
) -> Iterator[str]:
    """Yield one report on `articles` line by line, without line ends.

    The same findings give the same lines. Raises InvalidInput for a newsroom's template that
    cannot be used, and for front matter over more than one article.
    """
    templates = Templates(MARKDOWN, edition.templates)
    for number, article in enumerate(articles):
        if number and edition.front_matter:
            raise InvalidInput("front matter is about one article: name one, or write files")
        if number:
            yield from ("", "---", "")
        yield from _report(templates, article, edition)


def markdown_files(
    articles: Iterable[ReportedArticle], edition: Edition = ON_ITS_OWN
) -> Iterator[OutFile]:
    """Yield a report for each of `articles`, named after it; raises InvalidInput."""
    templates, names = Templates(MARKDOWN, edition.templates), Names()
    for article in articles:
        # the id keeps the name the same whatever else is in the folder
        name = names.of(article.document.title, f"-{article.document.id[:8]}.md")
        yield OutFile(name, _report(templates, article, edition))


def _report(templates: Templates, article: ReportedArticle, edition: Edition) -> Iterator[str]:
    facts = facts_of(article, edition)._asdict()
    return templates.lines(_TEMPLATE, {**facts, "front_matter": edition.front_matter})
