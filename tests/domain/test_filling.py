"""Words become a value's fields, and are the same words when they are read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.errors import InvalidValue
from factcheck.domain.filling import filled, written
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import claim_id, document_id, sentence_id
from factcheck.domain.vocabulary.claims import ClaimantKind, Worthiness, WorthinessReason

CLAIM = claim_id(sentence_id(document_id("x"), 0, 1))
lines = st.text(st.characters(exclude_categories=["C", "Z"]))

claims = st.builds(
    Claim,
    text=lines,
    claimant=lines,
    claimant_kind=st.sampled_from([None, ClaimantKind.PERSON]),
    worthiness=st.sampled_from([None, *Worthiness]),
    worthiness_reasons=st.lists(st.sampled_from(WorthinessReason), unique=True).map(tuple),
    priority=st.sampled_from([None, 1, 2, 3]),
)


@given(claims)
def test_what_was_written_fills_the_same_value(claim: Claim) -> None:
    assert filled(Claim, written(claim)) == claim


def test_a_list_is_typed_with_commas_or_on_lines_and_says_each_thing_once() -> None:
    claim = filled(Claim, {"topics": "rain, snow;\nrain\n hail,"})
    assert claim.topics == ("rain", "snow", "hail")


def test_nothing_stands_for_what_is_not_said() -> None:
    claim = filled(Claim, {"claimant_kind": " ", "priority": "", "topics": " , ", "text": ""})
    assert claim == Claim()


@pytest.mark.parametrize(("said", "meant"), [("yes", True), ("", False), ("no", False)])
def test_a_yes_is_a_word(said: str, meant: bool) -> None:
    evidence = filled(Evidence, {"anonymous": said, "title": "Call"}, claim=CLAIM)
    assert evidence.anonymous is meant
    assert written(evidence, "anonymous") == {"anonymous": "yes" if meant else ""}


def test_what_does_not_fit_is_named() -> None:
    with pytest.raises(InvalidValue, match=r"^priority: "):
        filled(Claim, {"priority": "soon"})
