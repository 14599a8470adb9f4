"""JSON-MIN, the short form of Label Studio's export: data and results side by side."""

from collections.abc import Iterator
from typing import Any, Final

from factcheck.domain.errors import InvalidValue
from factcheck.reading.data.json_records import Record
from factcheck.reading.data.tools.spoken import Meaning

_LONG: Final = frozenset({"annotations", "completions", "data"})
"""What tasks of the long form have."""
_SHORT: Final = frozenset({"annotator", "annotation_id", "created_at", "updated_at", "lead_time"})
"""What is said of the annotation in the short form."""
_ABOUT: Final = _SHORT | {"id", "text"}
"""What is no result."""


def unfolded(record: Record, meaning: Meaning) -> Record:
    """Return a record of the short form as a task; one that has annotations as it is.

    A single choice is a plain text there like any other, known by being a label or a rating.
    Raises InvalidValue for a record of neither form.
    """
    fields = record.fields
    if not _LONG.isdisjoint(fields):
        return record
    if _SHORT.isdisjoint(fields):
        raise InvalidValue("is no task of Label Studio: name the format of the file (--format)")
    results = [
        result
        for name, value in fields.items()
        if name not in _ABOUT
        for result in _results(name, value, meaning)
    ]
    annotation = {
        "completed_by": fields.get("annotator"),
        "lead_time": fields.get("lead_time"),
        "result": results,
    }
    taken = {result["from_name"] for result in results}
    data = {
        name: value for name, value in fields.items() if name not in taken | (_ABOUT - {"text"})
    }
    return record._replace(fields={"data": data, "annotations": [annotation]})


def _results(name: str, value: object, meaning: Meaning) -> Iterator[dict[str, Any]]:
    """Yield what a field says, as the long form has it."""
    if isinstance(value, str) and _is_known(meaning, value):
        yield {"from_name": name, "type": "choices", "value": {"choices": [value]}}
    elif isinstance(value, dict) and "choices" in value:
        yield {"from_name": name, "type": "choices", "value": {"choices": value["choices"]}}
    elif isinstance(value, list) and _all_known(meaning, value):
        yield {"from_name": name, "type": "choices", "value": {"choices": value}}
    for item in value if isinstance(value, list) else []:
        if isinstance(item, dict) and "start" in item and "end" in item:
            place = f"{item['start']} to {item['end']}"
            is_words = "labels" not in item and "choices" not in item
            kind = "textarea" if is_words else "labels"
            yield {"id": place, "from_name": name, "type": kind, "value": item}


def _all_known(meaning: Meaning, values: list[Any]) -> bool:
    return bool(values) and all(isinstance(v, str) and _is_known(meaning, v) for v in values)


def _is_known(meaning: Meaning, name: str) -> bool:
    return meaning.has_tag(name) or meaning.has_rating(name)
