"""What leaves the program: what a selection lets through, in whose view, and what is counted."""

import pytest

from factcheck.domain.clock import now, timestamp
from factcheck.domain.decision import Author
from factcheck.domain.document import Document
from factcheck.domain.errors import InvalidValue
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import SentenceId, claim_id
from factcheck.domain.selection import Selection, View
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.sign_off import ClaimState
from factcheck.services import deciding
from factcheck.services.articles import review_of
from factcheck.services.evidence import add_evidence, remove_evidence
from factcheck.services.reporting import ReportedArticle, ReportedSentence
from factcheck.services.selecting import Export, exported
from factcheck.services.signing_off import adjudicate, vote
from factcheck.services.verdicts import judge
from factcheck.store.store import Store

ANN = Author(reviewer="ann")
BEN = Author(reviewer="ben")


def sentence(store: Store, article: Document, number: int) -> SentenceId:
    return review_of(store, article, "ann").sentences[number - 1].sentence.id


def leaving(store: Store, **fields: object) -> tuple[list[ReportedArticle], Export]:
    export = exported(store, Selection.of(**fields))
    return list(export.articles), export


def numbers(articles: list[ReportedArticle]) -> list[int]:
    return [item.sentence.number for article in articles for item in article.sentences]


def first(store: Store, **fields: object) -> ReportedSentence:
    (article,), _ = leaving(store, **fields)
    return article.sentences[0]


@pytest.fixture
def differing(store: Store, article: Document) -> Document:
    """The first sentence is a claim to both, judged differently; the second they tag apart."""
    claim = claim_id(sentence(store, article, 1))
    judge(store, ANN, claim, "false")
    judge(store, BEN, claim, "true")
    deciding.tag(store, ANN, [sentence(store, article, 2)], Tag.OPINION)
    deciding.tag(store, BEN, [sentence(store, article, 2)], Tag.FILLER)
    return article


def test_without_a_selection_everything_leaves(store: Store, differing: Document) -> None:
    articles, export = leaving(store)
    assert numbers(articles) == [1, 2, 3]
    assert export.ledger.selected == {
        "articles": 1,
        "sentences": 3,
        "tags": 4,
        "claims": 1,
        "verdicts": 2,
        "evidence": 0,
    }
    assert export.ledger.states == {"disputed": 1}
    assert not export.ledger.passed_over


def test_what_nobody_said_is_counted_as_none(store: Store, article: Document) -> None:
    _, export = leaving(store)
    assert export.ledger.selected == {
        "articles": 1,
        "sentences": 3,
        "tags": 0,
        "claims": 0,
        "verdicts": 0,
        "evidence": 0,
    }
    assert set(export.ledger.selected) >= {"tags", "claims", "verdicts", "evidence"}


def test_articles_can_be_passed_over_again_without_counting_twice(
    store: Store, differing: Document
) -> None:
    _, export = leaving(store, tags=("claim",))
    before = dict(export.ledger.selected), dict(export.ledger.passed_over)
    assert numbers(list(export.articles)) == [1]
    assert (dict(export.ledger.selected), dict(export.ledger.passed_over)) == before


def test_one_reviewer_leaves_alone(store: Store, differing: Document) -> None:
    articles, _ = leaving(store, reviewers=("ben",))
    claim, apart, _ = articles[0].sentences
    assert list(claim.tags) == ["ben"]
    assert list(claim.claims[0].verdicts) == ["ben"]
    assert apart.tag
    assert apart.tag.tag is Tag.FILLER
    assert articles[0].reviewers == ("ben",)


def test_the_agreed_view_is_silent_where_reviewers_differ(
    store: Store, differing: Document
) -> None:
    (article,), export = leaving(store, view=View.AGREED)
    claim, apart, _ = article.sentences
    assert list(claim.tags) == ["ann, ben"]
    assert claim.claims[0].verdicts == {}
    assert apart.tags == {}
    assert export.ledger.passed_over == {
        "tags: reviewers differ": 1,
        "verdicts: reviewers differ": 1,
    }


def test_the_adjudicated_view_says_what_was_decided(store: Store, differing: Document) -> None:
    claim = claim_id(sentence(store, differing, 1))
    adjudicate(store, Author(reviewer="eva"), claim, "half-true", because="both")
    decided = first(store, view=View.ADJUDICATED).claims[0]
    assert decided.verdicts == {}
    assert decided.verdict == decided.adjudication
    assert decided.verdict
    assert (decided.verdict.words, decided.verdict.stamp.reviewer) == ("Half true", "eva")
    assert first(store, view=View.AGREED).claims[0].verdicts == {}
    assert first(store, reviewers=("ann",)).claims[0].adjudication is None


