"""Options: each has a key of its own as far as keys go, and they fit into their rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.domain.scales.scales import PRESETS
from factcheck.tui.forms.choosing import ratings_of
from factcheck.tui.widgets.choice import Choice, Choices, Option, lettered, numbered

WORDS = st.lists(st.tuples(st.text(max_size=8), st.text(max_size=30)), max_size=60)


@given(WORDS, st.text("abcjk", max_size=5))
def test_no_two_options_have_the_same_letter(named: list[tuple[str, str]], taken: str) -> None:
    options = lettered(named, taken)
    keys = [option.key for option in options if option.key]
    assert [(option.value, option.words) for option in options] == named
    assert len(keys) == len(set(keys))
    assert not set(keys) & set(taken)
    assert len(keys) == min(len(named), 36 - len(set(taken)))


def test_an_option_has_the_first_letter_of_its_words_that_is_free() -> None:
    options = lettered([("a", "academic"), ("b", "author"), ("c", "Accident")])
    assert [option.key for option in options] == ["a", "u", "c"]


def test_options_have_digits_as_far_as_they_go() -> None:
    options = numbered((str(place), "words") for place in range(11))
    assert "".join(option.key for option in options) == "123456789"


@given(
    st.lists(st.lists(st.text("ab界 ", min_size=1, max_size=20), min_size=1), max_size=4),
    st.integers(10, 80),
)
def test_rows_keep_all_options_in_order_and_fit_where_they_can(
    groups: list[list[str]], width: int
) -> None:
    rows = tuple(tuple(Option("x", words, words) for words in group) for group in groups)
    flowed = list(Choice(rows, value="", id="choice")._flowed(width))
    assert [option for row in flowed for option in row] == [o for row in rows for o in row]
    for row in flowed:
        taken = sum(cell_len(f"x {option.words} ◀ ") for option in row)
        assert taken <= width or len(row) == 1


@pytest.mark.parametrize("preset", PRESETS)
def test_every_rating_of_every_preset_can_be_chosen_by_a_key(preset: str) -> None:
    scale = PRESETS[preset]
    rows = ratings_of(scale)
    options = [option for row in rows for option in row]
    assert [option.value for option in options] == list(scale.keys)
    keys = [option.key for option in options]
    assert all(keys)
    assert len(keys) == len(set(keys))
    off_scale = [option.value for option in rows[-1]]
    assert all(scale.rating(key).off_scale for key in off_scale) or len(rows) == 1


def test_what_was_chosen_before_keeps_its_order_and_what_is_unknown_stays() -> None:
    options = (lettered([("a", "a"), ("b", "b"), ("c", "c")]),)
    choices = Choices(options, value="c, gone", id="choices")
    assert choices.chosen == ["c", "gone"]
