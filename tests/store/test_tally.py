"""What the table `tally` says equals what is there to be counted, whatever was decided."""

from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.decision import Author, Change, Kind
from factcheck.domain.document import Document, Segment
from factcheck.domain.errors import NothingToUndo, NotSaved
from factcheck.domain.findings.cut import Cut
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.identity import cut_id, document_id, sentence_id
from factcheck.domain.tag import Tag
from factcheck.store.checking.tally import tally
from factcheck.store.store import Store

TEXT: Final = "aa bb cc"
DOCUMENT: Final = document_id(TEXT)
STARTS: Final = (0, 3, 6)
SENTENCES: Final = [
    sentence_id(DOCUMENT, start, end) for start in STARTS for end in (2, 5, 8) if start < end
]
"""All that cuts can make of the text."""

tags = st.builds(
    Change,
    kind=st.just(Kind.TAG),
    subject=st.sampled_from(SENTENCES),
    value=st.none() | st.builds(TagValue, tag=st.sampled_from(Tag)),
)
cuts = st.builds(
    Change,
    kind=st.just(Kind.CUT),
    subject=st.sampled_from([cut_id(DOCUMENT, start) for start in STARTS]),
    value=st.none() | st.builds(Cut, here=st.booleans()),
)
acts = st.lists(
    st.tuples(st.sampled_from(["ann", "bob"]), tags | cuts | st.sampled_from(["undo", "redo"])),
    max_size=30,
)


def add(store: Store) -> None:
    """Add the text as two sentences."""
    document = Document(
        id=DOCUMENT, number=0, title="t", source="s", text=TEXT, added="2026-01-01T00:00:00.000000Z"
    )
    store.documents.add(document, [Segment(0, 5), Segment(6, 8)], segmenter="test")


def do(store: Store, reviewer: str, act: Change | str) -> None:
    """Decide, undo or redo, if it can be done."""
    author = Author(reviewer=reviewer)
    try:
        if isinstance(act, Change):
            store.journal.record(author, [act])
        else:
            getattr(store.journal, act)(author)
    except (NothingToUndo, NotSaved):
        pass


@given(acts)
def test_every_sentence_and_tag_is_counted_once(
    empty_database: Path, decided: list[tuple[str, Change | str]]
) -> None:
    with TemporaryDirectory() as folder, Store(copied(empty_database, folder)) as store:
        add(store)
        for reviewer, act in decided:
            do(store, reviewer, act)
        assert not any(tally(store._db))
        assert store.statistics.sentences() == store.documents.count_sentences(
            store.documents.kept(DOCUMENT)
        )


def copied(database: Path, folder: str) -> Path:
    """Copy a database into a folder."""
    return Path(copyfile(database, Path(folder, "factcheck.db")))


def test_a_database_of_an_earlier_version_is_counted_when_it_is_opened(store: Store) -> None:
    add(store)
    do(store, "ann", Change(kind=Kind.TAG, subject=SENTENCES[1], value=TagValue(tag=Tag.CLAIM)))
    expected = counts(store)
    store._db.execute("DROP TABLE tally")
    store._db.execute("DELETE FROM _sqlite_migrations WHERE name = 'sentences_tallied'")
    store._db.execute("PRAGMA user_version = 4")
    with Store(store.path) as opened:
        assert counts(opened) == expected == {("", "", 2), ("ann", "claim", 1)}


def counts(store: Store) -> set[tuple[str, str, int]]:
    """Return what the table says, but for what is none."""
    return set(store._db.execute("SELECT reviewer, tag, sentences FROM tally WHERE sentences > 0"))
