"""What a report knows: every reviewer's findings, side by side."""

from collections.abc import Iterator

from factcheck.domain.decision import Author
from factcheck.domain.document import Document
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import SentenceId, claim_id
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.sign_off import ClaimState
from factcheck.services import deciding
from factcheck.services.articles import review_of
from factcheck.services.claims import describe_claim
from factcheck.services.evidence import add_evidence
from factcheck.services.reporting import ReportedArticle, reported, unchecked
from factcheck.services.verdicts import judge
from factcheck.store.store import Store
from tests.articles import added, sentences_of

ANN = Author(reviewer="ann")
BEN = Author(reviewer="ben")


def sentence(store: Store, article: Document, number: int) -> SentenceId:
    return review_of(store, article, "ann").sentences[number - 1].sentence.id


def test_an_article_nobody_touched_says_so(store: Store, article: Document) -> None:
    report = reported(store, article)
    assert report.reviewers == ()
    assert report.reviewed is None
    assert report.claims == ()
    assert [item.sentence.number for item in report.sentences] == [1, 2, 3]


def test_each_reviewers_tag_stands_beside_the_others(store: Store, article: Document) -> None:
    first = sentence(store, article, 1)
    deciding.tag(store, BEN, [first], Tag.OPINION)
    deciding.tag(store, ANN, [first], Tag.FILLER)
    report = reported(store, article)
    assert report.reviewers == ("ann", "ben")
    tags = {name: said.value.tag for name, said in report.sentences[0].tags.items()}
    assert tags == {"ann": Tag.FILLER, "ben": Tag.OPINION}
    assert report.sentences[1].tags == {}


def test_each_reviewers_verdict_stands_beside_the_others(store: Store, article: Document) -> None:
    claim = claim_id(sentence(store, article, 1))
    judge(store, ANN, claim, "false", "census")
    judge(store, BEN, claim, "true")
    (reported_claim,) = reported(store, article).claims
    assert {name: judged.verdict for name, judged in reported_claim.verdicts.items()} == {
        "ann": Verdict(rating="false", because="census", blind=True),
        "ben": Verdict(rating="true", blind=True),
    }
    assert reported_claim.state is ClaimState.DISPUTED


def test_a_claim_of_one_reviewer_is_reported(store: Store, article: Document) -> None:
    first = sentence(store, article, 1)
    deciding.tag(store, ANN, [first], Tag.OPINION)
    judge(store, BEN, claim_id(first), "true")
    (claim,) = reported(store, article).claims
    assert {name: judged.words for name, judged in claim.verdicts.items()} == {"ben": "True"}


def test_wording_and_evidence_are_shared(store: Store, article: Document) -> None:
    claim = claim_id(sentence(store, article, 1))
    describe_claim(store, ANN, claim, {"text": "It grew."})
    add_evidence(store, BEN, Evidence(claim=claim, url="https://example.org/"))
    (reported_claim,) = reported(store, article).claims
    assert reported_claim.claim.text == "It grew."
    assert len(reported_claim.claim.evidence) == 1


def test_claims_come_in_the_order_of_the_article(store: Store, article: Document) -> None:
    for name in (
        claim_id(sentence(store, article, 3)),
        claim_id(sentence(store, article, 1), 2),
        claim_id(sentence(store, article, 1)),
    ):
        describe_claim(store, ANN, name, {"text": "X"})
    order = [claim.claim.id for claim in reported(store, article).claims]
    assert order == [
        claim_id(sentence(store, article, 1)),
        claim_id(sentence(store, article, 1), 2),
        claim_id(sentence(store, article, 3)),
    ]


def test_a_further_claim_that_only_one_reviewer_judged_is_in_its_place(
    store: Store, article: Document
) -> None:
    first = sentence(store, article, 1)
    judge(store, ANN, claim_id(first, 3), "false")
    judge(store, BEN, claim_id(first, 2), "true")
    order = [claim.claim.id[-2:] for claim in reported(store, article).claims]
    assert order == ["#1", "#2", "#3"]


def test_flags_are_reported_with_who_raised_them(store: Store, article: Document) -> None:
    deciding.flag(store, BEN, [sentence(store, article, 2)], "odd")
    (flagged,) = (item for item in reported(store, article).sentences if item.flags)
    assert flagged.sentence.number == 2
    assert flagged.flags["ben"].value.reason == "odd"


def test_what_was_taken_back_is_not_reported(store: Store, article: Document) -> None:
    deciding.tag(store, ANN, [sentence(store, article, 1)], Tag.OPINION)
    deciding.undo(store, ANN)
    report = reported(store, article)
    assert report.reviewers == ()
    assert report.reviewed is None
    assert report.sentences[0].tags == {}


def test_a_report_says_when_the_review_was(store: Store, article: Document) -> None:
    (decision,) = deciding.tag(store, ANN, [sentence(store, article, 1)], Tag.OPINION)
    (later,) = deciding.tag(store, ANN, [sentence(store, article, 2)], Tag.OPINION)
    assert reported(store, article).reviewed == (decision.at, later.at)


def shelf(store: Store, articles: int) -> list[Document]:
    """Keep articles of which every second one has a claim that was judged, with evidence."""
    kept = [added(store, f"Number {number}.", "And more.") for number in range(articles)]
    for document in kept[::2]:
        first, second = (each.id for each in sentences_of(store, document))
        judge(store, ANN, claim_id(first), "false")
        add_evidence(store, BEN, Evidence.of(claim=claim_id(first), url="https://example.org/"))
        deciding.tag(store, BEN, [second], Tag.OPINION)
    return kept


def test_articles_that_are_read_together_say_what_each_says_alone(store: Store) -> None:
    documents = shelf(store, 6)
    alone = [article for document in documents for article in unchecked(store, [document])]
    assert list(unchecked(store, documents)) == alone
    assert [article.reviewers for article in alone[:2]] == [("ann", "ben"), ()]


def test_many_short_articles_take_few_questions_to_the_database(store: Store) -> None:
    documents = shelf(store, 40)

    def questions(number: int) -> int:
        asked: list[str] = []
        with store._db.tracer(lambda sql, _: asked.append(sql)):
            assert len(list(unchecked(store, documents[:number]))) == number
        return len(asked)

    assert questions(40) - questions(20) < 20 * 3


def test_articles_are_read_as_they_are_asked_for(store: Store) -> None:
    long = [added(store, f"Number {number}.", "word " * 50_000 + "end.") for number in range(3)]
    begun: list[Document] = []

    def documents() -> Iterator[Document]:
        for document in long:
            begun.append(document)
            yield document

    first: ReportedArticle = next(unchecked(store, documents()))
    assert first.document == long[0]
    assert begun == long[:1]
