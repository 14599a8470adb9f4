"""Where a reviewer begins, and that a sitting is found again."""

from pathlib import Path

import pytest

from factcheck.domain.decision import Author, Origin
from factcheck.domain.document import Document
from factcheck.domain.errors import NotFound
from factcheck.domain.sitting import Place, Sitting
from factcheck.domain.tag import Tag
from factcheck.services import deciding
from factcheck.services.adding import add_sources
from factcheck.services.articles import review_of
from factcheck.services.sittings import (
    begin,
    first_undecided,
    going_to,
    sitting_named,
    sittings,
)
from factcheck.store.store import Store


def starts(store: Store, article: Document) -> list[int]:
    return [review.sentence.start for review in review_of(store, article, "ann").sentences]


def go(store: Store, sitting: Sitting, article: Document, number: int, words: str = "") -> Place:
    offset = starts(store, article)[number - 1]
    place = Place(document=article.id, offset=offset, filter=words)
    with going_to(store, sitting, place):
        pass
    return place


def tag(store: Store, article: Document, *numbers: int, reviewer: str = "ann") -> None:
    reviews = review_of(store, article, reviewer).sentences
    names = [reviews[number - 1].sentence.id for number in numbers]
    deciding.tag(store, Author(reviewer=reviewer), names, Tag.FILLER)


def test_the_first_sitting_begins_at_the_first_sentence(store: Store, article: Document) -> None:
    assert begin(store, "ann").place == Place(document=article.id, offset=0)


def test_the_next_sitting_begins_where_the_last_one_ended(store: Store, article: Document) -> None:
    place = go(store, begin(store, "ann"), article, 3, "mayor")
    again = begin(store, "ann")
    assert again.place == place
    assert again.number == 2


def test_a_new_sitting_begins_at_the_first_undecided_sentence(
    store: Store, article: Document
) -> None:
    tag(store, article, 1)
    go(store, begin(store, "ann"), article, 3)
    place = begin(store, "ann", anew=True).place
    assert place == Place(document=article.id, offset=starts(store, article)[1])


def test_an_older_sitting_can_be_gone_on_from(store: Store, article: Document) -> None:
    place = go(store, begin(store, "ann"), article, 2)
    go(store, begin(store, "ann"), article, 3)
    assert begin(store, "ann", like="1").place == place


def test_a_sitting_gone_on_from_stays_as_it_was(store: Store, article: Document) -> None:
    place = go(store, begin(store, "ann"), article, 2)
    go(store, begin(store, "ann", like="1"), article, 3)
    assert sitting_named(store, "1").place == place


def test_each_reviewer_has_a_place_of_their_own(store: Store, article: Document) -> None:
    go(store, begin(store, "ann"), article, 3)
    assert begin(store, "ben").place == Place(document=article.id, offset=0)


def test_a_sitting_without_articles_has_no_place(store: Store) -> None:
    assert begin(store, "ann").place is None


def test_a_sitting_that_saw_no_article_is_not_gone_on_from(store: Store, tmp_path: Path) -> None:
    begin(store, "ann")
    (tmp_path / "a.txt").write_text("One. Two.", encoding="utf-8")
    (addition,) = add_sources(store, Author(reviewer="ann"), [str(tmp_path / "a.txt")])
    assert addition.article
    place = begin(store, "ann").place
    assert place == Place(document=addition.article.id, offset=0)
    assert begin(store, "ann", like="1").place == place


def test_the_place_survives_the_program(store: Store, article: Document) -> None:
    place = go(store, begin(store, "ann"), article, 2)
    with Store(store.path) as reopened:
        assert begin(reopened, "ann").place == place


def test_a_decision_and_the_place_are_kept_together_or_not_at_all(
    store: Store, article: Document
) -> None:
    sitting = begin(store, "ann")
    place = Place(document=article.id, offset=starts(store, article)[1])
    with pytest.raises(ZeroDivisionError), going_to(store, sitting, place):  # noqa: PT012
        tag(store, article, 1)
        raise ZeroDivisionError
    assert review_of(store, article, "ann").progress.tagged == 0
    assert begin(store, "ann").place == sitting.place


def test_the_first_undecided_sentence_may_be_in_a_later_article(
    store: Store, article: Document, tmp_path: Path
) -> None:
    (tmp_path / "b.txt").write_text("One. Two.", encoding="utf-8")
    (addition,) = add_sources(store, Author(reviewer="ann"), [str(tmp_path / "b.txt")])
    assert addition.article
    tag(store, article, 1, 2, 3)
    assert first_undecided(store, "ann") == Place(document=addition.article.id, offset=0)
    assert first_undecided(store, "ben") == Place(document=article.id, offset=0)


def test_where_all_is_decided_a_review_begins_at_the_top(store: Store, article: Document) -> None:
    tag(store, article, 1, 2, 3)
    assert first_undecided(store, "ann") == Place(document=article.id, offset=0)


def test_sittings_are_listed_newest_first_with_their_place(store: Store, article: Document) -> None:
    go(store, begin(store, "ann"), article, 2)
    go(store, begin(store, "ben"), article, 3)
    listed = [(sitting.reviewer, reference) for sitting, reference in sittings(store)]
    assert listed == [("ben", "1:3"), ("ann", "1:2")]


def test_a_sitting_is_found_by_its_number_or_the_end_of_its_id(
    store: Store, article: Document
) -> None:
    sitting = begin(store, "ann")
    for name in ("1", sitting.id, sitting.id[-8:]):
        assert sitting_named(store, name) == sitting


@pytest.mark.parametrize("name", ["2", "0", "", "%", "\udcff", "x" * 100])
def test_an_unknown_sitting_is_refused_and_none_begins(
    store: Store, article: Document, name: str
) -> None:
    begin(store, "ann")
    with pytest.raises(NotFound, match="factcheck sessions"):
        begin(store, "ann", like=name)
    assert len(sittings(store)) == 1


def test_decisions_say_in_which_sitting_they_were_made(store: Store, article: Document) -> None:
    sitting = begin(store, "ann")
    author = Author(reviewer="ann", session=sitting.id, origin=Origin.KEY)
    name = review_of(store, article, "ann").sentences[0].sentence.id
    (decision,) = deciding.tag(store, author, [name], Tag.CLAIM)
    assert decision.session == sitting.id
    assert decision.origin is Origin.KEY
