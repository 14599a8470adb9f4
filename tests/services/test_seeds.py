"""The articles that come with the program."""

from factcheck.domain.decision import Author
from factcheck.services.adding import add_sources
from factcheck.services.seeds import seed_folder
from factcheck.store.store import Store


def test_the_seeds_are_two_articles_of_25_and_27_sentences(store: Store) -> None:
    additions = list(add_sources(store, Author(reviewer="ann"), [str(seed_folder())]))
    assert sorted(addition.sentences for addition in additions) == [25, 27]


def test_reading_the_seeds_again_adds_nothing(store: Store) -> None:
    list(add_sources(store, Author(reviewer="ann"), [str(seed_folder())]))
    again = list(add_sources(store, Author(reviewer="ann"), [str(seed_folder())]))
    assert not any(addition.added or addition.problem for addition in again)
