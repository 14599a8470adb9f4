"""Text in columns of a list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.domain.display import counted
from factcheck.tui.columns import fitted, progress_bar


@given(st.text(), st.integers(1, 40))
def test_every_text_takes_exactly_the_cells_of_its_column(text: str, width: int) -> None:
    line = fitted(text, width)
    assert cell_len(line) == width
    assert "\n" not in line
    assert "\x1b" not in line


@pytest.mark.parametrize(
    ("text", "line"),
    [("town", "town  "), ("townhall", "townh…"), ("漢字漢字", "漢字… "), ("a\nb", "a␊b   ")],
)
def test_what_is_too_long_ends_with_an_ellipsis(text: str, line: str) -> None:
    assert fitted(text, 6) == line


@pytest.mark.parametrize(
    ("done", "total", "bar"),
    [(0, 25, "░░░░"), (1, 25, "█░░░"), (12, 25, "██░░"), (24, 25, "███░"), (25, 25, "████")],
)
def test_only_all_fills_the_bar_and_only_nothing_leaves_it_empty(
    done: int, total: int, bar: str
) -> None:
    assert progress_bar(done, total, 4) == bar


def test_an_article_without_sentences_has_an_empty_bar() -> None:
    assert progress_bar(0, 0, 3) == "░░░"


def test_one_thing_is_not_said_to_be_several() -> None:
    assert (counted(1, "claim"), counted(2, "claim")) == ("1 claim", "2 claims")