def test_a_claim_that_not_all_see_is_one_only_where_somebody_decided(
    store: Store, article: Document
) -> None:
    name = sentence(store, article, 1)
    judge(store, ANN, claim_id(name), "false")
    judge(store, Author(reviewer="cat"), claim_id(name), "true")
    deciding.tag(store, BEN, [name], Tag.OPINION)
    (reported,), export = leaving(store, view=View.ADJUDICATED)
    assert (reported.sentences[0].tags, reported.sentences[0].claims) == ({}, ())
    assert export.ledger.passed_over["claims: reviewers differ"] == 1
    assert export.ledger.passed_over["verdicts: reviewers differ"] == 1
    assert sum(export.ledger.states.values()) == 0
    adjudicate(store, Author(reviewer="eva"), claim_id(name), "half-true", because="both")
    decided = first(store, view=View.ADJUDICATED)
    assert decided.tag
    assert decided.tag.tag is Tag.CLAIM
    assert len(decided.claims) == 1
    assert first(store, view=View.AGREED).claims == ()


def test_verdicts_that_agree_are_one_in_both_names(store: Store, article: Document) -> None:
    claim = claim_id(sentence(store, article, 1))
    for author in (ANN, BEN):
        judge(store, author, claim, "false")
    for view in (View.AGREED, View.ADJUDICATED):
        verdicts = first(store, view=view).claims[0].verdicts
        assert list(verdicts) == ["ann, ben"]


def test_sentences_are_selected_by_tag(store: Store, differing: Document) -> None:
    articles, export = leaving(store, tags=("filler",))
    assert numbers(articles) == [2]
    assert export.ledger.passed_over == {"sentences: another tag, or none": 2}


def test_claims_are_selected_by_state(store: Store, differing: Document) -> None:
    add_evidence(
        store,
        ANN,
        Evidence(claim=claim_id(sentence(store, differing, 3)), url="https://example.org/"),
    )
    articles, export = leaving(store, states=(ClaimState.RESEARCHING,))
    assert numbers(articles) == [3]
    assert export.ledger.passed_over["claims: of another state"] == 1


def test_sentences_are_selected_by_when_something_was_decided(
    store: Store, differing: Document
) -> None:
    moment = timestamp(now())
    deciding.note(store, ANN, [sentence(store, differing, 3)], "later")
    articles, _ = leaving(store, since=moment)
    assert numbers(articles) == [3]
    assert numbers(leaving(store, since=moment[:10])[0]) == [1, 2, 3]


def test_what_was_taken_back_or_signed_off_was_decided_too(
    store: Store, differing: Document
) -> None:
    claim = claim_id(sentence(store, differing, 1))
    add_evidence(store, ANN, Evidence(claim=claim, url="https://example.org/"))
    adjudicate(store, ANN, claim, "half-true", because="both")
    moment = timestamp(now())
    vote(store, Author(reviewer="eva"), claim, "approve")
    deciding.tag(store, BEN, [sentence(store, differing, 2)], None)
    assert numbers(leaving(store, since=moment)[0]) == [1, 2]
    assert numbers(leaving(store, since=moment, reviewers=("ben",))[0]) == [2]
    moment = timestamp(now())
    item = review_of(store, differing, "ann").sentences[0].claims[0].evidence[0]
    remove_evidence(store, ANN, item.id)
    assert numbers(leaving(store, since=moment)[0]) == [1]


def test_what_others_said_is_counted_as_left_out(store: Store, differing: Document) -> None:
    _, export = leaving(store, reviewers=("ben",))
    assert export.ledger.passed_over == {
        "tags: of other reviewers": 2,
        "verdicts: of other reviewers": 1,
    }


def test_nobody_alone_says_what_several_say_together(store: Store, article: Document) -> None:
    for author in (ANN, BEN):
        judge(store, author, claim_id(sentence(store, article, 1)), "false")
    agreed = first(store, view=View.AGREED)
    (tag,), (judged,) = agreed.tags.values(), agreed.claims[0].verdicts.values()
    assert (tag.stamp.reviewer, judged.stamp.reviewer) == ("", "")
    alone = first(store, view=View.AGREED, reviewers=("ben",))
    assert alone.tags["ben"].stamp.reviewer == "ben"


def test_an_article_with_nothing_selected_stays(store: Store, differing: Document) -> None:
    articles, export = leaving(store, reviewers=("ben",), tags=("opinion",))
    assert articles == []
    assert export.ledger.passed_over["articles: nothing in them is selected"] == 1


def test_only_named_articles_leave(store: Store, differing: Document) -> None:
    assert numbers(leaving(store, articles=(differing.id,))[0]) == [1, 2, 3]
    assert leaving(store, articles=("0" * 64,))[0] == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026", "2026-01-01T00:00:00.000000Z"),
        ("2026-03", "2026-03-01T00:00:00.000000Z"),
        ("2026-03-01", "2026-03-01T00:00:00.000000Z"),
        ("2026-03-01T09:30", "2026-03-01T09:30:00.000000Z"),
        ("2026-03-01T09:30:00+02:00", "2026-03-01T07:30:00.000000Z"),
    ],
)
def test_times_are_utc(written: str, meant: str) -> None:
    assert Selection.of(since=written).since == meant


def test_a_time_that_is_none_is_refused() -> None:
    with pytest.raises(InvalidValue, match="since: write it as 2024, 2024-06"):
        Selection.of(since="yesterday")
