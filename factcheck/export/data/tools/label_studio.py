"""Label Studio: an array of tasks, one an article, with an annotation of each reviewer.

Offsets count code points, as its editor has stored them since 2021 (label-studio-frontend, pull
request 308). An annotator is named by an e-mail address that Label Studio must know, or not at all
(label_studio/tasks/serializers.py). A task's data may hold whatever a project keeps with it.
"""

import json
from collections.abc import Iterator
from typing import Any, Final

from factcheck.domain.document import Sentence
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.identity import number_of
from factcheck.domain.said import Said
from factcheck.domain.tag import Tag
from factcheck.export.data.tools.annotators import Annotator, annotators
from factcheck.export.data.tools.carried import about, carried, count_left_out
from factcheck.export.data.tools.choices import rating_shown
from factcheck.export.data.tools.label_studio_config import config
from factcheck.export.format import OutFile
from factcheck.reading.data.tools.carried import KEY
from factcheck.reading.data.tools.label_studio_controls import Control
from factcheck.services.reporting import Judgement, ReportedArticle, ReportedClaim, ReportedSentence
from factcheck.services.selecting import Export

_MILLISECONDS: Final = 1000
"""In a second, in which Label Studio counts how long an annotation took."""


def lines(export: Export) -> Iterator[str]:
    """Yield the array, a task a line."""
    before = "["
    for number, article in enumerate(export.articles, 1):
        count_left_out(article, export.ledger)
        yield before
        task = {"id": number, **_task(article, export)}
        before = f"{json.dumps(task)},"
    yield before.removesuffix(",")
    yield "]"


def files(export: Export) -> Iterator[OutFile]:
    """Yield the tasks, and the configuration of a project that can show them."""
    yield OutFile("label-studio.json", lines(export))
    yield OutFile("label-studio-config.xml", config(export.scheme))


def _task(article: ReportedArticle, export: Export) -> dict[str, Any]:
    known = about(article.document)
    return {
        "annotations": [
            {"id": number, **_annotation(annotator, article, export)}
            for number, annotator in enumerate(annotators(article, export.selection.view), 1)
            if annotator.tags
        ],
        "data": {
            "text": article.document.text,
            **{name: known[name] for name in ("title", "url") if name in known},
            KEY: carried(article),
        },
    }


def _annotation(annotator: Annotator, article: ReportedArticle, export: Export) -> dict[str, Any]:
    times = sorted(said.stamp.at for said in annotator.tags.values())
    took = sum(said.value.duration_ms or 0 for said in annotator.tags.values())
    return {
        **({"completed_by": {"email": annotator.name}} if "@" in annotator.name else {}),
        "created_at": times[0],
        "updated_at": times[-1],
        **({"lead_time": took / _MILLISECONDS} if took else {}),
        "was_cancelled": False,
        "result": [
            result
            for reported in article.sentences
            if (said := annotator.tags.get(reported.sentence.id))
            for result in _Region(reported, annotator, export).results(said)
        ],
    }


class _Region:
    """What one annotator says of a sentence: a region for each claim in it, or one."""

    def __init__(self, reported: ReportedSentence, annotator: Annotator, export: Export) -> None:
        self._reported = reported
        self._name = annotator.name
        self._scheme = export.scheme

    def results(self, said: Said[TagValue]) -> Iterator[dict[str, Any]]:
        """Yield the label of the sentence, and what is said beside it."""
        claims = {number_of(claim.claim.id): claim for claim in self._reported.claims}
        is_claim = said.value.tag is Tag.CLAIM
        numbers = list(claims) if is_claim and claims else [1]
        for number in numbers:
            yield self._result(number, Control.TAG, [said.value.tag.value])
            if number == numbers[0]:
                yield from self._beside(number, said.value)
            if is_claim and number in claims:
                yield from self._of_claim(number, claims[number])

    def _beside(self, number: int, tag: TagValue) -> Iterator[dict[str, Any]]:
        if tag.subtypes:
            yield self._result(number, Control.KIND, list(tag.subtypes))
        note = self._reported.notes.get(self._name)
        if note:
            yield self._result(number, Control.NOTE, [note.value.text])

    def _of_claim(self, number: int, claim: ReportedClaim) -> Iterator[dict[str, Any]]:
        wording = claim.claim.claim.text
        if wording and claim.worded and claim.worded.reviewer == self._name:
            yield self._result(number, Control.WORDING, [wording])
        judged = self._verdict(claim)
        rating = rating_shown(judged, self._scheme)
        if rating:
            yield self._result(number, Control.VERDICT, [rating])
        if rating and judged and judged.verdict.because:
            yield self._result(number, Control.REASONS, [judged.verdict.because])

    def _verdict(self, claim: ReportedClaim) -> Judgement | None:
        return claim.verdicts.get(self._name) if self._name else claim.verdict

    def _result(self, number: int, control: Control, said: list[str]) -> dict[str, Any]:
        sentence: Sentence = self._reported.sentence
        place = {"start": sentence.start, "end": sentence.end}
        words = {} if control.type == "textarea" else {"text": sentence.text}
        return {
            "id": f"{sentence.start}-{sentence.end}-{number}",
            "from_name": control.value,
            "to_name": "text",
            "type": control.type,
            "value": {**place, **words, control.holder: said},
        }
