"""AVeriTeC data as others publish it: what is taken, what is refused, and that nothing breaks."""

import json
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.decision import Author
from factcheck.domain.errors import Unreadable
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import ClaimId
from factcheck.domain.selection import Selection
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.sources import AnswerType, Medium, SourceType
from factcheck.export.data.data_sets.averitec import lines
from factcheck.reading.data.data_sets.averitec import read, recognises
from factcheck.reading.data.incoming import DataFile, Incoming, Refused, Remarked, Row
from factcheck.reading.data.labels import Labels
from factcheck.services.selecting import exported
from factcheck.store.store import Store
from tests.importing import import_rows

ACCOUNTS: Final = "https://city.example.gov/accounts-2020.pdf"
COPY: Final = f"https://web.archive.org/web/20251119000000/{ACCOUNTS}"
CHECK: Final = "https://checks.example.org/2025/harbour-budget"
HARBOUR: Final[dict[str, Any]] = {
    "claim": "The harbour budget of Exampleville doubled between 2020 and 2024.",
    "required_reannotation": False,
    "label": "Refuted",
    "justification": "5.5 / 4.2 = 1.31, so the budget rose 31% and did not double.",
    "claim_date": "8-11-2025",
    "speaker": "Jane Doe",
    "original_claim_url": "https://news.example.com/harbour",
    "cached_original_claim_url": None,
    "fact_checking_article": CHECK,
    "reporting_source": "Example News",
    "location_ISO_code": "GB",
    "claim_types": ["Numerical Claim", "Event/Property Claim"],
    "fact_checking_strategies": ["Written Evidence", "Numerical Comparison"],
    "questions": [
        {
            "question": "What was the harbour budget in 2020?",
            "answers": [
                {
                    "answer": "4.2 million",
                    "answer_type": "Extractive",
                    "source_url": ACCOUNTS,
                    "source_medium": "PDF",
                    "cached_source_url": COPY,
                }
            ],
        },
        {
            "question": "Was the budget of 2024 at least 8.4 million?",
            "answers": [
                {
                    "answer": "No",
                    "answer_type": "Boolean",
                    "boolean_explanation": "The accounts give 5.5 million.",
                    "source_url": "https://city.example.gov/2024",
                    "cached_source_url": "",
                    "source_medium": "Image/graphic",
                }
            ],
        },
        {
            "question": "How many ships came",
            "answers": [
                {
                    "answer": "No answer could be found.",
                    "answer_type": "Unanswerable",
                    "source_url": "",
                    "source_medium": "",
                }
            ],
        },
    ],
}


def rows(*records: object, labels: Labels | None = None) -> list[Row]:
    content = json.dumps(records, indent=4).encode()
    return list(read(DataFile("dev.json", content, labels or Labels())))


def taken(**changes: Any) -> Incoming:
    """Return what is taken of the claim with some changes."""
    first = rows({**HARBOUR, **changes})[0]
    assert isinstance(first, Incoming), first
    return first


def values(row: Incoming, model: type) -> list[Any]:
    return [statement.value for statement in row.said if isinstance(statement.value, model)]


def remarks(**changes: Any) -> list[str]:
    return [row.remark for row in rows({**HARBOUR, **changes}) if isinstance(row, Remarked)]


def test_a_claim_of_the_published_data_is_taken_whole() -> None:
    row = taken()
    assert row.words.article == "https://news.example.com/harbour"
    assert row.words.exact == HARBOUR["claim"]
    assert [statement.value for statement in row.said] == [
        TagValue(tag=Tag.CLAIM),
        Claim(
            claimant="Jane Doe",
            date="2025-11-08",
            place="GB",
            first_appearance="https://news.example.com/harbour",
            types=("numerical", "event-property"),
        ),
        Verdict(
            rating="refuted",
            scale="averitec",
            because=HARBOUR["justification"],
            missing="How many ships came?",
        ),
        Evidence(
            claim=ClaimId(""),
            url=ACCOUNTS,
            archived=COPY,
            question="What was the harbour budget in 2020?",
            answer="4.2 million",
            answer_type=AnswerType.EXTRACTIVE,
            medium=Medium.PDF,
        ),
        Evidence(
            claim=ClaimId(""),
            url="https://city.example.gov/2024",
            question="Was the budget of 2024 at least 8.4 million?",
            answer="No",
            answer_type=AnswerType.BOOLEAN,
            answer_because="The accounts give 5.5 million.",
            medium=Medium.IMAGE,
        ),
        Evidence(claim=ClaimId(""), url=CHECK, type=SourceType.FACT_CHECK),
    ]


