"""What one may type to look for claims."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.queue import ALL, Filter

RATINGS = ["false", "half-true", "true"]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("", ALL),
        ("two words", Filter(words=("two", "words"))),
        ("state:disp", Filter(states=frozenset({"disputed"}))),
        ("state:nothing", Filter(states=frozenset())),
        ("priority:1", Filter(priorities=frozenset({1}))),
        ("priority:high", Filter(priorities=frozenset())),
        ("by:ann", Filter(reviewer="ann")),
        ("rating:half", Filter(ratings=frozenset({"half-true"}))),
        ("doubt:yes", Filter(doubt=True)),
        ("doubt:no x", Filter(doubt=False, words=("x",))),
        ("state: by:", ALL),
        ("at 12:30 https://a.org", Filter(words=("at", "12:30", "https://a.org"))),
    ],
)
def test_fields_are_told_from_words(typed: str, wanted: Filter) -> None:
    assert Filter.of(typed, RATINGS) == wanted


@given(st.text())
def test_nothing_that_can_be_typed_is_wrong(typed: str) -> None:
    assert isinstance(Filter.of(typed, RATINGS), Filter)
    assert Filter.of(f"priority:{typed}", RATINGS)
