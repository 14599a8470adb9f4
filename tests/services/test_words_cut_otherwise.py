"""Decisions on words that are cut otherwise here: said to be out of view, and in it once cut so."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile
from typing import Final

import pytest

from factcheck.domain.carrying.dividing import Part
from factcheck.domain.decision import Author
from factcheck.domain.document import Document
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import SentenceId, claim_id
from factcheck.domain.tag import Tag
from factcheck.services import deciding
from factcheck.services.boundaries import merge, split
from factcheck.services.claims import describe_claim
from factcheck.services.evidence import add_evidence
from factcheck.services.verdicts import judge
from factcheck.store.store import Store
from tests.articles import added, sentences_of
from tests.services.archives import archive_of, brought_in

ANN: Final = Author(reviewer="ann")
BEN: Final = Author(reviewer="ben")
ZED: Final = Author(reviewer="zed")


@pytest.fixture
def other(tmp_path: Path, empty_database: Path) -> Iterator[Store]:
    """Another, empty database."""
    copyfile(empty_database, tmp_path / "other.db")
    with Store(tmp_path / "other.db") as opened:
        yield opened


def reviewed(store: Store, article: Document) -> SentenceId:
    """Return the first sentence of an article, on which ann and ben decided all they could."""
    first = sentences_of(store, article)[0].id
    claim = claim_id(first)
    deciding.tag(store, ANN, [first], Tag.CLAIM)
    deciding.tag(store, BEN, [first], Tag.OPINION)
    deciding.note(store, ANN, [first], "look")
    describe_claim(store, ANN, claim, {"text": "It is here.", "claimant": "The mayor"})
    add_evidence(store, BEN, Evidence.of(claim=claim, url="https://e.example/a", quote="here"))
    judge(store, ANN, claim, "true", "It is.")
    judge(store, BEN, claim, "false", "It is not.")
    return first


def standing_on(store: Store, article: Document, sentence: SentenceId) -> set[tuple[str, str, str]]:
    """Return what stands on a sentence, by kind and reviewer."""
    found = store.standing.on(article.id, sentence)
    return {
        (each.kind, each.reviewer, each.value.model_dump_json()) for each in found if each.value
    }


@pytest.mark.parametrize("tagged", [False, True])
def test_what_came_in_on_words_cut_otherwise_stands_once_they_are_a_sentence_again(
    store: Store, other: Store, tagged: bool
) -> None:
    article = added(store, "One is here, and so is two.", "Three is there.")
    whole = reviewed(store, article)
    added(other, "Before.")
    here = added(other, "One is here, and so is two.", "Three is there.")
    split(other, ZED, whole, 12)
    part = sentences_of(other, here)[0].id
    if tagged:
        deciding.tag(other, ZED, [part], Tag.OPINION)
    taken = brought_in(other, archive_of(store))
    (remark,) = taken.remarks
    assert remark.line == 3
    assert remark.remark.startswith(
        "not in view: 7 decisions on words that are cut otherwise here (article 2, code points 0-27"
    )
    merge(other, ZED, part)
    zeds = {each for each in standing_on(other, here, whole) if each[1] == "zed"}
    assert len(zeds) == tagged
    assert standing_on(other, here, whole) - zeds == standing_on(store, article, whole)


def test_what_came_in_on_a_part_stands_once_the_whole_is_split_so_again(
    store: Store, other: Store
) -> None:
    article = added(store, "One is here.", "Two is there.")
    part = reviewed(store, article)
    here = added(other, "One is here.", "Two is there.")
    merge(other, ZED, part)
    whole = sentences_of(other, here)[0].id
    assert "7 decisions" in brought_in(other, archive_of(store)).remarks[0].remark
    split(other, ZED, whole, len("One is here. "))
    assert standing_on(other, here, part) == standing_on(store, article, part)


def test_claims_of_both_are_kept_apart(store: Store, other: Store) -> None:
    article = added(store, "One is here, and so is two.", "Three is there.")
    whole = reviewed(store, article)
    here = added(other, "One is here, and so is two.", "Three is there.")
    split(other, ZED, whole, 12)
    part = sentences_of(other, here)[0].id
    deciding.tag(other, ZED, [part], Tag.CLAIM)
    judge(other, ANN, claim_id(part), "unproven")
    brought_in(other, archive_of(store))
    merge(other, ZED, part)
    standing = standing_on(store, article, whole)
    assert standing < standing_on(other, here, whole)
    subjects = {
        each.subject for each in other.standing.on(here.id, whole) if each.kind == "verdict"
    }
    assert subjects == {claim_id(whole), claim_id(whole, 2)}


def test_what_was_taken_from_the_parts_does_not_come_back_with_the_whole(
    store: Store, other: Store
) -> None:
    article = added(store, "One is here, and so is two.", "Three is there.")
    whole = reviewed(store, article)
    assert not brought_in(other, archive_of(store)).remarks
    split(other, ZED, whole, 12, Part.FIRST)
    part = sentences_of(other, article)[0].id
    deciding.note(other, ANN, [part], "")
    merge(other, ZED, part)
    kinds = {kind for kind, *_ in standing_on(other, article, whole)}
    assert "note" not in kinds
    assert "verdict" in kinds


def test_what_was_said_of_a_sentence_while_a_merge_was_taken_back_is_there_once_it_is_merged_again(
    store: Store,
) -> None:
    article = added(store, "One is here.", "Two is there.")
    first = sentences_of(store, article)[0].id
    merge(store, ANN, first)
    whole = sentences_of(store, article)[0].id
    deciding.tag(store, BEN, [whole], Tag.OPINION)
    store.journal.undo(ANN)
    assert not standing_on(store, article, whole)
    merge(store, ZED, first)
    assert {reviewer for _, reviewer, _ in standing_on(store, article, whole)} == {"ben"}


def test_a_tag_gives_way_to_what_its_reviewer_said_since_of_the_same_words(store: Store) -> None:
    article = added(store, "One is here.", "Two is there.")
    first, second = (sentence.id for sentence in sentences_of(store, article))
    for author in (ANN, BEN):
        deciding.tag(store, author, [first], Tag.OPINION)
        deciding.tag(store, author, [second], Tag.FILLER)
    merge(store, ZED, first)
    whole = sentences_of(store, article)[0].id
    deciding.tag(store, ANN, [whole], Tag.CLAIM)
    split(store, ZED, whole, len("One is here. "), Part.SECOND)
    tagged = [
        {reviewer for _, reviewer, _ in standing_on(store, article, part)}
        for part in (first, second)
    ]
    assert tagged == [{"ben"}, {"ann", "ben"}]
