"""Sittings: where each reviewer is, and was."""

from datetime import timedelta

import pytest

from factcheck.domain import clock
from factcheck.domain.document import Document
from factcheck.domain.sitting import Place
from factcheck.store.store import Store


def place(article: Document, offset: int = 0, words: str = "") -> Place:
    """Return a place in `article`."""
    return Place(document=article.id, offset=offset, filter=words)


def test_a_sitting_is_where_it_began(store: Store, article: Document) -> None:
    sitting = store.sittings.start("ann", place(article, 25, "lovely"))
    assert (sitting.number, sitting.reviewer) == (1, "ann")
    assert sitting.place == place(article, 25, "lovely")
    assert sitting.started == sitting.seen


def test_a_sitting_may_begin_before_there_is_an_article(store: Store) -> None:
    assert store.sittings.start("ann", None).place is None
    assert store.sittings.last("ann") is None


def test_a_move_survives_a_restart(store: Store, article: Document) -> None:
    sitting = store.sittings.start("ann", None)
    store.sittings.move(sitting, place(article, 40, "town"))
    with Store(store.path) as reopened:
        last = reopened.sittings.last("ann")
    assert last is not None
    assert last.place == place(article, 40, "town")
    assert last.seen > last.started


def test_the_last_sitting_is_the_reviewers_own_that_moved_last(
    store: Store, article: Document
) -> None:
    first = store.sittings.start("ann", place(article))
    store.sittings.start("ann", place(article))
    store.sittings.start("bob", place(article))
    store.sittings.move(first, place(article, 25))
    last = store.sittings.last("ann")
    assert last is not None
    assert last.id == first.id
    assert store.sittings.last("eve") is None


def test_the_last_sitting_is_the_same_when_the_clock_was_set_back(
    store: Store, article: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.sittings.start("ann", place(article))
    yesterday = clock.now() - timedelta(days=1)
    monkeypatch.setattr(clock, "now", lambda: yesterday)
    later = store.sittings.start("ann", place(article))
    store.sittings.move(later, place(article, 25))
    last = store.sittings.last("ann")
    assert last is not None
    assert (last.id, last.place) == (later.id, place(article, 25))


def test_all_sittings_are_listed_newest_first(store: Store, article: Document) -> None:
    sittings = [store.sittings.start(name, place(article)) for name in ("ann", "bob", "ann")]
    store.sittings.move(sittings[0], place(article, 25))
    assert [sitting.number for sitting in store.sittings.all()] == [1, 3, 2]


def test_a_sitting_is_called_by_its_number_or_the_end_of_its_id(store: Store) -> None:
    one, two = store.sittings.start("ann", None), store.sittings.start("ann", None)
    assert store.sittings.called("2") == [two]
    assert store.sittings.called(one.id) == [one]
    assert store.sittings.called(one.id[-12:]) == [one]
    assert store.sittings.called("9" * 30) == store.sittings.called("") == []
