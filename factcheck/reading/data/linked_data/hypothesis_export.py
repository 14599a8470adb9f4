"""Annotations of Hypothes.is, as its API and its client export them, told as Web Annotations."""

from collections.abc import Iterable, Mapping
from typing import Any

from factcheck.reading.data.linked_data.webannotation_model import listed

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


def why_apart(record: Record, targets: Mapping[str, object]) -> str:
    """Return why a record is about no words that are known; nothing where it is about some.

    People write notes on whole pages, and the thread of a reply may be in another group.
    """
    if not is_of_hypothesis(record):
        return ""
    about = _about(record, targets)
    if about is None:
        return "it answers an annotation that is not in the file: left out"
    parts = listed(about)
    on_page = all(isinstance(part, Mapping) and not part.get("selector") for part in parts)
    return "it is about the whole page: left out" if on_page else ""


def as_web_annotation(record: Record, targets: Mapping[str, object]) -> Record:
    """Return a record as a Web Annotation, where nothing says `why_apart` it is from the words.

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
        "target": _on_page(record, _about(record, targets)),
        "creator": record.get("user"),
    }


def _about(record: Record, targets: Mapping[str, object]) -> object:
    """Return what a record, or the thread that it belongs to, is about; None for a lost thread."""
    thread = listed(record.get("references"))
    if not thread:
        return listed(record["target"])
    return next(
        (targets[name] for name in thread if isinstance(name, str) and name in targets), None
    )


def _on_page(record: Record, about: object) -> list[object]:
    """Return what is annotated; the address of the page stands in for one that is missing."""
    page = {"source": record["uri"]}
    return [{**page, **part} if isinstance(part, Mapping) else part for part in listed(about)]
