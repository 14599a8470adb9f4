"""What has become of a quote in its source."""

from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import ClaimId
from factcheck.domain.verification import Finding, Look, look

PAGE = """Menu
The town is old and lies at the river.
The town has 500 schools, the mayor said.
Nobody knows why there are so many of them.
Footer"""


def looked(quote: str, page: str, snapshot: str | None = None, **context: str) -> Look:
    evidence = Evidence(claim=ClaimId("c"), url="https://example.org", quote=quote, **context)
    return look(evidence, page, snapshot)


def test_a_quote_that_stands_there_is_found_with_and_without_a_snapshot() -> None:
    for snapshot in (None, PAGE, "The page was empty when it was kept."):
        assert looked("The town has 500 schools", PAGE, snapshot) == Look(Finding.FOUND)


@pytest.mark.parametrize(
    ("quote", "page"),
    [
        ("the naïve “café” — fine", 'the nai\u0308ve "cafe\u0301"-fine'),
        ("official report", "offi\u00adcial\u00a0\n\t report"),
        ("final office", "ﬁnal oﬃce"),
        ("« mot » juste", "«\u202fmot\u202f» juste"),
        ("an example stands", "an exam-\nple stands"),
        ("a well-known fact", "a well-\nknown fact"),
        ("5 % more", "5% more"),
        ("in 2019–2020", "in 2019 - 2020"),
        ("町には学校が五つ", "町には\n学校が五つ"),
        ("“The town grew”", "The town grew"),
    ],
)
def test_layout_and_typography_make_no_difference(quote: str, page: str) -> None:
    assert looked(quote, page).finding is Finding.FOUND
    assert looked(page, quote).finding is Finding.FOUND


@pytest.mark.parametrize(
    ("quote", "page"),
    [
        ("500 schools are there", "1500 schools are there"),
        ("500 schools are there", "1,500 schools are there"),
        ("5 per cent more", "2.5 per cent more"),
        ("it was 5 degrees", "it was -5 degrees"),
        ("grew by 2", "grew by 2.5"),
        ("the town has a school", "the town has a schoolhouse"),
    ],
)
def test_a_part_of_a_word_or_a_number_is_another_one(quote: str, page: str) -> None:
    assert looked(quote, page).finding is Finding.CHANGED


def test_a_quote_among_other_words_has_moved() -> None:
    now = "Menu\nNobody knows why.\nFooter\nThe town has 500 schools, as of last year."
    found = looked("The town has 500 schools", now, PAGE)
    assert found.finding is Finding.MOVED
    assert "lies at the river" in found.detail
    assert "as of last year" in found.detail


def test_words_that_changed_on_one_side_have_not_moved_the_quote() -> None:
    now = PAGE.replace("Nobody knows why", "Read also: a new bridge. Nobody knows why")
    assert looked("The town has 500 schools, the mayor said.", now, PAGE).finding is Finding.FOUND


def test_a_paragraph_put_elsewhere_has_moved() -> None:
    lines = PAGE.split("\n")
    now = "\n".join([lines[0], lines[1], lines[3], lines[4], lines[2]])
    assert looked(lines[2], now, PAGE).finding is Finding.MOVED


def test_the_context_of_the_evidence_says_where_the_quote_stood() -> None:
    quote = "The town has 500 schools"
    assert looked(quote, PAGE, quote_before="at the river.").finding is Finding.FOUND
    assert looked(quote, PAGE, quote_before="He said in June:").finding is Finding.MOVED


def test_a_quote_that_stands_twice_is_found_where_it_stood() -> None:
    now = f"The town has 500 schools! Read more\n{PAGE}"
    assert looked("The town has 500 schools", now, PAGE).finding is Finding.FOUND


@pytest.mark.parametrize(
    ("quote", "now", "detail"),
    [
        ("The town has 500 schools", "5", "The town has [-500-]{+5+} schools"),
        ("500 schools", "5", "[-500-]{+5+} schools"),
        (
            "has 500 schools, the mayor",
            "five hundred",
            "has [-500-]{+five hundred+} schools, the mayor",
        ),
    ],
)
def test_what_changed_is_told_word_by_word(quote: str, now: str, detail: str) -> None:
    page = PAGE.replace("500", now)
    assert looked(quote, page, PAGE) == Look(Finding.CHANGED, detail)


def test_a_quote_that_is_nowhere_is_gone() -> None:
    assert looked("The town has 500 schools", "Nothing of it is here any more.", PAGE) == Look(
        Finding.GONE
    )


@pytest.mark.parametrize("ellipsis", ["[...]", "[…]", "…", "...", "(…)", ". . ."])
def test_the_parts_around_an_ellipsis_stand_in_order(ellipsis: str) -> None:
    assert looked(f"The town {ellipsis} the mayor said", PAGE).finding is Finding.FOUND
    turned = looked(f"the mayor said {ellipsis} The town is old", PAGE)
    assert turned == Look(Finding.CHANGED, "its parts stand in another order")


def test_an_ellipsis_that_stands_there_itself_is_found() -> None:
    assert looked("Well … perhaps", "“Well… perhaps”, he said").finding is Finding.FOUND


def test_a_part_that_changed_is_told_beside_the_others() -> None:
    found = looked("The town has 5 schools […] Nobody knows", PAGE)
    assert found == Look(Finding.CHANGED, "The town has [-5-]{+500+} schools […] Nobody knows")
    assert looked("The town […] the bridge fell last night", PAGE).finding is Finding.GONE


def test_without_a_quote_the_page_must_say_about_the_same() -> None:
    assert looked("", PAGE).finding is Finding.FOUND
    assert looked("", PAGE.replace("500", "5"), PAGE).finding is Finding.FOUND
    assert looked("", "This domain is for sale.", PAGE).finding is Finding.CHANGED


WORDS = st.lists(st.text(ascii_lowercase, min_size=1, max_size=8), min_size=3, max_size=40)


@given(WORDS, st.data())
def test_any_words_of_a_page_are_found_however_the_page_breaks_its_lines(
    page: list[str], data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(page) - 1))
    end = data.draw(st.integers(start + 1, len(page)))
    gaps = data.draw(
        st.lists(st.sampled_from([" ", "\n", "\u00a0", " \u200b "]), min_size=len(page))
    )
    text = "".join(word + gap for word, gap in zip(page, gaps, strict=False))
    assert looked(" ".join(page[start:end]), text, text).finding is Finding.FOUND


@given(st.text(max_size=30), st.text(max_size=60), st.none() | st.text(max_size=60))
def test_every_quote_on_every_page_has_a_finding(
    quote: str, page: str, snapshot: str | None
) -> None:
    try:
        evidence = Evidence(claim=ClaimId("c"), title="t", quote=quote)
    except ValueError:
        return
    found = look(evidence, page, snapshot)
    assert found.finding is not Finding.UNREACHABLE
    assert (found.finding is Finding.FOUND) <= (not found.detail)
