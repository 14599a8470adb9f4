"""FEVER: exactly the published form, beside it what its pages are, and both come back."""

import io
import json
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import ClaimId
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.sources import AnswerType, SourceLevel
from factcheck.domain.vocabulary.stance import Stance
from factcheck.export.data.data_sets.fever import files, lines
from factcheck.reading.data.data_sets.fever import read
from factcheck.reading.data.incoming import DataFile
from factcheck.reading.data.labels import Labels
from factcheck.services.selecting import Export
from factcheck.services.verdicts import judge
from factcheck.store.store import Store
from tests.articles import added
from tests.export.data.harbour import (
    ANN,
    article_of,
    claim,
    file_of,
    leaving,
    made,
    project,
    steady,
    taken,
)
from tests.importing import import_rows

GOLDEN: Final = Path(__file__).parents[1] / "golden"
NOBODYS: Final = ClaimId("")
REFUTES: Final = Verdict(rating="refutes", scale="fever")
SUPPORTS: Final = Verdict(rating="supports", scale="fever")


def folder(export: Export) -> dict[str, bytes]:
    return {
        file.name: "".join(f"{line}\n" for line in file.lines).encode() for file in files(export)
    }


def as_file(export: Export) -> DataFile:
    """Return the claims as a file, with the file of sources beside it."""
    written = folder(export)
    return DataFile("fever.jsonl", written["fever.jsonl"], Labels(), written.get)


def record(verdict: Verdict, *evidence: Evidence) -> dict[str, Any]:
    (line,) = lines(made(article_of("Words.", verdict=verdict, evidence=evidence)))
    return dict(json.loads(line))


def source(title: str = "Accounts", stance: Stance = Stance.REFUTES, **said: Any) -> Evidence:
    return Evidence.of(claim=NOBODYS, title=title, stance=stance, **said)


@pytest.mark.parametrize("name", ["fever.jsonl", "fever-sources.jsonl"])
def test_the_project_is_written_as_it_always_was(store: Store, name: str) -> None:
    project(store)
    (file,) = (file for file in files(leaving(store)) if file.name == name)
    assert steady(file.lines) == (GOLDEN / name).read_text("utf-8")


def test_it_says_what_it_leaves_out_and_changes(store: Store) -> None:
    project(store)
    export = leaving(store)
    assert folder(export) == folder(leaving(store))
    assert export.ledger.left_out == {
        "claims: no label for the verdict 'Missing context'": 1,
        "claims: no verdict": 2,
        "evidence: it does not bear the label out": 2,
        "origins of claims: FEVER has no place for them": 1,
        "reasons of verdicts: FEVER has no place for them": 1,
    }
    assert export.ledger.changed == {
        "places in a source that are no number written as sentence 0": 1,
        "the verdict 'False' written as 'REFUTES'": 1,
        "the verdict 'Unproven' written as 'NOT ENOUGH INFO'": 1,
    }


def test_each_piece_of_evidence_that_bears_the_label_out_is_a_set() -> None:
    found = record(
        SUPPORTS,
        source("One", Stance.SUPPORTS, locator="3"),
        source("Two", Stance.PARTLY_SUPPORTS),
        source("Three", Stance.CONTEXT),
    )
    assert list(found) == ["id", "verifiable", "label", "claim", "evidence"]
    assert (found["verifiable"], found["label"]) == ("VERIFIABLE", "SUPPORTS")
    assert [[entry[2:] for entry in each] for each in found["evidence"]] == [
        [["One", 3]],
        [["Two", 0]],
    ]


def test_without_a_second_file_it_is_told_that_nobody_knows_the_sources() -> None:
    told = "sources named by their slugs alone: a folder (-o NAME/) holds their addresses"
    cited = made(article_of("Words.", verdict=REFUTES, evidence=[source(), source("Two")]))
    assert list(lines(cited))
    assert cited.ledger.changed[told] == 1
    for file in files(both := made(article_of("Words.", verdict=REFUTES, evidence=[source()]))):
        assert list(file.lines)
    assert told not in both.ledger.changed


def test_evidence_that_gives_only_context_stands_together() -> None:
    both = source("One", Stance.CONTEXT), source("Two", Stance.CONTEXT)
    (together,) = record(REFUTES, *both)["evidence"]
    assert [entry[2] for entry in together] == ["One", "Two"]


def test_a_label_without_evidence_has_an_empty_list_and_is_counted() -> None:
    export = made(article_of("Words.", verdict=REFUTES))
    (line,) = lines(export)
    assert json.loads(line)["evidence"] == []
    assert export.ledger.changed == {"labels without evidence written with an empty list": 1}


def test_not_enough_info_has_one_empty_set() -> None:
    found = record(Verdict(rating="not-enough-info", scale="fever"), source())
    assert found["verifiable"] == "NOT VERIFIABLE"
    ((entry,),) = found["evidence"]
    assert entry[1:] == [None, None, None]
    assert isinstance(entry[0], int)


