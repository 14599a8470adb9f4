"""Splitting and merging: what was decided follows its words, and one undo takes it all back."""

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.carrying.dividing import Part
from factcheck.domain.cutting import character_starts
from factcheck.domain.decision import Author, Kind
from factcheck.domain.document import Document, Segment, Sentence
from factcheck.domain.errors import (
    FactcheckError,
    InvalidValue,
    NotFound,
    NothingToUndo,
    NotSaved,
    UnclearPart,
)
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import SentenceId, claim_id
from factcheck.domain.review import SentenceReview
from factcheck.domain.role import Role
from factcheck.domain.tag import Tag
from factcheck.services import deciding
from factcheck.services.articles import review_of
from factcheck.services.boundaries import merge, split
from factcheck.services.claims import describe_claim
from factcheck.services.evidence import add_evidence
from factcheck.services.history import history_of
from factcheck.services.verdicts import judge, withdraw_verdict
from factcheck.store.store import Store
from tests.articles import added, sentences_of, words_of

ANN: Final = Author(reviewer="ann")
BOB: Final = Author(reviewer="bob")
WHOLE: Final = "The town grew by half, and it is lovely there."
COMMA: Final = WHOLE.index("and")


@pytest.fixture
def town(store: Store) -> Document:
    """An article whose first sentence holds a claim and an opinion."""
    return added(store, WHOLE, "Nobody knows why.", "It rains.")


def first(store: Store, document: Document) -> SentenceId:
    return sentences_of(store, document)[0].id


def seen(store: Store, document: Document, author: Author = ANN) -> list[SentenceReview]:
    return list(review_of(store, document, author.reviewer).sentences)


def tags(store: Store, document: Document, author: Author = ANN) -> list[Tag | None]:
    return [review.tag for review in seen(store, document, author)]


def described(store: Store, document: Document) -> None:
    """Let Ann find a claim in the first half of the first sentence, with verdict and evidence."""
    claim = claim_id(first(store, document))
    describe_claim(
        store, ANN, claim, {"text": "The town grew by half", "rating": "true", "because": "census"}
    )
    add_evidence(store, ANN, Evidence(claim=claim, url="https://census.example/"))


def test_a_split_makes_two_sentences_of_one(store: Store, town: Document) -> None:
    split(store, ANN, first(store, town), COMMA)
    assert words_of(store, town) == [
        "The town grew by half,",
        "and it is lovely there.",
        "Nobody knows why.",
        "It rains.",
    ]
    assert [sentence.number for sentence in sentences_of(store, town)] == [1, 2, 3, 4]


@pytest.mark.parametrize("offset", [COMMA, COMMA - 1])
def test_the_second_part_begins_behind_the_white_space(
    store: Store, town: Document, offset: int
) -> None:
    split(store, ANN, first(store, town), offset)
    assert words_of(store, town)[:2] == ["The town grew by half,", "and it is lovely there."]


@pytest.mark.parametrize("offset", [-1, 0, len(WHOLE), len(WHOLE) + 1, 10**12])
def test_a_part_without_words_is_refused(store: Store, town: Document, offset: int) -> None:
    with pytest.raises(InvalidValue, match=f"choose one from 1 to {len(WHOLE) - 1}"):
        split(store, ANN, first(store, town), offset)
    assert len(words_of(store, town)) == 3


@pytest.mark.parametrize(
    ("text", "offset", "boundary"),
    [
        ("re\u0301sume\u0301 it", 2, 3),
        ("a 👩‍👩‍👧 family", 4, 7),
        ("🇩🇪🇧🇬 flags", 1, 2),
        ("क्षि है", 1, 4),
        ("a\r\nb", 2, 3),
    ],
)
def test_no_cut_goes_through_a_character(
    store: Store, text: str, offset: int, boundary: int
) -> None:
    article = added(store, text)
    with pytest.raises(InvalidValue, match=rf"inside of a character, choose {boundary}"):
        split(store, ANN, first(store, article), offset)
    split(store, ANN, first(store, article), boundary)
    assert len(words_of(store, article)) == 2


