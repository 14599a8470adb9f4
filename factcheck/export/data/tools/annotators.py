"""Whose tags stand together in an article, for tools that keep each annotator's work apart."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.identity import SentenceId
from factcheck.domain.said import Said
from factcheck.domain.selection import View
from factcheck.export.data.tools.carried import signed
from factcheck.services.reporting import ReportedArticle


class Annotator(NamedTuple):
    """One of those who tagged in an article, or all who agree."""

    name: str
    """Empty where nobody tagged, or where several agree and are named together."""
    tags: Mapping[SentenceId, Said[TagValue]]
    others: frozenset[str]
    """Who else has tags of their own in the article."""


def annotators(article: ReportedArticle, view: View) -> Iterator[Annotator]:
    """Yield those who tagged in an article; where nobody did, or all agree, there is one."""
    said: dict[str, dict[SentenceId, Said[TagValue]]] = {}
    for reported in article.sentences:
        for name, tag in reported.tags.items():
            said.setdefault(name, {})[reported.sentence.id] = tag
    if view is View.ALL:
        for name in sorted(said):
            yield Annotator(signed(name, article), said[name], frozenset(said) - {name})
    elif said:
        together = {sentence: tag for tags in said.values() for sentence, tag in tags.items()}
        name = next(iter(said)) if len(said) == 1 else ""
        yield Annotator(signed(name, article), together, frozenset())
    if not said:
        yield Annotator("", {}, frozenset())
