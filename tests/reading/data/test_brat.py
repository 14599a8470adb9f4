"""What brat's annotations say of the text beside them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.errors import Unreadable
from factcheck.domain.findings.remark import Note
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.claims import Attribution
from factcheck.reading.data.incoming import DataFile, Incoming, Refused, Remarked, Row
from factcheck.reading.data.labels import Labels
from factcheck.reading.data.tools.brat import read, recognises
from tests.reading.data.foreign import file_of, said, tags

MINE = Labels(renamed={"Organization": "filler", "MERGE-ORG": "claim", "Person": "filler"})
TEXT = "Sony 😀 said it\nmerges with Ericsson. It is odd."


def rows_of(*annotations: str, text: str = TEXT) -> list[Row]:
    return list(read(file_of("a.ann", "\n".join(annotations), MINE, txt=text)))


def test_labels_count_code_points() -> None:
    rows = rows_of("T1\tOrganization 0 4\tSony", "T2\tOrganization 27 35\tEricsson")
    assert said(rows) == [("Sony", Tag.FILLER), ("Ericsson", Tag.FILLER)]
    assert [row.line for row in rows] == [1, 2]


def test_fragments_of_words_over_several_lines_are_one() -> None:
    rows = rows_of("T1\tclaim 0 14;15 36\tSony 😀 said it merges with Ericsson.")
    assert said(rows) == [(TEXT[:36], Tag.CLAIM)]


def test_fragments_with_other_words_between_are_refused() -> None:
    (row,) = rows_of("T1\tclaim 0 4;27 35\tSony Ericsson")
    assert isinstance(row, Refused)
    assert "parts" in row.reason


def test_what_is_said_beside_the_label_is_taken() -> None:
    rows = rows_of(
        "T1\tclaim 0 36\tSony 😀 said it merges with Ericsson.",
        "A1\tVerdict T1 mostly-false",
        "A2\tAttribution T1 third-party",
        "A3\tkind-quote T1",
        "#1\tAnnotatorNotes T1\tAsk them.",
    )
    (row,) = rows
    assert isinstance(row, Incoming)
    assert [each.value for each in row.said] == [
        TagValue(tag=Tag.CLAIM, subtypes=("quote",), attribution=Attribution.THIRD_PARTY),
        Verdict(rating="mostly-false"),
        Note(text="Ask them."),
    ]


def test_what_there_is_no_place_for_is_left_out_with_a_remark() -> None:
    rows = rows_of(
        "T1\tOrganization 0 4\tSony",
        "T2\tMERGE-ORG 15 21\tmerges",
        "T3\tOrganization 27 35\tEricsson",
        "E1\tMERGE-ORG:T2 Org1:T1 Org2:T3",
        "R1\tOrigin Arg1:T3 Arg2:T1",
        "R2\tOrigin Arg1:T3 Arg2:T1",
        "*\tEquiv T1 T3",
        "N1\tReference T1 Wikipedia:534366\tSony",
        "A1\tNegation E1",
        "M2\tSpeculation E1",
        "#2\tNormalisation T1\tx",
    )
    assert len(said(rows)) == 3
    assert {row.remark.partition(" are left")[0] for row in rows if isinstance(row, Remarked)} == {
        "events",
        "relations",
        "links to knowledge bases",
        "attributes called Negation",
        "attributes called Speculation",
        "comments that are no notes",
    }
    assert not [row for row in rows if isinstance(row, Refused)]


def test_what_cannot_be_taken_says_its_line() -> None:
    rows = rows_of(
        "T1\tclaim 0 400\tSony",
        "T2\tclaim 0 4\tOther words",
        "T3 claim 0 4 Sony",
        "T4\tUnknownThing 0 4\tSony",
        "",
        "T5\tclaim 4 5\t ",
        "T6\tclaim 37 47\tIt is odd.",
    )
    assert sorted(row.line for row in rows if isinstance(row, Refused)) == [1, 2, 3, 4, 6]
    assert said(rows) == [("It is odd.", Tag.CLAIM)]


@pytest.mark.parametrize(("start", "end"), [(6, 10), (5, 9)], ids=["as they stand", "as one"])
def test_windows_line_ends_are_counted_as_either_version_does(start: int, end: int) -> None:
    rows = rows_of(f"T1\tclaim {start} {end}\tPigs", text="Fly.\r\nPigs fly.\r\n")
    assert said(rows) == [("Pigs", Tag.CLAIM)]


def test_a_byte_order_mark_before_the_text_may_be_counted() -> None:
    rows = rows_of("T1\tclaim 1 5\tPigs", text="\ufeffPigs fly.")
    assert said(rows) == [("Pigs", Tag.CLAIM)]


def test_labels_on_the_same_words_are_taken_together() -> None:
    rows = rows_of("T1\tclaim 37 47\tIt is odd.", "T2\tnumerical 37 47\tIt is odd.")
    assert tags(rows) == [TagValue(tag=Tag.CLAIM, subtypes=("numerical",))]
    (row,) = rows_of("T1\tclaim 37 47\tIt is odd.", "T2\topinion 37 47\tIt is odd.")
    assert isinstance(row, Refused)


def test_without_its_text_nothing_can_be_said() -> None:
    file = DataFile("a.ann", b"T1\tclaim 0 4\tPigs\n", MINE)
    with pytest.raises(Unreadable, match=r"put a\.txt into the same folder"):
        list(read(file))


def test_a_broken_file_of_ours_beside_is_told_and_the_labels_are_taken() -> None:
    for broken in ("{", "[]", "{}", '{"said": [{"kind": "verdict"}], "article": {"id": "x"}}'):
        beside = {"txt": "Pigs fly.", "factcheck.json": broken}
        rows = list(read(file_of("a.ann", "T1\tclaim 0 9\tPigs fly.", MINE, **beside)))
        assert said(rows) == [("Pigs fly.", Tag.CLAIM)]
        assert len([row for row in rows if isinstance(row, Refused)]) == (broken != "{}")


def test_it_is_told_by_its_name_and_its_first_line() -> None:
    assert recognises("a.ann", "T1\tclaim 0 4\tPigs\n")
    assert recognises("a.ann", "")
    assert not recognises("a.txt", "T1\tclaim 0 4\tPigs\n")
    assert not recognises("a.ann", "ID;Name")


PARTS = "T1 A1 # R1 * \t 0 4 ; claim Pigs -1 99999999999999999999 Verdict AnnotatorNotes \r \0 é"


@given(st.lists(st.sampled_from(PARTS.split(" ")), max_size=14))
def test_whatever_stands_in_a_line_nothing_breaks(parts: list[str]) -> None:
    line = "\t".join(parts[:4]) + " ".join(parts[4:])
    assert all(isinstance(row, Row) for row in rows_of(line, "T9\tclaim 0 4\tSony"))


@given(st.binary(max_size=40), st.binary(max_size=40))
def test_whatever_bytes_come_nothing_breaks(annotations: bytes, text: bytes) -> None:
    with suppress(Unreadable):
        assert all(
            isinstance(row, Row)
            for row in read(DataFile("a.ann", annotations, MINE, {"a.txt": text}.get))
        )
