"""What a reviewer types: dates, web addresses and names, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from factcheck.domain.text import Name, PartialDate, SaidText, Text, WebAddress

TEXT: TypeAdapter[str] = TypeAdapter(Text)
SAID: TypeAdapter[str] = TypeAdapter(SaidText)
NAME: TypeAdapter[str] = TypeAdapter(Name)
DATE: TypeAdapter[str] = TypeAdapter(PartialDate)
ADDRESS: TypeAdapter[str] = TypeAdapter(WebAddress)


def assert_refused(kind: TypeAdapter[str], text: str, reason: str) -> None:
    """Check that `text` is refused for `reason`."""
    with pytest.raises(ValidationError, match=reason):
        kind.validate_python(text)


@given(st.text())
def test_text_is_kept_but_for_the_white_space_around_it(text: str) -> None:
    assert TEXT.validate_python(f" {text}\n") == text.strip()


@pytest.mark.parametrize("kind", [TEXT, SAID, NAME, DATE, ADDRESS])
def test_half_a_character_is_refused_everywhere(kind: TypeAdapter[str]) -> None:
    assert_refused(kind, "https://example.org/\ud800", "not Unicode")


@pytest.mark.parametrize("text", ["", " ", "\n\t"])
def test_a_remark_that_says_nothing_is_refused(text: str) -> None:
    assert_refused(SAID, text, "is empty")


@pytest.mark.parametrize("name", ["Ann", "Ann-Marie O’Neill", "Зоя", "李娜", "a" * 100])
def test_names_people_have_are_names(name: str) -> None:
    assert NAME.validate_python(name) == name


@pytest.mark.parametrize("name", ["two\nlines", "a\x1b[31m", "a\u202eb", "\u200b", "a" * 101])
def test_a_name_that_would_spoil_a_line_is_refused(name: str) -> None:
    assert_refused(NAME, name, "at most 100 letters, on one line")


@pytest.mark.parametrize("date", ["", "2024", "2024-06", "2024-06-18", "2024-02-29", "0001"])
def test_a_year_a_month_and_a_day_are_dates(date: str) -> None:
    assert DATE.validate_python(date) == date


@pytest.mark.parametrize(
    "date",
    [
        "24",
        "0000",
        "2024-13",
        "2024-6",
        "2023-02-29",
        "2024-06-31",
        "18/06/2024",
        "20240618",
        "2024-W25",
        "2024-06-18T12:00",
        "2024-06-18; DROP TABLE decision",
        "٢٠٢٤",
        "yesterday",
    ],
)
def test_what_is_no_date_is_refused(date: str) -> None:
    assert_refused(DATE, date, "write it as 2024, 2024-06 or 2024-06-18")


@given(st.dates())
def test_every_day_of_the_calendar_is_a_date(day: object) -> None:
    for length in (4, 7, 10):
        assert DATE.validate_python(str(day)[:length]) == str(day)[:length]


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org:8080/a?b=c&d=%20#e",
        "https://de.wikipedia.org/wiki/Straße_(Begriffsklärung)",
        "HTTPS://EXAMPLE.ORG/A",
        "http://[2001:db8::1]/",
    ],
)
def test_an_address_is_kept_as_it_was_written(address: str) -> None:
    assert ADDRESS.validate_python(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "example.org",
        "//example.org",
        "https://",
        "https:///path",
        "https://:80/",
        "http:example.org",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "JaVaScRiPt://example.org/%0aalert(1)",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "ftp://example.org/",
        "vbscript:x",
        "https://example.org/a b",
        "https://example.org/\x00",
        "https://example.org/\x1b]8;;",
        "https://example.org/\r\nSet-Cookie: a",
        "https://example.org/\u202egpj.exe",
        "https://example\u200b.org/",
        "https://example.org/\u00a0x",
        "http://[::1",
        "http://[not an address]/",
    ],
)
def test_a_hostile_address_is_refused(address: str) -> None:
    assert_refused(ADDRESS, address, "http and https only")


@given(st.text())
def test_whatever_is_accepted_as_an_address_is_one_line_of_http(text: str) -> None:
    try:
        address = ADDRESS.validate_python(text)
    except ValidationError:
        return
    assert address.lower().startswith(("http://", "https://"))
    assert address.isprintable()