def test_what_has_no_place_here_is_remarked_once() -> None:
    told = [row.remark for row in rows(HARBOUR, HARBOUR) if isinstance(row, Remarked)]
    assert told == [
        "fact_checking_strategies are not kept: there is no place for them here",
        "reporting_source is left out where there is the address of the claim",
    ]


def test_the_published_form_leaves_as_it_came(store: Store) -> None:
    assert import_rows(store, Author(reviewer="ann"), rows(HARBOUR)).done
    (found,) = json.loads("\n".join(lines(exported(store, Selection()))))
    unkept: dict[str, Any] = {"reporting_source": None, "fact_checking_strategies": []}
    answered = HARBOUR["questions"][:2]
    unanswered = {**HARBOUR["questions"][2], "question": "How many ships came?"}
    assert found == {**HARBOUR, **unkept, "questions": [*answered, unanswered]}


@pytest.mark.parametrize(
    ("written", "date"),
    [("9-11-2020", "2020-11-09"), ("09-01-2020", "2020-01-09"), ("", ""), (None, "")],
)
def test_dates_are_read_with_zeros_in_front_and_without(written: str | None, date: str) -> None:
    (claim,) = values(taken(claim_date=written), Claim)
    assert claim.date == date


@pytest.mark.parametrize("written", ["31-2-2020", "2020-11-09", "November", "٣-١-٢٠٢٠", "1-1-20"])
def test_what_is_no_date_is_left_out_and_remarked(written: str) -> None:
    (claim,) = values(taken(claim_date=written), Claim)
    assert claim.date == ""
    assert any(repr(written) in remark for remark in remarks(claim_date=written))


@pytest.mark.parametrize(
    ("label", "rating"),
    [
        ("Supported", "supported"),
        ("Not Enough Evidence", "not-enough-evidence"),
        ("Conflicting Evidence/Cherrypicking", "conflicting-evidence-cherrypicking"),
        ("Conflicting Evidence/Cherry-picking", "conflicting-evidence-cherrypicking"),
        ("refuted", "refuted"),
    ],
)
def test_labels_are_ratings_of_its_own_scale(label: str, rating: str) -> None:
    (verdict,) = values(taken(label=label), Verdict)
    assert (verdict.scale, verdict.rating) == ("averitec", rating)


def test_a_label_can_be_said_to_mean_a_rating_of_the_project() -> None:
    labels = Labels(renamed={"Refuted": "false", "Numerical Claim": "causal"})
    row = rows(HARBOUR, labels=labels)[0]
    assert isinstance(row, Incoming)
    (verdict,) = values(row, Verdict)
    assert (verdict.scale, verdict.rating) == ("google5", "false")
    assert values(row, Claim)[0].types == ("causal", "event-property")


def test_an_unknown_label_is_refused_with_advice() -> None:
    (row,) = rows({**HARBOUR, "label": "Dubious"})
    assert isinstance(row, Refused)
    assert "--label Dubious=" in row.reason


def test_test_data_without_labels_is_taken() -> None:
    row = rows({"claim_id": 7, "claim": "Words.", "claim_date": "1-1-2020", "speaker": None})[0]
    assert isinstance(row, Incoming)
    assert not values(row, Verdict)


def test_a_claim_without_an_address_stands_alone_where_it_was_reported() -> None:
    row = taken(original_claim_url="", speaker="")
    assert row.words.article is None
    (claim,) = values(row, Claim)
    assert (claim.first_appearance, claim.claimant) == ("Example News", "")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("required_reannotation", True),
        ("cached_original_claim_url", "https://perma.cc/88KW"),
        ("reporting_source", "Example News"),
    ],
)
def test_what_is_lost_of_a_claim_is_remarked(key: str, value: object) -> None:
    without = {"required_reannotation": False, "cached_original_claim_url": "", key: None}
    assert any(key in remark for remark in remarks(**{key: value}))
    assert not any(key in remark for remark in remarks(**without))


def test_an_archived_address_stands_in_for_the_original() -> None:
    row = taken(original_claim_url=None, cached_original_claim_url="https://perma.cc/88KW")
    assert row.words.article == "https://perma.cc/88KW"


