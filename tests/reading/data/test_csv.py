"""Tables of findings from anywhere: what they say, and what is wrong with them."""

import csv
import io
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from factcheck.domain.document import Document, Sentence
from factcheck.domain.errors import Unreadable
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.remark import Flag, Note
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Adjudication, Verdict
from factcheck.domain.identity import ClaimId, EvidenceId, SentenceId, claim_id
from factcheck.domain.review import ClaimReview, EvidenceReview
from factcheck.domain.said import Said, Stamp
from factcheck.domain.scales.scales import GOOGLE5
from factcheck.domain.tag import Tag
from factcheck.domain.value import Value
from factcheck.domain.vocabulary.sign_off import ClaimState
from factcheck.domain.vocabulary.stance import Stance
from factcheck.export.data.tables.cells import joined
from factcheck.export.data.tables.csv_table import lines
from factcheck.reading.data.incoming import (
    DataFile,
    Incoming,
    Refused,
    Remarked,
    Row,
    Statement,
    Words,
)
from factcheck.reading.data.labels import Labels
from factcheck.reading.data.tables.cells import entries_of
from factcheck.reading.data.tables.csv_table import read, recognises
from factcheck.services.ledger import Ledger
from factcheck.services.reporting import (
    Judgement,
    ReportedArticle,
    ReportedClaim,
    ReportedSentence,
)
from factcheck.services.selecting import Export

NOWHERE = ClaimId("")


def rows_of(table: str | bytes, labels: Labels | None = None) -> list[Row]:
    content = table.encode() if isinstance(table, str) else table
    return list(read(DataFile("findings.csv", content, labels or Labels())))


def only(table: str | bytes) -> Incoming:
    (row,) = rows_of(table)
    assert isinstance(row, Incoming), row
    return row


def said_in(table: str | bytes) -> list[Value]:
    return [statement.value for statement in only(table).said]


def reason_against(table: str) -> str:
    (row,) = rows_of(table)
    assert isinstance(row, Refused), row
    return row.reason


def test_two_columns_are_enough_for_sentences_that_stand_alone() -> None:
    row = only("text,tag\nThe town grew.,claim\n")
    assert row == Incoming(2, Words(exact="The town grew."), (Statement(TagValue(tag=Tag.CLAIM)),))


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_spreadsheets_delimiters_line_ends_and_marks_are_understood(
    delimiter: str, end: str, mark: str
) -> None:
    table = end.join((delimiter.join(("text", "tag")), delimiter.join(("It grew.", "claim")), ""))
    assert only(mark + table).words.exact == "It grew."


@pytest.mark.parametrize("codec", ["cp1252", "utf-16", "utf-8-sig"])
def test_what_excel_saves_is_decoded(codec: str) -> None:
    table = "Sentence\tTag\r\nDie Räte sagten: „Größe zählt“, mehr nicht.\tClaim\r\n"
    assert only(table.encode(codec)).words.exact == "Die Räte sagten: „Größe zählt“, mehr nicht."


def test_columns_are_known_in_capitals_with_spaces_and_by_other_names() -> None:
    heading = "Article ID,Start,END,Statement,Annotator,Verdict,Explanation"
    row = only(f"{heading}\nab12cd34,0,5,It is,ann,Half true,why\n")
    assert row.words == Words("ab12cd34", 0, 5, "It is")
    verdict = Verdict(rating="half-true", scale="google5", because="why")
    assert row.said == (Statement(verdict, "ann"),)


def test_a_label_is_a_tag_or_a_rating() -> None:
    assert said_in("text,label\nx,Filler\n") == [TagValue(tag=Tag.FILLER)]
    assert said_in("text,label\nx,mostly_false\n") == [
        Verdict(rating="mostly-false", scale="google5")
    ]


def test_the_words_of_a_claim_can_be_all_there_is() -> None:
    row = only("claim,label,speaker\nThe town grew.,false,Ida Lund\n")
    assert row.words == Words(exact="The town grew.")
    assert [statement.value for statement in row.said] == [
        Claim(claimant="Ida Lund"),
        Verdict(rating="false", scale="google5"),
    ]


