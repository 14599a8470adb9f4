"""Dates in citations."""

import pytest

from factcheck.reading.written_dates import written_dates


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024-06-18", "2024-06-18"),
        ("2024-06-18T10:00:00Z", "2024-06-18"),
        ("2024/6/18", "2024-06-18"),
        ("18.06.2024", "2024-06-18"),
        ("18. 6. 2024", "2024-06-18"),
        ("25/6/2024", "2024-06-25"),
        ("6/25/2024", "2024-06-25"),
        ("6/6/2024", "2024-06-06"),
        ("June 18, 2024", "2024-06-18"),
        ("18th of June 2024", "2024-06-18"),
        ("18. Juni 2024", "2024-06-18"),
        ("1er février 2024", "2024-02-01"),
        ("18 de junio de 2024", "2024-06-18"),
        ("18 июня 2024", "2024-06-18"),
        ("2024年6月18日", "2024-06-18"),
        ("(2024, March 5)", "2024-03-05"),
        ("Mar. 2024", "2024-03"),
        ("Doe (2024)", "2024"),
    ],
)
def test_a_date_is_read_as_people_write_it(text: str, date: str) -> None:
    assert [found.date for found in written_dates(f"Read {text}.")] == [date]


@pytest.mark.parametrize(
    "text",
    ["5/6/2024", "2024-13-01", "2024-13", "32.01.2024", "between 2020 and 2024", "1-2-3", "12 of"],
)
def test_what_is_no_date_or_could_be_two_is_none(text: str) -> None:
    assert written_dates(text) == []


def test_dates_are_returned_in_order_with_their_places() -> None:
    text = "from 18 June 2024 to 2024-07-01"
    assert [text[found.start : found.end] for found in written_dates(text)] == [
        "18 June 2024",
        "2024-07-01",
    ]
