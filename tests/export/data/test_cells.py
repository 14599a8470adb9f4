"""Cells of tables: nothing in them is run, and nothing of them is lost."""

import csv
from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.export.data.tables.cells import Heading, cells, guarded, record
from factcheck.reading.data.tables.cells import unguarded

_RISKY = st.text(alphabet="'=+-@＝＋－＠﹦\t\r\n \u00a0\u200b\ufeffa1", max_size=8)


@pytest.mark.parametrize("sign", [*"=+-@＝＋－＠﹦﹢﹣﹫\t\r\n"])
@pytest.mark.parametrize("before", ["", " ", "   ", "\u00a0", "\u3000", "\u200b", "\ufeff", "\x00"])
def test_a_sign_that_begins_a_formula_is_preceded_by_an_apostrophe(before: str, sign: str) -> None:
    assert guarded(f"{before}{sign}cmd|' /C calc'!A0") == f"'{before}{sign}cmd|' /C calc'!A0"


@pytest.mark.parametrize(
    "text", ["", "Words.", "'tis so", "'", "''", "5 - 3 = 2", "a@example.org", "“=1”", "−5 degrees"]
)
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text


@pytest.mark.parametrize("text", ["=1+1", "-5", "@here", "+49 30", "  =1", "a\t=1"])
def test_what_other_programs_wrote_without_a_guard_is_left_alone(text: str) -> None:
    assert unguarded(text) == text


def test_an_apostrophe_that_was_there_before_is_not_taken_for_the_guard() -> None:
    assert guarded("'=1") == "''=1"
    assert unguarded("''=1") == "'=1"


@given(st.text() | _RISKY)
@example("'")
@example("'\n")
@example("'' =")
def test_every_text_comes_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(_RISKY)
def test_no_guarded_cell_begins_a_formula(text: str) -> None:
    assert guarded(text).strip()[:1] not in {*"=+-@＝＋－＠﹦"}
    assert guarded(text)[:1] not in {*"\t\r\n"}


def test_a_long_cell_of_spaces_and_apostrophes_costs_no_time() -> None:
    hostile = "'" * 50_000 + " " * 50_000 + "x"
    assert guarded(hostile) == hostile


@given(st.lists(st.text() | _RISKY, min_size=2, max_size=5))
@example(["a,b", 'say "so"'])
@example(["one\r\ntwo", ""])
def test_a_record_is_written_as_the_library_writes_it(texts: list[str]) -> None:
    written = StringIO(newline="")
    csv.writer(written).writerow(map(guarded, texts))
    assert record(texts) + "\r\n" == written.getvalue()


@given(st.dictionaries(st.sampled_from("abcd"), st.text() | _RISKY | st.none() | st.integers()))
def test_cells_stand_under_their_columns(values: dict[str, str | int | None]) -> None:
    heading = Heading("abcd")
    assert heading.record(cells(values)) == record(map(values.get, "abcd"))


def test_nothing_and_false_are_told_apart() -> None:
    values = {"a": None, "b": "", "c": (), "d": False, "e": 0}
    assert cells(values) == {"d": "no", "e": "0"}
