"""What sources said, and the pages they were fetched as."""

import pytest

from factcheck.domain.document import Document
from factcheck.domain.identity import DocumentId
from factcheck.store.readings import Reading
from factcheck.store.store import Store
from tests.articles import added

PAGE = b"<p>One is here.</p>" * 100


@pytest.fixture
def page(store: Store) -> Document:
    return added(store, "One is here.")


def reading(document: DocumentId, origin: str = "https://a.example/", sha256: str = "x") -> Reading:
    return Reading(origin, document, "2026-01-01T00:00:00Z", "html", "utf-8", sha256)


def test_a_page_comes_back_as_it_was_fetched(store: Store, page: Document) -> None:
    store.readings.keep(reading(page.id), PAGE)
    assert store.readings.snapshot(page.id) == PAGE
    (size,) = store._db.execute("SELECT length(snapshot) FROM reading").fetchone()
    assert size < len(PAGE)


def test_what_a_source_said_last_is_found_by_its_origin(store: Store, page: Document) -> None:
    other = added(store, "Two is here.")
    for document in (page, other):
        store.readings.keep(reading(document.id))
    assert store.readings.last("https://a.example/") == reading(other.id)
    assert store.readings.last("https://b.example/") is None
    assert store.readings.of(page.id) == reading(page.id)


def test_the_same_again_is_not_kept_twice(store: Store, page: Document) -> None:
    for _ in range(3):
        store.readings.keep(reading(page.id), PAGE)
    assert store._db.table("reading").count == 1


def test_another_page_around_the_same_text_is_kept(store: Store, page: Document) -> None:
    store.readings.keep(reading(page.id, sha256="x"), b"one")
    store.readings.keep(reading(page.id, sha256="y"), b"two")
    assert store.readings.snapshot(page.id) == b"two"


def test_sources_are_counted_that_say_a_text_now(store: Store, page: Document) -> None:
    other = added(store, "Two is here.")
    store.readings.keep(reading(page.id, "a.txt"))
    store.readings.keep(reading(page.id, "b.txt"))
    assert store.readings.sources_of(page.id) == ["a.txt", "b.txt"]
    store.readings.keep(reading(other.id, "a.txt"))
    assert store.readings.sources_of(page.id) == ["b.txt"]


def test_an_article_from_a_file_has_no_page(store: Store, page: Document) -> None:
    store.readings.keep(reading(page.id, "a.txt"))
    assert store.readings.snapshot(page.id) is None
