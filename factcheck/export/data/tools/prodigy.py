"""Prodigy: an article with its tagged sentences as spans, or each of them with its choice.

Spans count code points, as spaCy does; hashes are left to `prodigy db-in`, which adds them. A task
keeps whatever key Prodigy does not know (prodi.gy/docs/api-interfaces).
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.identity import SentenceId
from factcheck.domain.said import Said
from factcheck.domain.scheme.scheme import Scheme
from factcheck.export.data.tools.annotators import Annotator, annotators
from factcheck.export.data.tools.carried import about, carried, count_left_out, signed
from factcheck.export.format import OutFile
from factcheck.reading.data.tools.carried import KEY
from factcheck.services.reporting import ReportedArticle
from factcheck.services.selecting import Export

_SHOWN: Final = ("title", "url")
"""What Prodigy shows beside a task."""


def lines(export: Export) -> Iterator[str]:
    """Yield a task for each article and each of those who tagged in it: `spans.manual`."""
    for article in export.articles:
        count_left_out(article, export.ledger)
        for annotator in annotators(article, export.selection.view):
            yield json.dumps(
                {
                    "_view_id": "spans_manual",
                    **(_answer(annotator.name) if annotator.tags else {}),
                    "spans": _spans(article, annotator.tags),
                    "meta": _meta(article),
                    KEY: carried(article, without=annotator.others),
                    "text": article.document.text,
                }
            )


def files(export: Export) -> Iterator[OutFile]:
    """Yield the articles with their spans, and the tagged sentences with their choices."""
    yield OutFile("spans.jsonl", lines(export))
    yield OutFile("textcat.jsonl", _choices(export))


def _choices(export: Export) -> Iterator[str]:
    """Yield a task for each sentence and each of those who tagged it: `textcat.manual`."""
    options = _options(export.scheme)
    for article in export.articles:
        untagged = sum(not reported.tags for reported in article.sentences)
        export.ledger.leave_out("sentences", "no tag, so no example to train on", untagged)
        for annotator in annotators(article, export.selection.view):
            yield from _choices_of(annotator, article, options)


def _choices_of(
    annotator: Annotator, article: ReportedArticle, options: list[dict[str, str]]
) -> Iterator[str]:
    known, meta = about(article.document), _meta(article)
    for sentence in (reported.sentence for reported in article.sentences):
        if tag := annotator.tags.get(sentence.id):
            place = {"start": sentence.start, "end": sentence.end}
            whose = annotator.name or signed(tag.stamp.reviewer, article)
            yield json.dumps(
                {
                    "_view_id": "choice",
                    **_answer(whose),
                    "accept": [tag.value.tag.value],
                    "options": options,
                    "config": {"choice_style": "single"},
                    "meta": meta,
                    KEY: {"article": known, **place},
                    "text": sentence.text,
                }
            )


def _answer(name: str) -> dict[str, str]:
    """Return who accepted a task, if that was one person."""
    whose = {"_annotator_id": name, "_session_id": name} if name else {}
    return {"answer": "accept", **whose}


def _spans(
    article: ReportedArticle, tags: Mapping[SentenceId, Said[TagValue]]
) -> list[dict[str, Any]]:
    return [
        {"start": sentence.start, "end": sentence.end, "label": tags[sentence.id].value.tag.value}
        for sentence in (reported.sentence for reported in article.sentences)
        if sentence.id in tags
    ]


def _options(scheme: Scheme) -> list[dict[str, str]]:
    return [{"id": tag.value, "text": label.words} for tag, label in scheme.labels.items()]


def _meta(article: ReportedArticle) -> dict[str, str]:
    known = about(article.document)
    return {name: known[name] for name in _SHOWN if name in known}
