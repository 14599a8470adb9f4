"""What is counted, and what is not."""

from datetime import timedelta

import pytest

from factcheck.domain import clock
from factcheck.domain.decision import Author, Change, Kind
from factcheck.domain.document import Document
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.remark import Flag
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import SentenceId, claim_id
from factcheck.domain.scales.scale import Normalised
from factcheck.domain.tag import Tag
from factcheck.services.statistics import statistics
from factcheck.store.store import Store
from tests.articles import added, sentences_of

ANN = Author(reviewer="ann")
BOB = Author(reviewer="bob")


@pytest.fixture
def article(store: Store) -> Document:
    return added(store, "The town grew.", "It is lovely.", "It rained.", "Read more here.")


@pytest.fixture
def sentences(store: Store, article: Document) -> list[SentenceId]:
    return [sentence.id for sentence in sentences_of(store, article)]


def tag(store: Store, author: Author, sentence: str, tag: Tag, ms: int | None = None) -> None:
    value = TagValue(tag=tag, duration_ms=ms)
    store.journal.record(author, [Change(kind=Kind.TAG, subject=sentence, value=value)])


def judge(store: Store, author: Author, claim: str, rating: str, scale: str = "google5") -> None:
    value = Verdict(scale=scale, rating=rating)
    store.journal.record(author, [Change(kind=Kind.VERDICT, subject=claim, value=value)])


def cite(store: Store, claim: str, *names: str) -> None:
    for name in names:
        evidence = Evidence(claim=claim, url="https://e.example")
        store.journal.record(ANN, [Change(kind=Kind.EVIDENCE, subject=name, value=evidence)])


def test_an_empty_database_has_nothing_to_count(store: Store) -> None:
    counted = statistics(store)
    assert (counted.articles, counted.sentences, counted.tagged) == (0, 0, 0)
    assert (counted.reviewers, counted.ratings, counted.pace) == ((), (), ())
    assert set(counted.evidence.values()) == {0}


def test_progress_counts_what_anybody_did_once(store: Store, sentences: list[SentenceId]) -> None:
    tag(store, ANN, sentences[0], Tag.CLAIM)
    tag(store, BOB, sentences[0], Tag.CLAIM)
    tag(store, ANN, sentences[1], Tag.OPINION)
    tag(store, BOB, sentences[1], Tag.CLAIM)
    judge(store, ANN, claim_id(sentences[0]), "false")
    judge(store, BOB, claim_id(sentences[0]), "true")
    counted = statistics(store)
    assert (counted.articles, counted.sentences, counted.tagged) == (1, 4, 2)
    assert (counted.claims, counted.judged) == (2, 1)


def test_several_claims_in_a_sentence_count_each(store: Store, sentences: list[SentenceId]) -> None:
    tag(store, ANN, sentences[0], Tag.CLAIM)
    for number in (1, 2, 11):
        change = Change(
            kind=Kind.CLAIM, subject=claim_id(sentences[0], number), value=Claim(text="It grew")
        )
        store.journal.record(ANN, [change])
    assert statistics(store).claims == 3


def test_each_reviewers_tags_verdicts_and_doubts_are_counted(
    store: Store, sentences: list[SentenceId]
) -> None:
    for sentence in sentences[:3]:
        tag(store, ANN, sentence, Tag.CLAIM)
    tag(store, ANN, sentences[3], Tag.FILLER)
    tag(store, BOB, sentences[0], Tag.OPINION)
    judge(store, ANN, claim_id(sentences[0]), "false")
    store.journal.record(BOB, [Change(kind=Kind.FLAG, subject=sentences[0], value=Flag())])
    ann, bob = statistics(store).reviewers
    assert (ann.reviewer, ann.tagged, ann.judged, ann.flags) == ("ann", 4, 1, 0)
    assert ann.tags == {Tag.CLAIM: 3, Tag.OPINION: 0, Tag.FILLER: 1}
    assert (bob.reviewer, bob.tagged, bob.judged, bob.flags) == ("bob", 1, 0, 1)


def test_a_verdict_on_what_is_no_claim_any_more_does_not_count(
    store: Store, sentences: list[SentenceId]
) -> None:
    tag(store, ANN, sentences[0], Tag.CLAIM)
    judge(store, ANN, claim_id(sentences[0]), "false")
    cite(store, claim_id(sentences[0]), "e")
    tag(store, ANN, sentences[0], Tag.OPINION)
    counted = statistics(store)
    assert (counted.claims, counted.judged, counted.ratings) == (0, 0, ())
    assert set(counted.evidence.values()) == {0}


