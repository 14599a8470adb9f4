"""CheckThat! tables as the labs publish them: what is taken, what is refused."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.decision import Author
from factcheck.domain.errors import Unreadable
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.identity import document_id
from factcheck.domain.selection import Selection
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.claims import Worthiness
from factcheck.export.data.data_sets.checkthat import debate_lines, lines, subjectivity_lines
from factcheck.export.format import LinesWriter
from factcheck.reading.data.data_sets.checkthat import (
    read,
    read_debate,
    recognises,
    recognises_debate,
    recognises_subjectivity,
)
from factcheck.reading.data.data_sets.sentence_ids import sentence_place, sentence_uuid
from factcheck.reading.data.incoming import DataFile, Incoming, Reader, Refused, Remarked, Row
from factcheck.reading.data.labels import Labels
from factcheck.services.selecting import exported
from factcheck.store.store import Store
from tests.importing import import_rows

WORTHY = """sentence_id\ttext\tclass_label
1\tThe mayor cut the ribbon on Tuesday.\tNo
2\tWe doubled the harbour budget in four years.\tYes
3\tIt is a wonderful day.\tNo
"""
SUBJECTIVE = """sentence_id\tsentence\tlabel\tsolved_conflict
5b0b4e0c-6d0f-4b7e-9a53-0a8b7c6a1f01\tThe mayor cut the ribbon on Tuesday.\tOBJ\tFalse
6c1c5f1d-7e10-4c8f-8b64-1b9c8d7b2a02\tIt is a sad truth that the harbour is dying.\tSUBJ\tTrue
"""
DEBATE = """1\tNARRATOR\tThe mayor cut the ribbon on Tuesday.\t0
2\tDOE\tWe doubled the harbour budget in four years.\t1
3\tDOE\tIt is a wonderful day.\t0
"""
TWEETS = """topic_id\ttweet_id\ttweet_url\ttweet_text\tclaim\tcheck_worthiness
harbour\t123\thttps://twitter.example/1\tThe harbour doubled.\t1\t1
harbour\t124\thttps://twitter.example/2\tGood morning!\t0\t0
"""
WORTH_IT = Claim(worthiness=Worthiness.CHECK_WORTHY)


def rows(text: str, reader: Reader = read, **renamed: str) -> list[Row]:
    return list(reader(DataFile("x.tsv", text.encode(), Labels(renamed=renamed))))


def said(found: list[Row]) -> list[tuple[int, str, list[Any]]]:
    """Return line, words and statements of the rows that are taken."""
    return [
        (row.line, row.words.exact, [statement.value for statement in row.said])
        for row in found
        if isinstance(row, Incoming)
    ]


def remarks(found: list[Row]) -> list[Remarked]:
    return [row for row in found if isinstance(row, Remarked)]


def test_check_worthiness_is_taken() -> None:
    found = rows(WORTHY)
    assert said(found) == [
        (2, "The mayor cut the ribbon on Tuesday.", [TagValue(tag=Tag.FILLER)]),
        (3, "We doubled the harbour budget in four years.", [TagValue(tag=Tag.CLAIM), WORTH_IT]),
        (4, "It is a wonderful day.", [TagValue(tag=Tag.FILLER)]),
    ]
    (caution,) = remarks(found)
    assert caution.line == 2
    assert "--label No=opinion" in caution.remark


def test_subjectivity_is_taken() -> None:
    found = rows(SUBJECTIVE)
    assert [values for _, _, values in said(found)] == [
        [TagValue(tag=Tag.CLAIM)],
        [TagValue(tag=Tag.OPINION)],
    ]
    first, second = remarks(found)
    assert "--label OBJ=filler" in first.remark
    assert second.line == 3
    assert "solved_conflict" in second.remark


def test_debates_are_taken_with_their_speakers() -> None:
    found = rows(DEBATE, read_debate)
    assert [values for _, _, values in said(found)] == [
        [TagValue(tag=Tag.FILLER)],
        [TagValue(tag=Tag.CLAIM), WORTH_IT.model_copy(update={"claimant": "DOE"})],
        [TagValue(tag=Tag.FILLER)],
    ]
    assert [remark.line for remark in remarks(found)] == [1, 3]


@pytest.mark.parametrize(
    ("table", "reader", "write"),
    [(WORTHY, read, lines), (SUBJECTIVE, read, subjectivity_lines)],
    ids=["check-worthiness", "subjectivity"],
)
def test_the_published_tables_leave_as_they_came_but_for_ids_and_conflicts(
    store: Store, table: str, reader: Reader, write: LinesWriter
) -> None:
    assert import_rows(store, Author(reviewer="ann"), rows(table, reader)).done
    again = "".join(f"{line}\n" for line in write(exported(store, Selection())))
    assert _without_ids(again) == _without_ids(table.replace("\tTrue\n", "\tFalse\n"))


def _without_ids(table: str) -> list[list[str]]:
    return [line.split("\t")[1:] for line in table.splitlines()]


def test_a_published_debate_leaves_as_it_came_but_for_who_makes_no_claim(store: Store) -> None:
    assert import_rows(store, Author(reviewer="ann"), rows(DEBATE, read_debate)).done
    again = "".join(f"{line}\n" for line in debate_lines(exported(store, Selection())))
    assert again == DEBATE.replace("3\tDOE", "3\tNARRATOR")


def test_tables_of_other_years_are_taken_by_their_headings() -> None:
    assert [(words, values[0].tag) for _, words, values in said(rows(TWEETS))] == [
        ("The harbour doubled.", Tag.CLAIM),
        ("Good morning!", Tag.FILLER),
    ]
    of_2024 = WORTHY.replace("sentence_id\ttext", "Sentence_id\tText")
    assert said(rows(of_2024)) == said(rows(WORTHY))


def test_whoever_imports_says_what_labels_leave_open() -> None:
    found = rows(WORTHY, No="claim")
    assert said(found)[0][2] == [
        TagValue(tag=Tag.CLAIM),
        Claim(worthiness=Worthiness.UNIMPORTANT),
    ]
    assert not remarks(found)
    assert said(rows(SUBJECTIVE, OBJ="filler"))[0][2] == [TagValue(tag=Tag.FILLER)]


def test_sentences_without_labels_are_taken_untagged() -> None:
    assert said(rows("sentence_id\tsentence\n1\tWords.\n")) == [(2, "Words.", [])]
    assert said(rows("1\tDOE\tWords.\n2\tDOE\tMore.\n", read_debate))[1] == (2, "More.", [])


def test_cells_that_a_program_enclosed_are_freed() -> None:
    table = 'sentence_id\ttext\tclass_label\n1\t"He said ""no"" twice."\tYes\n2\t"Never."\tYes\n'
    assert [words for _, words, _ in said(rows(table))] == ['He said "no" twice.', '"Never."']


def test_a_sentence_of_our_own_is_known_by_its_id() -> None:
    article = document_id("Words. More.")
    place = sentence_place(sentence_uuid(article, 7))
    assert place
    assert article.startswith(place.article)
    assert place.start == 7


@pytest.mark.parametrize("name", ["", "7", "x" * 36, "5b0b4e0c-6d0f-4b7e-9a53-0a8b7c6a1f01"])
def test_other_ids_say_nothing_of_a_place(name: str) -> None:
    assert sentence_place(name) is None


@pytest.mark.parametrize(
    "line",
    ["1\tWords.", "1\tWords.\twith a tab\tYes", "1\t\tYes", "1\t \tYes", "1\tWords.\tPerhaps",
     "1\ta NUL \0\tYes"],
)  # fmt: skip
def test_a_bad_line_is_refused_and_reading_goes_on(line: str) -> None:
    found = rows(f"sentence_id\ttext\tclass_label\n{line}\n\n2\tGood.\tYes\n")
    assert [row.line for row in found] == [2, 4]
    assert isinstance(found[0], Refused)
    assert ": " in found[0].reason
    assert isinstance(found[1], Incoming)


def test_an_unknown_label_is_refused_with_advice() -> None:
    (row,) = rows("sentence_id\ttext\tclass_label\n1\tWords.\tPerhaps\n")
    assert isinstance(row, Refused)
    assert "--label Perhaps=" in row.reason


def test_a_mark_carriage_returns_and_other_line_ends_make_no_difference() -> None:
    text = WORTHY.replace("\n", "\r\n").replace("ribbon", "rib\u2028bon")
    (_, words, _), *_ = said(rows("\ufeff" + text))
    assert words == "The mayor cut the rib\u2028bon on Tuesday."


@pytest.mark.parametrize("reader", [read, read_debate])
@pytest.mark.parametrize("text", ["", "\n", "words", "a,b,c\n1,2,3", '{"text": "x"}', "\0"])
def test_a_file_of_another_kind_is_unreadable(reader: Reader, text: str) -> None:
    with pytest.raises(Unreadable, match=": "):
        rows(text, reader)


def test_each_table_is_recognised_as_itself() -> None:
    recognisers = (recognises, recognises_subjectivity, recognises_debate)
    expected = {WORTHY: 0, TWEETS: 0, SUBJECTIVE: 1, DEBATE: 2}
    for text, which in expected.items():
        assert [each("x.tsv", text) for each in recognisers] == [n == which for n in range(3)]
        assert [each("x.tsv", text.replace("\n", "\r\n")) for each in recognisers].index(
            True
        ) == which
    for other in ("text,label\nx,claim\n", "id\ttext\tlabel\n", "1\t2\t3\t4\n", "label\n"):
        assert not any(each("x.tsv", other) for each in recognisers)


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.text("\t\n01\"'=Yes ", max_size=40))
def test_no_text_breaks_it(text: str) -> None:
    for reader, before in ((read, "text\tclass_label\n"), (read_debate, "1\tDOE\tWords.\t1\n")):
        try:
            found = rows(before + text, reader)
        except Unreadable:
            continue
        assert all(row.line > 0 for row in found)
