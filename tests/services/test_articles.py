"""Finding articles by what a user calls them."""

from pathlib import Path

import pytest

from factcheck.domain.decision import Author
from factcheck.domain.document import Document
from factcheck.domain.errors import NotFound
from factcheck.services.adding import add_sources
from factcheck.services.articles import article_named, articles_named, review_of
from factcheck.store.store import Store


def write(file: Path, text: str) -> str:
    file.write_text(text, encoding="utf-8")
    return str(file)


def add(store: Store, source: str) -> Document:
    (addition,) = add_sources(store, Author(reviewer="ann"), [source])
    assert addition.article
    return addition.article


def test_an_article_is_found_by_its_number(store: Store, article: Document) -> None:
    assert article_named(store, "1") == article


def test_an_article_is_found_by_its_id_or_its_first_characters(
    store: Store, article: Document
) -> None:
    for name in (article.id, article.id[:4], article.id[:10].upper()):
        assert article_named(store, name) == article


def test_three_characters_of_an_id_are_too_few(store: Store, article: Document) -> None:
    with pytest.raises(NotFound):
        article_named(store, article.id[:3])


def test_an_article_is_found_by_its_file(store: Store, article: Document) -> None:
    for name in ("article.txt", article.source):
        assert article_named(store, name) == article


def test_the_end_of_a_file_name_is_not_its_name(store: Store, article: Document) -> None:
    with pytest.raises(NotFound):
        article_named(store, "ticle.txt")


def test_a_name_for_two_articles_is_refused(store: Store, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        add(store, write(tmp_path / folder / "same.txt", f"In folder {folder}."))
    with pytest.raises(NotFound, match="several articles"):
        article_named(store, "same.txt")
    assert article_named(store, "two/same.txt").text == "In folder two."


@pytest.mark.parametrize(
    "name", ["2", "0", "-1", "", "gone.txt", "%", "_rticle.txt", "9" * 30, "²", "\udcff", "'--"]
)
def test_an_unknown_name_is_refused_with_what_to_do(
    store: Store, article: Document, name: str
) -> None:
    with pytest.raises(NotFound, match="factcheck list"):
        article_named(store, name)


def test_no_names_mean_all_articles(store: Store, article: Document, tmp_path: Path) -> None:
    other = add(store, write(tmp_path / "other.txt", "Another one."))
    assert articles_named(store, []) == [article, other]
    assert articles_named(store, ["2"]) == [other]


def test_a_review_shows_every_sentence_as_it_stands_in_the_text(
    store: Store, article: Document
) -> None:
    sentences = [review.sentence for review in review_of(store, article, "ann").sentences]
    assert [sentence.number for sentence in sentences] == [1, 2, 3]
    for sentence in sentences:
        assert sentence.text == article.text[sentence.start : sentence.end]
