"""What doccano's files say: spans, labels of whole texts, and what its versions write."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.findings.remark import Note
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.tag import Tag
from factcheck.reading.data.incoming import Incoming, IncomingArticle, Refused, Remarked, Row
from factcheck.reading.data.labels import Labels
from factcheck.reading.data.tools.doccano import read, recognises
from tests.reading.data.foreign import ANY_JSON, file_of, rows_or_unreadable, said, tags

MINE = Labels(renamed={"PER": "filler", "ORG": "opinion"})


def lines(*records: Any) -> list[Row]:
    text = "\n".join(json.dumps(record) for record in records)
    return list(read(file_of("all.jsonl", text, MINE)))


def test_spans_are_labels_on_parts_of_an_article() -> None:
    record = {"id": 1, "text": "Ada runs. It is odd.", "label": [[0, 9, "claim"], [10, 20, "ORG"]]}
    rows = lines(record)
    assert said(rows) == [("Ada runs.", Tag.CLAIM), ("It is odd.", Tag.OPINION)]
    (article,) = {row.words.article for row in rows if isinstance(row, Incoming)}
    assert isinstance(article, IncomingArticle)
    assert article.starts == (0, 10)


def test_labels_on_some_words_leave_the_sentences_to_be_found() -> None:
    (row,) = lines({"id": 2, "text": "Ada went to Rome. She ran.", "label": [[0, 3, "PER"]]})
    assert isinstance(row, Incoming)
    assert isinstance(row.words.article, IncomingArticle)
    assert row.words.article.starts is None
    assert row.words.exact == "Ada"


def test_offsets_count_utf_16_code_units() -> None:
    rows = lines(
        {"text": "👨🏻‍🚒 firemen drive firetrucks", "label": [[8, 15, "PER"], [22, 32, "claim"]]}
    )
    assert said(rows) == [("firemen", Tag.FILLER), ("firetrucks", Tag.CLAIM)]


def test_offsets_that_halve_a_character_are_code_points_after_all() -> None:
    rows = lines({"text": "😀😀 drives", "label": [[1, 9, "claim"]]})
    assert said(rows) == [("😀 drives", Tag.CLAIM)]
    assert any(isinstance(row, Remarked) and "halve" in row.remark for row in rows)


def test_objects_with_relations_and_the_older_names_of_fields_are_read() -> None:
    entity = {"id": 0, "label": "claim", "start_offset": 0, "end_offset": 4}
    relations = [{"id": 0, "from_id": 0, "to_id": 0, "type": "x"}]
    rows = lines(
        {"id": 1, "text": "Pigs fly.", "entities": [entity], "relations": relations},
        {"id": 2, "data": "Pigs swim.", "label": [[0, 4, "claim"]], "Comments": []},
        {"id": 3, "text": "Pigs run.", "labels": [[0, 4, "claim"]], "meta": {}},
        {"id": 4, "text": "Pigs sit.", "annotations": [{**entity, "user": 1}]},
    )
    assert said(rows) == [("Pigs", Tag.CLAIM)] * 4
    assert [row.remark for row in rows if isinstance(row, Remarked)] == [
        "relations between labels are left out: there are none here"
    ]


def test_labels_of_whole_texts_make_sentences_that_stand_alone() -> None:
    rows = lines(
        {"id": 1, "text": "Taxes fell.", "label": ["claim"], "Comments": ["Says who?"]},
        {"id": 2, "text": "How lovely!", "label": "Explicit"},
        {"id": 3, "text": "Taxes rose by 3 %.", "label": ["claim", "Numerical"]},
    )
    assert [row.words.article for row in rows if isinstance(row, Incoming)] == [None] * 3
    assert tags(rows) == [
        TagValue(tag=Tag.CLAIM),
        TagValue(tag=Tag.OPINION, subtypes=("explicit",)),
        TagValue(tag=Tag.CLAIM, subtypes=("numerical",)),
    ]
    first = rows[0]
    assert isinstance(first, Incoming)
    assert first.said[1].value == Note(text="Says who?")


def test_what_cannot_be_taken_says_why_and_the_rest_is_taken() -> None:
    rows = lines(
        {"text": "Pigs fly.", "label": [[0, 4, "MISC"]]},
        {"text": "Pigs fly.", "label": [[0, 99, "claim"]]},
        {"text": "Pigs fly.", "label": [[4, 5, "claim"]]},
        {"text": "Pigs fly.", "label": [["a", "b", "claim"]]},
        {"text": "Pigs fly.", "label": ["claim", "opinion"]},
        {"label": ["claim"]},
        {"text": "Pigs fly.", "label": []},
        {"text": "Pigs fly.", "label": [[0, 9, "claim"]]},
    )
    told = [row.line for row in rows if isinstance(row, Refused)]
    assert told == [1, 2, 3, 4, 5, 6]
    assert isinstance(next(row for row in rows if row.line == 7), Remarked)
    assert ("Pigs fly.", Tag.CLAIM) in said(rows)
    assert "--label MISC=claim" in str(rows[0])


@pytest.mark.parametrize(("indent", "place"), [(None, 2), (0, 8), (1, 8)])
def test_the_array_of_its_json_export_is_read_by_line_or_by_number(
    indent: int | None, place: int
) -> None:
    records = [{"text": "A.", "label": ["claim"]}, {"text": "B.", "label": ["nothing known"]}]
    rows = list(read(file_of("all.json", json.dumps(records, indent=indent), MINE)))
    assert said(rows) == [("A.", Tag.CLAIM)]
    assert [row.line for row in rows if isinstance(row, Refused)] == [place]


def test_a_byte_order_mark_and_windows_line_ends_are_no_matter() -> None:
    text = '\ufeff{"text": "A.", "label": ["claim"]}\r\n\r\n{"text": "B.", "label": ["claim"]}\r\n'
    rows = list(read(file_of("x.jsonl", text, MINE)))
    assert [row.line for row in rows] == [1, 3]


def test_it_is_told_by_how_it_begins() -> None:
    assert recognises("x.jsonl", '{"id": 1, "text": "A", "label": [[0, 1, "X"]], "Comments": []}\n')
    assert recognises("x.json", '[{"id": 1, "data": "A", "label": ["X"]}]')
    assert recognises("x.jsonl", '{"id": 7, "text": "' + "long " * 1000)
    assert recognises("x.jsonl", '{"label": [' + '[0, 1, "claim"], ' * 500)
    assert not recognises("x.jsonl", '{"id": 1, "claim": "A", "label": "SUPPORTS"}\n')
    assert not recognises(
        "x.jsonl", '{"text": "A", "label": "X", "_input_hash": 1, "answer": "accept"}'
    )
    assert not recognises(
        "x.json", '[{"id": 1, "data": {"text": "A"}, "annotations": [{"result": []}]}]'
    )
    assert not recognises("x.txt", "Nothing but words.")


@given(ANY_JSON)
def test_whatever_stands_in_a_record_nothing_breaks(record: object) -> None:
    rows_or_unreadable(read, json.dumps(record))
    rows_or_unreadable(read, json.dumps([record]))
    rows_or_unreadable(read, json.dumps({"text": "A.", "label": record, "factcheck": record}))


@given(st.binary(max_size=60))
def test_whatever_bytes_come_nothing_breaks(content: bytes) -> None:
    rows_or_unreadable(read, content)
