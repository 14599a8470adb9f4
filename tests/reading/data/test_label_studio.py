"""What Label Studio's tasks say, in its long and in its short form."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.remark import Note
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.tag import Tag
from factcheck.reading.data.incoming import Incoming, Refused, Remarked, Row
from factcheck.reading.data.labels import Labels
from factcheck.reading.data.tools.label_studio import read, recognises
from tests.reading.data.foreign import ANY_JSON, file_of, rows_or_unreadable, said, tags

MINE = Labels(renamed={"City": "filler", "Positive": "opinion", "Negative": "opinion"})
TEXT = "Pigs 😀 fly. It is odd."


def rows_of(*tasks: Any) -> list[Row]:
    return list(read(file_of("export.json", json.dumps(tasks), MINE)))


def task(*annotations: Any, text: str = TEXT, **more: Any) -> dict[str, Any]:
    return {"id": 1, "annotations": annotations, "data": {"text": text}, "project": 1, **more}


def label(start: int, end: int, name: str, region: str = "a", **value: Any) -> dict[str, Any]:
    value = {"start": start, "end": end, "labels": [name], **value}
    return {"id": region, "from_name": "label", "to_name": "text", "type": "labels", "value": value}


def beside(name: str, kind: str, said: list[str], region: str = "a") -> dict[str, Any]:
    holder = "text" if kind == "textarea" else kind
    value = {"start": 0, "end": 11, holder: said}
    return {"id": region, "from_name": name, "to_name": "text", "type": kind, "value": value}


def refused(rows: list[Row]) -> list[str]:
    return [row.reason for row in rows if isinstance(row, Refused)]


def remarks(rows: list[Row]) -> list[str]:
    return [row.remark for row in rows if isinstance(row, Remarked)]


def test_regions_are_labels_on_parts_of_an_article_by_their_annotator() -> None:
    ann = {"completed_by": {"id": 3, "email": "ann@example.org"}, "result": [label(0, 11, "claim")]}
    ben = {"completed_by": 10, "result": [label(12, 22, "opinion", text="It is odd.")]}
    rows = rows_of(task(ann, ben, {"result": [label(0, 4, "City")], "completed_by": None}))
    assert said(rows) == [
        ("Pigs", Tag.FILLER),
        ("Pigs 😀 fly.", Tag.CLAIM),
        ("It is odd.", Tag.OPINION),
    ]
    who = [each.reviewer for row in rows if isinstance(row, Incoming) for each in row.said]
    assert who == ["", "ann@example.org", "10"]


def test_offsets_in_utf_16_of_old_versions_are_known_by_the_words() -> None:
    rows = rows_of(task({"result": [label(13, 23, "opinion", text="It is odd.")]}))
    assert said(rows) == [("It is odd.", Tag.OPINION)]
    assert "UTF-16" in remarks(rows)[0]


def test_wrong_offsets_give_way_to_words_that_stand_there_once() -> None:
    rows = rows_of(task({"result": [label(3, 9, "opinion", text="It is odd.")]}))
    assert said(rows) == [("It is odd.", Tag.OPINION)]
    assert refused(rows_of(task({"result": [label(3, 9, "opinion", text="never there")]})))


def test_line_ends_are_shown_as_the_editor_writes_them() -> None:
    text = "One\r\ntwo. Three."
    rows = rows_of(task({"result": [label(0, 9, "claim", text="One\\n\\ntwo.")]}, text=text))
    assert said(rows) == [("One\r\ntwo.", Tag.CLAIM)]
    assert not remarks(rows)


def test_what_is_said_of_a_region_is_said_of_its_claim() -> None:
    result = [
        label(0, 11, "claim"),
        beside("verdict", "choices", ["mostly-false"]),
        beside("reasons", "textarea", ["They do not."]),
        beside("wording", "textarea", ["Pigs can fly."]),
        beside("kind", "choices", ["event-property"]),
        {**beside("remark", "textarea", ["Look again."]), "meta": {"text": ["Odd."]}},
    ]
    (row,) = rows_of(task({"result": result}))
    assert isinstance(row, Incoming)
    assert [each.value for each in row.said] == [
        TagValue(tag=Tag.CLAIM, subtypes=("event-property",)),
        Verdict(rating="mostly-false", because="They do not."),
        Claim(text="Pigs can fly."),
        Note(text="Look again."),
        Note(text="Odd."),
    ]


def test_a_rating_is_on_the_scale_that_came_along() -> None:
    said = {"kind": "verdict", "value": {"rating": "true", "scale": "ours", "because": "So."}}
    known = {"article": {"id": "x"}, "said": [{"start": 0, "end": 11, **said}]}
    result = [label(0, 11, "claim"), beside("verdict", "choices", ["true"])]
    (row,) = rows_of(
        {"annotations": [{"result": result}], "data": {"text": TEXT, "factcheck": known}}
    )
    assert isinstance(row, Incoming)
    verdicts = [each.value for each in row.said if isinstance(each.value, Verdict)]
    assert verdicts == [Verdict(rating="true", scale="ours", because="So.")]


def test_regions_on_the_same_words_are_several_claims() -> None:
    result = [label(0, 11, "claim", "x"), label(0, 11, "claim", "y")]
    result.append(beside("verdict", "choices", ["true"], "y"))
    (row,) = rows_of(task({"result": result}))
    assert isinstance(row, Incoming)
    verdicts = [each for each in row.said if isinstance(each.value, Verdict)]
    assert [each.claim for each in verdicts] == [2]


def test_choices_on_whole_texts_make_sentences_that_stand_alone() -> None:
    chosen = {"from_name": "sentiment", "type": "choices", "value": {"choices": ["Positive"]}}
    done = {"completed_by": 1, "result": [chosen], "lead_time": 4.25}
    (row,) = rows_of({"data": {"review": "Lovely!"}, "annotations": [done]})
    assert isinstance(row, Incoming)
    assert row.words.article is None
    assert row.words.exact == "Lovely!"
    assert tags([row]) == [TagValue(tag=Tag.OPINION, duration_ms=4250)]


def test_what_nobody_said_is_left_out_with_a_remark() -> None:
    guess = {"model_version": "x", "result": [label(0, 4, "claim")]}
    cancelled = {"was_cancelled": True, "result": [label(0, 4, "claim")]}
    rows = rows_of(task(cancelled, predictions=[guess]), task(), task(predictions=[guess]))
    assert said(rows) == []
    told = remarks(rows)
    assert sum("predicted" in remark for remark in told) == 1
    assert sum("cancelled" in remark for remark in told) == 1
    assert sum("no annotation" in remark for remark in told) == 3


def test_results_without_a_place_here_are_left_out_with_a_remark() -> None:
    relation = {"from_id": "a", "to_id": "b", "type": "relation", "direction": "right"}
    stars = {
        "id": "a",
        "from_name": "s",
        "type": "rating",
        "value": {"rating": 4, "start": 0, "end": 9},
    }
    whole = {"from_name": "mood", "type": "choices", "value": {"choices": ["Positive"]}}
    result = [label(0, 11, "claim"), relation, {**relation, "labels": ["x"]}, stars, whole]
    rows = rows_of(task({"result": result}))
    assert said(rows) == [("Pigs 😀 fly.", Tag.CLAIM)]
    assert not refused(rows)
    told = remarks(rows)
    assert sum("type relation" in remark for remark in told) == 1
    assert sum("type rating" in remark for remark in told) == 1
    assert sum("whole text" in remark for remark in told) == 1


def test_completions_of_the_first_versions_are_annotations() -> None:
    old = {"id": 1, "data": {"text": TEXT}, "completions": [{"result": [label(0, 4, "City")]}]}
    assert said(rows_of(old)) == [("Pigs", Tag.FILLER)]


def test_the_short_form_has_results_beside_the_data() -> None:
    about = {"id": 1, "annotator": 2, "annotation_id": 3, "lead_time": 1.5, "created_at": "2021"}
    regions = [{"start": 0, "end": 4, "text": "Pigs", "labels": ["City"]}]
    rows = rows_of(
        {"text": TEXT, "label": regions, **about},
        {"text": "Lovely!", "sentiment": "Positive", "source": "a magazine", **about},
        {"text": "Taxes fell by 3 %.", "kind": {"choices": ["claim", "numerical"]}, **about},
    )
    assert said(rows) == [
        ("Pigs", Tag.FILLER),
        ("Lovely!", Tag.OPINION),
        ("Taxes fell by 3 %.", Tag.CLAIM),
    ]
    assert all(s.reviewer == "2" for row in rows if isinstance(row, Incoming) for s in row.said)


def test_records_of_other_formats_are_refused() -> None:
    for record in ({"claim": "A.", "label": "Refuted", "justification": "B."}, {"text": "A."}, {}):
        (row,) = rows_of(record)
        assert isinstance(row, Refused)
        assert "is no task of Label Studio" in row.reason


def test_what_cannot_be_taken_says_why() -> None:
    page = {"start": "/div[1]/text()[1]", "end": "/div[1]/text()[1]", "hypertextlabels": ["City"]}
    html = {"id": "a", "from_name": "l", "type": "hypertextlabels", "value": page}
    address = task({"result": [label(0, 4, "City")]}, text="https://example.org/a.txt")
    rows = rows_of(
        task({"result": [html]}),
        address,
        task({"result": [label(0, 4, "never heard of")]}),
        {"annotations": [{"result": [label(0, 4, "City")]}], "data": {"image": 7}},
        {"annotations": [{"result": ["no object"]}], "data": {"text": "A."}},
        {"annotations": "none", "data": {"text": "A."}},
    )
    found = [row.line for row in rows if isinstance(row, Refused)]
    assert found == [1, 2, 3, 4, 5, 6]
    reasons = " ".join(refused(rows))
    for advice in ("plain text", "address", "--label", "needs one"):
        assert advice in reasons


def test_it_is_told_by_how_it_begins() -> None:
    assert recognises("a.json", json.dumps([task({"result": [], "completed_by": 1})]))
    assert recognises("a.json", '[{"text": "A", "label": [], "annotator": 1, "annotation_id": 2}]')
    assert not recognises("a.json", '[{"claim": "A", "questions": [{"answers": []}]}]')
    assert not recognises("a.json", '{"annotations": [{"result": []}]}')
    assert not recognises("a.jsonl", '{"text": "A", "annotations": [], "data": 1}')


@given(ANY_JSON)
def test_whatever_stands_in_a_task_nothing_breaks(record: object) -> None:
    rows_or_unreadable(read, json.dumps(record))
    rows_or_unreadable(read, json.dumps([record]))
    for done in ([{"result": record}], [{"result": [record]}], record):
        rows_or_unreadable(read, json.dumps([{"data": {"text": "A."}, "annotations": done}]))
    rows_or_unreadable(read, json.dumps([{"data": {"text": "A.", "factcheck": record}}]))
    value = [{"id": "a", "type": "labels", "value": record}]
    rows_or_unreadable(read, json.dumps([task({"result": value, "completed_by": record})]))


@given(st.binary(max_size=60))
def test_whatever_bytes_come_nothing_breaks(content: bytes) -> None:
    rows_or_unreadable(read, content)
