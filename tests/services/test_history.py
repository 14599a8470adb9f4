"""The journal told to people."""

from factcheck.domain.decision import Author
from factcheck.domain.document import Document
from factcheck.domain.filling import written
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import claim_id
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.stance import Stance
from factcheck.services import deciding
from factcheck.services.articles import review_of
from factcheck.services.claims import describe_claim
from factcheck.services.evidence import add_evidence
from factcheck.services.history import Entry, history, history_of
from factcheck.services.places import Places
from factcheck.services.verdicts import judge
from factcheck.store.store import Store

ANN = Author(reviewer="ann")
BEN = Author(reviewer="ben")


def sentences(store: Store, article: Document) -> list[str]:
    return [review.sentence.id for review in review_of(store, article, "ann").sentences]


def decide_everything(store: Store, article: Document) -> None:
    first = review_of(store, article, "ann").sentences[0].sentence.id
    claim = claim_id(first)
    judge(store, ANN, claim, "mostly-false", "see the census")
    wording = Claim(text="It grew.", claimant="The mayor", date="2024")
    describe_claim(store, ANN, claim, written(wording))
    source = Evidence(
        claim=claim, url="https://example.org/", stance=Stance.REFUTES, quote="it shrank"
    )
    add_evidence(store, ANN, source)
    deciding.note(store, ANN, [first], "ask again")
    deciding.flag(store, ANN, [first], "odd")
    deciding.flag(store, ANN, [first], "")
    deciding.flag(store, ANN, [first], None)


def stories(entries: list[Entry]) -> list[str]:
    return [entry.story for entry in entries]


def test_every_kind_of_decision_is_told_in_words(store: Store, article: Document) -> None:
    decide_everything(store, article)
    assert stories(list(history(store))) == [
        "tag claim",
        "verdict Mostly false, because see the census",
        "claim It grew., said by The mayor, on 2024",
        "evidence refutes https://example.org/ 'it shrank'",
        "note ask again",
        "flag odd",
        "flag",
        "flag cleared",
    ]


def test_every_entry_says_where(store: Store, article: Document) -> None:
    decide_everything(store, article)
    assert {entry.reference for entry in history(store)} == {"1:1"}


def test_a_further_claim_is_named_with_its_number(store: Store, article: Document) -> None:
    first = review_of(store, article, "ann").sentences[0].sentence.id
    tagged, worded = describe_claim(store, ANN, claim_id(first, 2), {"text": "It grew."})
    assert Places(store).of(tagged) == "1:1"
    assert Places(store).of(worded) == "1:1.2"


def test_an_undo_is_told_and_what_it_took_back_no_longer_stands(
    store: Store, article: Document
) -> None:
    first = review_of(store, article, "ann").sentences[0].sentence.id
    deciding.tag(store, ANN, [first], Tag.OPINION)
    deciding.undo(store, ANN)
    decided, undone = history(store)
    assert decided.retracted
    assert undone.story == "took back: tag opinion"
    assert undone.reference == "1:1"
    assert not undone.retracted


def test_a_redo_is_told_and_the_decision_stands_again(store: Store, article: Document) -> None:
    first = review_of(store, article, "ann").sentences[0].sentence.id
    deciding.tag(store, ANN, [first], Tag.OPINION)
    deciding.undo(store, ANN)
    deciding.redo(store, ANN)
    decided, _, redone = history(store)
    assert not decided.retracted
    assert redone.story == "brought back: tag opinion"


def test_undone_evidence_is_still_told_where_it_was(store: Store, article: Document) -> None:
    first = review_of(store, article, "ann").sentences[1].sentence.id
    source = Evidence(claim=claim_id(first), url="https://example.org/")
    add_evidence(store, ANN, source)
    deciding.undo(store, ANN)
    assert [entry.reference for entry in history(store)] == ["1:2"] * 4
    assert "took back: evidence context https://example.org/" in stories(list(history(store)))


def test_the_history_of_a_sentence_holds_its_claims_and_evidence_and_nothing_else(
    store: Store, article: Document
) -> None:
    decide_everything(store, article)
    second = review_of(store, article, "ben").sentences[1].sentence.id
    deciding.tag(store, BEN, [second], Tag.FILLER)
    first = review_of(store, article, "ann").sentences[0].sentence.id
    assert len(list(history_of(store, first))) == 8
    (entry,) = history_of(store, second)
    assert (entry.reference, entry.story, entry.decision.reviewer) == ("1:2", "tag filler", "ben")


def test_history_is_told_oldest_first(store: Store, article: Document) -> None:
    decide_everything(store, article)
    moments = [entry.decision.at for entry in history(store)]
    assert moments == sorted(moments)
