"""The journal: every act of review is a row, and an undo is a row too."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

import pytest

from factcheck.domain import clock
from factcheck.domain.clock import now
from factcheck.domain.decision import Author, Change, Decision, Kind, Origin
from factcheck.domain.document import Document
from factcheck.domain.errors import NothingToUndo
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.remark import Flag, Note
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import SentenceId, claim_id
from factcheck.domain.sitting import Place
from factcheck.domain.tag import Tag
from factcheck.domain.value import Value
from factcheck.store.store import Store

ANN, BOB = Author(reviewer="ann"), Author(reviewer="bob")


@pytest.fixture
def sentences(store: Store, article: Document) -> list[SentenceId]:
    """The ids of the article's three sentences."""
    return [sentence.id for sentence in store.documents.sentences(article)]


def tagged(sentence: SentenceId, tag: Tag | None) -> Change:
    """Return the change that gives a sentence a tag, or none."""
    return Change(kind=Kind.TAG, subject=sentence, value=TagValue(tag=tag) if tag else None)


def worded(sentence: SentenceId, text: str) -> Change:
    """Return the change that words the sentence's claim."""
    return Change(kind=Kind.CLAIM, subject=claim_id(sentence), value=Claim(text=text))


def tags(store: Store, sentences: Sequence[SentenceId], author: Author = ANN) -> list[Tag | None]:
    """Return the tags that stand."""
    values = [store.journal.current(Kind.TAG, name, author.reviewer) for name in sentences]
    return [value.tag if isinstance(value, TagValue) else None for value in values]


def wording(store: Store, sentence: SentenceId, author: Author = ANN) -> str | None:
    """Return the wording of the sentence's claim that stands."""
    value = store.journal.current(Kind.CLAIM, claim_id(sentence), author.reviewer)
    return value.text if isinstance(value, Claim) else None


def tag_in_turn(store: Store, sentence: SentenceId, *tags: Tag) -> None:
    """Give a sentence one tag after the other."""
    for tag in tags:
        store.journal.record(ANN, [tagged(sentence, tag)])


def assert_nothing_to_undo(store: Store, author: Author = ANN) -> None:
    """Check that nothing of the reviewer's can be taken back."""
    with pytest.raises(NothingToUndo, match=f"no decision of {author.reviewer} stands"):
        store.journal.undo(author)


def assert_nothing_to_redo(store: Store, author: Author = ANN) -> None:
    """Check that nothing of the reviewer's can be brought back."""
    with pytest.raises(NothingToUndo, match="nothing to redo"):
        store.journal.redo(author)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.TAG, TagValue(tag=Tag.OPINION)),
        (Kind.NOTE, Note(text="[/foo]\x1b[0m\x00 “q”\u202e")),
        (Kind.FLAG, Flag()),
        (Kind.VERDICT, Verdict(rating="half-true", because="It did,\nand it did not.")),
        (Kind.CLAIM, Claim(text="It grew.", claimant="The mayor", date="2024-06")),
        (Kind.EVIDENCE, None),
    ],
)
def test_a_decision_is_read_back_as_it_was_made(
    store: Store, sentences: list[SentenceId], kind: Kind, value: Value | None
) -> None:
    value = value or Evidence(claim=claim_id(sentences[0]), url="https://example.org", quote="q")
    subject = claim_id(sentences[0]) if kind in {Kind.CLAIM, Kind.VERDICT} else sentences[0]
    author = Author(reviewer="ann", session="s1", origin=Origin.KEY)
    (made,) = store.journal.record(author, [Change(kind=kind, subject=subject, value=value)])
    with Store(store.path) as reopened:
        assert list(reopened.journal.decisions()) == [made]
        assert reopened.journal.decision(made.id) == made
        assert reopened.journal.current(kind, subject, "ann") == value
    assert (made.reviewer, made.session, made.origin) == ("ann", "s1", Origin.KEY)
    assert (made.act, made.undoes) == (made.id, None)


def test_the_last_decision_on_a_register_stands(store: Store, sentences: list[SentenceId]) -> None:
    tag_in_turn(store, sentences[0], Tag.CLAIM, Tag.FILLER, Tag.OPINION)
    assert tags(store, sentences) == [Tag.OPINION, None, None]


def test_a_cleared_register_has_no_value(store: Store, sentences: list[SentenceId]) -> None:
    tag_in_turn(store, sentences[0], Tag.CLAIM)
    store.journal.record(ANN, [tagged(sentences[0], None)])
    assert tags(store, sentences[:1]) == [None]
    assert len(list(store.journal.decisions())) == 2


