"""Names that follow from content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.errors import InvalidReference
from factcheck.domain.identity import (
    claim_id,
    document_id,
    number_of,
    sentence_id,
    sentence_of,
    span_of,
)

OFFSETS = st.integers(0, 10**9)


def test_the_same_text_has_the_same_id_everywhere() -> None:
    expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert document_id("abc") == expected  # FIPS 180-4, the example for SHA-256


@given(st.text(), st.text())
def test_another_text_has_another_id(one: str, other: str) -> None:
    assert (document_id(one) == document_id(other)) == (one == other)


def test_texts_that_only_look_alike_have_different_ids() -> None:
    assert document_id("é") != document_id("e\u0301")


@given(st.text(), OFFSETS, OFFSETS, st.integers(1, 99))
def test_the_span_is_read_back_from_a_sentences_and_a_claims_id(
    text: str, start: int, end: int, number: int
) -> None:
    document = document_id(text)
    sentence = sentence_id(document, start, end)
    claim = claim_id(sentence, number)
    assert span_of(sentence) == span_of(claim) == (document, start, end)
    assert sentence_of(claim) == sentence_of(sentence) == sentence
    assert number_of(claim) == number


def test_the_first_claim_is_meant_where_no_number_is_given() -> None:
    sentence = sentence_id(document_id("x"), 0, 1)
    assert claim_id(sentence) == claim_id(sentence, 1)


@pytest.mark.parametrize(
    "subject",
    ["", "1:7", "0192f0a0-0000-7000-8000-000000000000", "a" * 63 + ":0-1", "a" * 64 + ":٠-١"],
)
def test_what_is_no_sentence_is_refused(subject: str) -> None:
    with pytest.raises(InvalidReference, match=r"is not the id of a sentence, a claim or an"):
        span_of(subject)
