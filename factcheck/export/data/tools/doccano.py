"""doccano: one JSON line an article, its tagged sentences as labelled spans.

doccano's browser side counts UTF-16 code units unless a project counts grapheme clusters
(doccano issue 2290). Whatever column it does not know it keeps as meta data and gives back.
"""

import json
from collections.abc import Iterator, Mapping, Set
from typing import Final

from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.identity import SentenceId
from factcheck.domain.selection import View
from factcheck.domain.utf16 import Units
from factcheck.export.data.tools.carried import carried, count_left_out
from factcheck.export.format import OutFile
from factcheck.export.naming import Names
from factcheck.reading.data.tools.carried import KEY
from factcheck.services.reporting import ReportedArticle, ReportedSentence
from factcheck.services.selecting import Export

_SUFFIX: Final = ".jsonl"


def lines(export: Export) -> Iterator[str]:
    """Yield a record for each article, with the tags on which all agree."""
    for article in export.articles:
        count_left_out(article, export.ledger)
        disputed = sum(sentence.disputed for sentence in article.sentences)
        export.ledger.leave_out("tags", "reviewers differ", disputed)
        tags = {reported.sentence.id: reported.tag for reported in article.sentences}
        yield _record(article, tags, carried(article))


def files(export: Export) -> Iterator[OutFile]:
    """Yield a file for each who tagged, as doccano itself does, or one for all."""
    reviewers = set(_reviewers(export)) if export.selection.view is View.ALL else set()
    names = Names()
    for reviewer in sorted(reviewers):
        others = reviewers - {reviewer}
        yield OutFile(names.of(reviewer, _SUFFIX), _of_reviewer(export, reviewer, others))
    if not reviewers:
        yield OutFile(f"all{_SUFFIX}", lines(export))


def _reviewers(export: Export) -> Iterator[str]:
    """Yield the names of those who tagged, again and again."""
    for article in export.articles:
        for reported in article.sentences:
            yield from reported.tags


def _of_reviewer(export: Export, reviewer: str, others: Set[str]) -> Iterator[str]:
    for article in export.articles:
        if all(reviewer < other for other in others):  # what no file holds is counted once
            count_left_out(article, export.ledger)
        tags = {each.sentence.id: _tag_by(reviewer, each) for each in article.sentences}
        yield _record(article, tags, carried(article, without=others))


def _tag_by(reviewer: str, reported: ReportedSentence) -> TagValue | None:
    said = reported.tags.get(reviewer)
    return said.value if said else None


def _record(
    article: ReportedArticle,
    tags: Mapping[SentenceId, TagValue | None],
    along: Mapping[str, object],
) -> str:
    """Return an article as a line; a label is `[start, end, name]`."""
    units = Units(article.document.text)
    labels = [
        [units.of(sentence.start), units.of(sentence.end), tag.tag.value]
        for sentence in (reported.sentence for reported in article.sentences)
        if (tag := tags[sentence.id])
    ]
    return json.dumps({"label": labels, KEY: along, "text": article.document.text})
