"""What stands now, read back as one reviewer sees it."""

import pytest

from factcheck.domain.decision import Author, Change, Kind
from factcheck.domain.document import Document
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.remark import Flag, Note
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import ClaimId, SentenceId, claim_id
from factcheck.domain.review import SentenceReview, progress_of
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.stance import Stance
from factcheck.store.store import Store

ANN, BOB = Author(reviewer="ann"), Author(reviewer="bob")
FALSE, TRUE = Verdict(rating="false"), Verdict(rating="true", because="It is so.")


@pytest.fixture
def sentences(store: Store, article: Document) -> list[SentenceId]:
    """The ids of the article's three sentences."""
    return [sentence.id for sentence in store.documents.sentences(article)]


def tag(store: Store, sentence: SentenceId, tag: Tag, author: Author = ANN) -> None:
    """Give a sentence a tag."""
    store.journal.record(author, [Change(kind=Kind.TAG, subject=sentence, value=TagValue(tag=tag))])


def judge(store: Store, claim: ClaimId, verdict: Verdict, author: Author = ANN) -> None:
    """Give a claim a verdict."""
    store.journal.record(author, [Change(kind=Kind.VERDICT, subject=claim, value=verdict)])


def word(store: Store, claim: ClaimId, wording: Claim) -> None:
    """Give a claim its wording."""
    store.journal.record(ANN, [Change(kind=Kind.CLAIM, subject=claim, value=wording)])


def support(store: Store, name: str, claim: ClaimId) -> Evidence:
    """Give a claim a source."""
    source = Evidence(claim=claim, url=f"https://example.org/{name}", stance=Stance.SUPPORTS)
    store.journal.record(ANN, [Change(kind=Kind.EVIDENCE, subject=name, value=source)])
    return source


def seen(store: Store, author: Author = ANN) -> tuple[SentenceReview, ...]:
    """Return the only article as `author` sees it."""
    (article,) = store.documents.all()
    return store.reviews.of_article(article, store.documents.sentences(article), author.reviewer)


def assert_counted_as_seen(store: Store, author: Author = ANN) -> None:
    """Check that the list of articles counts what the article shows."""
    (summary,) = store.documents.summaries(author.reviewer)
    assert summary.progress == progress_of(seen(store, author))


def test_an_article_that_nobody_looked_at_has_no_findings(store: Store, article: Document) -> None:
    assert all(review == SentenceReview(sentence=review.sentence) for review in seen(store))
    assert store.reviews.reviewers(article) == []
    assert_counted_as_seen(store)


def test_each_reviewer_sees_what_they_found(store: Store, sentences: list[SentenceId]) -> None:
    tag(store, sentences[0], Tag.OPINION)
    tag(store, sentences[0], Tag.FILLER, BOB)
    note = Change(kind=Kind.NOTE, subject=sentences[0], value=Note(text="Ask the mayor."))
    flag = Change(kind=Kind.FLAG, subject=sentences[0], value=Flag(reason="Which town?"))
    store.journal.record(ANN, [note, flag])
    mine, theirs = seen(store)[0], seen(store, BOB)[0]
    assert (mine.tag, mine.note, mine.flag) == (Tag.OPINION, note.value, flag.value)
    assert (theirs.tag, theirs.note, theirs.flag) == (Tag.FILLER, None, None)


def test_a_sentence_tagged_claim_holds_one_in_its_own_words(
    store: Store, sentences: list[SentenceId]
) -> None:
    tag(store, sentences[0], Tag.CLAIM)
    (claim,) = seen(store)[0].claims
    assert (claim.id, claim.text) == (claim_id(sentences[0]), "The town grew last year.")
    assert (claim.claim, claim.verdict, claim.evidence) == (Claim(), None, ())


def test_a_claim_has_its_wording_verdict_and_evidence(
    store: Store, sentences: list[SentenceId]
) -> None:
    name = claim_id(sentences[0])
    wording = Claim(text="It grew by 3 %.", claimant="The mayor", date="2024")
    tag(store, sentences[0], Tag.CLAIM)
    word(store, name, wording)
    judge(store, name, TRUE)
    sources = [support(store, item, name) for item in ("e1", "e2")]
    (claim,) = seen(store)[0].claims
    assert (claim.text, claim.claim, claim.verdict) == (wording.text, wording, TRUE)
    assert [item.evidence for item in claim.evidence] == sources
    assert [item.id for item in claim.evidence] == ["e1", "e2"]


