"""Figures as bars."""

from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from factcheck.export.bars import Bar, bars, cut

shares = st.floats(0, 1)
rows = st.lists(st.builds(Bar, st.text(), st.integers(0, 10**9).map(str), shares))


def test_labels_figures_and_bars_stand_in_columns() -> None:
    assert list(bars([Bar("ann", "10", 1.0), Bar("bobby", "5", 0.5)], 20)) == [
        "ann    10  █████████",
        "bobby   5  ████",
    ]


def test_little_is_more_than_nothing() -> None:
    little, nothing = bars([Bar("a", "1", 0.0001), Bar("b", "0", 0.0)], 40)
    assert (little, nothing) == ("a  1  █", "b  0")


def test_long_labels_are_cut_before_the_bars_get_too_short() -> None:
    (line,) = bars([Bar("x" * 50, "7", 1.0)], 20)
    assert line == "xxxxxxxxx…  7  █████"


def test_wide_characters_take_two_cells() -> None:
    assert cut("東京東京", 5) == "東京…"
    first, second = bars([Bar("東京", "1", 1.0), Bar("ab", "1", 1.0)], 15)
    assert first.index("█") + 2 == second.index("█")


@given(rows, st.integers(1, 100))
def test_no_line_is_wider_than_asked_or_more_than_one(rows: list[Bar], width: int) -> None:
    lines = list(bars(rows, width))
    assert len(lines) == len(rows)
    assert all(wcswidth(line) <= width and "\n" not in line for line in lines)