def test_claim_verdict_and_evidence_stay_with_the_part_that_has_their_words(
    store: Store, town: Document
) -> None:
    described(store, town)
    split(store, ANN, first(store, town), COMMA)
    kept, other, *_ = seen(store, town)
    assert (kept.tag, other.tag) == (Tag.CLAIM, None)
    (claim,) = kept.claims
    assert claim.text == "The town grew by half"
    assert claim.verdict is not None
    assert (claim.verdict.rating, claim.verdict.because) == ("true", "census")
    assert [item.evidence.url for item in claim.evidence] == ["https://census.example/"]


def test_a_claim_about_the_second_part_goes_there(store: Store, town: Document) -> None:
    claim = claim_id(first(store, town))
    describe_claim(store, ANN, claim, {"text": "It is lovely there", "rating": "unproven"})
    split(store, ANN, first(store, town), COMMA)
    assert tags(store, town)[:2] == [None, Tag.CLAIM]


def test_two_claims_part_when_each_part_has_the_words_of_one(store: Store, town: Document) -> None:
    sentence = first(store, town)
    describe_claim(store, ANN, claim_id(sentence, 1), {"text": "It is lovely there"})
    describe_claim(store, ANN, claim_id(sentence, 2), {"text": "The town grew by half"})
    judge(store, ANN, claim_id(sentence, 2), "false")
    split(store, ANN, sentence, COMMA)
    one, two, *_ = seen(store, town)
    assert [claim.text for claim in one.claims] == ["The town grew by half"]
    assert [claim.text for claim in two.claims] == ["It is lovely there"]
    assert one.claims[0].id == claim_id(one.sentence.id, 1)
    assert one.claims[0].verdict is not None
    assert two.claims[0].verdict is None


def test_what_nothing_was_decided_on_asks_nothing(store: Store, town: Document) -> None:
    split(store, ANN, first(store, town), COMMA)
    assert tags(store, town) == [None] * 4


def test_an_unclear_part_is_asked_for_and_nothing_is_saved_before(
    store: Store, town: Document
) -> None:
    deciding.tag(store, ANN, [first(store, town)], Tag.OPINION)
    with pytest.raises(UnclearPart, match="--keep"):
        split(store, ANN, first(store, town), COMMA)
    assert len(words_of(store, town)) == 3


@pytest.mark.parametrize(
    ("keep", "expected"),
    [(Part.FIRST, [Tag.OPINION, None]), (Part.SECOND, [None, Tag.OPINION])],
)
def test_the_part_that_was_said_keeps_what_is_unclear(
    store: Store, town: Document, keep: Part, expected: list[Tag | None]
) -> None:
    deciding.tag(store, ANN, [first(store, town)], Tag.OPINION)
    deciding.note(store, ANN, [first(store, town)], "hm")
    split(store, ANN, first(store, town), COMMA, keep)
    assert tags(store, town)[:2] == expected
    assert [review.note is not None for review in seen(store, town)[:2]] == [
        tag is not None for tag in expected
    ]


def test_a_part_of_few_words_keeps_nothing_and_nobody_is_asked(store: Store) -> None:
    article = added(store, "Sofia: The town grew by half last year and nobody knows why.")
    deciding.tag(store, ANN, [first(store, article)], Tag.CLAIM)
    split(store, ANN, first(store, article), 7)
    assert tags(store, article) == [None, Tag.CLAIM]


def test_what_other_reviewers_decided_is_carried_and_stays_theirs(
    store: Store, town: Document
) -> None:
    described(store, town)
    deciding.tag(store, BOB, [first(store, town)], Tag.FILLER)
    split(store, ANN, first(store, town), COMMA)
    assert tags(store, town, BOB)[:2] == [Tag.FILLER, None]
    deciding.undo(store, BOB)  # his own tag, wherever it was carried
    assert tags(store, town, BOB)[:2] == [None, None]
    with pytest.raises(NothingToUndo):
        deciding.undo(store, BOB)
    deciding.redo(store, BOB)
    assert tags(store, town, BOB)[:2] == [Tag.FILLER, None]


