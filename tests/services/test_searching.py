"""Hits say where they are, as one would type it."""

import pytest

from factcheck.domain.decision import Author, Change, Kind
from factcheck.domain.document import Document
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.remark import Note
from factcheck.domain.identity import claim_id
from factcheck.services.searching import search
from factcheck.store.store import Store
from tests.articles import added, sentences_of

ANN = Author(reviewer="ann")


@pytest.fixture
def article(store: Store) -> Document:
    added(store, "Nothing here.", source="other.txt")
    return added(store, "The town grew last year.", "It is lovely.")


def test_every_kind_of_hit_has_its_reference(store: Store, article: Document) -> None:
    lovely = sentences_of(store, article)[1].id
    evidence = Evidence(claim=claim_id(lovely, 2), url="https://e.example", title="Lovely towns")
    changes = [
        Change(kind=Kind.CLAIM, subject=claim_id(lovely), value=Claim(text="A lovely town")),
        Change(kind=Kind.CLAIM, subject=claim_id(lovely, 2), value=Claim(text="A lovely year")),
        Change(kind=Kind.EVIDENCE, subject="e", value=evidence),
        Change(kind=Kind.NOTE, subject=lovely, value=Note(text="lovely?")),
    ]
    store.journal.record(ANN, changes)
    hits = search(store, "lovely", 10)
    assert sorted((hit.kind, hit.ref) for hit in hits) == [
        ("claim", "2:2"),
        ("claim", "2:2.2"),
        ("evidence", "2:2.2"),
        ("note", "2:2"),
        ("sentence", "2:2"),
    ]
    assert {hit.sentence for hit in hits} == {lovely}


def test_a_title_leads_to_the_article(store: Store, article: Document) -> None:
    (_, hit) = search(store, '"an article"', 10)
    assert (hit.kind, hit.ref, hit.title) == ("article", "2", "An article")
    assert hit.sentence == sentences_of(store, article)[0].id


def test_hits_say_where_the_words_stand(store: Store, article: Document) -> None:
    (hit,) = search(store, "town year", 10)
    assert [hit.text[start:end] for start, end in hit.hits] == ["town", "year"]
    assert (hit.article, hit.text) == (2, "The town grew last year.")


def test_nothing_is_found_for_nothing(store: Store, article: Document) -> None:
    assert search(store, "", 10) == search(store, "-town", 10) == search(store, '"', 10) == []
