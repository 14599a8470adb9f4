"""AVeriTeC: exactly the published form, and nothing lost without a word."""

import json
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.document import Document
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import ClaimId
from factcheck.domain.scales.scales import PRESETS
from factcheck.domain.selection import View
from factcheck.domain.vocabulary.sources import AnswerType, Medium
from factcheck.export.data.data_sets.averitec import lines
from factcheck.reading.data.data_sets.averitec import read
from factcheck.reading.data.incoming import Statement
from factcheck.services.signing_off import adjudicate, publish, vote
from factcheck.services.verdicts import judge
from factcheck.store.store import Store
from tests.export.data.harbour import (
    ANN,
    BEN,
    article_of,
    cite,
    claim,
    file_of,
    leaving,
    made,
    project,
    taken,
)
from tests.importing import import_rows

GOLDEN: Final = Path(__file__).parents[1] / "golden" / "averitec.json"
KEYS: Final = [
    *("claim", "required_reannotation", "label", "justification", "claim_date", "speaker"),
    *("original_claim_url", "cached_original_claim_url", "fact_checking_article"),
    *("reporting_source", "location_ISO_code", "claim_types", "fact_checking_strategies"),
    "questions",
]
NOBODYS: Final = ClaimId("")
REFUTED: Final = Verdict(rating="refuted", scale="averitec")


def records(store: Store, view: View = View.ADJUDICATED) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads("\n".join(lines(leaving(store, view))))
    return found


def record(verdict: Verdict = REFUTED, **given: Any) -> dict[str, Any]:
    """Return the only record of an article of one claim."""
    article = article_of("Words.", verdict=verdict, **given)
    (found,) = json.loads("\n".join(lines(made(article))))
    return dict(found)


def test_the_project_is_written_as_it_always_was(store: Store) -> None:
    project(store)
    assert "".join(f"{line}\n" for line in lines(leaving(store))) == GOLDEN.read_text("utf-8")


def test_it_says_what_it_leaves_out_and_changes(store: Store) -> None:
    project(store)
    export = leaving(store)
    assert list(lines(export)) == list(lines(leaving(store)))
    assert export.ledger.left_out == {
        "claims: no verdict": 2,
        "evidence: it answers no question": 1,
        "places: no code of a country, such as GB": 1,
        "remarks on what is missing: not put as a question": 1,
        "types of claims: no word for comparison": 1,
    }
    assert export.ledger.changed == {
        "dates without a day written as their first day": 1,
        "sources withheld written without their name": 1,
        "the verdict 'False' written as 'Refuted'": 1,
        "the verdict 'Missing context' written as 'Conflicting Evidence/Cherrypicking'": 1,
        "the verdict 'Unproven' written as 'Not Enough Evidence'": 1,
        "types of answers told from the answers": 2,
    }


def test_a_source_without_a_copy_has_the_key_of_copies_too() -> None:
    asked = Evidence.of(claim=NOBODYS, url="https://a.org/", question="Is it?", answer="No")
    (answer,) = record(evidence=[asked])["questions"][0]["answers"]
    assert list(answer)[-3:] == ["source_url", "cached_source_url", "source_medium"]
    assert answer["cached_source_url"] == ""


def test_the_keys_are_those_of_the_published_data_in_their_order() -> None:
    asked = Evidence.of(claim=NOBODYS, url="https://a.org/", question="Is it?", answer="No",
                        answer_because="It is not.", archived="https://b.org/")  # fmt: skip
    found = record(evidence=[asked])
    assert list(found) == KEYS
    assert found["questions"] == [
        {
            "question": "Is it?",
            "answers": [
                {
                    "answer": "No",
                    "answer_type": "Boolean",
                    "boolean_explanation": "It is not.",
                    "source_url": "https://a.org/",
                    "cached_source_url": "https://b.org/",
                    "source_medium": "",
                }
            ],
        }
    ]
    assert list(found["questions"][0]["answers"][0])[:3] == [
        "answer",
        "answer_type",
        "boolean_explanation",
    ]


@pytest.mark.parametrize(
    ("date", "written"),
    [("2020-11-09", "9-11-2020"), ("2020-11", "1-11-2020"), ("2020", "1-1-2020"), ("", None)],
)
def test_dates_have_no_zeros_in_front_and_begin_with_the_day(
    date: str, written: str | None
) -> None:
    assert record(claim=Claim(date=date))["claim_date"] == written


@pytest.mark.parametrize(
    ("scale", "rating", "label"),
    [
        ("averitec", "refuted", "Refuted"),
        ("averitec", "supported", "Supported"),
        ("averitec", "not-enough-evidence", "Not Enough Evidence"),
        ("averitec", "conflicting-evidence-cherrypicking", "Conflicting Evidence/Cherrypicking"),
        ("google5", "mostly-true", "Conflicting Evidence/Cherrypicking"),
        ("google5", "missing-context", "Conflicting Evidence/Cherrypicking"),
        ("politifact", "pants-on-fire", "Refuted"),
        ("fever", "not-enough-info", "Not Enough Evidence"),
        ("correctiv", "unbelegt", "Not Enough Evidence"),
        ("meedan", "inconclusive", "Not Enough Evidence"),
        ("trulymedia", "verified", "Supported"),
    ],
)
def test_each_rating_has_the_label_that_means_the_same(scale: str, rating: str, label: str) -> None:
    assert record(Verdict(rating=rating, scale=scale))["label"] == label


