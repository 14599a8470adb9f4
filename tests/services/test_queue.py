"""The claims of all articles, as one reviewer may see them."""

from factcheck.domain.decision import Author
from factcheck.domain.document import Document
from factcheck.domain.identity import ClaimId, claim_id
from factcheck.domain.queue import ALL, Filter, QueuedClaim
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.sign_off import ClaimState
from factcheck.services import deciding, signing_off
from factcheck.services.claims import describe_claim
from factcheck.services.queue import claims
from factcheck.services.verdicts import judge
from factcheck.store.store import Store
from tests.articles import added, sentences_of

ANN = Author(reviewer="ann")
BEN = Author(reviewer="ben")


def name(store: Store, article: Document, sentence: int, number: int = 1) -> ClaimId:
    return claim_id(sentences_of(store, article)[sentence - 1].id, number)


def queued(store: Store, reviewer: str = "ann", only: Filter = ALL) -> list[str]:
    return [claim.ref for claim in claims(store, reviewer, only)]


def the_one(store: Store, reviewer: str) -> QueuedClaim:
    (claim,) = claims(store, reviewer)
    return claim


def test_claims_of_all_articles_come_by_priority_then_by_place(
    store: Store, article: Document
) -> None:
    other = added(store, "It rains.", "It pours.")
    for claim, priority in (
        (name(store, article, 2), ""),
        (name(store, article, 1, 2), "2"),
        (name(store, other, 2), "1"),
        (name(store, other, 1), "2"),
    ):
        describe_claim(store, ANN, claim, {"text": "X", "priority": priority})
    assert queued(store) == ["2:2", "1:1.2", "2:1", "1:1", "1:2"]


def test_what_anybody_tags_as_a_claim_is_one_for_all(store: Store, article: Document) -> None:
    deciding.tag(store, BEN, [sentences_of(store, article)[1].id], Tag.CLAIM)
    deciding.tag(store, ANN, [sentences_of(store, article)[1].id], Tag.OPINION)
    assert the_one(store, "ann").claim.text == "It is lovely."
    deciding.undo(store, BEN)
    assert queued(store) == []


def test_a_further_claim_that_only_somebody_else_judged_is_there_without_the_verdict(
    store: Store, article: Document
) -> None:
    judge(store, BEN, name(store, article, 1, 2), "false")
    _, further = claims(store, "ann")
    assert (further.ref, further.state) == ("1:1.2", ClaimState.VERDICT_DRAFTED)
    assert (further.claim.verdict, further.verdicts, further.hidden) == (None, {}, 1)


def test_verdicts_of_others_are_shown_and_found_after_the_own_one(
    store: Store, article: Document
) -> None:
    claim = name(store, article, 1)
    judge(store, BEN, claim, "false")
    looked_for = Filter(ratings=frozenset({"false"}))
    assert queued(store, "ann", looked_for) == []
    judge(store, ANN, claim, "true")
    assert queued(store, "ann", looked_for) == ["1:1"]
    assert list(the_one(store, "ann").verdicts) == ["ann", "ben"]
    assert the_one(store, "ann").state is ClaimState.DISPUTED


def test_an_adjudicated_verdict_is_shown_to_everybody(store: Store, article: Document) -> None:
    claim = name(store, article, 1)
    judge(store, ANN, claim, "false")
    judge(store, BEN, claim, "true")
    signing_off.adjudicate(store, ANN, claim, "half-true")
    assert the_one(store, "carl").state is ClaimState.ADJUDICATED
    assert the_one(store, "carl").hidden == 0


def test_every_filter_leaves_out_what_it_does_not_look_for(store: Store, article: Document) -> None:
    first, second = name(store, article, 1), name(store, article, 2)
    describe_claim(store, ANN, first, {"priority": "1", "claimant": "The mayor", "rating": "false"})
    deciding.tag(store, BEN, [sentences_of(store, article)[1].id], Tag.CLAIM)
    deciding.flag(store, BEN, [sentences_of(store, article)[1].id], "odd")
    found = {
        "state": queued(store, only=Filter(states=frozenset({"candidate"}))),
        "priority": queued(store, only=Filter(priorities=frozenset({1}))),
        "reviewer": queued(store, only=Filter(reviewer="ben")),
        "doubt": queued(store, only=Filter(doubt=True)),
        "no doubt": queued(store, only=Filter(doubt=False)),
        "words": queued(store, only=Filter(words=("MAYOR", "grew"))),
        "both": queued(store, only=Filter(reviewer="ben", priorities=frozenset({1}))),
    }
    assert found == {
        "state": ["1:2"],
        "priority": ["1:1"],
        "reviewer": ["1:2"],
        "doubt": ["1:2"],
        "no doubt": ["1:1"],
        "words": ["1:1"],
        "both": [],
    }
    assert second in {claim.claim.id for claim in claims(store, "ann") if claim.doubts}


def test_articles_that_were_replaced_are_left_out(store: Store, article: Document) -> None:
    newer = added(store, "It rains.")
    deciding.tag(store, ANN, [sentences_of(store, article)[0].id], Tag.CLAIM)
    assert queued(store) == ["1:1"]
    store.documents.replace(article.id, newer.id, [])
    assert queued(store) == []
