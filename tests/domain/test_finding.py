"""What a decision can say, and what it cannot."""

import pytest
from pydantic import ValidationError

from factcheck.domain.errors import InvalidValue
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.remark import Flag, Note
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Adjudication, Verdict
from factcheck.domain.identity import claim_id, document_id, sentence_id
from factcheck.domain.tag import Tag

CLAIM = claim_id(sentence_id(document_id("x"), 0, 1))


def test_a_rating_is_a_key() -> None:
    with pytest.raises(InvalidValue, match=r"^rating: "):
        Verdict.of(rating="Mostly False!")


def test_values_that_differ_in_how_they_came_to_be_say_the_same() -> None:
    quick, slow = (TagValue(tag=Tag.CLAIM, duration_ms=ms) for ms in (10, 10_000))
    assert quick != slow
    assert quick.says_what(slow)
    assert not quick.says_what(TagValue(tag=Tag.OPINION, duration_ms=10))
    assert not quick.says_what(None)
    assert not Verdict(rating="true").says_what(Adjudication(rating="true"))


def test_a_claimant_with_a_name_is_not_unknown() -> None:
    with pytest.raises(InvalidValue, match="not unknown"):
        Claim.of(claimant="Ann", claimant_kind="unknown")


def test_a_source_can_be_found_again_or_is_refused() -> None:
    with pytest.raises(InvalidValue, match="url: "):
        Evidence.of(claim=CLAIM, quote="It grew.")
    assert Evidence.of(claim=CLAIM, title="Minutes of the council").name == "Minutes of the council"


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
