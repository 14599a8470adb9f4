"""What a reviewer decides, and that one undo takes one act back."""

from datetime import UTC, datetime

import pytest

from factcheck.domain.decision import Author, Decision, Kind
from factcheck.domain.document import Document
from factcheck.domain.errors import InvalidValue, NothingToUndo
from factcheck.domain.filling import written
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import ClaimId, SentenceId, claim_id, sentence_of
from factcheck.domain.review import SentenceReview
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.stance import Stance
from factcheck.services import deciding
from factcheck.services.articles import review_of
from factcheck.services.claims import claim_fields, describe_claim
from factcheck.services.evidence import add_evidence
from factcheck.services.verdicts import judge, withdraw_verdict
from factcheck.store.store import Store

ANN = Author(reviewer="ann")
BEN = Author(reviewer="ben")
SOURCE = "https://example.org/page"


def seen(store: Store, article: Document, number: int = 1, reviewer: str = "ann") -> SentenceReview:
    return review_of(store, article, reviewer).sentences[number - 1]


def sentence(store: Store, article: Document, number: int = 1) -> SentenceId:
    return seen(store, article, number).sentence.id


def claim(store: Store, article: Document, number: int = 1) -> ClaimId:
    return claim_id(sentence(store, article, number))


def kinds(decisions: tuple[Decision, ...]) -> list[Kind]:
    return [decision.kind for decision in decisions]


def verdict_on(review: SentenceReview) -> Verdict | None:
    """Return what the verdict on the first claim says, however it came to be."""
    verdict = review.claims[0].verdict if review.claims else None
    return verdict and verdict.model_copy(update=dict.fromkeys(verdict.circumstances))


def test_a_tag_stands(store: Store, article: Document) -> None:
    decisions = deciding.tag(store, ANN, [sentence(store, article)], Tag.OPINION)
    assert kinds(decisions) == [Kind.TAG]
    assert seen(store, article).tag is Tag.OPINION
    assert seen(store, article, 2).tag is None


def test_a_range_is_tagged_and_taken_back_as_one(store: Store, article: Document) -> None:
    every = [sentence(store, article, number) for number in (1, 2, 3)]
    deciding.tag(store, ANN, every, Tag.FILLER)
    assert len(deciding.undo(store, ANN)) == 3
    assert review_of(store, article, "ann").progress.tagged == 0


def test_no_tag_clears_it(store: Store, article: Document) -> None:
    deciding.tag(store, ANN, [sentence(store, article)], Tag.OPINION)
    deciding.tag(store, ANN, [sentence(store, article)], None)
    assert seen(store, article).tag is None


def test_what_stands_already_is_no_decision(store: Store, article: Document) -> None:
    deciding.tag(store, ANN, [sentence(store, article)], Tag.OPINION)
    assert deciding.tag(store, ANN, [sentence(store, article)], Tag.OPINION) == ()
    assert deciding.tag(store, ANN, [sentence(store, article, 2)], None) == ()


def test_each_reviewer_tags_for_themselves(store: Store, article: Document) -> None:
    deciding.tag(store, ANN, [sentence(store, article)], Tag.OPINION)
    deciding.tag(store, BEN, [sentence(store, article)], Tag.FILLER)
    assert seen(store, article, reviewer="ann").tag is Tag.OPINION
    assert seen(store, article, reviewer="ben").tag is Tag.FILLER


def test_judging_makes_the_sentence_a_claim(store: Store, article: Document) -> None:
    decisions = judge(store, ANN, claim(store, article), "false", "see the census")
    assert kinds(decisions) == [Kind.TAG, Kind.VERDICT]
    assert seen(store, article).tag is Tag.CLAIM
    assert verdict_on(seen(store, article)) == Verdict(rating="false", because="see the census")


def test_one_undo_takes_back_the_tag_and_the_verdict_together(
    store: Store, article: Document
) -> None:
    deciding.tag(store, ANN, [sentence(store, article)], Tag.OPINION)
    judge(store, ANN, claim(store, article), "false")
    assert kinds(deciding.undo(store, ANN)) == [Kind.TAG, Kind.VERDICT]
    assert seen(store, article).tag is Tag.OPINION
    assert verdict_on(seen(store, article)) is None


def test_a_redo_brings_the_tag_and_the_verdict_back_together(
    store: Store, article: Document
) -> None:
    judge(store, ANN, claim(store, article), "false")
    deciding.undo(store, ANN)
    assert kinds(deciding.redo(store, ANN)) == [Kind.TAG, Kind.VERDICT]
    assert verdict_on(seen(store, article)) == Verdict(rating="false")