def test_ids_are_whole_numbers_that_stay_when_an_article_is_added(store: Store) -> None:
    project(store)
    before = [json.loads(line)["id"] for line in lines(leaving(store))]
    second = added(store, "Another claim.", source="b.txt")
    judge(store, ANN, claim(store, second, 1), "true")
    after = [json.loads(line)["id"] for line in lines(leaving(store))]
    assert after[:-1] == before
    assert len({*after}) == len(after)
    assert all(0 < number < 2**53 for number in after)


def test_pandas_reads_the_claims_with_their_ids(store: Store) -> None:
    pandas = pytest.importorskip("pandas")
    project(store)
    written = list(lines(leaving(store)))
    table = pandas.read_json(io.StringIO("\n".join(written)), lines=True)
    assert [*table.id] == [json.loads(line)["id"] for line in written]
    assert [*table.label] == ["REFUTES", "NOT ENOUGH INFO"]


def test_two_sources_of_one_title_are_two_pages_and_one_source_is_one() -> None:
    titled = (
        source("The Accounts", url="https://a.org/1"),
        source("The Accounts", url="https://a.org/2"),
        source("The Accounts", url="https://a.org/1"),
    )
    pages = [entry[2] for (entry,) in record(REFUTES, *titled)["evidence"]]
    assert pages[0] == pages[2] != pages[1]
    assert all(page.startswith("the-accounts-") for page in pages)


def test_a_page_of_fever_keeps_its_name() -> None:
    page = "Exampleville_-LRB-harbour-RRB-"
    ((entry,),) = record(REFUTES, source(page, locator="14"))["evidence"]
    assert entry[2:] == [page, 14]


def test_a_withheld_source_is_named_nowhere() -> None:
    secret = source(
        "Secret memo",
        url="https://secret.example.org/",
        author="Jane Roe",
        publisher="Secret office",
        archived="https://archive.example.org/secret",
        independence_group="secret",
        note="secret, call her",
        anonymous=True,
    )
    written = b"".join(folder(made(article_of("W.", verdict=REFUTES, evidence=[secret]))).values())
    assert b"ecret" not in written
    assert b"Roe" not in written
    assert b"withheld-" in written


def test_only_cited_sources_are_in_the_second_file() -> None:
    evidence = source("One"), source("Two", Stance.CONTEXT)
    written = folder(made(article_of("W.", verdict=REFUTES, evidence=evidence)))
    assert b"One" in written["fever-sources.jsonl"]
    assert b"Two" not in written["fever-sources.jsonl"]


def test_what_was_imported_leaves_as_it_came(store: Store, other: Store) -> None:
    project(store)
    assert import_rows(other, ANN, read(as_file(leaving(store)))).done
    first, again = folder(leaving(store)), folder(leaving(other))
    for name in first:
        assert [_without_ids(line) for line in first[name].splitlines()] == [
            _without_ids(line) for line in again[name].splitlines()
        ]


def _without_ids(line: bytes) -> dict[str, Any]:
    """Return a line without the ids of its claim and its evidence, which are another's here."""
    found: dict[str, Any] = json.loads(line)
    if "evidence" in found:
        pages = [[entry[2:] for entry in each] for each in found["evidence"]]
        return {**found, "id": 0, "evidence": pages}
    return {**found, "evidence_id": 0}


def test_what_is_here_is_not_taken_again(store: Store, other: Store) -> None:
    project(store)
    import_rows(other, ANN, read(as_file(leaving(store))))
    for _ in range(2):
        report = import_rows(other, ANN, read(as_file(leaving(other))))
        assert report.done
        assert not +report.taken
        assert not report.articles


WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
LINE = WORDS.map(lambda text: " ".join(text.split()))


@st.composite
def evidence(draw: st.DrawFn) -> Evidence:
    return source(
        draw(LINE.filter(bool)),
        draw(st.sampled_from([Stance.SUPPORTS, Stance.PARTLY_SUPPORTS])),
        url=draw(st.sampled_from(["", "https://a.example.org/1"])),
        publisher=draw(LINE),
        quote=draw(WORDS),
        locator=draw(LINE | st.integers(0).map(str)),
        answer=draw(WORDS),
        answer_type=draw(st.none() | st.sampled_from(AnswerType)),
        level=draw(st.none() | st.sampled_from(SourceLevel)),
    )


@given(WORDS.filter(str.strip), st.lists(evidence(), max_size=4, unique=True))
def test_a_claim_and_its_sources_come_back(text: str, items: list[Evidence]) -> None:
    export = made(article_of(text, verdict=SUPPORTS, evidence=items))
    (row,) = taken(read(as_file(export)))
    assert row.words.exact == text.strip()
    tag, verdict, *found = (statement.value for statement in row.said)
    assert (tag.model_dump()["tag"], verdict, found) == (Tag.CLAIM, SUPPORTS, items)


@given(st.lists(WORDS.filter(str.strip), max_size=3))
def test_each_claim_is_one_line_of_plain_ascii(texts: list[str]) -> None:
    written = list(lines(made(*(article_of(text, verdict=REFUTES) for text in texts))))
    assert len(written) == len(texts)
    assert all(line.isascii() and line.isprintable() for line in written)
    exact = [row.words.exact for row in taken(read(file_of(written)))]
    assert exact == [text.strip() for text in texts]
