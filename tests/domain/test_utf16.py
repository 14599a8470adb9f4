"""Offsets in UTF-16 code units, against Python's own encoder."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.utf16 import Units


def length_in_units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(st.text())
def test_every_offset_is_that_of_the_encoder_and_comes_back(text: str) -> None:
    units = Units(text)
    for offset in range(len(text) + 1):
        assert units.of(offset) == length_in_units(text[:offset])
        assert units.code_points(units.of(offset)) == offset


@given(st.text(), st.integers())
def test_what_is_no_boundary_of_a_character_is_no_offset(text: str, units: int) -> None:
    boundaries = {length_in_units(text[:offset]) for offset in range(len(text) + 1)}
    assert (Units(text).code_points(units) is not None) == (units in boundaries)


def test_a_family_of_emoji_is_counted_as_javascript_counts_it() -> None:
    text = "👨🏻‍🚒 puts out fires"
    assert Units(text).of(text.index("puts")) == 8
    assert Units(text).differ
    assert not Units("déjà vu, Ωmega, 漢字").differ
