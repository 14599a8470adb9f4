"""Label Studio: tasks with annotations, as its JSON and its JSON-MIN exports have them.

Annotators are numbers, or objects with an e-mail address. What models predicted says nothing, nor
does an annotation that was cancelled (labelstud.io/guide/task_format).
"""

import re
from collections.abc import Iterator, Mapping, Set
from typing import Any, Final, NamedTuple

from factcheck.domain.errors import InvalidValue
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.utf16 import Units
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
from factcheck.reading.data.json_records import Record, records_in_array, rows_in, validated
from factcheck.reading.data.labels import Labels
from factcheck.reading.data.remarks import Remarks
from factcheck.reading.data.tools.carried import KEY, Spoken, read_carried
from factcheck.reading.data.tools.label_studio_min import unfolded
from factcheck.reading.data.tools.label_studio_regions import (
    Region,
    kinds_left_out,
    regions_of,
    text_among,
)
from factcheck.reading.data.tools.spoken import Meaning, rows_of

_TASK: Final = re.compile(r'"(annotations|completions)":\s*\[')
_RESULTS: Final = re.compile(r'"(result|data|predictions|file_upload)":')
_MIN: Final = re.compile(r'"(annotation_id|annotator)":')
_LONGEST: Final = 10_000_000
"""Seconds; who left a task open for months did not look at it all the time."""
_MILLISECONDS: Final = 1000
"""In a second, in which Label Studio counts."""


class _Annotation(Value, extra="ignore"):
    """What one annotator says of a task."""

    completed_by: Any = None
    result: tuple[Any, ...] = ()
    was_cancelled: bool | None = False
    lead_time: Any = None

    @property
    def duration_ms(self) -> int | None:
        """How long it took; None where nobody knows."""
        took = self.lead_time
        known = isinstance(took, int | float) and 0 <= took < _LONGEST
        return round(took * _MILLISECONDS) if known else None


class _Task(Value, extra="ignore"):
    """A text with what annotators say of it."""

    data: dict[str, Any]
    annotations: tuple[dict[str, Any], ...] | None = None
    completions: tuple[dict[str, Any], ...] | None = None
    """What annotations were called before version 1."""
    predictions: Any = None

    @property
    def done(self) -> tuple[dict[str, Any], ...]:
        """All annotations."""
        return self.annotations or self.completions or ()


class _Signed(NamedTuple):
    """An annotation with whose it is."""

    reviewer: str
    annotation: _Annotation
    regions: tuple[Region, ...]

    def said(
        self, region: Region, meaning: Meaning, known: Set[str] = frozenset()
    ) -> tuple[Statement, ...]:
        """Return what is said of one region; how long that took, where it is the only one.

        Regions of ours are by those whose names are `known`; whoever imported them said nothing.
        """
        named = not region.is_ours or self.reviewer in known
        said = region.said(meaning, self.reviewer if named else "")
        took = {"duration_ms": self.annotation.duration_ms}
        if len(self.regions) > 1 or self.annotation.duration_ms is None:
            return said
        return tuple(
            statement._replace(value=statement.value.model_copy(update=took))
            if isinstance(statement.value, TagValue)
            else statement
            for statement in said
        )


def recognises(name: str, head: str) -> bool:
    """Return whether a file begins with a task of Label Studio."""
    if not re.match(r"\ufeff?\s*\[", head):
        return False
    return bool(_MIN.search(head)) or bool(_TASK.search(head) and _RESULTS.search(head))


def read(file: DataFile) -> Iterator[Row]:
    """Yield what each task says; choices on whole texts make sentences that stand alone."""
    remarks = Remarks()

    def rows(record: Record) -> Iterator[Row]:
        task = validated(_Task, unfolded(record, Meaning(file.labels)))
        yield from _rows(record.line, task, file.labels, remarks)

    yield from rows_in(records_in_array(file.content), rows)


def _rows(line: int, task: _Task, labels: Labels, remarks: Remarks) -> Iterator[Row]:
    if task.predictions:
        yield from remarks.once(line, "what models predicted is left out: nobody said it")
    signed: list[_Signed] = []
    for found in task.done:
        annotation = validated(_Annotation, Record(line, found))
        if annotation.was_cancelled:
            yield Remarked(line, "an annotation was cancelled by its annotator: left out")
            continue
        for kind in kinds_left_out(annotation.result):
            yield from remarks.once(line, f"results of the type {kind} are left out")
        regions = tuple(regions_of(annotation.result))
        signed.append(_Signed(_name(annotation.completed_by), annotation, regions))
    along = task.data.get(KEY)
    if not along and not any(each.regions for each in signed):
        yield Remarked(line, "has no annotation, so that nothing is said: left out")
        return
    yield from _said(line, task, signed, labels)


def _said(line: int, task: _Task, signed: list[_Signed], labels: Labels) -> Iterator[Row]:
    """Yield what is said of the parts of a text, or else of all of it."""
    regions = [region for each in signed for region in each.regions]
    text = text_among(task.data, regions)
    if KEY not in task.data and not any(region.in_part for region in regions):
        yield from _of_whole(line, text, signed, Meaning(labels))
        return
    carried, units = read_carried(task.data.get(KEY), task.data), Units(text)
    meaning = Meaning(labels, carried.scales())
    known = {spoken.statement.reviewer for spoken in carried.said}
    own: list[Spoken] = []
    for each in signed:
        for region in each.regions:
            if not region.in_part:
                yield Remarked(line, "what is said of a whole text beside its parts is left out")
                continue
            try:
                stretch = region.stretch(text, units)
                own += (Spoken(*stretch, said) for said in each.said(region, meaning, known))
            except InvalidValue as error:
                yield Refused(line, str(error))
            yield from (Remarked(line, remark) for remark in region.remarks)
    yield from rows_of(line, text, own, carried)


def _of_whole(line: int, text: str, signed: list[_Signed], meaning: Meaning) -> Iterator[Row]:
    """Yield what is said of a text that stands alone."""
    for each in signed:
        for region in each.regions:
            try:
                if said := each.said(region, meaning):
                    yield Incoming(line, Words(exact=text), said)
            except InvalidValue as error:
                yield Refused(line, str(error))


def _name(completed_by: object) -> str:
    """Return what an annotator is called: by e-mail address, else by number."""
    if isinstance(completed_by, Mapping):
        return _name(completed_by.get("email") or completed_by.get("id"))
    known = isinstance(completed_by, str | int) and completed_by
    return str(completed_by) if known else ""
