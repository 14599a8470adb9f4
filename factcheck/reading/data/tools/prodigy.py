"""Prodigy: JSON lines with an annotator's spans, choice or answer to one label.

Spans count code points. Only what was accepted says something: what was rejected says what a text
is not, and what was ignored nothing (prodi.gy/docs/api-interfaces).
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from factcheck.domain.errors import InvalidValue
from factcheck.domain.value import Value
from factcheck.reading.data.incoming import (
    DataFile,
    Incoming,
    Refused,
    Remarked,
    Row,
    Statement,
    Words,
)
from factcheck.reading.data.json_records import Record, records_in_lines, rows_in, validated
from factcheck.reading.data.remarks import Remarks
from factcheck.reading.data.tools.carried import KEY, Spoken, only_known, read_carried
from factcheck.reading.data.tools.spoken import Meaning, rows_of, stretch_in

_MARKS: Final = re.compile(
    r'"(_input_hash|_task_hash|_view_id|_annotator_id|_session_id)":'
    r'|"answer":\s*"(accept|reject|ignore)"'
)
"""Keys that Prodigy gives its tasks."""
_SITTING: Final = re.compile(r"(.*-)?\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d|.*-default")
"""What Prodigy calls annotators where nobody gave a name: the time they began, or nothing."""
_UNSAID: Final = {
    "reject": "was rejected, which says what it is not: left out",
    "ignore": "was ignored by its annotator: left out",
}


class _Span(Value, extra="ignore"):
    """A label on a stretch of the text."""

    start: int
    end: int
    label: str


class _Option(Value, extra="ignore"):
    """One of those that could be chosen."""

    id: str | int
    text: str = ""


class _Task(Value, extra="ignore"):
    """A task with its answer."""

    text: str
    spans: tuple[dict[str, Any], ...] | None = None
    label: str | None = None
    options: tuple[_Option, ...] | None = None
    accept: tuple[str | int, ...] | None = None
    answer: str = "accept"
    meta: Any = None


class _Sentence(Value, extra="ignore"):
    """Of which sentence of which article a choice was made."""

    article: dict[str, Any]
    start: int
    end: int


def recognises(name: str, head: str) -> bool:
    """Return whether a file begins with a task of Prodigy."""
    first = head.lstrip("\ufeff \t\r\n").partition("\n")[0]
    return first.startswith("{") and _MARKS.search(first) is not None


def read(file: DataFile) -> Iterator[Row]:
    """Yield what each task says; what is said of a whole text is said of a sentence."""
    remarks = Remarks()
    yield from rows_in(
        records_in_lines(file.content), lambda record: _rows(record, Meaning(file.labels), remarks)
    )


def _rows(record: Record, meaning: Meaning, remarks: Remarks) -> Iterator[Row]:
    task, line = validated(_Task, record), record.line
    if task.answer in _UNSAID:
        yield Remarked(line, _UNSAID[task.answer])
        return
    if record.fields.get("relations"):
        yield from remarks.once(line, "relations between spans are left out: there are none here")
    reviewer = _annotator(record)
    if task.label is not None or (task.accept is not None and not task.spans):
        tag = Statement(meaning.tag(_chosen(task, meaning)), reviewer)
        yield Incoming(line, _words(record, task.text), (tag,))
        return
    yield from _labelled(record, task, reviewer, meaning)


def _labelled(record: Record, task: _Task, reviewer: str, meaning: Meaning) -> Iterator[Row]:
    """Yield what is said of the parts of a text."""
    line, along = record.line, record.fields.get(KEY)
    if not task.spans and along is None:
        yield Remarked(line, "has neither spans nor a choice, so that nothing is said: left out")
        return
    named: dict[tuple[int, int], list[str]] = {}
    own: list[Spoken] = []
    try:
        for found in task.spans or ():
            span = _Span.of(**only_known(_Span, found))
            named.setdefault(stretch_in(task.text, span.start, span.end), []).append(span.label)
        for stretch, names in named.items():
            own.append(Spoken(*stretch, Statement(meaning.tag(names), reviewer)))
    except InvalidValue as error:
        yield Refused(line, f"its spans: {error}")
        return
    meta = task.meta if isinstance(task.meta, dict) else {}
    yield from rows_of(line, task.text, own, read_carried(along, meta))


def _chosen(task: _Task, meaning: Meaning) -> list[str]:
    """Return the names of what was chosen, by id where that is known here, else in words."""
    if task.label is not None:
        return [task.label]
    words = {str(option.id): option.text for option in task.options or ()}
    chosen = [str(name) for name in task.accept or ()]
    if not chosen:
        raise InvalidValue("none of its options was chosen: choose one, or ignore the task")
    return [name if meaning.has_tag(name) else words.get(name) or name for name in chosen]


def _words(record: Record, text: str) -> Words:
    """Return the sentence of an article where our own task says which, else the text alone."""
    if not text.strip():
        raise InvalidValue('has no text: write it as {"text": "...", "spans": [...]}')
    try:
        place = _Sentence.of(**only_known(_Sentence, record.fields.get(KEY)))
    except InvalidValue:
        return Words(exact=text)
    return Words(str(place.article.get("id", "")), place.start, place.end, text)


def _annotator(record: Record) -> str:
    """Return who answered, where Prodigy was told a name."""
    for key in ("_annotator_id", "_session_id"):
        name = record.fields.get(key)
        if isinstance(name, str) and name and not _SITTING.fullmatch(name):
            return name
    return ""