def test_one_undo_takes_a_split_back_and_one_redo_brings_it_again(
    store: Store, town: Document
) -> None:
    described(store, town)
    deciding.tag(store, BOB, [first(store, town)], Tag.FILLER)
    before = (seen(store, town), seen(store, town, BOB))
    split(store, ANN, first(store, town), COMMA)
    after = (seen(store, town), seen(store, town, BOB))
    deciding.undo(store, ANN)
    assert (seen(store, town), seen(store, town, BOB)) == before
    deciding.redo(store, ANN)
    assert (seen(store, town), seen(store, town, BOB)) == after


def test_a_merge_makes_one_sentence_of_two(store: Store, town: Document) -> None:
    merge(store, ANN, first(store, town))
    assert words_of(store, town) == [f"{WHOLE} Nobody knows why.", "It rains."]
    assert [sentence.number for sentence in sentences_of(store, town)] == [1, 2]


def test_the_last_sentence_has_none_to_be_merged_with(store: Store, town: Document) -> None:
    with pytest.raises(NotFound, match="last sentence"):
        merge(store, ANN, sentences_of(store, town)[-1].id)


def test_sentences_with_the_same_tag_keep_it_when_merged(store: Store, town: Document) -> None:
    one, two, _ = sentences_of(store, town)
    deciding.tag(store, ANN, [one.id, two.id], Tag.OPINION)
    merge(store, ANN, one.id)
    assert tags(store, town) == [Tag.OPINION, None]


def test_a_tag_beside_an_undecided_sentence_is_kept(store: Store, town: Document) -> None:
    one, two, _ = sentences_of(store, town)
    deciding.tag(store, ANN, [two.id], Tag.CLAIM)
    merge(store, ANN, one.id)
    assert tags(store, town) == [Tag.CLAIM, None]


def test_different_tags_leave_the_merged_sentence_undecided_and_both_in_its_history(
    store: Store, town: Document
) -> None:
    one, two, _ = sentences_of(store, town)
    deciding.tag(store, ANN, [one.id], Tag.CLAIM)
    deciding.tag(store, ANN, [two.id], Tag.OPINION)
    merge(store, ANN, one.id)
    assert tags(store, town) == [None, None]
    told = [entry.story for entry in history_of(store, first(store, town))]
    assert told == ["tag claim", "tag opinion", "no sentence begins here"]


def test_a_sentence_that_is_whole_again_is_undecided_where_its_parts_were_tagged_differently(
    store: Store, town: Document
) -> None:
    deciding.tag(store, ANN, [first(store, town)], Tag.FILLER)
    split(store, ANN, first(store, town), COMMA, Part.FIRST)
    deciding.tag(store, ANN, [sentences_of(store, town)[1].id], Tag.OPINION)
    merge(store, ANN, first(store, town))
    assert tags(store, town)[0] is None
    deciding.undo(store, ANN)
    assert tags(store, town)[:2] == [Tag.FILLER, Tag.OPINION]


def test_claims_of_both_sentences_stay_with_their_own_words(store: Store, town: Document) -> None:
    one, two, _ = sentences_of(store, town)
    judge(store, ANN, claim_id(one.id), "true", "census")
    judge(store, ANN, claim_id(two.id), "false")
    add_evidence(
        store, ANN, Evidence(claim=claim_id(two.id), url="https://b.example/", quote="they know")
    )
    merge(store, ANN, one.id)
    claims = seen(store, town)[0].claims
    assert [claim.text for claim in claims] == [one.text, two.text]
    assert [claim.verdict and claim.verdict.rating for claim in claims] == ["true", "false"]
    assert [len(claim.evidence) for claim in claims] == [0, 1]


