"""FEVER data as others publish it: what is taken, what is refused, and that nothing breaks."""

import json
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.decision import Author
from factcheck.domain.errors import Unreadable
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import ClaimId
from factcheck.domain.selection import Selection
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.stance import Stance
from factcheck.export.data.data_sets.fever import lines
from factcheck.reading.data.data_sets.fever import read, recognises
from factcheck.reading.data.incoming import DataFile, Incoming, Refused, Remarked, Row
from factcheck.reading.data.labels import Labels
from factcheck.services.selecting import exported
from factcheck.store.store import Store
from tests.importing import import_rows

DOUBLED: Final[dict[str, Any]] = {
    "id": 1,
    "verifiable": "VERIFIABLE",
    "label": "REFUTES",
    "claim": "The harbour budget of Exampleville doubled between 2020 and 2024.",
    "evidence": [
        [[101, 201, "Exampleville_accounts_2020", 14], [101, 202, "Exampleville_accounts_2024", 9]],
        [[103, 203, "Exampleville_accounts_2020", 14]],
    ],
}
SECOND: Final[dict[str, Any]] = {
    "id": 2,
    "verifiable": "NOT VERIFIABLE",
    "label": "NOT ENOUGH INFO",
    "claim": "Exampleville planned a second harbour in 1911.",
    "evidence": [[[102, None, None, None]]],
}


def rows(*records: object, beside: bytes | None = None, labels: Labels | None = None) -> list[Row]:
    content = "".join(f"{json.dumps(record)}\n" for record in records).encode()
    found = {"dev-sources.jsonl": beside}
    return list(read(DataFile("dev.jsonl", content, labels or Labels(), found.get)))


def evidence_in(row: Row) -> list[Evidence]:
    assert isinstance(row, Incoming), row
    values = (statement.value for statement in row.said)
    return [value for value in values if isinstance(value, Evidence)]


def page(title: str, locator: str, stance: Stance = Stance.REFUTES) -> Evidence:
    return Evidence(claim=ClaimId(""), title=title, locator=locator, stance=stance)


def test_the_published_form_is_taken() -> None:
    first, remark, second = rows(DOUBLED, SECOND)
    assert isinstance(first, Incoming)
    assert first.words.exact == DOUBLED["claim"]
    assert [statement.value for statement in first.said] == [
        TagValue(tag=Tag.CLAIM),
        Verdict(rating="refutes", scale="fever"),
        page("Exampleville_accounts_2020", "14"),
        page("Exampleville_accounts_2024", "9"),
    ]
    assert remark == Remarked(1, "sentences that are evidence only together stand singly here")
    assert isinstance(second, Incoming)
    assert [statement.value for statement in second.said] == [
        TagValue(tag=Tag.CLAIM),
        Verdict(rating="not-enough-info", scale="fever"),
    ]


def test_the_published_form_leaves_as_it_came_but_for_ids_and_sets(store: Store) -> None:
    assert import_rows(store, Author(reviewer="ann"), rows(DOUBLED, SECOND)).done
    first, second = map(json.loads, lines(exported(store, Selection())))
    assert [*first] == [*DOUBLED]
    assert [[entry[2:] for entry in each] for each in first["evidence"]] == [
        [["Exampleville_accounts_2020", 14]],
        [["Exampleville_accounts_2024", 9]],
    ]
    ids = {"id": second["id"], "evidence": [[[second["evidence"][0][0][0], None, None, None]]]}
    assert second == {**SECOND, **ids}


def test_test_data_without_labels_is_taken() -> None:
    (row,) = rows({"id": 163803, "claim": "Words."})
    assert isinstance(row, Incoming)
    assert [statement.value for statement in row.said] == [TagValue(tag=Tag.CLAIM)]


def test_a_label_can_be_said_to_mean_a_rating_of_the_project() -> None:
    (row, *_) = rows(DOUBLED, labels=Labels(renamed={"REFUTES": "mostly-false"}))
    assert isinstance(row, Incoming)
    assert row.said[1].value == Verdict(rating="mostly-false", scale="google5")