def test_a_value_that_stands_already_adds_no_row(store: Store, sentences: list[SentenceId]) -> None:
    tag_in_turn(store, sentences[0], Tag.CLAIM)
    assert store.journal.record(ANN, [tagged(sentences[0], Tag.CLAIM)]) == ()
    assert store.journal.record(ANN, [tagged(sentences[1], None)]) == ()
    assert len(list(store.journal.decisions())) == 1


def test_only_the_changes_that_are_news_are_recorded(
    store: Store, sentences: list[SentenceId]
) -> None:
    tag_in_turn(store, sentences[0], Tag.CLAIM)
    made = store.journal.record(ANN, [tagged(name, Tag.CLAIM) for name in sentences])
    assert [decision.subject for decision in made] == sentences[1:]


def test_a_value_that_stands_already_leaves_what_can_be_redone(
    store: Store, sentences: list[SentenceId]
) -> None:
    tag_in_turn(store, sentences[0], Tag.CLAIM, Tag.FILLER)
    store.journal.undo(ANN)
    store.journal.record(ANN, [tagged(sentences[0], Tag.CLAIM)])
    store.journal.redo(ANN)
    assert tags(store, sentences[:1]) == [Tag.FILLER]


def test_each_reviewer_has_tags_of_their_own(store: Store, sentences: list[SentenceId]) -> None:
    store.journal.record(ANN, [tagged(sentences[0], Tag.CLAIM)])
    store.journal.record(BOB, [tagged(sentences[0], Tag.OPINION)])
    assert tags(store, sentences[:1], ANN) == [Tag.CLAIM]
    assert tags(store, sentences[:1], BOB) == [Tag.OPINION]


def test_all_reviewers_share_the_wording_of_a_claim(
    store: Store, sentences: list[SentenceId]
) -> None:
    store.journal.record(ANN, [worded(sentences[0], "Ann's words")])
    store.journal.record(BOB, [worded(sentences[0], "Bob's words")])
    assert wording(store, sentences[0], ANN) == wording(store, sentences[0], BOB) == "Bob's words"


def test_an_undo_brings_back_what_stood_before(store: Store, sentences: list[SentenceId]) -> None:
    tag_in_turn(store, sentences[0], Tag.CLAIM, Tag.FILLER)
    (undone,) = store.journal.undo(ANN)
    assert undone.value == TagValue(tag=Tag.FILLER)
    assert tags(store, sentences[:1]) == [Tag.CLAIM]
    store.journal.undo(ANN)
    assert tags(store, sentences[:1]) == [None]
    assert_nothing_to_undo(store)


def test_a_redo_brings_back_what_the_undo_took(store: Store, sentences: list[SentenceId]) -> None:
    tag_in_turn(store, sentences[0], Tag.CLAIM, Tag.FILLER)
    taken = [store.journal.undo(ANN) for _ in range(2)]
    brought = [store.journal.redo(ANN) for _ in range(2)]
    assert brought == taken[::-1]
    assert tags(store, sentences[:1]) == [Tag.FILLER]
    assert_nothing_to_redo(store)


def test_undo_and_redo_can_go_on_for_ever(store: Store, sentences: list[SentenceId]) -> None:
    tag_in_turn(store, sentences[0], Tag.CLAIM, Tag.FILLER)
    for _ in range(10):
        store.journal.undo(ANN)
        assert tags(store, sentences[:1]) == [Tag.CLAIM]
        store.journal.redo(ANN)
        assert tags(store, sentences[:1]) == [Tag.FILLER]


def test_an_undo_of_a_clearing_brings_the_value_back(
    store: Store, sentences: list[SentenceId]
) -> None:
    tag_in_turn(store, sentences[0], Tag.CLAIM)
    store.journal.record(ANN, [tagged(sentences[0], None)])
    store.journal.undo(ANN)
    assert tags(store, sentences[:1]) == [Tag.CLAIM]


def test_nothing_is_taken_back_where_nothing_was_decided(store: Store) -> None:
    assert_nothing_to_undo(store)
    assert_nothing_to_redo(store)


def test_a_new_decision_ends_what_can_be_redone(store: Store, sentences: list[SentenceId]) -> None:
    tag_in_turn(store, sentences[0], Tag.CLAIM, Tag.FILLER)
    store.journal.undo(ANN)
    tag_in_turn(store, sentences[1], Tag.OPINION)
    assert_nothing_to_redo(store)
    assert tags(store, sentences) == [Tag.CLAIM, Tag.OPINION, None]


