"""The index finds what is written, always and only what is written now."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.domain.decision import Author, Change, Kind
from factcheck.domain.document import Document, Segment
from factcheck.domain.errors import NothingToUndo, NotSaved
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.cut import Cut
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.remark import Note
from factcheck.domain.identity import DocumentId, claim_id, cut_id, document_id, sentence_id
from factcheck.domain.particulars import Particulars
from factcheck.domain.searching import HitKind, Query
from factcheck.services.adding import add_sources
from factcheck.services.boundaries import merge, split
from factcheck.services.statistics import statistics
from factcheck.store.search_index import index_everything
from factcheck.store.store import Store
from tests.articles import added, sentences_of

ANN: Final = Author(reviewer="ann")
BOB: Final = Author(reviewer="bob")
EVIDENCE: Final = "00000000-0000-7000-8000-000000000001"


def found(store: Store, typed: str, limit: int = 10) -> list[tuple[HitKind, str]]:
    return [(hit.kind, hit.text) for hit in store.search.find(Query.of(typed), limit)]


def record(store: Store, kind: Kind, subject: str, value: object, author: Author = ANN) -> None:
    change = Change(kind=kind, subject=subject, value=value)
    store.journal.record(author, [change])


@pytest.fixture
def article(store: Store) -> Document:
    """An article of three sentences in the database."""
    return added(store, "The town grew last year.", "It is lovely.", "Read more here.")


@pytest.fixture
def first(store: Store, article: Document) -> str:
    """The article's first sentence."""
    return next(store.documents.sentences(article)).id


def test_sentences_are_found_by_their_words(store: Store, article: Document) -> None:
    assert found(store, "lovely") == [(HitKind.SENTENCE, "It is lovely.")]
    assert found(store, "lovely town") == []
    assert found(store, "town -grew") == []


def test_titles_are_found_as_they_stand_now(store: Store, article: Document) -> None:
    record(store, Kind.PARTICULARS, article.id, Particulars(title="Growth in Uptown"))
    assert found(store, "uptown") == [(HitKind.ARTICLE, "Growth in Uptown")]
    record(store, Kind.PARTICULARS, article.id, Particulars(title="Growth"))
    assert found(store, "uptown") == []


def test_claims_evidence_and_notes_are_found(store: Store, first: str) -> None:
    claim = claim_id(first)  # type: ignore[arg-type]
    record(store, Kind.CLAIM, claim, Claim(text="Population rose", claimant="Mayor"))
    evidence = Evidence(
        claim=claim,
        url="https://numbers.example/report",
        title="Census",
        publisher="Office",
        author="Dr Zahl",
        quote="ninety souls",
    )
    record(store, Kind.EVIDENCE, EVIDENCE, evidence)
    record(store, Kind.NOTE, first, Note(text="ring the registrar"))
    assert found(store, "mayor") == [(HitKind.CLAIM, "Population rose · Mayor")]
    for word in ("census", "office", "zahl", '"ninety souls"', "numbers.example"):
        assert [kind for kind, _ in found(store, word)] == [HitKind.EVIDENCE], word
    assert found(store, "registrar") == [(HitKind.NOTE, "ring the registrar")]


def test_each_reviewers_note_is_found_as_it_stands(store: Store, first: str) -> None:
    record(store, Kind.NOTE, first, Note(text="ring the registrar"))
    record(store, Kind.NOTE, first, Note(text="the registrar is ill"), BOB)
    assert len(found(store, "registrar")) == 2
    record(store, Kind.NOTE, first, Note(text="never mind"))
    assert found(store, "registrar") == [(HitKind.NOTE, "the registrar is ill")]
    store.journal.undo(ANN)
    assert len(found(store, "registrar")) == 2


def test_split_and_merged_sentences_are_found_as_they_are(store: Store, article: Document) -> None:
    split(store, ANN, sentences_of(store, article)[0].id, 9)
    assert found(store, "town") == [(HitKind.SENTENCE, "The town")]
    merge(store, ANN, sentences_of(store, article)[0].id)
    assert found(store, "town") == [(HitKind.SENTENCE, "The town grew last year.")]
    merge(store, ANN, sentences_of(store, article)[0].id)
    assert found(store, '"year it"') == [
        (HitKind.SENTENCE, "The town grew last year. It is lovely.")
    ]


def test_what_stands_on_words_that_are_no_sentence_is_not_found(
    store: Store, article: Document, first: str
) -> None:
    record(store, Kind.NOTE, first, Note(text="ring the registrar"))
    store.journal.record(
        ANN, [Change(kind=Kind.CUT, subject=cut_id(article.id, 9), value=Cut(here=True))]
    )
    assert found(store, "registrar") == []
    store.journal.undo(ANN)
    assert len(found(store, "registrar")) == 1