def test_a_file_beside_says_what_the_pages_are() -> None:
    known = {
        "evidence_id": 201,
        "id": "accounts-1a2b3c4d",
        "sentence": 14,
        "url": "https://city.example.gov/2020",
        "title": "Accounts: 2020",
        "stance": "refutes",
        "claim": "elsewhere",
        "unheard": "of",
    }
    first, second, _ = evidence_in(rows(DOUBLED, beside=json.dumps(known).encode())[0])
    url = "https://city.example.gov/2020"
    said = {"title": "Accounts: 2020", "stance": Stance.REFUTES}
    assert first == Evidence(claim=ClaimId(""), url=url, **said)
    assert second == page("Exampleville_accounts_2024", "9")


def test_an_empty_array_says_nothing() -> None:
    assert list(read(DataFile("x.jsonl", b"\xef\xbb\xbf[ ]\n", Labels()))) == []


@pytest.mark.parametrize(
    "beside",
    [
        b"nonsense",
        b"\x89PNG\r\n\x1a\n",
        b"[]",
        b'{"evidence_id": 201}',
        b'{"evidence_id": "x", "title": "T"}',
        b'{"evidence_id": 201, "title": "T", "url": "javascript:1"}',
        b'{"evidence_id": 201, "title": 4}',
    ],
)
def test_a_bad_file_beside_is_remarked_and_not_used(beside: bytes) -> None:
    told, first, *_ = rows(DOUBLED, beside=beside)
    assert isinstance(told, Remarked)
    assert told.remark.startswith("dev-sources.jsonl")
    assert evidence_in(first)[0] == page("Exampleville_accounts_2020", "14")


@pytest.mark.parametrize(
    "record",
    [
        7,
        [],
        {},
        {"claim": ""},
        {"claim": None},
        {"claim": "a NUL \0"},
        {"claim": "half \ud800"},
        {**DOUBLED, "label": "MAYBE"},
        {**DOUBLED, "evidence": [["Page", 3]]},
        {**DOUBLED, "evidence": [[[1, 2, "Page"]]]},
        {**DOUBLED, "evidence": "none"},
        {**DOUBLED, "evidence": [[[1, 2, 3, 4]]]},
        {**DOUBLED, "evidence": [[[1, 2, "\ud800", 4]]]},
    ],
)
def test_a_bad_line_is_refused_and_reading_goes_on(record: object) -> None:
    found = rows(SECOND, record, SECOND)
    assert [row.line for row in found] == [1, 2, 3]
    assert isinstance(found[1], Refused)
    assert ": " in found[1].reason


def test_lines_are_counted_with_empty_ones_and_whatever_their_ends() -> None:
    line = json.dumps({**SECOND, "claim": "one\u2028two"}, ensure_ascii=False)
    content = f"\ufeff{line}\r\n\r\n{line}\r\n{{\n{line[:-4]}".encode()
    found = list(read(DataFile("x.jsonl", content, Labels())))
    assert [row.line for row in found] == [1, 3, 4, 5]
    assert [isinstance(row, Refused) for row in found] == [False, False, True, True]


@pytest.mark.parametrize(
    "content", [b"[1]", b"{", b"words", b"[" * 100_000, b"\x89PNG\r\n\x1a\n", b'{"claim": NaN}']
)
def test_a_file_of_another_kind_is_unreadable(content: bytes) -> None:
    with pytest.raises(Unreadable, match=": "):
        list(read(DataFile("x.jsonl", content, Labels())))


def test_a_sentence_that_was_chosen_ten_thousand_times_is_one() -> None:
    chosen = [[[number, number, "Page", 3]] for number in range(10_000)]
    assert evidence_in(rows({**DOUBLED, "evidence": chosen})[0]) == [page("Page", "3")]


def test_it_is_recognised_by_its_keys() -> None:
    assert recognises("dev.jsonl", json.dumps(DOUBLED)[:4096])
    assert not recognises("dev-sources.jsonl", '{"evidence_id": 1, "id": "accounts"}')
    assert not recognises("dev.jsonl", '{"claim": "x", "label": "SUPPORTS"}')
    assert not recognises("dev.json", json.dumps([DOUBLED]))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from([*DOUBLED]), inner),
    max_leaves=12,
)


@given(st.lists(st.dictionaries(st.sampled_from([*DOUBLED]), JSON) | JSON, max_size=3), JSON)
def test_no_json_breaks_it(records: list[object], beside: object) -> None:
    found = rows(SECOND, *records, beside=json.dumps(beside).encode())
    assert {row.line for row in found} - {0} == {*range(1, len(records) + 2)}
