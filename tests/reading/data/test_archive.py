"""Archives read back: what is wrong is said by its line, and nothing else ever happens."""

import json
from collections.abc import Iterator
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.archive.records import ArticleRecord, DecisionRecord
from factcheck.domain.errors import Unreadable
from factcheck.domain.identity import document_id
from factcheck.reading.data.archive import (
    read_json,
    read_jsonl,
    recognises_json,
    recognises_jsonl,
)
from factcheck.reading.data.incoming import Archived, DataFile, Refused
from factcheck.reading.data.labels import Labels

TEXT: Final = "One is here. Two 👩🏽‍✈️ is there."
DOCUMENT: Final = document_id(TEXT)
SENTENCE: Final = f"{DOCUMENT}:0-12"
ID: Final = "01a203b7-bc76-78b4-b1ec-085c3075c2d8"
AT: Final = "2026-03-01T09:30:00.000000Z"
HEADER: Final = '{"record": "header", "format": "factcheck archive", "form": 1}'
PARTICULARS: Final = {"title": "One"}
ARTICLE: Final[dict[str, Any]] = {
    "record": "article", "id": DOCUMENT, "particulars": PARTICULARS, "as_read": PARTICULARS,
    "source": "one.txt", "added": AT, "segmenter": "one", "starts": [[0, "body"], [13, None]],
    "text": TEXT,
}  # fmt: skip
DECISION: Final[dict[str, Any]] = {
    "record": "decision", "id": ID, "at": AT, "reviewer": "ann", "kind": "tag",
    "subject": SENTENCE, "value": {"tag": "claim"}, "act": ID, "origin": "key",
}  # fmt: skip
ATTACHMENT: Final[dict[str, Any]] = {
    "record": "attachment", "sha256": "0" * 64, "media_type": "a", "size": 1, "kept": AT,
}  # fmt: skip


def lines_read(*lines: str | bytes) -> list[Archived | Refused]:
    content = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    return list(read_jsonl(DataFile("a.jsonl", content, Labels())))


def object_read(content: str | bytes) -> list[Archived | Refused]:
    data = content if isinstance(content, bytes) else content.encode()
    return list(read_json(DataFile("a.json", data, Labels())))


def with_(fields: dict[str, Any], **changes: Any) -> str:
    return json.dumps({**fields, **changes})


def reason_against(line: str | bytes) -> str:
    """Return why a line behind a good one is refused."""
    _, row = lines_read(json.dumps(ARTICLE), line)
    assert isinstance(row, Refused), row
    assert row.line == 2
    assert "\n" not in row.reason
    return row.reason


def test_an_article_says_where_its_sentences_were_proposed() -> None:
    (row,) = lines_read(json.dumps(ARTICLE))
    assert isinstance(row, Archived)
    assert isinstance(row.record, ArticleRecord)
    segments = row.record.segments
    assert [TEXT[part.start : part.end] for part in segments] == [TEXT[:12], TEXT[13:]]
    assert [part.role for part in segments] == ["body", None]


def test_a_value_is_kept_as_it_was_written() -> None:
    (row,) = lines_read(json.dumps(DECISION))
    assert isinstance(row, Archived)
    assert isinstance(row.record, DecisionRecord)
    assert row.record.value == {"tag": "claim"}


