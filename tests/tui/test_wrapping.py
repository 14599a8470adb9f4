"""Wrapped lines hold the whole text, and none is wider than the page."""

import itertools

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.tui.wrapping import Line, height_of, wrap

narrow = st.text(alphabet="ab ,.–“”éж", max_size=80)
any_width = st.text(alphabet="ab 日本😀é", max_size=80)


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


def test_lines_break_at_spaces() -> None:
    assert lines("one two three", 8) == ["one two", "three"]


def test_a_word_that_is_too_long_is_broken() -> None:
    assert lines("abcdefgh ij", 3) == ["abc", "def", "gh", "ij"]


def test_a_text_that_fits_is_one_line() -> None:
    assert wrap("one two", 7) == [Line(0, 7)]


def test_wide_letters_count_twice() -> None:
    assert lines("日本語です", 4) == ["日本", "語で", "す"]


def test_an_emoji_of_several_characters_stays_whole() -> None:
    family = "👨\u200d👩\u200d👧\u200d👦"
    assert lines(f"a {family} b", 3) == ["a", family, "b"]


def test_a_page_without_room_does_not_hang() -> None:
    assert lines("ab", 0) == ["a", "b"]


def test_nothing_is_still_a_line() -> None:
    assert wrap("", 10) == [Line(0, 0)]


@given(narrow | any_width, st.integers(2, 30))
def test_only_spaces_at_breaks_are_left_out_and_no_line_is_too_wide(text: str, width: int) -> None:
    wrapped = lines(text, width)
    assert "".join(wrapped).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line.rstrip(" ")) <= width for line in wrapped)
    spans = wrap(text, width)
    assert all(
        before.end <= after.start <= before.end + 1 for before, after in itertools.pairwise(spans)
    )


@given(narrow | any_width | st.text(), st.integers(0, 30))
def test_as_many_lines_are_made_as_were_counted(text: str, width: int) -> None:
    assert height_of(text, width) == len(wrap(text, width))
