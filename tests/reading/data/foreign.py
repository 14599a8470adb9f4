"""Files of other tools for tests, and what was read of them."""

import json
from collections.abc import Iterable
from contextlib import suppress
from typing import Final

from hypothesis import strategies as st

from factcheck.domain.errors import Unreadable
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.tag import Tag
from factcheck.reading.data.incoming import DataFile, Incoming, Reader, Row
from factcheck.reading.data.labels import Labels

_KEYS: Final = (
    "text data label start end value kind said article id spans accept answer cls self result"
    " annotations completed_by claim reviewer sentences type labels choices factcheck options"
)
ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.just(10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["claim", "", "tag", "accept", "\ud800", "\0", "A."]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(_KEYS.split(" ")), inner, max_size=6)
    ),
    max_leaves=25,
)
"""Values with the keys that tools use, in any place."""


def file_of(
    name: str, content: str | bytes, labels: Labels | None = None, **beside: str
) -> DataFile:
    """Return a file with what lies `beside` it, by the ending of its name."""
    others = {name.rpartition(".")[0] + f".{end}": text.encode() for end, text in beside.items()}
    raw = content.encode() if isinstance(content, str) else content
    return DataFile(name, raw, labels or Labels(), others.get)


def said(rows: Iterable[Row]) -> list[tuple[str, Tag]]:
    """Return the words that were tagged, each with its tag."""
    return [
        (row.words.exact, statement.value.tag)
        for row in rows
        if isinstance(row, Incoming)
        for statement in row.said
        if isinstance(statement.value, TagValue)
    ]


def tags(rows: Iterable[Row]) -> list[TagValue]:
    """Return the tags, in their order."""
    return [
        statement.value
        for row in rows
        if isinstance(row, Incoming)
        for statement in row.said
        if isinstance(statement.value, TagValue)
    ]


def rows_or_unreadable(reader: Reader, content: str | bytes) -> list[Row]:
    """Return the rows, none where the whole file is refused; anything else is a fault."""
    with suppress(Unreadable):
        return list(reader(file_of("x.json", content)))
    return []


def in_lines(*records: object) -> str:
    """Return records as JSON lines."""
    return "\n".join(json.dumps(record) for record in records)
