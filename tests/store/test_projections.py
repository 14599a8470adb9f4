"""What stands equals a replay of the journal, whatever was decided, undone and redone."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.decision import Author, Change, Decision, Kind
from factcheck.domain.document import Document, Segment
from factcheck.domain.errors import NothingToUndo
from factcheck.domain.findings.claim import Claim, Link
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.remark import Flag, Note
from factcheck.domain.findings.sign_off import Approval, Correction, Publication
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Adjudication, Verdict
from factcheck.domain.identity import (
    claim_id,
    claim_of,
    correction_id,
    document_id,
    link_id,
    sentence_id,
)
from factcheck.domain.review import progress_of
from factcheck.domain.tag import Tag
from factcheck.domain.value import Value
from factcheck.domain.vocabulary.claims import Relation
from factcheck.domain.vocabulary.sign_off import CorrectionKind, Vote
from factcheck.store.store import Store

Row = dict[str, Any]
Tables = dict[str, set[tuple[tuple[str, Any], ...]]]
"""The rows of each table, each as its columns and values in alphabetical order."""
Act = tuple[str, list[Change] | str]
"""A reviewer, and what they do: changes, `undo` or `redo`."""

TEXT: Final = "abc"
DOCUMENT: Final = document_id(TEXT)
SENTENCES: Final = [sentence_id(DOCUMENT, start, start + 1) for start in range(3)]
CLAIMS: Final = [claim_id(sentence, number) for sentence in SENTENCES for number in (1, 2)]
REVIEWERS: Final = ["ann", "bob"]
TABLES: Final = {
    "tag": "tag",
    "note": "note",
    "flag": "flag",
    "verdict": "verdict",
    "claim": "claim_detail",
    "evidence": "evidence",
    "link": "link",
    "adjudication": "adjudication",
    "approval": "approval",
    "publication": "publication",
    "correction": "correction",
}
"""The table of each kind."""
SHARED: Final = {"claim", "evidence", "link", "adjudication", "publication", "correction"}
NAMED: Final = {"evidence", "link", "correction"}
"""Kinds whose rows have names of their own."""

words = st.sampled_from(["", "a", "b\x00\u202e"])
said = st.sampled_from(["a", "“b”"])


def changes_of(kind: Kind, subjects: list[Any], values: st.SearchStrategy[Any]) -> Any:
    """Return changes of that kind: one of `subjects` gets one of `values`, or is cleared."""
    return st.builds(
        Change,
        kind=st.just(kind),
        subject=st.sampled_from(subjects),
        value=st.none() | values,
    )


changes: st.SearchStrategy[Change] = st.one_of(
    changes_of(Kind.TAG, SENTENCES, st.builds(TagValue, tag=st.sampled_from(Tag))),
    changes_of(Kind.NOTE, SENTENCES, st.builds(Note, text=said)),
    changes_of(Kind.FLAG, SENTENCES, st.builds(Flag, reason=words)),
    changes_of(
        Kind.VERDICT,
        CLAIMS,
        st.builds(Verdict, rating=st.sampled_from(["false", "unproven"]), because=words),
    ),
    changes_of(
        Kind.CLAIM,
        CLAIMS,
        st.builds(Claim, text=words, date=st.just("2024"), topics=st.just(("a", "b"))),
    ),
    changes_of(
        Kind.LINK,
        [link_id(CLAIMS[0], CLAIMS[2]), link_id(CLAIMS[1], CLAIMS[0])],
        st.builds(Link, other=st.just(CLAIMS[0]), relation=st.sampled_from(Relation)),
    ),
    changes_of(Kind.ADJUDICATION, CLAIMS, st.builds(Adjudication, rating=st.just("true"))),
    changes_of(
        Kind.APPROVAL,
        CLAIMS,
        st.builds(Approval, vote=st.sampled_from(Vote), content=st.just("0" * 64)),
    ),
    changes_of(
        Kind.PUBLICATION,
        CLAIMS,
        st.just(Publication(url="https://e.org", date="2024-06-18")),
    ),
    changes_of(
        Kind.CORRECTION,
        [correction_id(CLAIMS[0], "c1"), correction_id(CLAIMS[3], "c2")],
        st.just(Correction(kind=CorrectionKind.UPDATE, text="a", changed=("claim",))),
    ),
    changes_of(
        Kind.EVIDENCE,
        ["e1", "e2"],
        st.builds(
            Evidence, claim=st.sampled_from(CLAIMS), url=st.just("https://e.org"), quote=words
        ),
    ),
)
acts: st.SearchStrategy[Act] = st.tuples(
    st.sampled_from(REVIEWERS),
    st.one_of(st.lists(changes, min_size=1, max_size=4), st.sampled_from(["undo", "redo"])),
)


@contextmanager
def reviewed() -> Iterator[Store]:
    """Open a new database with one article of three sentences."""
    with TemporaryDirectory() as folder, Store(Path(folder) / "new.db") as store:
        store._db.execute("PRAGMA synchronous = OFF")  # what is tested here is not the disk
        article = Document(id=DOCUMENT, number=0, title="t", source="s", text=TEXT, added="2026")
        bounds = [Segment(start, start + 1) for start in range(len(TEXT))]
        store.documents.add(article, bounds, segmenter="test")
        yield store


def do(store: Store, act: Act) -> tuple[Decision, ...] | None:
    """Do what `act` says, and return its decisions; None where there was nothing to undo."""
    reviewer, what = act
    author = Author(reviewer=reviewer)
    try:
        if what == "undo":
            return store.journal.undo(author)
        if what == "redo":
            return store.journal.redo(author)
    except NothingToUndo:
        return None
    assert isinstance(what, list)
    return store.journal.record(author, what)


def rows(store: Store, query: str) -> list[Row]:
    """Return what `query` finds, read by another connection."""
    with closing(sqlite3.connect(store.path)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(query)]


def frozen(row: Row) -> tuple[tuple[str, Any], ...]:
    """Return the row as a value that a set can hold."""
    return tuple(sorted(row.items()))


def kept(store: Store) -> Tables:
    """Return the rows that stand in the typed tables."""
    tables = (*TABLES.values(), "retracted")
    return {
        table: {frozen(row) for row in rows(store, f"SELECT * FROM {table}")}  # noqa: S608
        for table in tables
    }


def replayed(journal: list[Row]) -> Tables:
    """Return the rows that should stand, by going through the whole journal once."""
    retracted = retractions_in(journal)
    registers: dict[tuple[str, str, str], Row] = {}
    for row in journal:
        if row["undoes"] is None and row["id"] not in retracted:
            owner = "" if row["kind"] in SHARED else row["reviewer"]
            register = (row["kind"], row["subject"], owner)
            drafted = registers[register]["drafted"] if register in registers else ""
            drafted = drafted or (row["id"] if row["value"] else "")
            registers[register] = {**row, "drafted": drafted}
    tables: Tables = {table: set() for table in (*TABLES.values(), "retracted")}
    tables["retracted"] = {frozen(row) for row in retracted.values()}
    for row in registers.values():
        if row["value"] is not None:
            tables[TABLES[row["kind"]]].add(frozen(projected(row)))
    return tables


def retractions_in(journal: list[Row]) -> dict[str, Row]:
    """Return which decisions are taken back, each with the undo that did it."""
    by_id = {row["id"]: row for row in journal}
    retracted: dict[str, Row] = {}
    for row in journal:
        undone = by_id[row["undoes"]] if row["undoes"] else None
        if undone and undone["undoes"]:
            del retracted[undone["undoes"]]
        elif undone:
            assert undone["id"] not in retracted
            retracted[undone["id"]] = {
                "decision_id": undone["id"],
                "undo_id": row["id"],
                "reviewer": row["reviewer"],
                "at": row["at"],
            }
    return retracted


def projected(row: Row) -> Row:
    """Return the row of its typed table that a row of the journal leads to."""
    value = json.loads(row["value"])
    value = {name: json.dumps(v) if isinstance(v, list) else v for name, v in value.items()}
    about = claim_of(value.pop("claim", row["subject"]))
    sentence, has_claim, _ = about.partition("#")
    where = {"document_id": sentence.partition(":")[0], "sentence_id": sentence}
    return {
        **value,
        **where,
        **({"claim_id": about} if has_claim else {}),
        **({"id": row["subject"]} if row["kind"] in NAMED else {}),
        **({"adjudicator": row["reviewer"]} if row["kind"] == "adjudication" else {}),
        **({"drafted": row["drafted"]} if row["kind"] == "verdict" else {}),
        **({} if row["kind"] in SHARED else {"reviewer": row["reviewer"]}),
        "decision_id": row["id"],
    }


def current_values(store: Store) -> dict[tuple[Kind, str, str], Value | None]:
    """Return what the journal says stands in every register that could have a value."""
    return {
        (kind, subject, reviewer): store.journal.current(kind, subject, reviewer)
        for kind in Kind
        for subject in (*SENTENCES, *CLAIMS, "e1", "e2")
        for reviewer in REVIEWERS
    }


@given(st.lists(acts, max_size=25))
@settings(deadline=None, max_examples=25)
def test_what_stands_equals_a_replay_of_the_journal(history: list[Act]) -> None:
    with reviewed() as store:
        for act in history:
            do(store, act)
        journal = rows(store, "SELECT * FROM decision ORDER BY at, id")
        assert kept(store) == replayed(journal)


@given(st.lists(acts, max_size=12))
@settings(deadline=None, max_examples=12)
def test_what_stands_equals_a_replay_after_every_single_act(history: list[Act]) -> None:
    with reviewed() as store:
        for act in history:
            do(store, act)
            assert kept(store) == replayed(rows(store, "SELECT * FROM decision ORDER BY at, id"))


@given(st.lists(acts, max_size=25))
@settings(deadline=None, max_examples=20)
def test_undo_and_redo_walk_back_and_forth_through_each_reviewers_acts(
    history: list[Act],
) -> None:
    done: dict[str, list[tuple[Decision, ...]]] = defaultdict(list)
    undone: dict[str, list[tuple[Decision, ...]]] = defaultdict(list)
    with reviewed() as store:
        for reviewer, what in history:
            made = do(store, (reviewer, what))
            if what == "undo":
                assert made == (done[reviewer].pop() if done[reviewer] else None)
                undone[reviewer] += [made] if made else []
            elif what == "redo":
                assert made == (undone[reviewer].pop() if undone[reviewer] else None)
                done[reviewer] += [made] if made else []
            elif made:
                done[reviewer].append(made)
                undone[reviewer].clear()


@given(st.lists(acts, max_size=20), st.sampled_from(REVIEWERS))
@settings(deadline=None, max_examples=20)
def test_an_undo_and_its_redo_leave_everything_as_it_was(history: list[Act], reviewer: str) -> None:
    with reviewed() as store:
        for act in history:
            do(store, act)
        before = current_values(store)
        if do(store, (reviewer, "undo")):
            do(store, (reviewer, "redo"))
        assert current_values(store) == before


@given(st.lists(acts, max_size=20))
@settings(deadline=None, max_examples=20)
def test_articles_lists_and_the_claim_view_agree(history: list[Act]) -> None:
    with reviewed() as store:
        for act in history:
            do(store, act)
        listed = {row["id"] for row in rows(store, "SELECT * FROM claim")}
        (article,) = store.documents.all()
        for reviewer in REVIEWERS:
            sentences = store.documents.sentences(article)
            reviews = store.reviews.of_article(article, sentences, reviewer)
            (summary,) = store.documents.summaries(reviewer)
            assert summary.progress == progress_of(reviews)
            assert {claim.id for review in reviews for claim in review.claims} <= listed


def test_the_claim_view_shows_each_claim_once_with_what_is_said_of_it() -> None:
    detail = Claim(text="It grew.", claimant="The mayor", date="2024")
    source = Evidence(claim=CLAIMS[3], url="https://e.org")
    with reviewed() as store:
        for reviewer in REVIEWERS:
            do(
                store,
                (
                    reviewer,
                    [
                        Change(kind=Kind.TAG, subject=SENTENCES[0], value=TagValue(tag=Tag.CLAIM)),
                        Change(kind=Kind.TAG, subject=SENTENCES[2], value=TagValue(tag=Tag.FILLER)),
                        Change(kind=Kind.CLAIM, subject=CLAIMS[1], value=detail),
                        Change(kind=Kind.VERDICT, subject=CLAIMS[1], value=Verdict(rating="true")),
                        Change(kind=Kind.EVIDENCE, subject="e1", value=source),
                    ],
                ),
            )
        shown = rows(store, "SELECT id, sentence_id, text, claimant, date FROM claim ORDER BY id")
    assert [tuple(row.values()) for row in shown] == [
        (CLAIMS[0], SENTENCES[0], "", "", ""),
        (CLAIMS[1], SENTENCES[0], "It grew.", "The mayor", "2024"),
        (CLAIMS[3], SENTENCES[1], "", "", ""),
    ]