def test_ratings_stand_in_the_order_of_their_scale_and_are_normalised(
    store: Store, sentences: list[SentenceId]
) -> None:
    for sentence, rating in zip(sentences, ["true", "false", "false", "unproven"], strict=True):
        tag(store, ANN, sentence, Tag.CLAIM)
        judge(store, ANN, claim_id(sentence), rating)
    tag(store, BOB, sentences[0], Tag.CLAIM)
    judge(store, BOB, claim_id(sentences[0]), "refuted", "averitec")
    counted = statistics(store)
    google5 = [rating for rating in counted.ratings if rating.scale == "google5"]
    assert [(rating.rating, rating.verdicts) for rating in google5] == [
        ("false", 2),
        ("mostly-false", 0),
        ("half-true", 0),
        ("mostly-true", 0),
        ("true", 1),
        ("unproven", 1),
        ("missing-context", 0),
    ]
    assert "averitec" in {rating.scale for rating in counted.ratings}
    assert counted.normalised[Normalised.FALSE] == 3
    assert counted.normalised[Normalised.TRUE] == 1


def test_a_rating_that_no_scale_has_is_counted_behind_the_others(
    store: Store, sentences: list[SentenceId]
) -> None:
    tag(store, ANN, sentences[0], Tag.CLAIM)
    judge(store, ANN, claim_id(sentences[0]), "wild", "from-elsewhere")
    (rating,) = statistics(store).ratings
    assert (rating.scale, rating.rating, rating.verdicts) == ("from-elsewhere", "wild", 1)
    assert (rating.off_scale, rating.normalised) == (True, Normalised.OTHER)


def test_claims_are_counted_by_their_evidence(store: Store, sentences: list[SentenceId]) -> None:
    for sentence in sentences:
        tag(store, ANN, sentence, Tag.CLAIM)
    cite(store, claim_id(sentences[0]), "a")
    cite(store, claim_id(sentences[1]), *"bcdefg")
    assert statistics(store).evidence == {0: 2, 1: 1, 2: 0, 3: 0, 4: 1}


def test_the_pace_of_a_sitting_leaves_long_pauses_out(
    store: Store, sentences: list[SentenceId], monkeypatch: pytest.MonkeyPatch
) -> None:
    start = clock.now()
    sitting = store.sittings.start("ann", None)
    author = Author(reviewer="ann", session=sitting.id)
    for sentence, minute, ms in zip(sentences, [1, 3, 63], [1000, 9000, 2000], strict=False):
        moment = start + timedelta(minutes=minute)
        monkeypatch.setattr(clock, "now", lambda moment=moment: moment)
        tag(store, author, sentence, Tag.CLAIM, ms)
    (pace,) = statistics(store).pace
    assert (pace.number, pace.reviewer, pace.decisions) == (1, "ann", 3)
    assert pace.minutes == pytest.approx(1 + 2 + 5, abs=0.01)
    assert pace.per_minute == pytest.approx(3 / 8, abs=0.01)
    assert pace.median_seconds == 2.0


def test_the_median_of_an_even_number_lies_between_and_of_none_is_not_known(
    store: Store, sentences: list[SentenceId]
) -> None:
    timed = Author(reviewer="ann", session=store.sittings.start("ann", None).id)
    untimed = Author(reviewer="bob", session=store.sittings.start("bob", None).id)
    store.sittings.start("cem", None)
    tag(store, timed, sentences[0], Tag.CLAIM, 1000)
    tag(store, timed, sentences[1], Tag.CLAIM, 4000)
    tag(store, timed, sentences[2], Tag.CLAIM)
    tag(store, untimed, sentences[0], Tag.CLAIM)
    assert [pace.median_seconds for pace in statistics(store).pace] == [2.5, None]


def test_what_was_replaced_does_not_count(store: Store, sentences: list[SentenceId]) -> None:
    old = store.documents.numbered(1)
    new = added(store, "The town shrank.", source="b.txt")
    assert old
    tag(store, ANN, sentences[0], Tag.CLAIM)
    judge(store, ANN, claim_id(sentences[0]), "false")
    store.documents.replace(old.id, new.id, [])
    counted = statistics(store)
    assert (counted.articles, counted.sentences, counted.tagged) == (1, 1, 0)
    assert (counted.claims, counted.judged, counted.reviewers) == (0, 0, ())