def test_after_a_new_decision_only_newer_undos_can_be_redone(
    store: Store, sentences: list[SentenceId]
) -> None:
    tag_in_turn(store, sentences[0], Tag.CLAIM)
    store.journal.undo(ANN)
    tag_in_turn(store, sentences[1], Tag.OPINION)
    store.journal.undo(ANN)
    store.journal.redo(ANN)
    assert tags(store, sentences) == [None, Tag.OPINION, None]
    assert_nothing_to_redo(store)


def test_an_act_of_several_changes_is_taken_back_and_brought_back_together(
    store: Store, sentences: list[SentenceId]
) -> None:
    tag_in_turn(store, sentences[0], Tag.FILLER)
    act = store.journal.record(
        ANN, [*(tagged(name, Tag.CLAIM) for name in sentences), worded(sentences[0], "It grew.")]
    )
    assert {decision.act for decision in act} == {act[0].id}
    assert store.journal.undo(ANN) == act
    assert tags(store, sentences) == [Tag.FILLER, None, None]
    assert wording(store, sentences[0]) is None
    assert store.journal.redo(ANN) == act
    assert tags(store, sentences) == [Tag.CLAIM] * 3
    assert wording(store, sentences[0]) == "It grew."


def test_each_reviewer_takes_back_only_what_they_did(
    store: Store, sentences: list[SentenceId]
) -> None:
    store.journal.record(ANN, [tagged(sentences[0], Tag.CLAIM)])
    store.journal.record(BOB, [tagged(sentences[0], Tag.OPINION)])
    store.journal.undo(ANN)
    assert tags(store, sentences[:1], ANN) == [None]
    assert tags(store, sentences[:1], BOB) == [Tag.OPINION]
    assert_nothing_to_undo(store, ANN)
    assert_nothing_to_redo(store, BOB)


def test_what_somebody_else_wrote_over_mine_stays_when_i_take_mine_back(
    store: Store, sentences: list[SentenceId]
) -> None:
    store.journal.record(ANN, [worded(sentences[0], "Ann's words")])
    store.journal.record(BOB, [worded(sentences[0], "Bob's words")])
    store.journal.undo(ANN)
    assert wording(store, sentences[0]) == "Bob's words"
    store.journal.undo(BOB)
    assert wording(store, sentences[0]) is None


def test_what_somebody_else_wrote_stands_again_when_i_take_mine_back(
    store: Store, sentences: list[SentenceId]
) -> None:
    store.journal.record(BOB, [worded(sentences[0], "Bob's words")])
    store.journal.record(ANN, [worded(sentences[0], "Ann's words")])
    store.journal.undo(ANN)
    assert wording(store, sentences[0]) == "Bob's words"


def test_somebody_elses_decision_does_not_end_what_i_can_redo(
    store: Store, sentences: list[SentenceId]
) -> None:
    tag_in_turn(store, sentences[0], Tag.CLAIM)
    store.journal.undo(ANN)
    store.journal.record(BOB, [tagged(sentences[1], Tag.FILLER)])
    store.journal.redo(ANN)
    assert tags(store, sentences[:1]) == [Tag.CLAIM]


def test_an_undo_in_another_sitting_takes_back_the_last_act_of_any(
    store: Store, sentences: list[SentenceId]
) -> None:
    store.journal.record(Author(reviewer="ann", session="one"), [tagged(sentences[0], Tag.CLAIM)])
    store.journal.undo(Author(reviewer="ann", session="two"))
    assert tags(store, sentences[:1]) == [None]
    assert [decision.session for decision in store.journal.decisions()] == ["one", "two"]


def test_an_undo_and_its_redo_survive_a_restart(store: Store, sentences: list[SentenceId]) -> None:
    tag_in_turn(store, sentences[0], Tag.CLAIM, Tag.FILLER)
    store.journal.undo(ANN)
    with Store(store.path) as second:
        assert tags(second, sentences[:1]) == [Tag.CLAIM]
        second.journal.redo(ANN)
    with Store(store.path) as third:
        assert tags(third, sentences[:1]) == [Tag.FILLER]
        third.journal.undo(ANN)
        third.journal.undo(ANN)
        assert_nothing_to_undo(third)