def test_wording_and_evidence_are_shared_and_verdicts_are_not(
    store: Store, sentences: list[SentenceId]
) -> None:
    name = claim_id(sentences[0])
    tag(store, sentences[0], Tag.CLAIM, BOB)
    word(store, name, Claim(text="It grew."))
    judge(store, name, FALSE)
    support(store, "e1", name)
    (claim,) = seen(store, BOB)[0].claims
    assert (claim.text, claim.verdict, len(claim.evidence)) == ("It grew.", None, 1)


def test_a_sentence_may_hold_several_claims_in_the_order_of_their_numbers(
    store: Store, sentences: list[SentenceId]
) -> None:
    tag(store, sentences[0], Tag.CLAIM)
    for number in (10, 2):
        word(store, claim_id(sentences[0], number), Claim(text=f"Claim {number}"))
    claims = seen(store)[0].claims
    assert [claim.text for claim in claims] == [
        "The town grew last year.",
        "Claim 2",
        "Claim 10",
    ]
    assert_counted_as_seen(store)


def test_a_claim_that_was_judged_is_seen_without_a_wording(
    store: Store, sentences: list[SentenceId]
) -> None:
    tag(store, sentences[0], Tag.CLAIM)
    judge(store, claim_id(sentences[0], 2), FALSE)
    assert [claim.verdict for claim in seen(store)[0].claims] == [None, FALSE]
    assert_counted_as_seen(store)


def test_a_claim_that_has_evidence_is_seen_without_a_wording(
    store: Store, sentences: list[SentenceId]
) -> None:
    tag(store, sentences[0], Tag.CLAIM)
    source = support(store, "e1", claim_id(sentences[0], 2))
    assert [item.evidence for item in seen(store)[0].claims[1].evidence] == [source]
    assert_counted_as_seen(store)


def test_a_sentence_that_is_no_claim_any_more_shows_none_and_forgets_none(
    store: Store, sentences: list[SentenceId]
) -> None:
    tag(store, sentences[0], Tag.CLAIM)
    judge(store, claim_id(sentences[0]), FALSE)
    tag(store, sentences[0], Tag.OPINION)
    assert seen(store)[0].claims == ()
    assert_counted_as_seen(store)
    tag(store, sentences[0], Tag.CLAIM)
    assert seen(store)[0].claims[0].verdict == FALSE


def test_one_sentence_is_seen_as_it_is_in_its_article(
    store: Store, article: Document, sentences: list[SentenceId]
) -> None:
    for name in sentences:
        tag(store, name, Tag.CLAIM)
        judge(store, claim_id(name, 2), FALSE)
        support(store, f"e-{name}", claim_id(name))
    each = tuple(
        store.reviews.of_sentence(article, sentence, "ann")
        for sentence in store.documents.sentences(article)
    )
    assert each == seen(store)


def test_the_list_counts_what_each_reviewer_decided(
    store: Store, sentences: list[SentenceId]
) -> None:
    for name, kind in zip(sentences, (Tag.CLAIM, Tag.CLAIM, Tag.FILLER), strict=True):
        tag(store, name, kind)
    judge(store, claim_id(sentences[0]), TRUE)
    judge(store, claim_id(sentences[0]), FALSE, BOB)
    (mine,), (theirs,) = store.documents.summaries("ann"), store.documents.summaries("bob")
    assert (mine.progress.undecided, mine.progress.claims, mine.progress.judged) == (0, 2, 1)
    assert (theirs.progress.undecided, theirs.progress.judged) == (3, 0)
    assert_counted_as_seen(store, ANN)
    assert_counted_as_seen(store, BOB)


def test_reviewers_are_those_whose_decisions_stand(
    store: Store, article: Document, sentences: list[SentenceId]
) -> None:
    tag(store, sentences[0], Tag.CLAIM, BOB)
    judge(store, claim_id(sentences[0]), TRUE, ANN)
    assert store.reviews.reviewers(article) == ["ann", "bob"]
    store.journal.undo(BOB)
    assert store.reviews.reviewers(article) == ["ann"]


def test_the_first_undecided_sentence_is_the_reviewers_own(
    store: Store, article: Document, sentences: list[SentenceId]
) -> None:
    starts = [sentence.start for sentence in store.documents.sentences(article)]
    tag(store, sentences[0], Tag.FILLER)
    tag(store, sentences[2], Tag.FILLER)
    assert store.reviews.first_undecided("ann") == (article.id, starts[1])
    assert store.reviews.first_undecided("bob") == (article.id, starts[0])
    tag(store, sentences[1], Tag.FILLER)
    assert store.reviews.first_undecided("ann") is None
