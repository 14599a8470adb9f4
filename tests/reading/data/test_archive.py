"""Archives read back: what is wrong is said by its line, and nothing else ever happens."""

import json
from collections.abc import Iterable, Iterator
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
from factcheck.reading.data.strict_json import members

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
READING: Final[dict[str, Any]] = {
    "record": "reading", "origin": "one.txt", "document": DOCUMENT, "read": AT, "format": "text",
    "encoding": "utf-8", "sha256": "",
}  # fmt: skip
ATTACHMENT: Final[dict[str, Any]] = {
    "record": "attachment", "sha256": "0" * 64, "media_type": "a", "size": 1, "kept": AT,
}  # fmt: skip


def lines_read(*lines: str | bytes) -> list[Archived | Refused]:
    """Return what lines say, apart from that their end is missing."""
    content = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    return without_missing_end(read_jsonl(DataFile("a.jsonl", content, Labels())))


def without_missing_end(rows: Iterable[Archived | Refused]) -> list[Archived | Refused]:
    found = list(rows)
    if found and isinstance(found[-1], Refused) and "its last record" in found[-1].reason:
        found.pop()
    return found


def object_read(content: str | bytes) -> list[Archived | Refused]:
    data = content if isinstance(content, bytes) else content.encode()
    return without_missing_end(read_json(DataFile("a.json", data, Labels())))


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
        (with_(DECISION, id="one"), "id:"),
        (with_(DECISION, act="one"), "act:"),
        (with_(ARTICLE, added="yesterday"), "added:"),
        (with_(ARTICLE, added="2026-13-41T09:30:00.000000Z"), "no such time"),
        (with_(READING, read="2026-03-01"), "read:"),
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


def test_records_of_an_object_are_told_by_the_lines_in_which_they_begin() -> None:
    archive = {
        "wishes": [], "decisions": [DECISION, 1], "header": json.loads(HEADER),
        "articles": [ARTICLE],
    }  # fmt: skip
    text = json.dumps(archive, indent=1)
    lines = text.splitlines()
    numbers = [
        next(n for n, line in enumerate(lines, start=1) if line.startswith(start))
        for start in (' "header"', "  {", "  1", ' "wishes"')
    ]
    article = len(lines) - 2 - json.dumps([ARTICLE], indent=1).count("\n") + 2
    header, decision, one, wishes = numbers
    rows = object_read(text)
    assert [(type(row), row.line) for row in rows] == [
        (Refused, header), (Archived, article), (Archived, decision), (Refused, one),
        (Refused, wishes),
    ]  # fmt: skip
    assert isinstance(rows[-1], Refused)
    assert "'wishes' is no part of an archive" in rows[-1].reason


def test_what_is_no_json_is_told_by_its_line() -> None:
    for text in ('{"header": 1,\n"articles": [1 2]}', '{"header": 1\n]', '{"header": 1,\n}'):
        with pytest.raises(Unreadable, match="in line 2"):
            object_read(text)


@given(st.dictionaries(st.text(), st.lists(st.text() | st.integers()) | st.integers()))
def test_an_object_says_the_same_to_every_reader_of_json(whole: dict[str, Any]) -> None:
    for indent in (None, 1):
        found = members(json.dumps(whole, indent=indent).encode())
        values = {
            name: at.value if at.items is None else [item.value for item in at.items]
            for name, at in found.items()
        }
        assert values == whole


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
    by_name = {"articles": [ARTICLE], "decisions": [], "header": {}}
    assert recognises_json("a", json.dumps(by_name, indent=2, sort_keys=True))
    assert recognises_json("a", '{"articles": [], "attachments": []}')
    assert recognises_jsonl("a", json.dumps(json.loads(HEADER), sort_keys=True))
    for text in ("", "{}", '{"header": {}}', whole, '{"record": "decision"}'):
        assert not recognises_jsonl("a.jsonl", text)
    for text in ("", "{}", '{"header": {}}', HEADER, '{"articles": [{"text": "a"}]}'):
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
