"""From a drafted verdict to a published and corrected fact-check, by the rules of sign-off."""

import pytest

from factcheck.domain.decision import Author, Kind
from factcheck.domain.document import Document
from factcheck.domain.errors import InvalidValue, NeedsCorrection, NotPermitted
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.sign_off import Correction
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import ClaimId, claim_id, sentence_of
from factcheck.domain.review import ClaimReview
from factcheck.domain.scheme.scheme import DEFAULT, SignOff
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.sign_off import ClaimState, CorrectionKind
from factcheck.services import boundaries, deciding, schemes
from factcheck.services.articles import review_of
from factcheck.services.claims import describe_claim
from factcheck.services.evidence import add_evidence
from factcheck.services.looking import claim_seen
from factcheck.services.recording import Decisions, Remedy, correct
from factcheck.services.seeing import hidden_from, verdicts_shown
from factcheck.services.signing_off import (
    adjudicate,
    missing_for_publication,
    opened_for_sign_off,
    publish,
    state,
    vote,
    withdraw_vote,
)
from factcheck.services.verdicts import judge
from factcheck.store.store import Store

ANN, BEN, EVE = (Author(reviewer=name) for name in ("ann", "ben", "eve"))
URL = "https://checks.example.org/harbour"
REMEDY = Remedy(kind=CorrectionKind.CORRECTION, text="We erred.")


@pytest.fixture
def claim(store: Store, article: Document) -> ClaimId:
    """A claim that ann has judged false."""
    name = claim_id(review_of(store, article, "ann").sentences[0].sentence.id)
    judge(store, ANN, name, "false", "census")
    return name


def seen(store: Store, claim: ClaimId) -> ClaimReview:
    return claim_seen(store, claim, "eve")


def state_now(store: Store, claim: ClaimId) -> ClaimState:
    return state(store, seen(store, claim))


def published(store: Store, claim: ClaimId) -> None:
    vote(store, EVE, claim, "approve")
    publish(store, EVE, claim, URL, "2026-11-20")


def test_a_claim_goes_through_all_states(store: Store, article: Document) -> None:
    name = claim_id(review_of(store, article, "ann").sentences[0].sentence.id)
    states = []

    def step() -> None:
        states.append(state_now(store, name))

    deciding.tag(store, ANN, [sentence_of(name)], Tag.CLAIM)
    step()
    describe_claim(store, ANN, name, {"worthiness": "check-worthy"})
    step()
    describe_claim(store, ANN, name, {"text": "The town grew in 2023."})
    step()
    add_evidence(store, ANN, Evidence(claim=name, url="https://example.org/"))
    step()
    judge(store, ANN, name, "false")
    step()
    judge(store, BEN, name, "true")
    step()
    adjudicate(store, EVE, name, "mostly-true")
    step()
    vote(store, BEN, name, "return", "Say which year.")
    step()
    vote(store, BEN, name, "approve")
    step()
    publish(store, BEN, name, URL)
    step()
    correct(store, BEN, name, Remedy(kind=CorrectionKind.UPDATE, text="New census."))
    step()
    correct(store, BEN, name, Remedy(kind=CorrectionKind.RETRACTION, text="All wrong."))
    step()
    assert states == [
        ClaimState.CANDIDATE,
        ClaimState.SELECTED,
        ClaimState.NORMALISED,
        ClaimState.RESEARCHING,
        ClaimState.VERDICT_DRAFTED,
        ClaimState.DISPUTED,
        ClaimState.ADJUDICATED,
        ClaimState.RETURNED,
        ClaimState.APPROVED,
        ClaimState.PUBLISHED,
        ClaimState.CORRECTED,
        ClaimState.RETRACTED,
    ]


def test_an_unimportant_claim_is_dropped(store: Store, claim: ClaimId) -> None:
    describe_claim(store, ANN, claim, {"worthiness": "unimportant"})
    assert state_now(store, claim) is ClaimState.DROPPED


def test_a_second_verdict_that_agrees_is_one(store: Store, claim: ClaimId) -> None:
    judge(store, BEN, claim, "false")
    assert state_now(store, claim) is ClaimState.SECOND_VERDICT


def test_the_second_reviewer_does_not_see_the_first_verdict(store: Store, claim: ClaimId) -> None:
    before = claim_seen(store, claim, "ben")
    assert verdicts_shown(before, "ben") == {}
    assert hidden_from(before, "ben") == 1
    judge(store, BEN, claim, "true")
    after = claim_seen(store, claim, "ben")
    assert list(verdicts_shown(after, "ben")) == ["ben", "ann"]
    assert after.verdicts["ben"].blind is True