def test_notes_and_doubts_of_both_sentences_stay(store: Store, town: Document) -> None:
    one, two, _ = sentences_of(store, town)
    deciding.note(store, ANN, [one.id], "one")
    deciding.note(store, ANN, [two.id], "two")
    deciding.flag(store, ANN, [one.id], "")
    deciding.flag(store, ANN, [two.id], "odd")
    merge(store, ANN, one.id)
    merged = seen(store, town)[0]
    assert merged.note is not None
    assert merged.note.text == "one / two"
    assert merged.flag is not None
    assert merged.flag.reason == "odd"


def test_one_undo_takes_a_merge_back(store: Store, town: Document) -> None:
    described(store, town)
    deciding.tag(store, ANN, [sentences_of(store, town)[1].id], Tag.OPINION)
    before = seen(store, town)
    merge(store, ANN, first(store, town))
    deciding.undo(store, ANN)
    assert seen(store, town) == before


@pytest.mark.parametrize("act", [split, merge])
def test_what_was_cut_by_somebody_else_in_the_meantime_is_refused(
    store: Store, town: Document, act: Callable[..., object]
) -> None:
    whole = first(store, town)
    split(store, BOB, whole, COMMA)
    with pytest.raises(NotFound, match="split or merged"):
        act(store, ANN, whole, *([COMMA] if act is split else []))
    with pytest.raises(NotSaved, match="split or merged"):
        deciding.tag(store, ANN, [whole], Tag.CLAIM)


def test_cuts_of_two_reviewers_are_undone_in_any_order(store: Store, town: Document) -> None:
    split(store, ANN, first(store, town), COMMA)
    split(store, BOB, first(store, town), 4)
    assert words_of(store, town)[:3] == ["The", "town grew by half,", "and it is lovely there."]
    deciding.undo(store, ANN)
    assert words_of(store, town)[:2] == ["The", WHOLE[4:]]
    deciding.undo(store, BOB)
    assert words_of(store, town)[0] == WHOLE


STANDING: Final = {
    "sentence": "id, ordinal, role",
    "tag": "sentence_id, reviewer, tag",
    "note": "sentence_id, reviewer, text",
    "verdict": "claim_id, reviewer, rating",
    "claim_detail": "claim_id, text",
    "evidence": "id, claim_id",
    "retracted": "decision_id",
}
"""The columns of what stands, by the table."""


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Return what stands in the typed tables."""
    with closing(sqlite3.connect(store.path)) as connection:
        return {
            table: sorted(connection.execute(f"SELECT {columns} FROM {table}"), key=repr)  # noqa: S608
            for table, columns in STANDING.items()
        }


pieces = st.sampled_from(
    [
        "a",
        "Über",
        "e\u0301",
        "👩‍👩‍👧",
        "שלום",
        " ",
        "  ",
        "\r\n",
        "\n",
        "\u00a0",
        "\u200b",
        ".",
        "\u202e",
    ]
)
texts = st.lists(pieces, min_size=1, max_size=12).map("".join).filter(lambda text: text.strip())
acts = st.lists(
    st.tuples(
        st.sampled_from(["split", "merge", "tag", "judge", "note", "cite", "undo", "redo"]),
        st.integers(0, 5),
        st.integers(1, 12),
        st.sampled_from([ANN, BOB]),
    ),
    max_size=12,
)


def attempt(store: Store, document: Document, act: tuple[str, int, int, Author]) -> None:
    """Do what `act` says if it can be done."""
    name, place, offset, author = act
    sentences = sentences_of(store, document)
    sentence = sentences[place % len(sentences)].id
    if name == "split":
        split(store, author, sentence, offset, Part.SECOND)
    elif name == "merge":
        merge(store, author, sentence)
    elif name == "tag":
        deciding.tag(store, author, [sentence], list(Tag)[offset % 3])
    elif name == "note":
        deciding.note(store, author, [sentence], "hm")
    elif name == "cite":
        source = Evidence(claim=claim_id(sentence, offset % 2 + 1), url="https://a.example/")
        add_evidence(store, author, source)
    elif name == "judge":
        judge(store, author, claim_id(sentence), "true")
    else:
        {"undo": deciding.undo, "redo": deciding.redo}[name](store, author)


def undo_everything(store: Store, author: Author) -> None:
    """Take back all that the reviewer ever decided."""
    with suppress(NothingToUndo):
        while True:
            deciding.undo(store, author)


def replayed(store: Store, article: Document, path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return what stands in a new database that is given the journal, decision by decision."""
    with Store(path) as other:
        proposed = [Segment(0, len(article.text), Role.BODY)]
        other.documents.add(article, proposed, segmenter="test")
        with other.transaction():
            for decision in store.journal.decisions():
                other.journal._enter(decision)
        return rows(other)


