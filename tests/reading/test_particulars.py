"""What a source says about its article, made fit to keep."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.particulars import Particulars
from factcheck.reading.readers.particulars import fit_particulars, iso_date

ANYTHING = st.none() | st.text() | st.integers() | st.lists(st.text())


@given(ANYTHING, ANYTHING, ANYTHING, ANYTHING)
def test_whatever_a_source_says_can_be_kept(
    title: object, url: object, date: object, language: object
) -> None:
    kept = fit_particulars(title=title, url=url, date=date, language=language)
    assert Particulars(**kept.model_dump()) == kept


@pytest.mark.parametrize(
    ("field", "said", "kept"),
    [
        ("title", " A \r\n title\t", "A title"),
        ("title", "x" * 5_000, "x" * 299 + "…"),
        ("title", "half \ud800", ""),
        ("title", 7, ""),
        ("url", "https://example.org/a b", ""),
        ("url", "javascript:alert(1)", ""),
        ("url", " https://example.org/a ", "https://example.org/a"),
        ("language", "en_US", "en-US"),
        ("language", "English (United States)", ""),
        ("date", "yesterday", ""),
    ],
)
def test_what_is_no_use_is_left_out(field: str, said: object, kept: str) -> None:
    particulars = fit_particulars(**{field: said})
    assert getattr(particulars, field) == kept
    assert particulars == Particulars(**{field: kept})


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024", "2024"),
        ("2024-06", "2024-06"),
        ("2024-06-18", "2024-06-18"),
        ("20240618", "2024-06-18"),
        ("2024-06-18T23:30:00-05:00", "2024-06-18"),
        ("2024-06-18 10:00", "2024-06-18"),
        ("Tue, 18 Jun 2024 23:30:00 -0500", "2024-06-18"),
        ("18 Jun 2024 10:00 GMT", "2024-06-18"),
        ("06/18/2024", ""),
        ("soon", ""),
        ("", ""),
    ],
)
def test_dates_are_understood_where_nobody_can_doubt_them(text: str, date: str) -> None:
    assert iso_date(text) == date
