"""Journals of several databases become one: the same everywhere, in whatever order they meet."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.carrying.dividing import Part
from factcheck.domain.decision import Author, Change, Kind
from factcheck.domain.document import Document, Segment
from factcheck.domain.errors import FactcheckError
from factcheck.domain.findings.cut import Cut
from factcheck.domain.identity import claim_id, cut_id
from factcheck.domain.particulars import Particulars
from factcheck.domain.tag import Tag
from factcheck.services import deciding
from factcheck.services.boundaries import merge, split
from factcheck.services.verdicts import judge
from factcheck.store.rows import decisions_in
from factcheck.store.store import Store
from tests.articles import added, sentences_of
from tests.services.archives import archive_of, brought_in, records_in, stands_in
from tests.store.test_projections import DOCUMENT, TEXT, Act, acts, changes_of, do

particulars = st.builds(Particulars, title=st.sampled_from(["one", "two"]))
moved: st.SearchStrategy[Change] = st.one_of(
    changes_of(
        Kind.CUT, [cut_id(DOCUMENT, 1), cut_id(DOCUMENT, 2)], st.builds(Cut, here=st.booleans())
    ),
    changes_of(Kind.PARTICULARS, [DOCUMENT], particulars),
)
done: st.SearchStrategy[Act] = acts | st.tuples(
    st.sampled_from(["ann", "bob"]), st.lists(moved, min_size=1, max_size=2)
)
histories = st.lists(done, max_size=10)
ADDED: Final = "2026-01-01T00:00:00.000000Z"
NAMES: Final = ("one.db", "two.db", "three.db")


@contextmanager
def databases(empty: Path) -> Iterator[list[Store]]:
    """Open three databases that hold the same article."""
    with TemporaryDirectory() as folder:
        stores = []
        for name in NAMES:
            copyfile(empty, Path(folder) / name)
            stores.append(Store(Path(folder) / name))
            stores[-1]._db.execute("PRAGMA synchronous = OFF")  # what is tested is not the disk
            _add_article(stores[-1])
        try:
            yield stores
        finally:
            for store in stores:
                store.close()


def _add_article(store: Store) -> None:
    article = Document(id=DOCUMENT, number=0, title="t", source="s", text=TEXT, added=ADDED)
    bounds = [Segment(start, start + 1) for start in range(len(TEXT))]
    store.documents.add(article, bounds, segmenter="test")


def go_through(store: Store, history: list[Act]) -> None:
    for act in history:
        with suppress(FactcheckError):  # there is no sentence any more
            do(store, act)


def entered_one_by_one(store: Store, journal: Store) -> None:
    """Append the decisions of `journal` as they would have been if they had been made here."""
    query = "SELECT * FROM decision ORDER BY at, id"
    with store.transaction():
        for decision in decisions_in(journal._db, query):
            store.journal._enter(decision)


@given(histories, histories, histories)
@settings(deadline=None, max_examples=12)
def test_databases_that_exchange_archives_hold_the_same(
    empty_database: Path, first: list[Act], second: list[Act], later: list[Act]
) -> None:
    with databases(empty_database) as (one, two, three):
        go_through(one, first)
        go_through(two, second)
        assert not brought_in(one, archive_of(two)).refused
        go_through(one, later)
        assert not brought_in(two, archive_of(one)).refused
        assert not brought_in(one, archive_of(two)).new["decision"]
        assert archive_of(one) == archive_of(two)
        assert stands_in(one) == stands_in(two)
        entered_one_by_one(three, one)
        assert stands_in(three) == stands_in(one)


@given(histories, histories, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=8)
def test_the_order_in_which_decisions_arrive_is_of_no_weight(
    empty_database: Path, first: list[Act], second: list[Act], random: Random
) -> None:
    with databases(empty_database) as (one, two, three):
        go_through(one, first)
        brought_in(two, archive_of(one))
        go_through(two, second)
        header, article, *lines = records_in(archive_of(two))
        random.shuffle(lines)
        half = len(lines) // 2
        for some in (lines[:half], lines[half:], lines):
            brought_in(three, "\n".join([header, article, *some]), partial=True)
        assert stands_in(three) == stands_in(two)


def test_an_archive_brought_in_twice_adds_nothing(empty_database: Path) -> None:
    with databases(empty_database) as (one, two, _):
        go_through(
            one,
            [("ann", [Change(kind=Kind.CUT, subject=cut_id(DOCUMENT, 1), value=Cut(here=False))])],
        )
        brought_in(two, archive_of(one))
        before = stands_in(two)
        again = brought_in(two, archive_of(one))
        assert not again.new.total()
        assert again.known == {"article": 1, "decision": 1}
        assert stands_in(two) == before


def test_two_undos_of_one_decision_both_have_to_be_taken_back(empty_database: Path) -> None:
    ann = Author(reviewer="ann")
    with databases(empty_database) as (one, two, _):
        titled = Change(kind=Kind.PARTICULARS, subject=DOCUMENT, value=Particulars(title="new"))
        one.journal.record(ann, [titled])
        brought_in(two, archive_of(one))
        for store in (one, two):
            store.journal.undo(ann)
        brought_in(one, archive_of(two))
        one.journal.redo(ann)
        assert [article.title for article in one.documents.all()] == ["t"]
        one.journal.redo(ann)
        assert [article.title for article in one.documents.all()] == ["new"]
        brought_in(two, archive_of(one))
        assert stands_in(two) == stands_in(one)


Steps = list[tuple[str, str, int]]
"""Who does what where."""
reviews: st.SearchStrategy[Steps] = st.lists(
    st.tuples(
        st.sampled_from(["ann", "bob"]),
        st.sampled_from(["claim", "opinion", "split", "merge", "judge", "undo", "redo"]),
        st.integers(0, 3),
    ),
    max_size=14,
)


def review(store: Store, article: Document, steps: Steps) -> None:
    """Do what reviewers do, as far as it can be done."""
    for name, what, place in steps:
        author, there = Author(reviewer=name), sentences_of(store, article)
        sentence = there[place % len(there)]
        with suppress(FactcheckError):
            match what:
                case "split":
                    split(store, author, sentence.id, 4, Part.SECOND)
                case "merge":
                    merge(store, author, sentence.id)
                case "judge":
                    judge(store, author, claim_id(sentence.id), "false", f"Because {place}.")
                case "undo":
                    store.journal.undo(author)
                case "redo":
                    store.journal.redo(author)
                case _:
                    deciding.tag(store, author, [sentence.id], Tag(what))


@given(reviews, reviews, reviews)
@settings(deadline=None, max_examples=10)
def test_reviews_that_split_and_merge_sentences_come_out_the_same(
    empty_database: Path, first: Steps, second: Steps, later: Steps
) -> None:
    with databases(empty_database) as (one, two, three):
        article, *_ = (added(store, "It is so.", "We say so.", "Or not.") for store in (one, two))
        review(one, article, first)
        brought_in(two, archive_of(one))
        review(two, article, second)
        review(one, article, later)
        for store, archive in ((one, archive_of(two)), (two, archive_of(one))):
            assert not brought_in(store, archive).refused
        assert archive_of(one) == archive_of(two)
        assert stands_in(one) == stands_in(two)
        added(three, "It is so.", "We say so.", "Or not.")
        entered_one_by_one(three, one)
        assert stands_in(three) == stands_in(one)
