"""Claims in full: particulars, several in a sentence, links between them."""

import pytest

from factcheck.domain.carrying.dividing import Part
from factcheck.domain.decision import Author
from factcheck.domain.document import Document
from factcheck.domain.errors import InvalidValue, NotFound
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import ClaimId, claim_id
from factcheck.services import boundaries, deciding
from factcheck.services.articles import review_of
from factcheck.services.claims import claim_fields, describe_claim, link, remove_claim, unlink
from factcheck.services.evidence import add_evidence
from factcheck.services.looking import claim_seen
from factcheck.services.verdicts import judge
from factcheck.store.store import Store

ANN, BEN = Author(reviewer="ann"), Author(reviewer="ben")


def claim(store: Store, article: Document, number: int, which: int = 1) -> ClaimId:
    return claim_id(review_of(store, article, "ann").sentences[number - 1].sentence.id, which)


def test_all_that_is_said_of_a_claim_is_kept(store: Store, article: Document) -> None:
    said = {
        "text": "The town grew in 2023.",
        "claimant": "Jo Doe",
        "claimant_kind": "person",
        "claimant_role": "mayor",
        "date": "2024-06-18",
        "place": "Town hall",
        "first_appearance": "https://example.org/speech",
        "types": "numerical, comparison",
        "topics": "population, housing",
        "worthiness": "check-worthy",
        "worthiness_reasons": "public-interest, harm",
        "priority": "1",
        "rating": "half-true",
        "because": "It grew in 2022.",
        "confidence": "high",
        "missing": "The figures of 2023.",
        "cutoff": "2024-07-01",
    }
    name = claim(store, article, 1)
    describe_claim(store, ANN, name, said)
    kept = {field: words for field, words in claim_fields(store, ANN, name).items() if words}
    assert kept == said
    assert describe_claim(store, ANN, name, said) == ()


def test_a_claimant_may_be_unknown_on_purpose(store: Store, article: Document) -> None:
    name = claim(store, article, 1)
    describe_claim(store, ANN, name, {"claimant_kind": "unknown"})
    with pytest.raises(InvalidValue, match="unknown"):
        describe_claim(store, ANN, name, {"claimant": "Jo Doe"})


@pytest.mark.parametrize(
    ("field", "value", "advice"),
    [
        ("types", "gossip", "numerical"),
        ("worthiness", "maybe", "check-worthy"),
        ("worthiness_reasons", "fun", "may-be-false"),
        ("priority", "9", "priority"),
        ("confidence", "total", "low"),
        ("cutoff", "soon", "2024-06-18"),
    ],
)
def test_what_cannot_be_is_named_with_what_can(
    store: Store, article: Document, field: str, value: str, advice: str
) -> None:
    with pytest.raises(InvalidValue, match=advice):
        describe_claim(store, ANN, claim(store, article, 1), {"rating": "true", field: value})


def test_a_sentence_holds_several_claims(store: Store, article: Document) -> None:
    describe_claim(store, ANN, claim(store, article, 1), {"text": "The town grew."})
    describe_claim(store, ANN, claim(store, article, 1, 2), {"text": "It grew last year."})
    judge(store, ANN, claim(store, article, 1, 2), "false")
    first, second = review_of(store, article, "ann").sentences[0].claims
    assert (first.verdict, second.text) == (None, "It grew last year.")
    assert second.verdict


def test_a_further_claim_can_be_taken_away(store: Store, article: Document) -> None:
    name = claim(store, article, 1, 2)
    describe_claim(store, ANN, name, {"text": "It grew last year.", "rating": "true"})
    add_evidence(store, ANN, Evidence(claim=name, url="https://example.org/"))
    remove_claim(store, ANN, name)
    assert len(review_of(store, article, "ann").sentences[0].claims) == 1
    deciding.undo(store, ANN)
    assert len(review_of(store, article, "ann").sentences[0].claims[1].evidence) == 1


def test_a_claim_that_somebody_else_judged_stays(store: Store, article: Document) -> None:
    name = claim(store, article, 1, 2)
    describe_claim(store, ANN, name, {"text": "It grew last year."})
    judge(store, BEN, name, "true")
    with pytest.raises(InvalidValue, match="ben judged"):
        remove_claim(store, ANN, name)


def test_a_link_is_seen_from_both_ends(store: Store, article: Document) -> None:
    one, two = claim(store, article, 1), claim(store, article, 2)
    link(store, ANN, one, two, "broader", "it says more")
    (there,) = claim_seen(store, one, "ann").links
    (back,) = claim_seen(store, two, "ann").links
    assert (there.other, there.relation, there.mine) == (two, "broader", True)
    assert (back.other, back.relation, back.note) == (one, "narrower", "it says more")
    unlink(store, BEN, two, one)
    assert claim_seen(store, one, "ann").links == ()


def test_a_claim_is_not_linked_to_itself_nor_to_nothing(store: Store, article: Document) -> None:
    one = claim(store, article, 1)
    with pytest.raises(InvalidValue, match="another"):
        link(store, ANN, one, one, "same")
    with pytest.raises(NotFound, match="not linked"):
        unlink(store, ANN, one, claim(store, article, 2))
    with pytest.raises(InvalidValue, match=r"^relation: choose .*variant"):
        link(store, ANN, one, claim(store, article, 2), "cousin")


def test_a_link_follows_its_claim_when_the_sentence_is_split(
    store: Store, article: Document
) -> None:
    one, two = claim(store, article, 1), claim(store, article, 2)
    describe_claim(store, ANN, one, {"text": "The town grew last year."})
    link(store, ANN, one, two, "same")
    link(store, ANN, two, one, "variant")
    sentence = review_of(store, article, "ann").sentences[0].sentence.id
    boundaries.split(store, ANN, sentence, 14, Part.FIRST)
    (now,) = review_of(store, article, "ann").sentences[0].claims
    linked = [(link.other, link.relation, link.mine) for link in now.links]
    assert linked == [(two, "same", True), (two, "variant", False)]
    deciding.undo(store, ANN)
    assert len(claim_seen(store, one, "ann").links) == 2