def test_an_undo_adds_rows_and_removes_none(store: Store, sentences: list[SentenceId]) -> None:
    tag_in_turn(store, sentences[0], Tag.CLAIM)
    before = list(store.journal.decisions())
    store.journal.undo(ANN)
    store.journal.redo(ANN)
    decided, undo, redo = store.journal.decisions()
    assert [decided] == before
    assert (undo.undoes, undo.value) == (decided.id, None)
    assert (redo.undoes, redo.value) == (undo.id, None)
    assert {row.subject for row in (decided, undo, redo)} == {sentences[0]}


def test_it_is_known_which_decisions_are_taken_back(
    store: Store, sentences: list[SentenceId]
) -> None:
    (decided,) = store.journal.record(ANN, [tagged(sentences[0], Tag.CLAIM)])
    store.journal.undo(ANN)
    assert store.journal.is_retracted(decided)
    store.journal.redo(ANN)
    assert not store.journal.is_retracted(decided)


def moments(store: Store) -> list[tuple[str, str]]:
    """Return time and id of every decision in the order in which they were made."""
    return [(decision.at, decision.id) for decision in store.journal.decisions()]


def test_times_and_ids_increase_strictly_within_an_act_and_from_act_to_act(
    store: Store, sentences: list[SentenceId]
) -> None:
    made: list[Decision] = []
    for tag in (Tag.CLAIM, Tag.FILLER, Tag.OPINION):
        made += store.journal.record(ANN, [tagged(name, tag) for name in sentences])
    assert moments(store) == [(decision.at, decision.id) for decision in made]
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(moments(store)))


def test_times_increase_when_the_clock_was_set_back(
    store: Store, sentences: list[SentenceId], monkeypatch: pytest.MonkeyPatch
) -> None:
    tag_in_turn(store, sentences[0], Tag.CLAIM)
    yesterday = now() - timedelta(days=1)
    monkeypatch.setattr(clock, "now", lambda: yesterday)
    tag_in_turn(store, sentences[0], Tag.FILLER)
    store.journal.undo(ANN)
    first, second, third = moments(store)
    assert first < second < third
    assert tags(store, sentences[:1]) == [Tag.CLAIM]


def test_decision_and_place_are_saved_together_or_not_at_all(
    store: Store, article: Document, sentences: list[SentenceId]
) -> None:
    sitting = store.sittings.start("ann", Place(document=article.id, offset=0))
    with pytest.raises(ZeroDivisionError):
        decide_and_move(store, fails=True)
    last = store.sittings.last("ann")
    assert last == sitting
    assert list(store.journal.decisions()) == []
    decide_and_move(store)
    last = store.sittings.last("ann")
    assert last is not None
    assert last.place == Place(document=article.id, offset=25)
    assert len(list(store.journal.decisions())) == 1


def decide_and_move(store: Store, *, fails: bool = False) -> None:
    """Tag the first sentence and go to the second in one transaction, which may fail at its end."""
    (article,) = store.documents.all()
    first, second, _ = store.documents.sentences(article)
    (sitting,) = store.sittings.all()
    with store.transaction():
        store.journal.record(ANN, [tagged(first.id, Tag.CLAIM)])
        store.sittings.move(sitting, Place(document=article.id, offset=second.start))
        if fails:
            raise ZeroDivisionError


def test_the_history_of_a_sentence_holds_its_claims_and_their_evidence(
    store: Store, sentences: list[SentenceId]
) -> None:
    source = Evidence(claim=claim_id(sentences[0], 2), url="https://example.org")
    mine = [
        tagged(sentences[0], Tag.CLAIM),
        worded(sentences[0], "It grew."),
        Change(kind=Kind.VERDICT, subject=claim_id(sentences[0], 2), value=Verdict(rating="true")),
        Change(kind=Kind.EVIDENCE, subject="e1", value=source),
        Change(kind=Kind.EVIDENCE, subject="e1", value=None),
    ]
    for change in mine:
        store.journal.record(ANN, [change])
        store.journal.record(ANN, [tagged(sentences[1], Tag.FILLER)])
        store.journal.record(ANN, [tagged(sentences[1], Tag.OPINION)])
    told = [(decision.kind, decision.value) for decision in store.journal.about(sentences[0])]
    assert told == [(change.kind, change.value) for change in mine]


def test_the_dates_of_an_article_are_those_of_its_decisions_that_stand(
    store: Store, article: Document, sentences: list[SentenceId]
) -> None:
    assert store.journal.dates(article.id) is None
    made = [store.journal.record(ANN, [tagged(name, Tag.CLAIM)])[0].at for name in sentences]
    assert store.journal.dates(article.id) == (made[0], made[2])
    store.journal.undo(ANN)
    assert store.journal.dates(article.id) == (made[0], made[1])