@pytest.mark.parametrize("url", ["", None])
def test_an_answer_that_names_no_source_is_kept_as_such(url: str | None) -> None:
    answer = {"answer": "9", "answer_type": "Abstractive", "source_url": url}
    (item, _) = values(taken(questions=[{"question": "How many?", "answers": [answer]}]), Evidence)
    assert (item.answer, item.url, item.anonymous) == ("9", "", True)
    assert item.anonymous_reason


def test_a_source_off_the_web_is_kept_by_its_name() -> None:
    answer = {"answer": "9", "source_url": "javascript:alert(1)"}
    (item, _) = values(taken(questions=[{"question": "How many?", "answers": [answer]}]), Evidence)
    assert (item.url, item.title) == ("", "javascript:alert(1)")


def test_types_that_the_project_does_not_know_are_remarked() -> None:
    (claim,) = values(taken(claim_types=["Opinion Claim", "Quote Verification"]), Claim)
    assert claim.types == ("quote",)
    assert any("'Opinion Claim'" in remark for remark in remarks(claim_types=["Opinion Claim"]))


@pytest.mark.parametrize(
    "record",
    [
        7,
        None,
        [],
        {},
        {"claim": None},
        {"claim": ""},
        {"claim": " \n"},
        {"claim": "half \ud800 a pair"},
        {"claim": "a NUL \0"},
        {"claim": ["x"]},
        {**HARBOUR, "questions": "none"},
        {**HARBOUR, "questions": [{"answers": []}]},
        {**HARBOUR, "questions": [{"question": "Q", "answers": [{"answer": 4}]}]},
        {**HARBOUR, "speaker": {"name": "x"}},
        {**HARBOUR, "claim_types": "Numerical Claim"},
        {**HARBOUR, "speaker": "\udfff"},
        {**HARBOUR, "label": 3},
    ],
)
def test_a_bad_record_is_refused_and_reading_goes_on(record: object) -> None:
    first, second, *_ = rows(record, HARBOUR)
    assert isinstance(first, Refused)
    assert first.line == 2
    assert ": " in first.reason
    assert isinstance(second, Incoming)
    assert second.line == 2 + len(json.dumps(record, indent=4).split("\n"))


def test_keys_that_are_pythons_own_words_do_no_harm() -> None:
    assert isinstance(rows({**HARBOUR, "cls": 1, "self": 2, "model_config": {}})[0], Incoming)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[",
        b'[{"claim": "x"}',
        b"[" * 100_000,
        b'[{"claim": "x", "id": ' + b"9" * 5000 + b"}]",
        b'[{"claim": "x", "id": NaN}]',
        b"\x89PNG\r\n\x1a\n",
        b'"claim"',
        b"null",
    ],
)
def test_a_file_of_another_kind_is_unreadable(content: bytes) -> None:
    with pytest.raises(Unreadable, match=": "):
        list(read(DataFile("x.json", content, Labels())))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_byte_order_mark_and_carriage_returns_make_no_difference(encoding: str) -> None:
    content = json.dumps([HARBOUR], indent=2, ensure_ascii=False).replace("\n", "\r\n")
    row = next(read(DataFile("x.json", content.encode(encoding), Labels())))
    assert row == taken()


def test_it_is_recognised_by_keys_that_no_other_format_has() -> None:
    assert recognises("dev.json", json.dumps([HARBOUR], indent=4)[:4096])
    assert recognises("dev.json", "\n " + json.dumps([HARBOUR])[:4096])
    assert recognises("test.json", json.dumps([{"claim": "x", "location_ISO_code": None}]))
    assert not recognises("dev.json", json.dumps([{"claim": "x", "questions": []}]))
    assert not recognises("dev.json", json.dumps(HARBOUR))
    assert not recognises("dev.json", "[]")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*HARBOUR, "answers", "question", "answer"]), inner)
    ),
    max_leaves=12,
)


@given(st.lists(st.dictionaries(st.sampled_from([*HARBOUR]), JSON) | JSON, max_size=3))
def test_no_json_breaks_it(records: list[object]) -> None:
    content = json.dumps(records).encode()
    try:
        found = list(read(DataFile("x.json", content, Labels())))
    except Unreadable:
        assert b"NaN" in content or b"Infinity" in content
    else:
        assert {row.line for row in found} == {*range(1, len(records) + 1)}
