"""A vote is on the fact-check that the editor saw."""

import pytest

from factcheck.domain.decision import Author
from factcheck.domain.document import Document
from factcheck.domain.errors import NotPermitted
from factcheck.domain.identity import ClaimId, claim_id
from factcheck.services.claims import describe_claim
from factcheck.services.looking import claim_seen
from factcheck.services.verdicts import judge
from factcheck.services.voting import vote_on_shown
from factcheck.store.store import Store
from tests.articles import sentences_of

ANN = Author(reviewer="ann")
BEN = Author(reviewer="ben")


@pytest.fixture
def claim(store: Store, article: Document) -> ClaimId:
    name = claim_id(sentences_of(store, article)[0].id)
    judge(store, ANN, name, "false", "the census")
    return name


def test_what_was_shown_and_still_stands_is_voted_on(store: Store, claim: ClaimId) -> None:
    shown = claim_seen(store, claim, "ben")
    (decision,) = vote_on_shown(store, BEN, shown, "approve", "well done")
    assert decision.value == claim_seen(store, claim, "ben").approvals["ben"]


def test_a_second_verdict_that_agrees_changes_nothing_that_readers_are_told(
    store: Store, claim: ClaimId
) -> None:
    shown = claim_seen(store, claim, "ben")
    judge(store, Author(reviewer="carl"), claim, "false")
    assert vote_on_shown(store, BEN, shown, "approve")


def test_what_was_changed_since_it_was_shown_is_not_voted_on(store: Store, claim: ClaimId) -> None:
    shown = claim_seen(store, claim, "ben")
    describe_claim(store, ANN, claim, {"text": "It shrank."})
    with pytest.raises(NotPermitted, match="read it again"):
        vote_on_shown(store, BEN, shown, "approve")
    assert not claim_seen(store, claim, "ben").approvals
