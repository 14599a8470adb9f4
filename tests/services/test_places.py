"""Where something is, as a user would type it."""

from factcheck.domain.document import Document
from factcheck.domain.identity import document_id
from factcheck.services.articles import review_of
from factcheck.services.places import Places
from factcheck.store.store import Store


def test_the_start_of_a_sentence_is_its_place(store: Store, article: Document) -> None:
    places = Places(store)
    for review in review_of(store, article, "ann").sentences:
        assert places.at(article.id, review.sentence.start) == f"1:{review.sentence.number}"


def test_the_middle_of_a_sentence_is_in_it(store: Store, article: Document) -> None:
    assert Places(store).at(article.id, 3) == "1:1"


def test_an_unknown_article_is_no_place(store: Store, article: Document) -> None:
    assert Places(store).at(document_id("something else"), 0) == ""