def test_evidence_beside_an_article_has_its_own_address_and_title() -> None:
    heading = "article,text,url,title,quote,stance"
    evidence = "https://stats.example.org/,Census,5 %,Partly supports"
    row = only(f"{heading}\na.txt,It grew.,{evidence}\n")
    assert row.words.article == "a.txt"
    assert row.said[0].value == Evidence(
        claim=NOWHERE,
        url="https://stats.example.org/",
        title="Census",
        quote="5 %",
        stance=Stance.PARTLY_SUPPORTS,
    )


@pytest.mark.parametrize(
    ("source", "field"), [("https://example.org/a", "url"), ("The census", "title")]
)
def test_a_source_is_an_address_or_a_title(source: str, field: str) -> None:
    table = f"article_id,text,source,stance\nab12cd34,It grew.,{source},refutes\n"
    (evidence,) = said_in(table)
    assert getattr(evidence, field) == source


def test_without_evidence_a_source_is_that_of_the_article() -> None:
    assert only("source,text,tag\na.txt,It grew.,claim\n").words.article == "a.txt"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("yes,", [Flag()]),
        ("no,", []),
        ("guideline,which rule?", [Flag(reason="which rule?", guideline=True)]),
        ("is this irony?,", [Flag(reason="is this irony?")]),
        (",odd", [Flag(reason="odd")]),
    ],
)
def test_a_doubt_may_be_a_mark_or_words(cells: str, expected: list[Value]) -> None:
    assert said_in(f"text,flag,flag_reason\nIt grew.,{cells}\n") == expected


def test_a_row_speaks_for_the_reviewer_that_it_names() -> None:
    first, second = rows_of("text,tag,reviewer\nx,claim,ann\nx,opinion,\n")
    assert isinstance(first, Incoming)
    assert isinstance(second, Incoming)
    assert [first.said[0].reviewer, second.said[0].reviewer] == ["ann", ""]


def test_labels_mean_what_they_are_said_to_mean() -> None:
    labels = Labels(renamed={"checkable": "claim"})
    (row,) = rows_of("text,tag\nx,Checkable\n", labels)
    assert isinstance(row, Incoming)
    assert row.said[0].value == TagValue(tag=Tag.CLAIM)


def test_rows_are_told_by_the_line_of_the_file_at_which_they_begin() -> None:
    table = 'text,tag\r\n"a\r\nb\r\nc",claim\r\n\r\n"d\ne",wrong\r\n,claim\r\nf,claim\r\n'
    told = [(row.line, type(row)) for row in rows_of(table)]
    assert told == [(2, Incoming), (6, Refused), (8, Refused), (9, Incoming)]


def test_columns_that_are_not_read_are_named_once() -> None:
    first, *rest = rows_of("text,tag,colour,mood\na,claim,red,\nb,claim,,\n")
    assert first == Remarked(1, "columns that are not read: 'colour', 'mood'")
    assert [type(row) for row in rest] == [Incoming, Incoming]


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("text,tag\nx,guess\n", "no label is called 'guess' here: say what it means"),
        ("text,rating\nx,guess\n", "no rating is called 'guess' here: say what it means"),
        ("text,rating,because\nx,,why\n", "rating: is empty"),
        ("text,tag,subtypes\nx,,numerical\n", "tag: is empty"),
        ("text,tag\n,claim\n", "text: is empty: write the words, or where they start and end"),
        ("article,start,end,tag\n,1,2,claim\n", "article: is empty: name it by its id"),
        ("article,start,end,tag\na,5,5,claim\n", "end: is not behind the start"),
        ("article,start,end,tag\na,-1,5,claim\n", "start: "),
        (f"article,start,end,tag\na,0,{'9' * 5000},claim\n", "end: "),
        ("article,start,end,tag\na,nan,1e400,claim\n", "start: "),
        ("text,claim_date,note\nx,3/4/2024,\n", "claim_date: write it as 2024, 2024-06 or"),
        ("text,claim_date\nx,18.6.24\n", "claim_date: write it as 2024, 2024-06 or"),
        ("text,claim_date\nx,31.4.2024\n", "claim_date: write it as 2024, 2024-06 or"),
        ("text,claim_number,tag\nx,0,claim\n", "claim_number: "),
        ("text,evidence_url\nx,javascript:alert(1)\n", "evidence_url: write it as https://"),
        ("text,evidence_quote\nx,only words\n", "evidence_url: write it as https://"),
        ("text,stance,evidence_url\nx,loves,https://a.example\n", "evidence_stance: choose"),
        ("text,scale,rating\nx,nowhere,true\n", "no scale 'nowhere'"),
        ("text,tag\nx,claim,more\n", "has 3 cells and the heading 2: mend its quotes"),
        ("text,tag\nx,claim,,more\n", "has 4 cells and the heading 2: mend its quotes"),
        ('text,tag\n"x"y,claim\n', "is no row"),
        ('text,tag\n"x,claim\n', "is no row (unexpected end of data): mend its quotes"),
    ],
)
def test_a_row_that_cannot_be_taken_says_why_and_what_to_do(table: str, reason: str) -> None:
    assert reason_against(table).startswith(reason)


