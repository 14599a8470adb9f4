"""CheckThat! tables: exactly the published columns, one sentence a line whatever is in it."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.domain.findings.claim import Claim
from factcheck.domain.selection import View
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.claims import Worthiness
from factcheck.export.data.data_sets.checkthat import (
    debate_files,
    debate_lines,
    lines,
    subjectivity_lines,
)
from factcheck.reading.data.data_sets.checkthat import read, read_debate
from factcheck.reading.data.incoming import Reader
from factcheck.services import deciding
from factcheck.services.articles import review_of
from factcheck.services.selecting import Export
from factcheck.store.store import Store
from tests.articles import added, sentences_of
from tests.export.data.harbour import (
    ANN,
    BEN,
    article_of,
    file_of,
    leaving,
    made,
    project,
    taken,
)
from tests.importing import import_rows

GOLDEN: Final = Path(__file__).parents[1] / "golden"
Writer = Callable[[Export], Iterator[str]]
FORMS: Final = [
    pytest.param("checkthat", lines, read, id="check-worthiness"),
    pytest.param("checkthat-subjectivity", subjectivity_lines, read, id="subjectivity"),
    pytest.param("checkthat-debates", debate_lines, read_debate, id="debates"),
]
SPACES: Final = dict.fromkeys((*range(0x20), 0x7F, 0x85, 0x2028, 0x2029), " ")


def fields(written: Iterator[str]) -> list[list[str]]:
    return [line.split("\t") for line in written]


def labels(store: Store, write: Writer, view: View = View.ADJUDICATED) -> list[str]:
    rows = fields(write(leaving(store, view)))
    return [row[2] for row in rows[1:]]


@pytest.mark.parametrize(("name", "write", "reader"), FORMS)
def test_the_project_is_written_as_it_always_was(
    store: Store, name: str, write: Writer, reader: Reader
) -> None:
    project(store)
    written = "".join(f"{line}\n" for line in write(leaving(store)))
    assert written == (GOLDEN / f"{name}.tsv").read_text("utf-8")


def test_it_says_what_it_leaves_out_and_changes(store: Store) -> None:
    project(store)
    export = leaving(store)
    assert list(lines(export)) == list(lines(leaving(store)))
    assert export.ledger.left_out == {
        "evidence: CheckThat! has no place for it": 4,
        "sentences: no tag": 1,
        "verdicts: CheckThat! has no place for them": 3,
        "wordings: CheckThat! has no place for them": 1,
    }
    assert export.ledger.changed == {
        "cells marked with ' or quotes, so that they are read as they are": 2,
        "tabs, line ends and control characters made spaces": 2,
    }


@pytest.mark.parametrize(
    ("tag", "worthiness", "label"),
    [
        (Tag.CLAIM, None, "Yes"),
        (Tag.CLAIM, Worthiness.CHECK_WORTHY, "Yes"),
        (Tag.CLAIM, Worthiness.UNIMPORTANT, "No"),
        (Tag.CLAIM, Worthiness.NOT_FACTUAL, "No"),
        (Tag.OPINION, None, "No"),
        (Tag.FILLER, None, "No"),
    ],
)
def test_a_claim_is_worth_a_check_unless_somebody_said_that_it_is_not(
    tag: Tag, worthiness: Worthiness | None, label: str
) -> None:
    export = made(article_of("Words.", tag, Claim(worthiness=worthiness)))
    assert list(lines(export))[1].endswith(f"\tWords.\t{label}")


def test_reviewers_who_differ_in_what_the_label_does_not_say_agree(store: Store) -> None:
    article = added(store, "One.", "Two.", "Three.")
    one, two, three = (sentence.id for sentence in sentences_of(store, article))
    deciding.tag(store, ANN, [one], Tag.CLAIM)
    deciding.tag(store, BEN, [one], Tag.FILLER)
    deciding.tag(store, ANN, [two], Tag.OPINION)
    deciding.tag(store, BEN, [two], Tag.FILLER)
    deciding.tag(store, ANN, [three], Tag.FILLER)
    assert labels(store, subjectivity_lines, View.ALL) == ["OBJ", "OBJ"]
    assert labels(store, lines, View.ALL) == ["No", "No"]
    export = leaving(store, View.ALL)
    assert len(list(lines(export))) == 3
    assert export.ledger.left_out == {"sentences: reviewers differ": 1}


def test_ids_are_uuids_that_stay_when_an_article_is_added(store: Store) -> None:
    project(store)
    before = [row[0] for row in fields(lines(leaving(store)))]
    second = added(store, "More.", source="b.txt")
    deciding.tag(store, ANN, [sentences_of(store, second)[0].id], Tag.FILLER)
    after = [row[0] for row in fields(lines(leaving(store)))]
    assert after[:-1] == before
    assert len({*after}) == len(after)
    uuid = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
    assert all(uuid.fullmatch(name) for name in after[1:])


def test_debates_are_numbered_from_one_and_have_a_file_each(store: Store) -> None:
    for name in ("One", "Two", "Nothing tagged"):
        article = added(store, f"{name} begins.", "It goes on.", source=f"{name}.txt")
        if not name.startswith("Nothing"):
            names = [sentence.id for sentence in sentences_of(store, article)]
            deciding.tag(store, ANN, names, Tag.CLAIM)
    written = {file.name: list(file.lines) for file in debate_files(leaving(store))}
    assert [*written] == ["an-article.tsv", "an-article-2.tsv"]
    assert written["an-article-2.tsv"] == [
        "1\tNARRATOR\tTwo begins.\t1",
        "2\tNARRATOR\tIt goes on.\t1",
    ]
    assert [row[0] for row in fields(debate_lines(leaving(store)))] == ["1", "2", "3", "4"]


def test_a_debate_that_is_too_long_for_the_checker_of_the_lab_is_remarked() -> None:
    article = article_of("Words.", Tag.FILLER)
    fits = made(*[article] * 9_999)
    assert len(list(debate_lines(fits))) == 9_999
    assert not fits.ledger.remarks
    long = made(*[article] * 10_000)
    assert len(list(debate_lines(long))) == 10_000
    (remark,) = long.ledger.remarks
    assert "-o FOLDER" in remark


@pytest.mark.parametrize(("name", "write", "reader"), FORMS)
def test_what_was_imported_leaves_as_it_came(
    store: Store, other: Store, name: str, write: Writer, reader: Reader
) -> None:
    project(store)
    first = list(write(leaving(store)))
    assert import_rows(other, ANN, reader(file_of(first))).done
    again = list(write(leaving(other)))
    said = [_said(line) for line in again]
    assert said == [_said(line) for line in first]


def _said(line: str) -> list[str]:
    """Return a line without the id of its sentence, which stands in a list now."""
    _, *said = line.split("\t")
    return [" ".join(field.split()) for field in said]


@pytest.mark.parametrize(("name", "write", "reader"), FORMS)
def test_what_is_here_is_not_taken_again(
    store: Store, other: Store, name: str, write: Writer, reader: Reader
) -> None:
    project(store)
    import_rows(other, ANN, reader(file_of(write(leaving(store)))))
    for _ in range(2):
        report = import_rows(other, ANN, reader(file_of(write(leaving(other)))))
        assert report.done
        assert not +report.taken
        assert not report.articles


@pytest.mark.parametrize("write", [lines, subjectivity_lines])
def test_sentences_of_an_article_that_is_here_are_found_again(store: Store, write: Writer) -> None:
    project(store)
    report = import_rows(store, BEN, read(file_of(write(leaving(store)))))
    assert report.done
    assert not report.articles
    assert report.taken["tag"] == 5


@pytest.mark.parametrize(("name", "write", "reader"), FORMS)
def test_what_a_label_leaves_open_changes_no_tag_that_somebody_gave(
    store: Store, name: str, write: Writer, reader: Reader
) -> None:
    article = project(store)
    file = file_of(write(leaving(store)))
    before = [item.tag for item in review_of(store, article, "ann").sentences]
    assert import_rows(store, ANN, reader(file)).done
    assert [item.tag for item in review_of(store, article, "ann").sentences] == before


WORDS = st.text(st.characters(exclude_categories=["Cs"])) | st.text(
    "\t\r\n\"'=+-@ a\u2028", max_size=9
)


@pytest.mark.parametrize(("name", "write", "reader"), FORMS)
@given(texts=st.lists(WORDS.filter(lambda text: text.translate(SPACES).strip()), max_size=3))
@example(texts=['"a""b"', '""""', '"x"', "'=1", "-1", "\ta\r\nb\x85c"])
def test_a_sentence_is_one_line_and_comes_back_but_for_white_space(
    name: str, write: Writer, reader: Reader, texts: list[str]
) -> None:
    export = made(*(article_of(text, Tag.OPINION) for text in texts))
    written = list(write(export))
    if not texts:
        return
    assert [line.splitlines() for line in written] == [[line] for line in written]
    rows = taken(reader(file_of(written)))
    assert [row.words.exact for row in rows] == [text.translate(SPACES).strip() for text in texts]


@pytest.mark.parametrize(("name", "write", "reader"), FORMS)
def test_readers_of_tables_see_the_columns_of_the_lab(
    store: Store, name: str, write: Writer, reader: Reader
) -> None:
    project(store)
    text = "".join(f"{line}\n" for line in write(leaving(store)))
    plain = [*csv.reader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)]
    assert plain == [line.split("\t") for line in text.splitlines()]
    assert len({len(row) for row in plain}) == 1


def test_pandas_reads_the_tables(store: Store) -> None:
    pandas = pytest.importorskip("pandas")
    project(store)
    text = "".join(f"{line}\n" for line in subjectivity_lines(leaving(store)))
    table = pandas.read_csv(io.StringIO(text), sep="\t", quoting=csv.QUOTE_NONE)
    assert [*table.columns] == ["sentence_id", "sentence", "label", "solved_conflict"]
    assert [*table.label] == [*labels(store, subjectivity_lines)]
    assert not table.solved_conflict.any()
    assert table.sentence[1] == "We doubled the harbour budget in four years."