def test_a_verdict_after_the_others_were_shown_is_not_blind(store: Store, claim: ClaimId) -> None:
    opened_for_sign_off(store, BEN, claim)
    judge(store, BEN, claim, "true")
    assert seen(store, claim).verdicts["ben"].blind is False


def test_a_verdict_that_changes_when_others_are_seen_is_not_blind(
    store: Store, claim: ClaimId
) -> None:
    judge(store, BEN, claim, "true")
    judge(store, ANN, claim, "true")
    blind = {name: verdict.blind for name, verdict in seen(store, claim).verdicts.items()}
    assert blind == {"ann": False, "ben": True}


def test_the_author_does_not_approve(store: Store, claim: ClaimId) -> None:
    with pytest.raises(NotPermitted, match="yours"):
        vote(store, ANN, claim, "approve")


def test_the_author_is_who_drafted_whoever_changes_a_verdict_later(
    store: Store, claim: ClaimId
) -> None:
    judge(store, BEN, claim, "false")
    judge(store, ANN, claim, "false", "a better reason")
    with pytest.raises(NotPermitted, match="yours"):
        vote(store, ANN, claim, "approve")
    vote(store, BEN, claim, "approve")
    assert state_now(store, claim) is ClaimState.APPROVED


def test_the_adjudicator_does_not_approve_the_own_decision(store: Store, claim: ClaimId) -> None:
    judge(store, BEN, claim, "true")
    adjudicate(store, EVE, claim, "true", because="the census says so")
    with pytest.raises(NotPermitted, match="yours"):
        vote(store, EVE, claim, "approve")


def test_only_verdicts_that_differ_are_adjudicated(store: Store, claim: ClaimId) -> None:
    with pytest.raises(NotPermitted, match="do not differ"):
        adjudicate(store, EVE, claim, "true")


def test_nothing_is_signed_off_while_reviewers_differ(store: Store, claim: ClaimId) -> None:
    judge(store, BEN, claim, "true")
    with pytest.raises(NotPermitted, match="adjudicate first"):
        vote(store, EVE, claim, "approve")


def test_returning_needs_a_reason(store: Store, claim: ClaimId) -> None:
    with pytest.raises(InvalidValue, match=r"^comment: "):
        vote(store, EVE, claim, "return")


def test_n_of_m_editors_have_to_approve(store: Store, claim: ClaimId) -> None:
    rules = SignOff(approvals=2, editors=("ben", "eve", "kim"))
    schemes.apply(store, ANN, DEFAULT.model_copy(update={"sign_off": rules}))
    with pytest.raises(NotPermitted, match="only ben, eve, kim"):
        vote(store, Author(reviewer="joe"), claim, "approve")
    vote(store, EVE, claim, "approve")
    assert missing_for_publication(store, seen(store, claim)) == "1 of 2 approvals"
    vote(store, BEN, claim, "approve")
    assert missing_for_publication(store, seen(store, claim)) == ""


def test_a_project_may_ask_for_a_second_verdict(store: Store, claim: ClaimId) -> None:
    rules = SignOff(second_verdict=True)
    schemes.apply(store, ANN, DEFAULT.model_copy(update={"sign_off": rules}))
    with pytest.raises(NotPermitted, match="second verdict"):
        vote(store, EVE, claim, "approve")
    opened_for_sign_off(store, BEN, claim)
    judge(store, BEN, claim, "false")
    with pytest.raises(NotPermitted, match="blind second verdict"):
        vote(store, EVE, claim, "approve")
    judge(store, Author(reviewer="kim"), claim, "false")
    vote(store, EVE, claim, "approve")
    publish(store, EVE, claim, URL)


def test_what_is_retracted_can_be_worked_on_and_published_again(
    store: Store, claim: ClaimId
) -> None:
    published(store, claim)
    correct(store, EVE, claim, Remedy(kind=CorrectionKind.RETRACTION, text="All wrong."))
    assert state_now(store, claim) is ClaimState.RETRACTED
    judge(store, ANN, claim, "true")
    vote(store, EVE, claim, "approve")
    publish(store, EVE, claim, URL)
    assert state_now(store, claim) is ClaimState.PUBLISHED
    assert [entry.kind for entry in seen(store, claim).corrections] == ["retraction"]


def test_another_address_needs_an_approval_of_what_stands(store: Store, claim: ClaimId) -> None:
    published(store, claim)
    judge(store, ANN, claim, "true", remedy=REMEDY)
    with pytest.raises(NotPermitted, match="0 of 1"):
        publish(store, EVE, claim, "https://checks.example.org/elsewhere")


