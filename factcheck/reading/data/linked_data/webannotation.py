"""Web Annotations: single ones, lists, pages and collections, and what Hypothes.is exports."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from factcheck.domain.errors import InvalidValue, Unreadable
from factcheck.reading.data.incoming import (
    DataFile,
    Incoming,
    Refused,
    Remarked,
    Row,
    Statement,
)
from factcheck.reading.data.json_lines import Located, located, places
from factcheck.reading.data.labels import Labels
from factcheck.reading.data.linked_data.hypothesis_export import (
    as_web_annotation,
    is_of_hypothesis,
    targets_by_id,
    why_apart,
)
from factcheck.reading.data.linked_data.webannotation_meaning import (
    claim_number,
    meaning,
    reviewers_of,
)
from factcheck.reading.data.linked_data.webannotation_model import Annotation, annotation_of, listed
from factcheck.reading.data.linked_data.webannotation_terms import CONTEXT

_HOLDING: Final = ("items", "annotations", "rows", "@graph")
"""What a page, an export of the Hypothes.is client, an answer of its API, and a graph call them."""
_ANNOTATION: Final = frozenset(
    {"Annotation", "oa:Annotation", "http://www.w3.org/ns/oa#Annotation"}
)
_TYPED: Final = re.compile(r'"@?type"\s*:\s*\[?\s*"(oa:)?Annotation(Page|Collection)?"')
_OF_HYPOTHESIS: Final = re.compile(r'"user"\s*:\s*"acct:')
_DECODER: Final = json.JSONDecoder()
_MARK: Final = b"\xef\xbb\xbf"
"""Some editors begin a file with it."""


def recognises(name: str, head: str) -> bool:
    """Whether a file holds web annotations, or those of Hypothes.is."""
    if not head.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        return False
    page = '"uri"' in head and _OF_HYPOTHESIS.search(head)
    export = '"export_userid"' in head and '"annotations"' in head
    return f'"{CONTEXT}"' in head or bool(page or export or _TYPED.search(head))


def read(file: DataFile) -> Iterator[Row]:
    """Yield what each annotation says; raises Unreadable where there are none to read."""
    records = list(_records(file.content))
    targets = targets_by_id(record for _, record in records)
    for line, record in records:
        if isinstance(record, Refused | Remarked):
            yield record
        else:
            yield from _rows(line, record, targets, file.labels)


def _rows(
    line: int, record: object, targets: Mapping[str, object], labels: Labels
) -> Iterator[Row]:
    """Yield what one annotation says of each of its targets."""
    apart = why_apart(record, targets) if isinstance(record, Mapping) else ""
    if apart:
        yield Remarked(line, apart)
        return
    try:
        annotation = annotation_of(_as_annotation(record, targets))
        said = _statements(annotation, labels)
    except InvalidValue as error:
        yield Refused(line, str(error))
        return
    if not said:
        yield Remarked(line, "nothing is said of the words: it is passed over")
        return
    if "used" in annotation.own:
        yield Remarked(line, "on which evidence the verdict rests is not taken: choose it anew")
    yield from _incoming(line, annotation, said)


def _incoming(line: int, annotation: Annotation, said: tuple[Statement, ...]) -> Iterator[Row]:
    found = [target.words for target in annotation.target]
    if not any(found):
        yield Refused(
            line,
            "it does not say which words of which page it is about:"
            " add a quote, or say it of the words in the article",
        )
        return
    for words in found:
        unclear = Remarked(line, "one of its targets names no words: it is passed over")
        yield Incoming(line, words, said) if words else unclear


def _as_annotation(record: object, targets: Mapping[str, object]) -> Mapping[str, Any]:
    """Return a record that is an annotation; raises InvalidValue for another one."""
    if isinstance(record, Mapping):
        if is_of_hypothesis(record):
            return as_web_annotation(record, targets)
        if _is_annotation(record):
            return record
    raise InvalidValue('it is no annotation: it needs "type": "Annotation" and a "target"')


def _is_annotation(record: Mapping[str, Any]) -> bool:
    types = listed(record.get("type", record.get("@type")))
    return any(isinstance(each, str) and each in _ANNOTATION for each in types)


def _statements(annotation: Annotation, labels: Labels) -> tuple[Statement, ...]:
    number = claim_number(annotation)
    said = meaning(annotation, labels)
    names = reviewers_of(annotation)
    return tuple(Statement(value, name, number) for name in names for value in said)


def _records(content: bytes) -> Iterator[tuple[int, object]]:
    """Yield all records, each with where it begins; files may have one JSON value a line."""
    whole = _parsed(content)
    if isinstance(whole, Located):
        held = _held(whole.value)
        begun = places(whole.lines_in(held))
        yield from zip(begun, held, strict=True)
        yield from _missing(whole.value, len(held), begun[-1] if begun else 1)
        return
    lines = enumerate(content.removeprefix(_MARK).split(b"\n"), 1)
    values = [(number, _parsed(line, number)) for number, line in lines if line.strip()]
    if len(values) < 2 or isinstance(values[0][1], Refused):
        raise Unreadable(whole.reason)
    for number, value in values:
        yield from ((number, record) for record in _held_in_line(number, value))


def _held_in_line(number: int, found: Located | Refused) -> Sequence[object]:
    try:
        return [found] if isinstance(found, Refused) else _held(found.value)
    except Unreadable as error:
        return [Refused(number, str(error))]


def _parsed(content: bytes, line: int = 1) -> Located | Refused:
    """Return the value that JSON says, or why it says none."""
    try:
        text = content.decode(json.detect_encoding(content), "surrogatepass")
        return located(text, _DECODER)
    except json.JSONDecodeError as error:
        place = f"line {line + error.lineno - 1}, character {error.colno}"
        return Refused(line, f"it is broken JSON ({error.msg}, {place}): mend it")
    except (ValueError, RecursionError):  # no UTF-8, or a number or a depth beyond all use
        return Refused(line, "it is JSON that no program reads: save it again in UTF-8")


def _held(value: object) -> Sequence[object]:
    """Return the annotations that a value holds, or is; raises Unreadable."""
    if isinstance(value, list):
        return value
    if isinstance(value, Mapping):
        page = value["first"] if isinstance(value.get("first"), Mapping) else value
        held = (page[name] for name in _HOLDING if isinstance(page.get(name), list))
        alone = _is_annotation(value) or is_of_hypothesis(value)
        found: list[object] | None = [value] if alone else next(held, None)
        if found is not None or value.get("total") == 0:
            return found or []
        if "first" in value:
            raise Unreadable("its annotations are on another page: save that page and import it")
    raise Unreadable("it holds no web annotations: name its format with --format")


def _missing(whole: object, held: int, line: int) -> Iterator[tuple[int, Remarked]]:
    """Yield a remark where a file says that there are more annotations than it holds."""
    total = whole.get("total") if isinstance(whole, Mapping) else None
    if isinstance(total, int) and total > held:
        remark = f"the file holds {held} of {total} annotations: import the further pages as well"
        yield line, Remarked(line, remark)
