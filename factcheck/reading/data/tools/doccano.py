"""doccano: JSON lines with labelled spans or labelled texts, as its versions have written them.

Spans are `[start, end, label]`, or objects with `start_offset`, `end_offset` and `label` where
there are relations; they count UTF-16 code units (doccano issue 2290). The text is in `text`,
before version 1.7 in `data`.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from factcheck.domain.errors import InvalidValue
from factcheck.domain.findings.remark import Note
from factcheck.domain.utf16 import Units
from factcheck.reading.data.incoming import (
    DataFile,
    Incoming,
    Refused,
    Remarked,
    Row,
    Statement,
    Words,
)
from factcheck.reading.data.json_records import Record, records_in_array, records_in_lines, rows_in
from factcheck.reading.data.remarks import Remarks
from factcheck.reading.data.tools.carried import KEY, Spoken, read_carried
from factcheck.reading.data.tools.spoken import Meaning, rows_of, stretch_in

_TEXTS: Final = ("text", "data")
_LABELS: Final = ("label", "labels", "entities", "annotations")
_KEYS: Final = re.compile(r'"(\w+)"\s*:')
_BEGINNING: Final = re.compile(
    r'\{"id":\s*\d+,\s*"(text|data)":\s*"|\{"label":\s*\[\[\d+,\s*\d+,\s*"'
)
"""How doccano and we begin a record, where what follows is longer than what is looked at."""
_OTHER_TOOLS: Final = frozenset(
    {"record", "completed_by", "from_name", "result", "_input_hash", "_task_hash", "_view_id"}
)
"""Keys that records of other formats have."""


class _Span(NamedTuple):
    """A label on a stretch of a text, as the file counts."""

    start: int
    end: int
    label: str


def recognises(name: str, head: str) -> bool:
    """Return whether a file begins with a record of doccano."""
    first = head.lstrip("\ufeff \t\r\n[").partition("\n")[0]
    if not first.startswith("{"):
        return False
    keys = set(_KEYS.findall(first))
    labelled = not keys.isdisjoint(_LABELS) and not keys.isdisjoint(_TEXTS)
    return keys.isdisjoint(_OTHER_TOOLS) and (labelled or _BEGINNING.match(first) is not None)


def read(file: DataFile) -> Iterator[Row]:
    """Yield what each record says; labels on whole texts make sentences that stand alone."""
    remarks = Remarks()
    is_array = file.content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"["
    records = records_in_array if is_array else records_in_lines
    yield from rows_in(
        records(file.content), lambda record: _rows(record, Meaning(file.labels), remarks)
    )


def _rows(record: Record, meaning: Meaning, remarks: Remarks) -> Iterator[Row]:
    line = record.line
    text = _text(record.fields)
    found = _labels(record.fields)
    if record.fields.get("relations"):
        yield from remarks.once(line, "relations between labels are left out: there are none here")
    comments = _comments(record.fields)
    if found and all(isinstance(label, str | int) for label in found):
        tag = Statement(meaning.tag([str(label) for label in found]))
        notes = (Statement(Note.of(text=comment)) for comment in comments)
        yield Incoming(line, Words(exact=text), (tag, *notes))
        return
    if comments:
        yield Remarked(line, "comments on a whole text are left out: notes are on sentences here")
    yield from _labelled(record, text, found, meaning)


def _labelled(record: Record, text: str, found: list[Any], meaning: Meaning) -> Iterator[Row]:
    """Yield what is said of the parts of a text."""
    line, along = record.line, record.fields.get(KEY)
    if not found and along is None:
        yield Remarked(line, "has no labels, so that nothing is said: left out")
        return
    spans = [_span(line, label) for label in found]
    yield from (label for label in spans if isinstance(label, Refused))
    stretches, remark = _in_code_points(text, [each for each in spans if isinstance(each, _Span)])
    if remark:
        yield Remarked(line, remark)
    own: list[Spoken] = []
    for (start, end), names in stretches.items():
        try:
            own.append(Spoken(*stretch_in(text, start, end), Statement(meaning.tag(names))))
        except InvalidValue as error:
            yield Refused(line, str(error))
    yield from rows_of(line, text, own, read_carried(along, record.fields))


def _in_code_points(text: str, spans: list[_Span]) -> tuple[dict[tuple[int, int], list[str]], str]:
    """Return the labels by their stretch in code points, and what is odd about the offsets."""
    units = Units(text)
    remark = ""
    places = [(units.code_points(span.start), units.code_points(span.end)) for span in spans]
    if units.differ and any(None in place for place in places):
        remark = "offsets halve a character in UTF-16, so they are taken for code points"
        places = [(span.start, span.end) for span in spans]
    stretches: dict[tuple[int, int], list[str]] = {}
    for span, (start, end) in zip(spans, places, strict=True):
        known = (span.start if start is None else start, span.end if end is None else end)
        stretches.setdefault(known, []).append(span.label)
    return stretches, remark


def _text(fields: Mapping[str, object]) -> str:
    text = next((fields[name] for name in _TEXTS if name in fields), None)
    if not isinstance(text, str) or not text.strip():
        raise InvalidValue('has no text: write it as {"text": "...", "label": [...]}')
    return text


def _labels(fields: Mapping[str, object]) -> list[Any]:
    found = next((fields[name] for name in _LABELS if fields.get(name)), [])
    return found if isinstance(found, list) else [found]


def _comments(fields: Mapping[str, object]) -> list[str]:
    found = fields.get("Comments", fields.get("comments"))
    comments = found if isinstance(found, list) else []
    return [comment for comment in comments if isinstance(comment, str) and comment.strip()]


def _span(line: int, label: object) -> _Span | Refused:
    """Return a label with its stretch."""
    if isinstance(label, dict):
        parts = [label.get(name) for name in ("start_offset", "end_offset", "label")]
    else:
        parts = label if isinstance(label, list) else []
    match parts:
        case [int(start), int(end), str() | int() as name]:
            return _Span(start, end, str(name))
    return Refused(line, "a label is not of the form [start, end, name]: export the file again")