def test_the_rows_after_a_bad_one_are_read() -> None:
    table = 'text,tag\n"x"y,claim\nx,wrong\nx,claim\n'
    assert [type(row) for row in rows_of(table)] == [Refused, Refused, Incoming]


@pytest.mark.parametrize(
    ("table", "needed"),
    [
        ("", "columns nothing, and needs text, or article, start and end"),
        ("tag,reviewer\nclaim,ann\n", "'tag', 'reviewer', and needs text, or article"),
        ("start,end,tag\n1,2,claim\n", "needs text, or article, start and end"),
        ("text,title\nx,y\n", "needs tag, rating, note, flag, claimant or evidence_url"),
        ('{"a": 1}', "needs text"),
    ],
)
def test_a_file_without_the_columns_says_which_it_needs(table: str, needed: str) -> None:
    with pytest.raises(Unreadable, match="is no table of findings") as caught:
        rows_of(table)
    assert needed in str(caught.value)
    assert not recognises("a.csv", table)


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("a.csv", "\ufefftext;tag\n", True),
        ("A.TSV", "Sentence\tLabel\n", True),
        ("a.csv", "article_id,start,end,tag\n", True),
        ("a.csv", "title,text,url\n", False),
        ("a.json", "text,tag\n", False),
        ("a.txt", "Sentence\tLabel\n", True),
        ("a.txt", "Sentence, label\n", False),
        ("a.csv", "sep=;\r\nSentence;Label\r\n", True),
        ("claims.csv", "id,sentence_id,number,text,claimant,state,worded_by,worded\n", False),
        ("claims.csv", "claim_id,claim,explanation,label\n", True),
        ("a.csv", "", False),
    ],
)
def test_a_table_is_recognised_by_its_heading(name: str, head: str, expected: bool) -> None:
    assert recognises(name, head) is expected


def test_evidence_that_is_only_a_file_stays_behind_and_is_named() -> None:
    table = "text,evidence_stance,evidence_anonymous,evidence_attachments\nx,refutes,no,scan.pdf\n"
    (row,) = rows_of(table)
    assert isinstance(row, Remarked)
    assert row.line == 2


def test_files_attached_to_a_source_stay_behind_and_are_named() -> None:
    table = "text,evidence_title,evidence_attachments\nx,Census,scan.pdf\nx,Law,\n"
    first, remark, second = rows_of(table)
    assert isinstance(first, Incoming)
    assert remark == Remarked(
        2, "the files attached to its evidence stay behind: attach them again"
    )
    assert isinstance(second, Incoming)


@pytest.mark.parametrize("row", ["It grew.,claim", "It grew.,claim,", "It grew.,claim,,,,, ,"])
def test_cells_that_a_spreadsheet_leaves_out_or_adds_at_the_end_are_empty(row: str) -> None:
    assert said_in(f"text,tag,note\n{row}\n") == [TagValue(tag=Tag.CLAIM)]


