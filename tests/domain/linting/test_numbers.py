"""Numbers in running text, however they are written."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.linting.numbers import numbers_in


def readings(text: str) -> set[Decimal]:
    return {reading for number in numbers_in(text) for reading in number.readings}


def written(text: str) -> list[str]:
    return [number.written for number in numbers_in(text)]


@pytest.mark.parametrize(
    "text",
    ["1000", "1,000", "1.000", "1 000", "1\u00a0000", "1\u202f000", "1'000", "1’000", "1,000.00"],
)
def test_thousands_are_read_however_they_are_divided(text: str) -> None:
    assert Decimal(1000) in readings(f"It cost {text} euros.")


@pytest.mark.parametrize("text", ["12.5 %", "12,5 %", "12.50%", "12.5 percent"])
def test_decimals_are_read_with_a_dot_or_a_comma(text: str) -> None:
    assert Decimal("12.5") in readings(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.2 million", 1_200_000),
        ("1,2 Mio. Euro", 1_200_000),
        ("3 Milliarden", 3_000_000_000),
        ("3 billion", 3_000_000_000),
        ("5 тис.", 5000),
        ("7 млрд", 7_000_000_000),
        ("1,234,567.5", Decimal("1234567.5")),
        ("1.234.567,5", Decimal("1234567.5")),
    ],
)
def test_multiples_in_words_are_read(text: str, number: Decimal) -> None:
    assert Decimal(number) in readings(text)


def test_a_date_is_read_by_its_parts() -> None:
    assert readings("18.06.2024") == readings("2024-06-18") == {18, 6, 2024}


def test_a_list_of_years_is_not_one_number() -> None:
    assert written("In 2019, 2020 and 2020 300 schools") == ["2019", "2020", "2020", "300"]


@pytest.mark.parametrize(
    "text",
    [
        "CO2 and G7 and Covid-19",
        "see https://example.org/2024/17",
        "as it says [3] and [^4]",
        "1. first\n2) second",
        "nothing",
    ],
)
def test_names_addresses_and_the_numbers_of_notes_are_none(text: str) -> None:
    assert written(text) == []


@given(st.text(alphabet="0123456789., '\u00a0-=%ab\n") | st.text())
def test_any_text_can_be_read(text: str) -> None:
    for number in numbers_in(text):
        assert number.readings
        assert re.search(r"\d", number.written)


@given(st.integers(min_value=0, max_value=10**15), st.sampled_from([",", ".", " ", "'"]))
def test_a_number_is_read_back_however_it_is_grouped(number: int, mark: str) -> None:
    assert Decimal(number) in readings(f"{number:,}".replace(",", mark))
