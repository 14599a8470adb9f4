"""JSON: one object a line, or one array of objects, or a single object."""

import json
from collections.abc import Iterator

from factcheck.domain.errors import Unreadable
from factcheck.reading.article import LARGEST, Article
from factcheck.reading.decoding.encoding import decoded
from factcheck.reading.readers.rows import Layout, Row, articles_of, at_row
from factcheck.reading.readers.source_lines import lines_of, understood_lines
from factcheck.reading.source import HEAD, Source


def articles(source: Source) -> Iterator[Article | Unreadable]:
    """Yield an article for each object, and a problem for each that is none."""
    way = understood_lines(source)
    head = source.head.removeprefix(way.mark).decode(way.codec, "replace").lstrip()
    if _is_one_document(head, len(source.head) < HEAD, source.name):
        yield from _from_document(source)
        return
    lines = enumerate(lines_of(source, way), 1)
    rows = (_row(number, line) for number, line in lines if not _blank(line))
    yield from articles_of(rows, Layout(source.columns, "jsonl", way.encoding))


def _is_one_document(head: str, complete: bool, name: str) -> bool:
    """Whether all lines are one JSON value: an array, or an object that goes on below."""
    if head.startswith("[") or not head.startswith("{"):
        return head.startswith("[")
    first, below, _ = head.partition("\n")
    if name.lower().endswith((".jsonl", ".ndjson")) or not (below or complete):
        return False
    return _goes_on(first)


def _goes_on(line: str) -> bool:
    try:
        json.loads(line)
    except json.JSONDecodeError as error:
        return error.pos >= len(line.rstrip())
    except (ValueError, RecursionError):
        return False
    return False


def _from_document(source: Source) -> Iterator[Article | Unreadable]:
    text, how = decoded(source.content(LARGEST), declared=source.charset, encoding=source.encoding)
    whole = _parsed(text)
    if isinstance(whole, Unreadable):
        raise whole
    values = whole if isinstance(whole, list) else [whole]
    rows = (_checked_row(number, value) for number, value in enumerate(values, 1))
    yield from articles_of(rows, Layout(source.columns, "jsonl", how))


def _blank(line: str | Unreadable) -> bool:
    return isinstance(line, str) and line.isspace()


def _row(number: int, line: str | Unreadable) -> Row | Unreadable:
    value = line if isinstance(line, Unreadable) else _parsed(line)
    return _checked_row(number, value)


def _checked_row(number: int, value: object) -> Row | Unreadable:
    if isinstance(value, Unreadable):
        return at_row(number, value)
    if not isinstance(value, dict):
        return at_row(number, 'is no JSON object: write it as {"text": ...}')
    return Row(number, value)


def _parsed(text: str) -> object:
    """Return the value, or an Unreadable that says what is wrong with it."""
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        return Unreadable(f"is no JSON ({error.msg}, character {error.pos + 1}): mend it")
    except (ValueError, RecursionError):  # a number of thousands of digits, or a thousand brackets
        return Unreadable("is JSON that no article needs, too deep or too long: mend it")
    return value
