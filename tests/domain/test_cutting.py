"""Where a sentence may be cut, and where it is likely to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.cutting import character_starts, cut_in, likely_cut, word_starts
from factcheck.domain.errors import InvalidValue


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("", [0]),
        ("ab", [0, 1, 2]),
        ("e\u0301x", [0, 2, 3]),
        ("👩\u200d👩\u200d👧!", [0, 5, 6]),
        ("🇩🇪🇧🇬", [0, 2, 4]),
        ("\r\n\n", [0, 2, 3]),
    ],
)
def test_characters_begin_where_people_see_them_begin(text: str, starts: list[int]) -> None:
    assert character_starts(text) == starts


def test_words_begin_behind_white_space() -> None:
    assert word_starts("One  two\u00a0three\nfour.") == [5, 9, 15]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The town grew, and it is lovely.", "The town grew, "),
        (
            "One, two three four five six, seven eight nine ten eleven.",
            "One, two three four five six, ",
        ),
        ("One two three four.", "One two "),
        ("ab", "a"),
        ("a", ""),
    ],
)
def test_a_cut_is_likely_behind_a_mark_near_the_middle(text: str, first: str) -> None:
    assert text[: likely_cut(text)] == first


@given(st.text(max_size=30), st.integers(-2, 32))
def test_a_cut_leaves_words_on_both_sides_and_goes_through_no_character(
    text: str, offset: int
) -> None:
    text = text.strip()
    try:
        start = cut_in(text, offset)
    except InvalidValue:
        return
    assert offset <= start
    assert start in character_starts(text)
    assert text[:start].strip()
    assert not text[start].isspace()