def test_empty_lines_windows_line_ends_and_a_byte_order_mark_are_no_trouble() -> None:
    rows = lines_read(
        b"\xef\xbb\xbf" + json.dumps(ARTICLE).encode() + b"\r", "", json.dumps(DECISION)
    )
    assert [(type(row), row.line) for row in rows] == [(Archived, 1), (Archived, 3)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"record": "decision"', "is not JSON"),
        ('{"record": "decision", "at": NaN}', "holds NaN"),
        ('{"record": "decision", "record": "article"}', "says 'record' twice"),
        ('{"record": "decision", "at": ' + "9" * 5000 + "}", "a number that is too long"),
        ('{"record": "decision", "at": ' + "[" * 100_000 + "]" * 100_000 + "}", "too deeply"),
        (b'{"record": "decision", "at": "\xff"}', "is not UTF-8"),
        ('{"record": "decision", "at": "\\ud83d"}', "half a character"),
        ('{"record": "wish"}', "is no record"),
        ('{"record": ["decision"]}', "is no record"),
        ("[1, 2]", "is no record"),
        ("null", "is no record"),
        (with_(DECISION, extra=1), "'extra' is not known"),
        (with_(DECISION, cls=1), "'cls' is not known"),
        (with_(DECISION, id="../x"), "id:"),
        (with_(DECISION, at="2026-13-41T09:30:00.000000Z"), "no such time"),
        (with_(DECISION, at="9999-12-31T23:59:59.999999Z"), "the clock was wrong"),
        (with_(DECISION, at="2026-03-01"), "at:"),
        (with_(DECISION, reviewer=""), "reviewer:"),
        (with_(DECISION, kind="wish"), "kind:"),
        (with_(DECISION, origin="thin air"), "origin:"),
        (with_(DECISION, subject=f"{SENTENCE}#1"), "no tag is about this"),
        (with_(DECISION, subject=f"{DOCUMENT}:0-{'9' * 5000}"), "no tag is about this"),
        (with_(DECISION, kind="verdict"), "no verdict is about this"),
        (with_(DECISION, value={"tag": "truth"}), "value.tag:"),
        (with_(DECISION, value={"tag": "claim", "context_shown": "yes"}), "context_shown:"),
        (with_(DECISION, value={"tag": "claim", "duration_ms": 1e999}), "holds Infinity"),
        (with_(DECISION, value={"tag": 1}).replace("1}", "1e999}"), "value.tag:"),
        (with_(DECISION, value={"tag": "claim", "duration_ms": 10**30}), "value.duration_ms:"),
        (with_(DECISION, value={}), "value.tag:"),
        (with_(DECISION, value=[]), "value:"),
        (with_(DECISION, undoes=ID), "says nothing itself"),
        (
            with_(DECISION, kind="evidence", subject="e1", value={"claim": "x", "title": "t"}),
            "by a name that nothing has",
        ),
        (with_(ARTICLE, text="Else."), "SHA-256"),
        (with_(ARTICLE, text="", id=document_id("")), "is empty"),
        (with_(ARTICLE, text="a\0b", id=document_id("a\0b")), "NUL"),
        (with_(ARTICLE, starts=[[0, None], [0, None]]), "no sentence can begin at 0"),
        (with_(ARTICLE, starts=[[12, None]]), "no sentence can begin at 12"),
        (with_(ARTICLE, starts=[[999, None]]), "no sentence can begin at 999"),
        (with_(ARTICLE, starts=[[-1, None]]), "starts"),
        (with_(ARTICLE, particulars={"url": "javascript:x"}), "particulars.url"),
        (
            with_(ATTACHMENT, content="é"),
            "is not what it was",
        ),
    ],
)  # fmt: skip
def test_a_bad_line_is_refused_with_its_number(line: str | bytes, reason: str) -> None:
    assert reason in reason_against(line)


def test_a_line_that_is_cut_off_is_said_to_be() -> None:
    assert "may be cut off" in reason_against(json.dumps(DECISION)[:-20])


def test_records_of_an_object_are_numbered_as_lines_would_be() -> None:
    archive = {"header": json.loads(HEADER), "articles": [ARTICLE], "decisions": [DECISION, 1]}
    rows = object_read(json.dumps({**archive, "wishes": []}))
    assert [(type(row), row.line) for row in rows] == [
        (Refused, 1), (Archived, 2), (Archived, 3), (Refused, 4), (Refused, 5),
    ]  # fmt: skip
    assert isinstance(rows[-1], Refused)
    assert "'wishes' is no part of an archive" in rows[-1].reason


@pytest.mark.parametrize(
    "content",
    [
        "", "{", "null", "[]", "{}", '{"header": 1, "header": 2}', '{"header": NaN}',
        "[" * 100_000, b"\xff\xfe{\x00}\x00", '{"header": {}, "articles": {}}',
    ],
)  # fmt: skip
def test_another_file_is_no_archive(content: str | bytes) -> None:
    with pytest.raises(Unreadable):
        object_read(content)


@pytest.mark.parametrize(
    "content", ["", "\n\n", "One is here.", '{"text": "a"}\n', b"\xff\xfe\x00"]
)
def test_other_lines_are_no_archive(content: str | bytes) -> None:
    with pytest.raises(Unreadable, match="no archive"):
        lines_read(content)


def test_an_archive_of_a_newer_program_is_not_read_at_all() -> None:
    with pytest.raises(Unreadable, match="update factcheck"):
        lines_read(HEADER.replace("1}", '2, "more": 3}'))


def test_a_file_is_recognised_by_how_it_begins() -> None:
    whole = f'{{"header": {HEADER}, "articles": []}}'
    assert recognises_json("a", whole)
    assert recognises_json("a", "\ufeff" + whole.replace(": ", ":\n "))
    assert recognises_jsonl("a", HEADER)
    for text in ("", "{}", '{"header": {}}', whole, '{"record": "decision"}'):
        assert not recognises_jsonl("a.jsonl", text)
    for text in ("", "{}", '{"header": {}}', HEADER):
        assert not recognises_json("a.json", text)


broken = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=6,
)


def variants() -> Iterator[tuple[dict[str, Any], str]]:
    yield from ((fields, name) for fields in (ARTICLE, DECISION) for name in fields)


@given(st.sampled_from([*variants()]), broken)
def test_whatever_stands_in_a_field_is_read_or_refused(
    where: tuple[dict[str, Any], str], value: object
) -> None:
    fields, name = where
    rows = lines_read(HEADER, json.dumps({**fields, name: value}))
    assert all(isinstance(row, Archived | Refused) for row in rows)


@given(st.binary(max_size=60))
def test_whatever_bytes_a_file_holds_it_is_read_or_no_archive(content: bytes) -> None:
    for read in (object_read, lines_read):
        try:
            rows = read(content)
        except Unreadable:
            continue
        assert all(isinstance(row, Archived | Refused) for row in rows)