def assert_exact(document: Document, sentences: list[Sentence]) -> None:
    """Check that the sentences hold every visible character once, in order, and cut none."""
    starts = set(character_starts(document.text))
    covered = 0
    for number, sentence in enumerate(sentences, start=1):
        assert sentence.number == number
        assert not document.text[covered : sentence.start].strip()
        assert document.text[sentence.start : sentence.end] == sentence.text
        assert sentence.text == sentence.text.strip() != ""
        assert sentence.start in starts or sentence.start == sentences[0].start
        covered = sentence.end
    assert not document.text[covered:].strip()


@settings(deadline=None, max_examples=40)
@given(text=texts, history=acts)
def test_sentences_stay_exact_whatever_is_split_merged_and_undone(
    text: str, history: list[tuple[str, int, int, Author]]
) -> None:
    with TemporaryDirectory() as folder, Store(Path(folder) / "new.db") as store:
        store._db.execute("PRAGMA synchronous = OFF")  # what is tested here is not the disk
        article = added(store, text.strip())
        for act in history:
            before = rows(store)
            try:
                attempt(store, article, act)
            except FactcheckError:
                assert rows(store) == before
            assert_exact(article, sentences_of(store, article))
        assert replayed(store, article, Path(folder) / "replayed.db") == rows(store)
        for author in (ANN, BOB):
            undo_everything(store, author)
            assert all(review.tag is None for review in seen(store, article, author))
        assert words_of(store, article) == [text.strip()]


def test_every_kind_that_stands_on_a_sentence_is_carried(store: Store, town: Document) -> None:
    described(store, town)
    deciding.note(store, ANN, [first(store, town)], "hm")
    deciding.flag(store, ANN, [first(store, town)], "odd")
    split(store, ANN, first(store, town), COMMA)
    kept = first(store, town)
    kinds = {decision.kind for decision in store.standing.on(town.id, kept)}
    assert kinds == {Kind.TAG, Kind.NOTE, Kind.FLAG, Kind.CLAIM, Kind.VERDICT, Kind.EVIDENCE}


def test_evidence_on_a_part_is_there_again_when_the_part_is(store: Store, town: Document) -> None:
    split(store, BOB, first(store, town), COMMA)
    part = claim_id(sentences_of(store, town)[1].id)
    add_evidence(store, ANN, Evidence(claim=part, url="https://a.example/"))
    deciding.undo(store, BOB)
    split(store, BOB, first(store, town), COMMA)
    claims = store.reviews.claims_in(town, sentences_of(store, town)[1], "ann")
    assert [len(claim.evidence) for claim in claims] == [1]


def test_a_verdict_that_was_withdrawn_on_a_part_does_not_come_back_with_the_whole(
    store: Store, town: Document
) -> None:
    described(store, town)
    split(store, ANN, first(store, town), COMMA)
    withdraw_verdict(store, ANN, claim_id(first(store, town)))
    merge(store, ANN, first(store, town))
    (claim,) = seen(store, town)[0].claims
    assert claim.verdict is None
    assert len(claim.evidence) == 1