def test_judging_a_claim_again_leaves_its_tag_alone(store: Store, article: Document) -> None:
    judge(store, ANN, claim(store, article), "false")
    assert kinds(judge(store, ANN, claim(store, article), "true")) == [Kind.VERDICT]
    deciding.undo(store, ANN)
    assert verdict_on(seen(store, article)) == Verdict(rating="false")


def test_the_reasons_stay_when_only_the_rating_changes(store: Store, article: Document) -> None:
    judge(store, ANN, claim(store, article), "false", "see the census")
    judge(store, ANN, claim(store, article), "half-true")
    assert verdict_on(seen(store, article)) == Verdict(rating="half-true", because="see the census")


def test_empty_reasons_clear_the_reasons(store: Store, article: Document) -> None:
    judge(store, ANN, claim(store, article), "false", "see the census")
    judge(store, ANN, claim(store, article), "false", "")
    assert verdict_on(seen(store, article)) == Verdict(rating="false")


def test_the_reasons_of_somebody_else_are_not_taken_over(store: Store, article: Document) -> None:
    judge(store, BEN, claim(store, article), "false", "see the census")
    judge(store, ANN, claim(store, article), "true")
    assert verdict_on(seen(store, article)) == Verdict(rating="true")


def test_an_unknown_rating_changes_nothing(store: Store, article: Document) -> None:
    with pytest.raises(InvalidValue, match="choose one of false, mostly-false"):
        judge(store, ANN, claim(store, article), "falsish")
    assert seen(store, article).tag is None
    assert list(store.journal.decisions()) == []


def test_a_verdict_can_be_withdrawn(store: Store, article: Document) -> None:
    judge(store, ANN, claim(store, article), "false")
    withdraw_verdict(store, ANN, claim(store, article))
    assert seen(store, article).tag is Tag.CLAIM
    assert verdict_on(seen(store, article)) is None


def test_wording_a_claim_makes_the_sentence_one(store: Store, article: Document) -> None:
    wording = Claim(text="The town grew in 2023.", claimant="The mayor", date="2024-06")
    decisions = describe_claim(store, ANN, claim(store, article), written(wording))
    assert kinds(decisions) == [Kind.TAG, Kind.CLAIM]
    (review,) = seen(store, article).claims
    assert review.claim == wording
    assert review.text == "The town grew in 2023."


def test_a_wording_is_shared_by_all_reviewers(store: Store, article: Document) -> None:
    describe_claim(store, ANN, claim(store, article), {"text": "The town grew."})
    deciding.tag(store, BEN, [sentence(store, article)], Tag.CLAIM)
    assert seen(store, article, reviewer="ben").claims[0].text == "The town grew."


def test_an_empty_wording_leaves_the_words_of_the_sentence(store: Store, article: Document) -> None:
    describe_claim(store, ANN, claim(store, article), {"text": "The town grew."})
    describe_claim(store, ANN, claim(store, article), {"text": "", "claimant": "", "date": ""})
    assert seen(store, article).claims[0].text == "The town grew last year."


def test_rewording_keeps_what_is_not_named(store: Store, article: Document) -> None:
    describe_claim(store, ANN, claim(store, article), {"text": "It grew.", "date": "2024"})
    describe_claim(store, BEN, claim(store, article), {"claimant": "The mayor", "date": ""})
    assert seen(store, article).claims[0].claim == Claim(text="It grew.", claimant="The mayor")


def test_a_date_that_is_none_changes_nothing(store: Store, article: Document) -> None:
    with pytest.raises(InvalidValue, match="2024-06-18"):
        describe_claim(store, ANN, claim(store, article), {"date": "last year"})
    assert seen(store, article).tag is None


def test_describing_a_claim_is_one_act(store: Store, article: Document) -> None:
    decisions = describe_claim(
        store,
        ANN,
        claim(store, article),
        {"text": "It grew.", "rating": "true", "because": "census"},
    )
    assert kinds(decisions) == [Kind.TAG, Kind.CLAIM, Kind.VERDICT]
    deciding.undo(store, ANN)
    assert seen(store, article).tag is None
    assert list(store.journal.decisions())[-1].undoes


