"""References: what `1:7`, `2:3-9` and `1:7.2` name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.errors import InvalidReference
from factcheck.domain.reference import Reference, parse_reference

COUNTS = st.integers(1, 999_999_999)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("1:7", Reference(article="1", first=7, last=7)),
        ("2:3-9", Reference(article="2", first=3, last=9)),
        ("1:7.2", Reference(article="1", first=7, last=7, claim=2)),
        ("1:7-7.2", Reference(article="1", first=7, last=7, claim=2)),
        ("ed88ba56:7", Reference(article="ed88ba56", first=7, last=7)),
        ("news: today.txt:7", Reference(article="news: today.txt", first=7, last=7)),
        ("a:1:7", Reference(article="a:1", first=7, last=7)),
    ],
)
def test_a_reference_names_article_sentences_and_claim(text: str, reference: Reference) -> None:
    assert parse_reference(text) == reference


@given(st.from_regex(r"[^:\n]+", fullmatch=True), COUNTS, COUNTS)
def test_a_range_is_read_back_from_what_it_is_written_as(
    article: str, one: int, other: int
) -> None:
    first, last = sorted((one, other))
    expected = Reference(article=article, first=first, last=last)
    assert parse_reference(f"{article}:{first}-{last}") == expected


@given(st.from_regex(r"[^:\n]+", fullmatch=True), COUNTS, COUNTS)
def test_a_claim_is_read_back_from_what_it_is_written_as(
    article: str, sentence: int, claim: int
) -> None:
    expected = Reference(article=article, first=sentence, last=sentence, claim=claim)
    assert parse_reference(f"{article}:{sentence}.{claim}") == expected


@pytest.mark.parametrize(
    "text",
    ["", "1", ":7", "1:", "1:x", "1:7-", "1:7.", "1:-7", "1:7.2.3", "1:٧", "1:7\n", "1:9999999999"],
)
def test_what_has_not_the_form_is_refused_with_the_forms_there_are(text: str) -> None:
    with pytest.raises(InvalidReference, match=r"write 1:7, 2:3-9 for several, 1:7.2 for a claim"):
        parse_reference(text)


@pytest.mark.parametrize("text", ["1:0", "1:0-3", "1:9-3", "1:3-0", "1:7.0", "1:3-9.2"])
def test_what_can_name_nothing_is_refused_with_the_rules(text: str) -> None:
    with pytest.raises(InvalidReference, match=r"counting starts at 1, a range runs upwards"):
        parse_reference(text)
