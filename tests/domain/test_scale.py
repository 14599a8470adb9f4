"""Verdict scales: order is written once, numbers and glyphs follow from it."""

import pytest

from factcheck.domain.errors import InvalidValue
from factcheck.domain.scale import GOOGLE5, SCALES, Rating, Scale, rating_of


def scale_of(steps: int) -> Scale:
    """Return a scale with that many steps and one rating beside them."""
    ratings = [Rating(key=f"r{step}", words=f"R{step}", meaning="") for step in range(steps)]
    beside = Rating(key="beside", words="Beside", meaning="", off_scale=True)
    return Scale(key="made up", ratings=(*ratings, beside))


def test_the_scale_runs_from_false_to_true_with_two_ratings_beside_it() -> None:
    assert [rating.key for rating in GOOGLE5.ratings] == [
        "false",
        "mostly-false",
        "half-true",
        "mostly-true",
        "true",
        "unproven",
        "missing-context",
    ]


def test_numbers_count_from_the_worst_rating() -> None:
    numbers = {rating.key: GOOGLE5.number(rating) for rating in GOOGLE5.ratings}
    assert numbers == {
        "false": 1,
        "mostly-false": 2,
        "half-true": 3,
        "mostly-true": 4,
        "true": 5,
        "unproven": None,
        "missing-context": None,
    }


def test_every_step_has_a_glyph_of_its_own() -> None:
    assert [GOOGLE5.glyph(rating) for rating in GOOGLE5.on_scale] == ["✗", "◔", "◐", "◕", "✓"]


def test_ratings_beside_the_scale_show_a_question_mark() -> None:
    beside = [rating for rating in GOOGLE5.ratings if rating.off_scale]
    assert [GOOGLE5.glyph(rating) for rating in beside] == ["?", "?"]


@pytest.mark.parametrize("steps", [2, 3, 4, 5, 6, 7])
def test_a_scale_of_any_length_begins_with_a_cross_and_ends_with_a_tick(steps: int) -> None:
    scale = scale_of(steps)
    glyphs = [scale.glyph(rating) for rating in scale.on_scale]
    assert (glyphs[0], glyphs[-1]) == ("✗", "✓")
    assert glyphs == sorted(glyphs, key="✗◔◐◕✓".index)


def test_every_rating_of_every_scale_is_found_by_its_key_and_explained() -> None:
    for scale in SCALES.values():
        for rating in scale.ratings:
            assert rating_of(scale.key, rating.key) is rating
            assert rating.words
            assert rating.meaning.endswith(".")


def test_an_unknown_rating_is_refused_with_those_there_are() -> None:
    with pytest.raises(InvalidValue, match=r"no rating 'pants-on-fire'.*mostly-false.*unproven"):
        rating_of("google5", "pants-on-fire")


def test_an_unknown_scale_is_refused_with_those_there_are() -> None:
    with pytest.raises(InvalidValue, match=r"no scale 'stars': choose one of google5"):
        rating_of("stars", "true")