def test_an_empty_rating_withdraws_the_verdict(store: Store, article: Document) -> None:
    judge(store, ANN, claim(store, article), "false")
    describe_claim(store, ANN, claim(store, article), {"rating": ""})
    assert verdict_on(seen(store, article)) is None


def test_reasons_need_a_rating(store: Store, article: Document) -> None:
    with pytest.raises(InvalidValue, match="choose the verdict"):
        describe_claim(store, ANN, claim(store, article), {"because": "so"})
    assert list(store.journal.decisions()) == []


def test_what_stands_of_a_claim_is_known_under_another_tag_too(
    store: Store, article: Document
) -> None:
    name = claim(store, article)
    describe_claim(store, ANN, name, {"text": "It grew.", "rating": "true", "because": "census"})
    deciding.tag(store, ANN, [sentence_of(name)], Tag.FILLER)
    describe_claim(store, ANN, name, {"claimant": "The mayor"})
    assert {field: said for field, said in claim_fields(store, ANN, name).items() if said} == {
        "text": "It grew.",
        "claimant": "The mayor",
        "rating": "true",
        "because": "census",
    }


def test_evidence_makes_the_sentence_a_claim(store: Store, article: Document) -> None:
    evidence = Evidence(claim=claim(store, article), url=SOURCE, stance=Stance.REFUTES)
    decisions = add_evidence(store, ANN, evidence)
    assert kinds(decisions) == [Kind.TAG, Kind.EVIDENCE]
    (item,) = seen(store, article).claims[0].evidence
    assert item.evidence.stance is Stance.REFUTES


def test_evidence_was_read_today_unless_it_says_otherwise(store: Store, article: Document) -> None:
    add_evidence(store, ANN, Evidence(claim=claim(store, article), url=SOURCE))
    add_evidence(store, ANN, Evidence(claim=claim(store, article), url=SOURCE, accessed="2020-02"))
    first, second = seen(store, article).claims[0].evidence
    age = datetime.now(UTC) - datetime.fromisoformat(f"{first.evidence.accessed}T00:00:00Z")
    assert 0 <= age.days <= 1
    assert second.evidence.accessed == "2020-02"


def test_evidence_stands_in_the_order_in_which_it_came(store: Store, article: Document) -> None:
    for number in range(9):
        source = Evidence(claim=claim(store, article), url=f"{SOURCE}/{number}")
        add_evidence(store, ANN, source)
    items = seen(store, article).claims[0].evidence
    assert [item.evidence.url[-1] for item in items] == list("012345678")


def test_the_same_page_may_be_cited_twice(store: Store, article: Document) -> None:
    for _ in range(2):
        add_evidence(store, ANN, Evidence(claim=claim(store, article), url=SOURCE))
    assert len(seen(store, article).claims[0].evidence) == 2


def test_a_note_stands_until_an_empty_one_clears_it(store: Store, article: Document) -> None:
    deciding.note(store, ANN, [sentence(store, article)], "ask the mayor")
    before = seen(store, article).note
    assert before
    assert before.text == "ask the mayor"
    deciding.note(store, ANN, [sentence(store, article)], "  ")
    assert seen(store, article).note is None


def test_a_flag_needs_no_reason_and_can_be_cleared(store: Store, article: Document) -> None:
    deciding.flag(store, ANN, [sentence(store, article)], "")
    before = seen(store, article).flag
    assert before
    assert before.reason == ""
    deciding.flag(store, ANN, [sentence(store, article)], None)
    assert seen(store, article).flag is None


@pytest.mark.parametrize("text", ["\ud800", "ok \udfff"])
def test_text_that_is_not_unicode_is_refused(store: Store, article: Document, text: str) -> None:
    with pytest.raises(InvalidValue, match="not Unicode"):
        deciding.note(store, ANN, [sentence(store, article)], text)
    with pytest.raises(InvalidValue, match="not Unicode"):
        judge(store, ANN, claim(store, article), "false", text)


def test_nobody_undoes_what_somebody_else_decided(store: Store, article: Document) -> None:
    deciding.tag(store, ANN, [sentence(store, article)], Tag.OPINION)
    with pytest.raises(NothingToUndo, match="ben"):
        deciding.undo(store, BEN)


def test_there_is_nothing_to_redo_before_an_undo(store: Store, article: Document) -> None:
    deciding.tag(store, ANN, [sentence(store, article)], Tag.OPINION)
    with pytest.raises(NothingToUndo, match="nothing to redo"):
        deciding.redo(store, ANN)