def test_what_a_newer_version_has_replaced_is_not_found(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    for text in ("The old wording stood here.", "Something else entirely is said."):
        file.write_text(text, encoding="utf-8")
        list(add_sources(store, ANN, [str(file)]))
    assert found(store, "wording") == []
    assert {kind for kind, _ in found(store, "entirely")} == {HitKind.ARTICLE, HitKind.SENTENCE}


def test_the_most_relevant_is_first_then_the_earliest(store: Store, tmp_path: Path) -> None:
    lines = ["Rain fell on the hills far behind the town.", "Rain fell.", "Rain fell."]
    (tmp_path / "a.txt").write_text("\n\n".join(lines), encoding="utf-8")
    list(add_sources(store, ANN, [str(tmp_path / "a.txt")]))
    hits = [hit for hit in store.search.find(Query.of("rain"), 10) if hit.ordinal]
    assert [hit.ordinal for hit in hits] == [2, 3, 1]
    assert len(store.search.find(Query.of("rain"), 2)) == 2


@pytest.mark.parametrize("word", ["東京", "東京で", "กรุงเทพ", "대통령", "ЁЛКИ", "ælfred"])
def test_words_of_every_script_are_found(store: Store, tmp_path: Path, word: str) -> None:
    text = "昨日東京で雨が降った。ฝนตกในกรุงเทพวันนี้ 대통령은 말했다 Ёлки и Ælfred"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    list(add_sources(store, ANN, [str(tmp_path / "a.txt")]))
    assert found(store, word)
    assert all(Query.of(word).spans(text) for _, text in found(store, word))


FTS_SYNTAX: Final = st.text(st.sampled_from("ab\"*-+^:(){}'\\, \0\ud800") | st.characters())
OPERATORS: Final = st.sampled_from(["AND", "OR", "NOT", "NEAR(a b)", "text:a", "^a", '"', "a*"])


@given(FTS_SYNTAX | st.lists(OPERATORS).map(" ".join))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_can_be_typed_is_an_error(store: Store, typed: str) -> None:
    assert store.search.find(Query.of(typed), 5) == []


@pytest.mark.parametrize("piece", ["word ", '"two words" ', "wo* ", "w-o-r-d", "-town "])
def test_a_whole_page_can_be_searched_for(store: Store, article: Document, piece: str) -> None:
    assert store.search.find(Query.of("town " + piece * 20_000), 5) == []


def test_a_database_from_before_is_indexed_when_it_is_opened(store: Store, first: str) -> None:
    record(store, Kind.NOTE, first, Note(text="ring the registrar"))
    store._db.executescript(BEFORE)
    with Store(store.path) as opened:
        assert len(found(opened, "registrar")) == len(found(opened, "town")) == 1
        assert statistics(opened).sentences == 3


BEFORE: Final = """
DROP TABLE search_index; DROP TABLE searchable; DROP INDEX document_replaced;
DROP INDEX evidence_by_claim; DROP INDEX decision_by_session;
DELETE FROM _sqlite_migrations WHERE name = 'search_over_everything';
PRAGMA user_version = 3;
"""
"""Makes a database what it was before search."""

TEXT: Final = "Ape bee cat. Dog eel fox. Gnu hen ibis."
DOCUMENT: Final = document_id(TEXT)
SEGMENTS: Final = [Segment(0, 12), Segment(13, 25), Segment(26, 39)]
words = st.sampled_from(["", "ape", "ape bee", "Æ 東京"])
said = st.sampled_from(["ape", "bee cat"])
acts = st.one_of(
    st.builds(lambda n, text: (Kind.CLAIM, _claim(n), Claim(text=text)), st.integers(0, 2), words),
    st.builds(
        lambda n, title: (
            Kind.EVIDENCE,
            EVIDENCE,
            Evidence(claim=_claim(n), url="https://e.example", title=title),
        ),
        st.integers(0, 2),
        words,
    ),
    st.builds(lambda n, text: (Kind.NOTE, _sentence(n), Note(text=text)), st.integers(0, 2), said),
    st.builds(lambda n: (Kind.NOTE, _sentence(n), None), st.integers(0, 2)),
    st.builds(
        lambda offset, here: (Kind.CUT, cut_id(DOCUMENT, offset), Cut(here=here)),
        st.sampled_from([4, 13, 17, 26]),
        st.booleans(),
    ),
    st.builds(lambda title: (Kind.PARTICULARS, DOCUMENT, Particulars(title=title or "-")), words),
    st.sampled_from(["undo", "redo"]),
)


def _sentence(number: int) -> str:
    return sentence_id(DOCUMENT, *SEGMENTS[number][:2])


def _claim(number: int) -> str:
    return claim_id(_sentence(number))  # type: ignore[arg-type]


def indexed(store: Store) -> set[tuple[object, ...]]:
    """Return every word of the index with what it stands in, wherever that has its place."""
    query = """
    SELECT term, coalesce(kind || name || reviewer, doc), "offset"
    FROM temp.word LEFT JOIN searchable ON place = doc
    """
    store._db.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.word USING fts5vocab(main, search_index, instance)"
    )
    return set(store._db.execute(query).fetchall())


@given(st.lists(st.tuples(st.sampled_from([ANN, BOB]), acts), max_size=12))
@settings(max_examples=60, deadline=None)
def test_the_index_is_what_indexing_anew_would_make_of_it(
    story: list[tuple[Author, tuple[Kind, str, object] | str]],
) -> None:
    with TemporaryDirectory() as folder, Store(Path(folder, "a.db")) as store:
        document = Document(
            id=DocumentId(DOCUMENT), number=1, title="T", source="a", text=TEXT, added="2026"
        )
        store.documents.add(document, SEGMENTS, segmenter="test")
        for author, act in story:
            _do(store, author, act)
        kept = indexed(store)
        index_everything(store._db)
        assert kept == indexed(store)


def _do(store: Store, author: Author, act: tuple[Kind, str, object] | str) -> None:
    """Do what can be done; words that are no sentence now are refused."""
    with suppress(NothingToUndo, NotSaved):
        if isinstance(act, str):
            getattr(store.journal, act)(author)
        else:
            record(store, *act, author=author)


def test_a_program_that_reads_the_file_finds_the_same(store: Store, article: Document) -> None:
    with closing(sqlite3.connect(store.path)) as db:
        rows = db.execute("SELECT rowid FROM search_index WHERE search_index MATCH 'town'")
        assert len(rows.fetchall()) == 1
