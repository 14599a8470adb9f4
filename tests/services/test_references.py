"""From what was typed to sentences and claims."""

import pytest

from factcheck.domain.decision import Author
from factcheck.domain.document import Document
from factcheck.domain.errors import InvalidReference, NotFound
from factcheck.domain.identity import claim_id
from factcheck.services.claims import describe_claim
from factcheck.services.references import find, find_claim
from factcheck.services.verdicts import judge
from factcheck.store.store import Store

ANN = Author(reviewer="ann")


def test_a_reference_names_one_sentence(store: Store, article: Document) -> None:
    target = find(store, "1:2", "ann")
    assert target.document == article
    assert [review.sentence.number for review in target.sentences] == [2]
    assert target.claim is None


def test_a_range_names_its_sentences_in_order(store: Store, article: Document) -> None:
    target = find(store, "1:2-3", "ann")
    assert [review.sentence.number for review in target.sentences] == [2, 3]


@pytest.mark.parametrize("name", ["article.txt", "{id}", "{source}"])
def test_the_article_may_be_named_in_every_way(store: Store, article: Document, name: str) -> None:
    reference = name.format(id=article.id[:8], source=article.source) + ":3"
    assert find(store, reference, "ann").document == article


@pytest.mark.parametrize("reference", ["", "1", "1:", ":1", "1:0", "1:3-2", "1:1.0", "1:1-2.1"])
def test_what_does_not_name_a_sentence_is_refused(
    store: Store, article: Document, reference: str
) -> None:
    with pytest.raises(InvalidReference, match="does not name a sentence"):
        find(store, reference, "ann")


@pytest.mark.parametrize("reference", ["1:4", "1:1-4", "1:999999999"])
def test_a_sentence_beyond_the_last_is_not_found(
    store: Store, article: Document, reference: str
) -> None:
    with pytest.raises(NotFound, match="it has 3"):
        find(store, reference, "ann")


def test_an_unknown_article_is_not_found(store: Store, article: Document) -> None:
    with pytest.raises(NotFound, match="no article '7'"):
        find(store, "7:1", "ann")


def test_a_sentence_stands_for_its_first_claim(store: Store, article: Document) -> None:
    (review,) = find(store, "1:2", "ann").sentences
    assert find_claim(store, "1:2", "ann") == claim_id(review.sentence.id)
    assert find_claim(store, "1:2.1", "ann") == claim_id(review.sentence.id)


def test_the_next_claim_may_be_named_before_there_is_one(store: Store, article: Document) -> None:
    (review,) = find(store, "1:2", "ann").sentences
    assert find_claim(store, "1:2.2", "ann") == claim_id(review.sentence.id, 2)
    with pytest.raises(NotFound, match="the next one would be number 2"):
        find_claim(store, "1:2.3", "ann")


def test_a_claim_before_the_last_stays_nameable_without_its_wording(
    store: Store, article: Document
) -> None:
    for number in ("2", "3"):
        describe_claim(store, ANN, find_claim(store, f"1:2.{number}", "ann"), {"text": "X"})
    describe_claim(
        store, ANN, find_claim(store, "1:2.2", "ann"), {"text": "", "claimant": "", "date": ""}
    )
    judge(store, ANN, find_claim(store, "1:2.2", "ann"), "false")
    assert [claim.id[-2:] for claim in find(store, "1:2", "ann").sentences[0].claims] == [
        "#1",
        "#2",
        "#3",
    ]


def test_several_sentences_are_no_claim(store: Store, article: Document) -> None:
    with pytest.raises(InvalidReference, match="several sentences"):
        find_claim(store, "1:1-2", "ann")


def test_a_claim_that_others_named_can_be_named_before_one_has_tagged_its_sentence(
    store: Store, article: Document
) -> None:
    for number in (2, 3):
        describe_claim(store, ANN, find_claim(store, f"1:2.{number}", "ann"), {"text": "X"})
    assert find_claim(store, "1:2.3", "ben") == find_claim(store, "1:2.3", "ann")