def test_an_approval_of_something_older_is_void(store: Store, claim: ClaimId) -> None:
    vote(store, EVE, claim, "approve")
    judge(store, ANN, claim, "mostly-false")
    assert state_now(store, claim) is ClaimState.VERDICT_DRAFTED
    judge(store, ANN, claim, "false")
    assert state_now(store, claim) is ClaimState.APPROVED


def test_a_vote_can_be_taken_back(store: Store, claim: ClaimId) -> None:
    vote(store, EVE, claim, "approve")
    withdraw_vote(store, EVE, claim)
    assert state_now(store, claim) is ClaimState.VERDICT_DRAFTED


def test_nothing_is_published_before_it_is_approved(store: Store, claim: ClaimId) -> None:
    with pytest.raises(NotPermitted, match="0 of 1 approvals"):
        publish(store, EVE, claim, URL)


@pytest.mark.parametrize("change", ["verdict", "wording", "evidence"])
def test_a_published_fact_check_changes_only_with_a_correction(
    store: Store, claim: ClaimId, change: str
) -> None:
    published(store, claim)
    before = seen(store, claim)
    with pytest.raises(NeedsCorrection, match=r"^correction: "):
        _change(store, claim, change, None)
    assert seen(store, claim) == before
    decisions = _change(store, claim, change, REMEDY)
    assert {Kind.CORRECTION} < {decision.kind for decision in decisions}
    assert len({decision.act for decision in decisions}) == 1
    (correction,) = seen(store, claim).corrections
    kinds = {"verdict": "verdict", "wording": "claim", "evidence": "evidence"}
    assert correction.changed == (kinds[change],)


def _change(store: Store, claim: ClaimId, what: str, remedy: Remedy | None) -> Decisions:
    if what == "verdict":
        return judge(store, ANN, claim, "true", remedy=remedy)
    if what == "wording":
        return describe_claim(store, ANN, claim, {"text": "The town grew in 2023."}, remedy=remedy)
    return add_evidence(store, BEN, Evidence(claim=claim, url="https://example.org/"), remedy)


def test_a_correction_says_which_rating_became_which(store: Store, claim: ClaimId) -> None:
    published(store, claim)
    judge(store, ANN, claim, "true", remedy=REMEDY)
    (correction,) = seen(store, claim).corrections
    assert correction == Correction(
        kind=CorrectionKind.CORRECTION,
        text="We erred.",
        changed=("verdict",),
        old_rating="False",
        new_rating="True",
    )


def test_saying_the_same_again_needs_no_correction(store: Store, claim: ClaimId) -> None:
    published(store, claim)
    assert judge(store, ANN, claim, "false", "census") == ()


def test_readers_keep_a_published_claim_in_one_piece(store: Store, claim: ClaimId) -> None:
    published(store, claim)
    sentence = sentence_of(claim)
    with pytest.raises(NotPermitted, match="published"):
        boundaries.split(store, ANN, sentence, 9)
    with pytest.raises(NotPermitted, match="published"):
        boundaries.merge(store, ANN, sentence)
    with pytest.raises(NotPermitted, match="published"):
        deciding.tag(store, ANN, [sentence], Tag.OPINION)
    with pytest.raises(NotPermitted, match="published"):
        deciding.tag(store, ANN, [sentence], None)


def test_what_was_decided_before_publication_is_not_undone_after_it(
    store: Store, claim: ClaimId
) -> None:
    published(store, claim)
    with pytest.raises(NotPermitted, match="published since"):
        deciding.undo(store, ANN)
    assert seen(store, claim).verdicts["ann"].rating == "false"


def test_a_publication_and_a_correction_can_be_undone(store: Store, claim: ClaimId) -> None:
    published(store, claim)
    judge(store, ANN, claim, "true", remedy=REMEDY)
    deciding.undo(store, ANN)
    assert seen(store, claim).corrections == ()
    assert seen(store, claim).verdicts["ann"].rating == "false"
    deciding.undo(store, EVE)
    assert seen(store, claim).publication is None
    deciding.undo(store, ANN)
    assert seen(store, claim).verdicts == {}


def test_only_what_readers_see_is_corrected(store: Store, claim: ClaimId) -> None:
    with pytest.raises(NotPermitted, match="not published"):
        correct(store, ANN, claim, REMEDY)


def test_a_verdict_says_how_it_was_given_and_two_that_say_the_same_are_no_news(
    store: Store, claim: ClaimId
) -> None:
    assert judge(store, ANN, claim, "false", duration_ms=99) == ()
    verdict = seen(store, claim).verdicts["ann"]
    assert verdict.says_what(Verdict(rating="false", because="census", blind=None))
