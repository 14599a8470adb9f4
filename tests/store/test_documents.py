"""The articles in the database."""

import pytest

from factcheck.domain.document import Document, Segment
from factcheck.domain.identity import document_id, sentence_id
from factcheck.store.store import Store

TEXT = "Ünïcode 😀 one. Two."
BOUNDS = [Segment(0, 14), Segment(15, 19)]


def unread(text: str = TEXT, source: str = "a.txt", title: str = "Title") -> Document:
    """Return a document that is not in a database yet."""
    return Document(
        id=document_id(text), number=0, title=title, source=source, text=text, added="2026"
    )


def add(store: Store, text: str = TEXT, source: str = "a.txt") -> Document:
    """Add an article of one sentence, and return it."""
    return store.documents.add(unread(text, source), [Segment(0, len(text))], segmenter="test")


def test_an_article_comes_back_as_it_was_added(store: Store) -> None:
    added = store.documents.add(unread(), BOUNDS, segmenter="test")
    assert added == unread().model_copy(update={"number": 1})
    with Store(store.path) as reopened:
        assert reopened.documents.with_id(added.id) == added


def test_sentences_are_the_words_at_their_offsets(store: Store) -> None:
    article = store.documents.add(unread(), BOUNDS, segmenter="test")
    sentences = list(store.documents.sentences(article))
    assert [sentence.text for sentence in sentences] == ["Ünïcode 😀 one.", "Two."]
    assert [sentence.number for sentence in sentences] == [1, 2]
    assert [sentence.id for sentence in sentences] == [
        sentence_id(article.id, start, end) for start, end, _ in BOUNDS
    ]


@pytest.mark.parametrize("text", ["a\r\nb\rc\n", "\x00 and \x1b[31m", "\u202e\ufeff\u200d"])
def test_a_text_is_kept_to_the_last_character(store: Store, text: str) -> None:
    assert store.documents.numbered(add(store, text).number) is not None
    (kept,) = store.documents.all()
    assert kept.text == text


def test_the_same_text_is_not_added_twice(store: Store) -> None:
    first = store.documents.add(unread(), BOUNDS, segmenter="test")
    again = store.documents.add(unread(source="b.txt"), [Segment(0, 3)], segmenter="newer")
    assert again == first
    assert len(store.documents) == 1
    assert len(list(store.documents.sentences(first))) == 2


def test_an_article_without_sentences_can_be_kept(store: Store) -> None:
    article = store.documents.add(unread("…"), [], segmenter="test")
    assert list(store.documents.sentences(article)) == []


def test_articles_follow_each_other_in_the_order_in_which_they_came(store: Store) -> None:
    one, two, three = (add(store, text) for text in ("c", "a", "b"))
    assert list(store.documents.all()) == [one, two, three]
    assert [store.documents.place_of(article) for article in (one, two, three)] == [1, 2, 3]
    assert store.documents.after(one) == two
    assert store.documents.before(three) == two
    assert store.documents.after(three) is None
    assert store.documents.before(one) is None


def test_an_article_is_found_by_its_number(store: Store) -> None:
    article = add(store)
    assert store.documents.numbered(1) == article
    assert store.documents.numbered(2) is None


@pytest.mark.parametrize("name", ["/in/news/a.txt", "a.txt", "news/a.txt"])
def test_an_article_is_found_by_its_files_name(store: Store, name: str) -> None:
    article = add(store, source="/in/news/a.txt")
    assert store.documents.with_file_name(name) == [article]


@pytest.mark.parametrize("name", ["", ".txt", "xt", "/a.txt", "A.txt", "%", "_.txt", "*.txt", "/"])
def test_a_part_of_a_name_or_a_pattern_finds_nothing(store: Store, name: str) -> None:
    add(store, source="in/a.txt")
    assert store.documents.with_file_name(name) == []


def test_a_file_name_may_hold_any_character(store: Store) -> None:
    article = add(store, source="in/50% of_[it]* ü.txt")
    assert store.documents.with_file_name("50% of_[it]* ü.txt") == [article]


def test_two_articles_at_most_are_found_by_a_name(store: Store) -> None:
    articles = [add(store, text, source=f"{text}/a.txt") for text in ("x", "y", "z")]
    assert store.documents.with_file_name("a.txt") == articles[:2]


@pytest.mark.parametrize("length", [4, 12, 63, 64])
def test_an_article_is_found_by_the_beginning_of_its_id(store: Store, length: int) -> None:
    article = add(store)
    add(store, "another text")
    assert store.documents.with_id_prefix(article.id[:length]) == [article]


def test_what_no_id_begins_with_finds_nothing(store: Store) -> None:
    article = add(store)
    for prefix in (article.id[1:9], article.id + "0", "zzzz", "%", article.id[:4] + "%"):
        assert store.documents.with_id_prefix(prefix) == []


def test_two_articles_at_most_are_found_by_the_beginning_of_an_id(store: Store) -> None:
    for text in "abcd":
        add(store, text)
    assert len(store.documents.with_id_prefix("")) == 2
