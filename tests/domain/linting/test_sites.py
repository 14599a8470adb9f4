"""Whose an address is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.linting.sites import (
    FACT_CHECKERS,
    MISINFORMATION,
    SATIRE,
    SHORTENERS,
    is_at,
    is_on,
    page_of,
    site_of,
)


@pytest.mark.parametrize(
    ("address", "on"),
    [
        ("https://example.org/a", True),
        ("http://www.example.org", True),
        ("https://news.example.org:8080/a?b", True),
        ("example.org", True),
        ("https://EXAMPLE.org/", True),
        ("https://notexample.org/", False),
        ("https://example.org.evil.net/", False),
        ("https://evil.net/example.org", False),
        ("a speech in parliament", False),
        ("http://[", False),
        ("", False),
    ],
)
def test_an_address_is_on_a_domain_or_under_it(address: str, on: bool) -> None:
    assert is_on(address, ("example.org",)) is on


@pytest.mark.parametrize(
    ("address", "at"),
    [
        ("https://correctiv.org/faktencheck/2024/a", True),
        ("https://correctiv.org/faktencheck", True),
        ("https://correctiv.org/faktenchecks-im-bild", False),
        ("https://correctiv.org/", False),
        ("https://factcheck.afp.com/doc", True),
        ("https://afp.com/doc", False),
    ],
)
def test_a_place_can_be_a_part_of_a_site(address: str, at: bool) -> None:
    assert is_at(address, FACT_CHECKERS) is at


def test_one_page_has_one_name() -> None:
    names = {"https://www.example.org/a/", "http://example.org/a#b", "https://EXAMPLE.org/a"}
    assert {page_of(name) for name in names} == {"example.org/a"}
    assert page_of("https://example.org/a?id=1") != page_of("https://example.org/a?id=2")


@pytest.mark.parametrize("places", [FACT_CHECKERS, SATIRE, MISINFORMATION, SHORTENERS])
def test_the_lists_are_sorted_and_name_domains(places: tuple[str, ...]) -> None:
    assert list(places) == sorted(set(places))
    assert all(site_of(place) == place.partition("/")[0] for place in places)


@given(st.text())
def test_anything_typed_can_be_asked_for_its_site(text: str) -> None:
    assert " " not in site_of(text)
    is_at(text, FACT_CHECKERS)
