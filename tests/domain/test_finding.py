"""What a decision can say, and what it cannot."""

import pytest
from pydantic import ValidationError

from factcheck.domain.errors import InvalidValue
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.remark import Flag, Note
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import claim_id, document_id, sentence_id

CLAIM = claim_id(sentence_id(document_id("x"), 0, 1))


def test_a_verdict_outside_its_scale_is_refused() -> None:
    with pytest.raises(InvalidValue, match=r"no rating 'maybe'"):
        Verdict.of(rating="maybe")


def test_what_is_refused_is_named_with_the_reason() -> None:
    with pytest.raises(InvalidValue, match=r"^url: write it as https"):
        Evidence.of(claim=CLAIM, url="javascript:alert(1)")
    with pytest.raises(InvalidValue, match=r"^date: write it as 2024"):
        Claim.of(date="soon")
    with pytest.raises(InvalidValue, match=r"^text: is empty"):
        Note.of(text=" ")


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(InvalidValue, match=r"^colour: "):
        Flag.of(colour="red")


def test_a_value_never_changes() -> None:
    with pytest.raises(ValidationError, match=r"frozen"):
        Note(text="a").text = "b"  # type: ignore[misc]


def test_values_that_say_the_same_are_equal() -> None:
    assert Note(text=" a ") == Note(text="a") != Note(text="b")
