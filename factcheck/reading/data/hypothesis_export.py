"""Annotations of Hypothes.is, as its API and its client export them, told as Web Annotations."""

from collections.abc import Iterable, Mapping
from typing import Any

from factcheck.domain.errors import InvalidValue
from factcheck.reading.data.webannotation_model import listed

Record = Mapping[str, Any]


def is_of_hypothesis(record: Record) -> bool:
    """Whether a record is one of Hypothes.is, which names the page beside the words."""
    return "uri" in record and "target" in record


def targets_by_id(records: Iterable[object]) -> dict[str, object]:
    """Return what each annotation is about, so that replies to it can be understood."""
    return {
        record["id"]: record["target"]
        for record in records
        if isinstance(record, Mapping)
        and is_of_hypothesis(record)
        and isinstance(record.get("id"), str)
    }


def as_web_annotation(record: Record, targets: Mapping[str, object]) -> Record:
    """Return a record as a Web Annotation; raises InvalidValue for a reply to nothing known.

    A reply is said of the same words, and its labels speak of the annotation and not of them.
    """
    thread = listed(record.get("references"))
    tags = listed(record.get("tags"))
    purpose = "tagging"
    if thread:
        purpose, tags = "replying", [f"#{tag}" for tag in tags]
    said = [{"value": record.get("text"), "purpose": "replying" if thread else "commenting"}]
    return {
        "body": [*said, *({"value": tag, "purpose": purpose} for tag in tags)],
        "target": _answered(thread, targets) if thread else _on_page(record),
        "creator": record.get("user"),
    }


def _answered(thread: list[Any], targets: Mapping[str, object]) -> object:
    for name in thread:
        if isinstance(name, str) and name in targets:
            return targets[name]
    raise InvalidValue("it answers an annotation that is not in the file: export both together")


def _on_page(record: Record) -> list[object]:
    """Return what is annotated; the address of the page stands in for one that is missing."""
    page = {"source": record["uri"]}
    parts = listed(record["target"]) or [page]
    return [{**page, **part} if isinstance(part, Mapping) else part for part in parts]