@pytest.mark.parametrize(
    ("scale", "rating"),
    [
        ("averitec", "claim-too-vague"),
        ("meta", "satire"),
        ("meedan", "in-progress"),
        ("snopes", "research-in-progress"),
        ("dega", "not-a-claim"),
    ],
)
def test_a_rating_without_a_label_is_left_out_and_counted(scale: str, rating: str) -> None:
    export = made(article_of("Words.", verdict=Verdict(rating=rating, scale=scale)))
    assert list(lines(export)) == ["[", "]"]
    words = PRESETS[scale].rating(rating).words
    assert export.ledger.left_out == {f"claims: no label for the verdict {words!r}": 1}


def test_what_was_adjudicated_is_written_and_what_is_disputed_is_not(store: Store) -> None:
    article = project(store)
    before = len(records(store))
    export = leaving(store, View.ALL)
    assert len(list(lines(export))) == before + 2
    assert export.ledger.left_out["claims: reviewers differ"] == 1
    adjudicate(store, ANN, claim(store, article, 6), "true")
    assert [each["label"] for each in records(store)].count("Supported") == 1


def test_the_address_of_the_published_check_is_told(store: Store) -> None:
    article = project(store)
    name = claim(store, article, 4)
    vote(store, BEN, name, "approve")
    publish(store, BEN, name, "https://checks.example.org/4")
    assert records(store)[1]["fact_checking_article"] == "https://checks.example.org/4"


def test_only_the_evidence_that_the_verdict_rests_on_is_written(store: Store) -> None:
    article = project(store)
    name = claim(store, article, 7)
    cite(store, name, url="https://one.org/", question="One?", answer="1")
    cite(store, name, url="https://two.org/", question="Two?", answer="2")
    (sentence,) = [
        s for a in leaving(store).articles for s in a.sentences if s.sentence.number == 7
    ]
    first = sentence.claims[0].claim.evidence[0]
    judge(store, ANN, name, "true", used=(first.id,))
    export = leaving(store)
    (found,) = [r for r in json.loads("\n".join(lines(export))) if r["label"] == "Supported"]
    assert [question["question"] for question in found["questions"]] == ["One?"]
    assert export.ledger.left_out["evidence: the verdict does not rest on it"] == 1


def test_a_quote_stands_in_for_an_answer_and_nothing_for_none() -> None:
    quoted = Evidence.of(claim=NOBODYS, url="https://a.org/", question="What?", quote="This.")
    silent = Evidence.of(claim=NOBODYS, url="https://b.org/", question="Where?")
    first, second = record(evidence=[quoted, silent])["questions"]
    assert (first["answers"][0]["answer"], first["answers"][0]["answer_type"]) == (
        "This.",
        "Extractive",
    )
    assert second["answers"][0]["answer"] == "No answer could be found."
    assert second["answers"][0]["answer_type"] == "Unanswerable"


def test_nothing_at_all_is_an_empty_array(store: Store) -> None:
    assert json.loads("\n".join(lines(leaving(store)))) == []


def test_what_was_imported_leaves_as_it_came(store: Store, other: Store) -> None:
    project(store)
    first = list(lines(leaving(store)))
    assert import_rows(other, ANN, read(file_of(first))).done
    again = list(lines(leaving(other)))
    for before, after in zip(
        json.loads("\n".join(first)), json.loads("\n".join(again)), strict=True
    ):
        assert {**before, "reporting_source": None} == after


def test_what_is_here_is_not_taken_again(store: Store, other: Store) -> None:
    project(store)
    file = file_of(lines(leaving(store)))
    import_rows(other, ANN, read(file))
    for _ in range(2):
        report = import_rows(other, ANN, read(file_of(lines(leaving(other)))))
        assert report.done
        assert not +report.taken
        assert not report.articles


WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
LINE = WORDS.map(lambda text: " ".join(text.split()))
ADDRESS = st.sampled_from(["https://a.example.org/1", "http://b.example.org/2?x=1#y"])


@st.composite
def evidence(draw: st.DrawFn) -> Evidence:
    return Evidence.of(
        claim=NOBODYS,
        url=draw(ADDRESS),
        archived=draw(ADDRESS | st.just("")),
        question=draw(WORDS.filter(str.strip)),
        answer=draw(WORDS.filter(str.strip)),
        answer_type=draw(st.sampled_from(AnswerType)),
        answer_because=draw(WORDS),
        medium=draw(st.none() | st.sampled_from(Medium)),
    )


@given(
    claim=st.builds(
        Claim,
        text=WORDS.filter(str.strip),
        claimant=LINE,
        date=st.just("") | st.dates().map(str),
        place=st.sampled_from(["", "GB", "FR"]),
        types=st.sampled_from([(), ("numerical",), ("quote", "causal")]),
    ),
    verdict=st.builds(
        Verdict,
        scale=st.just("averitec"),
        rating=st.sampled_from(["refuted", "supported", "not-enough-evidence"]),
        because=WORDS,
        missing=st.sampled_from(["", "How many?", "Who?\nWhen?"]),
    ),
    items=st.lists(evidence(), max_size=4),
)
def test_all_that_the_form_can_say_comes_back(
    claim: Claim, verdict: Verdict, items: list[Evidence]
) -> None:
    export = made(article_of("Words.", claim=claim, verdict=verdict, evidence=items))
    (row,) = taken(read(file_of(lines(export))))
    assert row.words.exact == claim.text
    _, described, judged, *found = row.said
    assert described == Statement(claim.model_copy(update={"text": ""}))
    assert judged == Statement(verdict)
    by_question: dict[str, list[Evidence]] = {}
    for item in items:
        by_question.setdefault(item.question, []).append(item)
    assert found == [Statement(item) for group in by_question.values() for item in group]


def test_the_article_is_named_by_its_address(store: Store) -> None:
    article: Document = project(store)
    rows = taken(read(file_of(lines(leaving(store)))))
    assert {row.words.article for row in rows} == {article.url}
