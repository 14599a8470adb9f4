"""Sources: added, changed, taken away, and known again where they serve another claim."""

import pytest

from factcheck.domain.decision import Author
from factcheck.domain.document import Document
from factcheck.domain.errors import InvalidValue, NotFound
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import ClaimId, claim_id
from factcheck.services import deciding
from factcheck.services.articles import review_of
from factcheck.services.evidence import (
    add_evidence,
    change_evidence,
    evidence_from,
    known_source,
    remove_evidence,
)
from factcheck.services.looking import claim_seen, evidence_numbered
from factcheck.services.verdicts import evidence_ids, judge
from factcheck.store.store import Store

ANN = Author(reviewer="ann")
URL = "https://example.org/census"


def claim(store: Store, article: Document, number: int) -> ClaimId:
    return claim_id(review_of(store, article, "ann").sentences[number - 1].sentence.id)


def add(store: Store, claim: ClaimId, **fields: str) -> None:
    add_evidence(store, ANN, evidence_from(store, claim, fields))


def evidence_on(store: Store, claim: ClaimId) -> list[Evidence]:
    return [item.evidence for item in claim_seen(store, claim, "ann").evidence]


def test_all_that_is_said_of_a_source_is_kept(store: Store, article: Document) -> None:
    name = claim(store, article, 1)
    said = {
        "url": URL,
        "title": "Census",
        "author": "The office",
        "published": "2024-05",
        "archived": "https://web.archive.org/web/2024/https://example.org/census",
        "type": "official-statistics",
        "level": "primary",
        "reliability": "a",
        "independence_group": "office",
        "locator": "p. 4",
        "stance": "partly-supports",
        "question": "How many live there?",
        "answer": "9,000",
        "answer_type": "extractive",
        "medium": "pdf",
        "anonymous": "yes",
        "anonymous_reason": "She fears for her post.",
    }
    add(store, name, **said)
    (evidence,) = evidence_on(store, name)
    kept = evidence.model_dump(mode="json", exclude_defaults=True)
    assert kept.pop("accessed")
    assert kept.pop("claim") == name
    assert kept == {**said, "anonymous": True}


def test_what_is_known_of_a_source_is_taken_over(store: Store, article: Document) -> None:
    one, two = claim(store, article, 1), claim(store, article, 2)
    add(store, one, url=URL, title="Census", publisher="Office", quote="It grew.")
    assert known_source(store, URL)["title"] == "Census"
    add(store, two, url=URL, stance="refutes", publisher="The Office")
    (evidence,) = evidence_on(store, two)
    assert (evidence.title, evidence.publisher, evidence.quote) == ("Census", "The Office", "")


def test_what_changes_of_a_source_changes_wherever_it_serves(
    store: Store, article: Document
) -> None:
    one, two = claim(store, article, 1), claim(store, article, 2)
    add(store, one, url=URL, stance="supports")
    add(store, two, url=URL, stance="refutes")
    item = claim_seen(store, one, "ann").evidence[0].id
    change_evidence(store, ANN, item, {"title": "Census", "quote": "It grew."})
    first, second = evidence_on(store, one)[0], evidence_on(store, two)[0]
    assert (first.title, first.quote, first.stance) == ("Census", "It grew.", "supports")
    assert (second.title, second.quote, second.stance) == ("Census", "", "refutes")
    deciding.undo(store, ANN)
    assert [evidence_on(store, name)[0].title for name in (one, two)] == ["", ""]


def test_evidence_can_be_taken_away_and_brought_back(store: Store, article: Document) -> None:
    name = claim(store, article, 1)
    add(store, name, url=URL)
    remove_evidence(store, ANN, claim_seen(store, name, "ann").evidence[0].id)
    assert evidence_on(store, name) == []
    deciding.undo(store, ANN)
    assert [evidence.url for evidence in evidence_on(store, name)] == [URL]


def test_what_is_gone_cannot_be_changed(store: Store, article: Document) -> None:
    name = claim(store, article, 1)
    add(store, name, url=URL)
    item = claim_seen(store, name, "ann").evidence[0].id
    remove_evidence(store, ANN, item)
    with pytest.raises(NotFound, match="taken away"):
        change_evidence(store, ANN, item, {"title": "x"})


def test_a_choice_that_there_is_not_is_named_with_those_there_are(
    store: Store, article: Document
) -> None:
    with pytest.raises(InvalidValue, match=r"^type: choose .*official-statistics"):
        evidence_from(store, claim(store, article, 1), {"url": URL, "type": "gossip"})


def test_a_verdict_can_rest_on_some_of_the_evidence(store: Store, article: Document) -> None:
    name = claim(store, article, 1)
    for page in ("a", "b", "c"):
        add(store, name, url=f"https://example.org/{page}")
    judge(store, ANN, name, "true", used=evidence_ids(store, ANN, name, (1, 3)))
    seen = claim_seen(store, name, "ann")
    assert [item.evidence.url[-1] for item in seen.used] == ["a", "c"]
    judge(store, ANN, name, "false")
    assert len(claim_seen(store, name, "ann").used) == 2
    with pytest.raises(NotFound, match="it has 3"):
        evidence_ids(store, ANN, name, (4,))


def test_evidence_is_named_by_its_number(store: Store, article: Document) -> None:
    name = claim(store, article, 1)
    with pytest.raises(NotFound, match="it has none"):
        evidence_numbered(claim_seen(store, name, "ann"), 1)