@pytest.mark.parametrize("first", ["sep={}", '"sep={}"', "SEP={}"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_a_first_line_for_excel_names_the_delimiter(first: str, delimiter: str, end: str) -> None:
    cells = [["text", "tag"], ["One; two, three", "claim"]]
    table = [first.format(delimiter), *(delimiter.join(f'"{c}"' for c in row) for row in cells)]
    row = only("".join(f"{line}{end}" for line in table))
    assert (row.line, row.words.exact) == (3, "One; two, three")


def test_what_cannot_be_decoded_is_not_to_be_named_to_a_command_that_cannot_be_told() -> None:
    with pytest.raises(Unreadable, match=r"\(byte 9\): save it as UTF-8$"):
        rows_of(b"text,tag\n\xed\xa0\x80,claim\n")


def test_the_table_of_claims_of_a_data_package_is_not_taken_for_findings() -> None:
    with pytest.raises(Unreadable, match="import the json, jsonl or csv export"):
        rows_of("id,sentence_id,number,text,claimant,worded_by\na#1,a,1,It grew.,Ida,ann\n")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("22.11.2026", "2026-11-22"),
        ("2. 1. 2026", "2026-01-02"),
        ("3.4.2026", "2026-04-03"),
        ("11/22/2026", "2026-11-22"),
        ("22/11/2026", "2026-11-22"),
        ("2026/11/22", "2026-11-22"),
        ("2026-11", "2026-11"),
        ("2026", "2026"),
        (" 2026-11-22 ", "2026-11-22"),
    ],
)
def test_a_date_as_spreadsheets_write_it_is_taken_where_it_is_certain(
    written: str, meant: str
) -> None:
    heading = "text,evidence_title,evidence_accessed,evidence_published,claim_date,rating,cutoff"
    row = f"x,Census,{written},{written},{written},false,{written}"
    claim, verdict, evidence = said_in(f"{heading}\n{row}\n")
    assert isinstance(claim, Claim)
    assert isinstance(verdict, Verdict)
    assert isinstance(evidence, Evidence)
    dates = {claim.date, verdict.cutoff, evidence.accessed, evidence.published}
    assert dates == {meant}


@pytest.mark.parametrize("yes", ["yes", "TRUE", "1", "x", "WAHR", "VRAI", "VERDADERO", "ИСТИНА"])
def test_yes_is_understood_as_spreadsheets_write_it(yes: str) -> None:
    heading = "text,flag,rating,blind,adjudicated,evidence_title,evidence_anonymous"
    flag, verdict, evidence = said_in(f"{heading}\nx,{yes},false,{yes},{yes},Census,{yes}\n")
    assert flag == Flag()
    assert isinstance(verdict, Adjudication)
    assert verdict.blind is True
    assert isinstance(evidence, Evidence)
    assert evidence.anonymous


@pytest.mark.parametrize("no", ["no", "FALSE", "0", "FALSCH", "FAUX", "FALSO", "ЛОЖЬ"])
def test_no_is_understood_as_spreadsheets_write_it(no: str) -> None:
    heading = "text,flag,rating,blind,adjudicated,evidence_title,evidence_anonymous"
    verdict, evidence = said_in(f"{heading}\nx,{no},false,{no},{no},Census,{no}\n")
    assert type(verdict) is Verdict
    assert verdict.blind is False
    assert isinstance(evidence, Evidence)
    assert not evidence.anonymous


def test_a_conclusion_in_words_comes_back_with_its_scale() -> None:
    table = "text,scale,rating,conclusion\nx,fullfact,conclusion,It fell.\n"
    assert said_in(table) == [Verdict(scale="fullfact", rating="conclusion", conclusion="It fell.")]


