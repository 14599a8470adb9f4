"""What Prodigy's tasks say: spans, choices, and answers to one label."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.tag import Tag
from factcheck.reading.data.incoming import Incoming, IncomingArticle, Refused, Remarked, Row
from factcheck.reading.data.labels import Labels
from factcheck.reading.data.tools.prodigy import read, recognises
from tests.reading.data.foreign import (
    ANY_JSON,
    file_of,
    in_lines,
    rows_or_unreadable,
    said,
    tags,
)

MINE = Labels(renamed={"PERSON": "filler", "2": "opinion"})
DONE = {"_input_hash": 1, "_task_hash": -2, "_session_id": "news-ann", "answer": "accept"}


def lines(*records: Any) -> list[Row]:
    return list(read(file_of("out.jsonl", in_lines(*records), MINE)))


def span(start: int, end: int, label: str) -> dict[str, object]:
    return {"start": start, "end": end, "label": label, "token_start": 0, "token_end": 1}


def reviewers(rows: list[Row]) -> list[str]:
    return [each.reviewer for row in rows if isinstance(row, Incoming) for each in row.said]


def test_spans_count_code_points_and_are_said_by_their_annotator() -> None:
    task = {"text": "😀 Ada ran.", "spans": [span(2, 5, "PERSON")], "tokens": [], **DONE}
    rows = lines({**task, "meta": {"title": "A run", "url": "https://example.org/"}})
    assert said(rows) == [("Ada", Tag.FILLER)]
    assert reviewers(rows) == ["news-ann"]
    (row,) = rows
    assert isinstance(row, Incoming)
    assert isinstance(row.words.article, IncomingArticle)
    assert row.words.article.particulars.title == "A run"


def test_a_time_or_nothing_at_all_is_no_annotators_name() -> None:
    task = {"text": "A.", "label": "claim", "answer": "accept"}
    rows = lines(
        {**task, "_annotator_id": "2022-07-14_19-18-02", "_session_id": None},
        {**task, "_annotator_id": "claims-2022-07-14_19-18-02"},
        {**task, "_session_id": "claims-default"},
        {**task, "_annotator_id": "claims-eve", "_session_id": "claims-default"},
    )
    assert reviewers(rows) == ["", "", "", "claims-eve"]


def test_choices_are_labels_by_id_or_by_their_words() -> None:
    options = [{"id": 1, "text": "Claim"}, {"id": 2, "text": "Something else"}]
    task = {"text": "A.", "options": options, **DONE}
    rows = lines({**task, "accept": [1]}, {**task, "accept": [2]}, {**task, "accept": ["claim"]})
    assert [each.tag for each in tags(rows)] == [Tag.CLAIM, Tag.OPINION, Tag.CLAIM]


def test_several_choices_that_go_together_are_one_tag() -> None:
    rows = lines(
        {"text": "A.", "accept": ["claim", "numerical", "quote"], **DONE},
        {"text": "B.", "accept": ["claim", "opinion"], **DONE},
    )
    assert tags(rows) == [TagValue(tag=Tag.CLAIM, subtypes=("numerical", "quote"))]
    assert [row.line for row in rows if isinstance(row, Refused)] == [2]


def test_only_what_was_accepted_says_something() -> None:
    task = {"text": "Taxes fell.", "label": "claim", "score": 0.6, "spans": []}
    rows = lines(
        {**task, **DONE},
        {**task, **DONE, "answer": "reject"},
        {**task, **DONE, "answer": "ignore"},
        {"text": "Nothing yet.", **DONE},
        {"text": "None of them.", "options": [], "accept": [], **DONE},
    )
    assert said(rows) == [("Taxes fell.", Tag.CLAIM)]
    assert [row.line for row in rows if isinstance(row, Remarked)] == [2, 3, 4]
    assert [row.line for row in rows if isinstance(row, Refused)] == [5]


def test_a_span_out_of_its_text_is_refused_with_its_line() -> None:
    rows = lines(
        {"text": "Pigs fly.", "spans": [span(0, 99, "claim")], **DONE},
        {"text": "Pigs fly.", "spans": [span(0, 9, "nothing known")], **DONE},
        {"text": "", "label": "claim", **DONE},
        {"text": "Pigs fly.", "spans": [{"start": "a"}], **DONE},
    )
    assert [row.line for row in rows if isinstance(row, Refused)] == [1, 2, 3, 4]


def test_a_sentence_of_ours_is_found_in_its_article() -> None:
    ours = {"article": {"id": "ab" * 32}, "start": 5, "end": 7}
    (row,) = lines({"text": "B.", "accept": ["claim"], "factcheck": ours, **DONE})
    assert isinstance(row, Incoming)
    assert (row.words.article, row.words.start, row.words.end) == ("ab" * 32, 5, 7)


def test_it_is_told_by_how_it_begins() -> None:
    assert recognises("x.jsonl", json.dumps({"text": "A", "label": "X", **DONE}))
    assert recognises("x.jsonl", '{"text":"A","answer":"reject"}\n')
    assert not recognises("x.jsonl", '{"text": "A", "label": ["X"]}\n{"answer": "accept"}')
    assert not recognises("x.json", json.dumps([{"text": "A", **DONE}]))


@given(ANY_JSON)
def test_whatever_stands_in_a_task_nothing_breaks(record: object) -> None:
    rows_or_unreadable(read, json.dumps(record))
    rows_or_unreadable(read, json.dumps({"text": "A.", "spans": record, "factcheck": record}))
    rows_or_unreadable(read, json.dumps({"text": "A.", "accept": record, "options": record}))


@given(st.binary(max_size=60))
def test_whatever_bytes_come_nothing_breaks(content: bytes) -> None:
    rows_or_unreadable(read, content)