WILD = st.text(
    alphabet=st.one_of(
        st.sampled_from("'=+-@＝\t\r\n,;\"\\ \u00a0\ufeff\u2028\x00é\u0301👩‍✈️א"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=12,
)
WORDS = WILD.map(str.strip)
LISTS = st.lists(WORDS.map(lambda words: " ".join(words.split())).filter(bool), max_size=3)
NAMES = st.text("=aÉ ,;'\"", min_size=1, max_size=5).map(str.strip).filter(bool)


@st.composite
def articles(draw: st.DrawFn) -> ReportedArticle:
    """Draw an article of one sentence with wild words wherever words can be."""
    sentence = SentenceId(f"{'a' * 64}:0-1")
    claim = claim_id(sentence, draw(st.integers(1, 9)))
    stamp = Stamp(draw(NAMES), "2024-01-01T00:00:00.000000Z", "1")
    tag = draw(st.builds(TagValue, tag=st.just(Tag.CLAIM), guideline=WORDS))
    judged = draw(st.builds(_verdict, because=WORDS, missing=WORDS, conclusion=WORDS))
    decided = Adjudication(**judged.model_dump())
    wording = draw(st.builds(Claim, text=WORDS, claimant=WORDS, topics=LISTS.map(tuple)))
    found = draw(
        st.builds(Evidence, claim=st.just(claim), author=WORDS.filter(str.split), quote=WORDS)
    )
    item = EvidenceReview(id=EvidenceId("1"), evidence=found)
    text = draw(WILD.filter(str.strip))
    review = ClaimReview(
        id=claim, sentence=sentence, text="x", claim=wording, evidence=(item,), adjudicator="eve"
    )
    return ReportedArticle(
        document=Document(
            id="a" * 64, number=1, title=draw(WORDS), source="a", text=text, added="2024"
        ),
        sentences=(
            ReportedSentence(
                sentence=Sentence(id=sentence, number=1, start=0, end=len(text), text=text),
                tags={stamp.reviewer: Said(tag, stamp)},
                notes={stamp.reviewer: Said(Note(text=draw(WORDS.filter(bool))), stamp)},
                flags={stamp.reviewer: Said(Flag(reason=draw(WORDS)), stamp)},
                claims=(
                    ReportedClaim(
                        claim=review,
                        state=ClaimState.CANDIDATE,
                        verdicts={stamp.reviewer: _judgement(judged, stamp)},
                        adjudication=_judgement(decided, stamp),
                        worded=stamp,
                        given={item.id: stamp},
                    ),
                ),
            ),
        ),
        reviewers=(stamp.reviewer,),
        reviewed=None,
    )


def _verdict(**fields: str) -> Verdict:
    return Verdict(rating="false", **fields)


def _judgement(verdict: Verdict, stamp: Stamp) -> Judgement:
    return Judgement(verdict, GOOGLE5.rating("false"), "False", GOOGLE5, stamp)


def _written(article: ReportedArticle) -> str:
    export = SimpleNamespace(articles=[article], ledger=Ledger())
    return "".join(f"{line}\n" for line in lines(cast("Export", export)))


@given(articles())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_an_export_comes_back_whole(article: ReportedArticle) -> None:
    table = _written(article)
    assert len({len(row) for row in csv.reader(io.StringIO(table, newline=""), strict=True)}) == 1
    rows = [row for row in rows_of(table) if isinstance(row, Incoming)]
    (sentence,) = article.sentences
    (claim,) = sentence.claims
    name = article.reviewers[0]
    words = Words(article.document.id, 0, len(article.document.text), article.document.text)
    assert {row.words for row in rows} == {words}
    wording = [claim.claim.claim] if claim.claim.claim != Claim() else []
    adjudication = claim.adjudication
    assert adjudication
    evidence = claim.claim.evidence[0].evidence.model_copy(update={"claim": NOWHERE})
    assert [[statement.value for statement in row.said] for row in rows] == [
        [sentence.tags[name].value, sentence.notes[name].value, sentence.flags[name].value],
        [*wording, claim.verdicts[name].verdict],
        [*wording, adjudication.verdict],
        [evidence],
    ]
    assert {statement.reviewer for row in rows for statement in row.said} == {name}


@given(LISTS)
@example(["a;b", "\\", "c\\;"])
def test_a_list_in_a_cell_comes_back(entries: list[str]) -> None:
    assert list(entries_of(joined(entries))) == entries


@given(st.binary(max_size=60) | st.binary(max_size=60).map(lambda rest: b"text,tag\n" + rest))
@example(b"text,tag\n\x00,\x00\n")
@example(b"sep=\x00\ntext\x00tag\nx\x00claim\n")
@example("sep=\u2028\ntext,tag\n".encode())
@example(b"sep=;")
@example(b"sep=;\nsep=,\ntext,tag\n")
@example(b'text,tag\n"' + b"[" * 5000)
@example(b"\xff\xfet\x00\x00\xd8")
def test_no_file_makes_the_reader_fail_in_another_way(content: bytes) -> None:
    try:
        rows = rows_of(content)
    except Unreadable:
        return
    assert all(isinstance(row, Incoming | Refused | Remarked) for row in rows)
