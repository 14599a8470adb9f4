"""Reading Web Annotations, and what Hypothes.is exports, as they are found."""

import json
from contextlib import suppress
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.decision import Author
from factcheck.domain.errors import Unreadable
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.remark import Flag, Note
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.tag import Tag
from factcheck.domain.value import Value
from factcheck.domain.vocabulary.stance import Stance
from factcheck.reading.data.incoming import DataFile, Incoming, Refused, Remarked, Row, Words
from factcheck.reading.data.labels import Labels
from factcheck.reading.data.linked_data.webannotation import read, recognises
from factcheck.services.articles import review_of
from factcheck.services.particulars import correct
from factcheck.store.store import Store
from tests.articles import added
from tests.importing import import_rows

ANN: Final = Author(reviewer="ann")
PAGE: Final = "https://news.example.com/harbour"
CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
QUOTE: Final = {
    "type": "TextQuoteSelector",
    "exact": "We doubled it.",
    "prefix": "she said. ",
    "suffix": " Critics",
}
POSITION: Final = {"type": "TextPositionSelector", "start": 812, "end": 826}
WORDS: Final = Words(PAGE, 812, 826, "We doubled it.", "she said. ", " Critics")
QUOTED: Final = WORDS._replace(start=None, end=None)


def annotation(**fields: Any) -> dict[str, Any]:
    """Return an annotation of some words on a page, with these fields beside."""
    target = {"source": PAGE, "selector": [QUOTE, POSITION]}
    return {"@context": CONTEXT, "id": "urn:x:1", "type": "Annotation", "target": target, **fields}


def remark(value: str, **fields: Any) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, **fields}


def hypothesis_record(**fields: Any) -> dict[str, Any]:
    """Return an annotation as the API of Hypothes.is writes it."""
    return {
        "id": "a1",
        "created": "2026-03-01T09:30:00.000000+00:00",
        "updated": "2026-03-01T09:30:00.000000+00:00",
        "user": "acct:ann@hypothes.is",
        "uri": PAGE,
        "text": "",
        "tags": [],
        "group": "__world__",
        "permissions": {"read": ["group:__world__"]},
        "target": [{"source": PAGE, "selector": [RANGE, POSITION, QUOTE]}],
        "document": {"title": ["The harbour"]},
        "flagged": False,
        "hidden": False,
        **fields,
    }


RANGE: Final = {
    "type": "RangeSelector",
    "startContainer": "/div[1]/p[2]",
    "startOffset": 0,
    "endContainer": "/div[1]/p[2]",
    "endOffset": 14,
}


def rows(value: object, labels: Labels | None = None) -> list[Row]:
    content = value if isinstance(value, bytes) else json.dumps(value).encode()
    return list(read(DataFile("a.json", content, labels or Labels())))


def said(value: object, labels: Labels | None = None) -> list[Value]:
    """Return what a file of one annotation says of the words it is about."""
    (row,) = rows(value, labels)
    assert isinstance(row, Incoming), row
    assert row.words in {WORDS, QUOTED}
    return [each.value for each in row.said]


def refusal(value: object) -> str:
    (row,) = rows(value)
    assert isinstance(row, Refused), row
    return row.reason


# What a file may be

TAGGED: Final = annotation(body=remark("claim", purpose="tagging"))


@pytest.mark.parametrize(
    "document",
    [
        TAGGED,
        [TAGGED],
        {"type": "AnnotationPage", "items": [TAGGED]},
        {"type": "AnnotationCollection", "total": 1, "first": {"items": [TAGGED]}},
        {"@context": CONTEXT, "@graph": [TAGGED]},
        {"total": 1, "rows": [hypothesis_record(tags=["claim"])]},
        {"export_date": "2026", "annotations": [hypothesis_record(tags=["claim"])]},
        hypothesis_record(tags=["claim"]),
    ],
)
def test_annotations_are_found_in_what_holds_them(document: object) -> None:
    assert said(document) == [TagValue(tag=Tag.CLAIM)]
    assert recognises("a.json", json.dumps(document)[:4096])


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_lines_of_annotations_are_numbered_as_they_stand(end: bytes) -> None:
    line = json.dumps(TAGGED).encode()
    content = b"\xef\xbb\xbf" + end.join([line, b"", b"{]", b"7", line, b""])
    assert [(type(row), row.line) for row in rows(content)] == [
        (Incoming, 1),
        (Refused, 3),
        (Refused, 4),
        (Incoming, 5),
    ]


@pytest.mark.parametrize(
    ("content", "advice"),
    [
        (b"", "broken JSON"),
        (b"\x00\x01", "broken JSON"),
        (b'{"type":"Annotation"', "line 1, character 21"),
        (b'[\n{"type":"Annotation"},\n', "line 3"),
        (b"\xff{}", "UTF-8"),
        (b"[" * 100_000, "save it again"),
        (b'{"a": ' + b"9" * 5000 + b"}", "save it again"),
        (b"{}", "--format"),
        (b"7", "--format"),
        (b'{"type": "AnnotationCollection", "total": 9, "first": "https://x"}', "another page"),
    ],
)
def test_another_file_is_refused_with_advice(content: bytes, advice: str) -> None:
    with pytest.raises(Unreadable, match=advice):
        rows(content)


@pytest.mark.parametrize(
    "holder", ["{}", '{{"total": 3, "rows": {}}}', '{{"first": {{\n"items": {}}}, "total": 3}}']
)
def test_people_are_told_the_lines_of_what_is_wrong(holder: str) -> None:
    items = ",\n".join(json.dumps(each, indent=2) for each in (TAGGED, {"type": "x"}, TAGGED))
    content = holder.format(f"[\n{items}\n]")
    wrong = content[: content.index('"x"')].count("\n")
    told = [row.line for row in rows(content.encode()) if isinstance(row, Refused)]
    assert told == [wrong]


def test_a_file_of_no_annotations_says_nothing() -> None:
    assert rows([]) == []
    assert rows({"total": 0, "rows": []}) == []
    assert rows({"type": "AnnotationCollection", "total": 0}) == []


def test_a_page_of_many_says_how_many_are_missing() -> None:
    _, missing = rows({"total": 200, "rows": [hypothesis_record(tags=["claim"])]})
    assert isinstance(missing, Remarked)
    assert "1 of 200" in missing.remark


@pytest.mark.parametrize(
    "head",
    [
        "",
        "words",
        '{"@context": "https://schema.org", "@type": "ClaimReview"}',
        '[{"id": 1, "annotations": [], "data": {}}]',
        '"http://www.w3.org/ns/anno.jsonld" is mentioned here',
    ],
)
def test_files_of_other_formats_are_not_recognised(head: str) -> None:
    assert not recognises("a.json", head)


def test_what_is_no_annotation_is_refused_and_the_rest_is_read() -> None:
    found = rows([{"type": "Dataset"}, 7, None, TAGGED])
    assert [type(row) for row in found] == [Refused, Refused, Refused, Incoming]


# Which words


@pytest.mark.parametrize(
    "target",
    [
        {"source": PAGE, "selector": QUOTE},
        {"source": {"id": PAGE, "type": "Text"}, "selector": [QUOTE]},
        [{"source": PAGE, "selector": [{"type": "FragmentSelector", "value": "p1"}, QUOTE]}],
        {"source": PAGE, "selector": {"type": "XPathSelector", "value": "/p", "refinedBy": QUOTE}},
        {
            "source": PAGE,
            "selector": {"type": "CssSelector", "refinedBy": {**POSITION, "refinedBy": [QUOTE]}},
        },
    ],
)
def test_a_quote_is_enough(target: object) -> None:
    (row,) = rows(annotation(target=target, bodyValue="Hm."))
    assert isinstance(row, Incoming)
    assert row.words == QUOTED


def test_a_position_is_enough() -> None:
    target = {"source": PAGE, "selector": {**POSITION, "refinedBy": {"type": "RangeSelector"}}}
    (row,) = rows(annotation(target=target, bodyValue="Hm."))
    assert isinstance(row, Incoming)
    assert row.words == Words(PAGE, 812, 826)


def test_a_position_within_a_part_of_a_page_is_not_one_in_the_page() -> None:
    selector = {"type": "XPathSelector", "value": "/p", "refinedBy": POSITION}
    target = {"source": PAGE, "selector": [selector, QUOTE]}
    (row,) = rows(annotation(target=target, bodyValue="Hm."))
    assert isinstance(row, Incoming)
    assert row.words == QUOTED


def test_context_that_was_cut_in_the_middle_of_an_emoji_is_of_use() -> None:
    quote = {**QUOTE, "prefix": "\ude00she said. ", "suffix": " Critics\ud83d"}
    (row,) = rows(annotation(target={"source": PAGE, "selector": quote}, bodyValue="Hm."))
    assert isinstance(row, Incoming)
    assert row.words == QUOTED


def test_each_of_several_targets_is_meant() -> None:
    targets = [{"source": f"{PAGE}/{number}", "selector": QUOTE} for number in (1, 2)]
    first, second, third = rows(annotation(target=[*targets, PAGE], bodyValue="Hm."))
    assert isinstance(first, Incoming)
    assert first.words.article == f"{PAGE}/1"
    assert isinstance(second, Incoming)
    assert second.words.article == f"{PAGE}/2"
    assert isinstance(third, Remarked)


@pytest.mark.parametrize(
    "target",
    [
        PAGE,
        None,
        {"source": PAGE},
        {"selector": QUOTE},
        {"source": PAGE, "selector": RANGE},
        {"source": PAGE, "selector": {**POSITION, "start": 900}},
        {"source": PAGE, "selector": {**QUOTE, "exact": ""}},
    ],
)
def test_what_is_said_of_no_words_is_refused(target: object) -> None:
    assert "which words of which page" in refusal(annotation(target=target, bodyValue="Hm."))


@pytest.mark.parametrize(
    "selector",
    [
        {**POSITION, "start": -1},
        {**POSITION, "start": 10**400},
        {**POSITION, "start": "here"},
        {**QUOTE, "exact": 7},
        {**QUOTE, "exact": "\ud800"},
        {**QUOTE, "prefix": ["a", "b"]},
    ],
)
def test_a_selector_that_cannot_be_is_refused_by_name(selector: object) -> None:
    target = {"source": PAGE, "selector": selector}
    reason = refusal(annotation(target=target, bodyValue="Hm."))
    assert reason.startswith("it cannot be read (target.0.selector.0.")


# What is said


def test_one_annotation_can_say_all_of_a_claim() -> None:
    """The bodies that desks write together: label, kind, rating, reasons and source."""
    bodies = [
        remark("claim", purpose="tagging"),
        remark("numerical", purpose="classifying"),
        remark("Mostly false", purpose="assessing", format="text/plain", language="en"),
        remark("The accounts show a rise by 31 %.", purpose="commenting"),
        {
            "type": "SpecificResource",
            "purpose": "linking",
            "source": "https://city.example.org/accounts.pdf",
        },
    ]
    assert said(annotation(motivation=["classifying", "assessing"], body=bodies)) == [
        TagValue(tag=Tag.CLAIM, subtypes=("numerical",)),
        Verdict(rating="mostly-false", because="The accounts show a rise by 31 %."),
        Evidence(claim="", url="https://city.example.org/accounts.pdf"),
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"bodyValue": "See the census."},
        {"body": remark("See the census.")},
        {"body": {"@value": "See the census."}, "bodyValue": "See the census."},
        {"body": [remark("See the census.", purpose="oa:replying")]},
        {"body": {"type": "SpecificResource", "source": remark("See the census.")}},
        {"body": {"type": "Choice", "items": [remark("See the census."), remark("Siehe …")]}},
        {"body": remark("See the census.", purpose=["describing"]), "motivation": "tagging"},
        {
            "body": {
                "type": "TextualBody",
                "value": {"@value": "See the census.", "@language": "en"},
            }
        },
    ],
)
def test_free_text_becomes_a_note(fields: Any) -> None:
    assert said(annotation(**fields)) == [Note(text="See the census.")]


def test_what_is_asked_becomes_a_doubt() -> None:
    body = remark("Since when?")
    motivation = "http://www.w3.org/ns/oa#questioning"
    assert said(annotation(motivation=motivation, body=body)) == [Flag(reason="Since when?")]


def test_labels_that_are_not_known_are_kept_in_the_note() -> None:
    bodies = [remark("look-up later", purpose="tagging"), remark("Hm.", purpose="commenting")]
    bodies += [remark("opinion", purpose="tagging"), remark("claim", purpose="tagging")]
    assert said(annotation(body=bodies)) == [
        TagValue(tag=Tag.OPINION),
        Note(text="Hm.\n\n#look-up later, #claim"),
    ]


def test_labels_mean_what_they_are_said_to_mean() -> None:
    labels = Labels(renamed={"Tatsache": "claim", "stimmt nicht": "false"})
    bodies = [remark("Tatsache", purpose="tagging"), remark("stimmt nicht", purpose="tagging")]
    assert said(annotation(body=bodies), labels) == [
        TagValue(tag=Tag.CLAIM),
        Verdict(rating="false"),
    ]


def test_a_link_is_evidence_with_its_stance_and_quote() -> None:
    link = {
        "type": "SpecificResource",
        "purpose": "linking",
        "source": {"id": "https://example.org/", "schema:name": "Accounts"},
        "selector": {"type": "TextQuoteSelector", "exact": "31 %", "prefix": "rose by "},
        "state": {"type": "TimeState", "cached": "https://archive.example.org/1"},
    }
    assert said(annotation(body=[link, remark("refutes", purpose="tagging")])) == [
        Evidence(
            claim="",
            url="https://example.org/",
            title="Accounts",
            archived="https://archive.example.org/1",
            quote="31 %",
            quote_before="rose by",
            stance=Stance.REFUTES,
        )
    ]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "urn:isbn:3"])
def test_an_address_that_no_browser_should_open_stays_a_name(address: str) -> None:
    found = said(annotation(motivation="linking", body=address))
    assert found == [Evidence(claim="", title=address)]


def test_a_link_for_another_purpose_is_kept_in_the_note() -> None:
    assert said(annotation(motivation="bookmarking", body="https://example.org/")) == [
        Note(text="https://example.org/")
    ]


def test_an_annotation_that_says_nothing_is_remarked() -> None:
    (row,) = rows(annotation(motivation="highlighting"))
    assert isinstance(row, Remarked)


@pytest.mark.parametrize(
    ("creator", "reviewers"),
    [
        (None, [""]),
        ("acct:ann@hypothes.is", ["ann"]),
        ("https://example.org/ann", ["https://example.org/ann"]),
        ({"id": "urn:factcheck:reviewer:Zo%C3%AB"}, ["Zoë"]),
        ({"type": "Person", "name": "Ann", "nickname": "a"}, ["Ann"]),
        ({"type": "Person", "name": "A" * 101, "nickname": "a"}, ["a"]),
        ([{"name": "ann"}, {"name": ["ben"]}, {"name": "ann"}], ["ann", "ben"]),
        ({"name": "line\nbreak"}, [""]),
    ],
)
def test_who_says_it_is_named(creator: object, reviewers: list[str]) -> None:
    (row,) = rows(annotation(creator=creator, bodyValue="Hm."))
    assert isinstance(row, Incoming)
    assert [each.reviewer for each in row.said] == reviewers


def own(**fields: Any) -> dict[str, Any]:
    return annotation(**{f"factcheck:{name}": value for name, value in fields.items()})


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"kind": "verdict"}, "rating"),
        ({"kind": "verdict", "rating": {"a": []}}, "rating"),
        ({"kind": "verdict", "rating": "false", "claim": 0}, "claim: write its number"),
        ({"kind": "verdict", "rating": "false", "claim": True}, "claim: write its number"),
        ({"kind": "evidence", "url": "javascript:alert(1)"}, "url: write it as"),
        ({"kind": "note"}, "text"),
    ],
)
def test_findings_of_our_own_that_cannot_be_are_refused(fields: Any, message: str) -> None:
    assert message in refusal(own(**fields))


def test_words_of_our_own_that_are_not_known_yet_are_passed_by() -> None:
    assert said(own(kind="flag", cls=1, colour="red")) == [Flag()]
    assert said({**own(kind="praise"), "bodyValue": "Fine."}) == [Note(text="Fine.")]


def test_evidence_that_a_verdict_rests_on_cannot_be_taken() -> None:
    remarked, taken = rows(own(kind="verdict", rating="false", used=["urn:uuid:1"]))
    assert isinstance(remarked, Remarked)
    assert isinstance(taken, Incoming)
    assert taken.said[0].value == Verdict(rating="false")


# Hypothes.is


def test_labels_of_hypothesis_are_tags_and_ratings_and_its_text_is_the_reason() -> None:
    record = hypothesis_record(tags=["Claim", "mostly false"], text="Only by 31 %.")
    (row,) = rows(record)
    assert isinstance(row, Incoming)
    assert row.words == WORDS
    assert [(each.value, each.reviewer) for each in row.said] == [
        (TagValue(tag=Tag.CLAIM), "ann"),
        (Verdict(rating="mostly-false", because="Only by 31 %."), "ann"),
    ]


def test_the_address_of_the_page_stands_in_for_one_that_is_missing() -> None:
    assert said(hypothesis_record(target=[{"selector": [QUOTE]}], text="Hm.")) == [Note(text="Hm.")]


def test_a_reply_is_a_note_on_the_words_that_it_answers() -> None:
    reply = hypothesis_record(
        id="a2",
        user="acct:ben@hypothes.is",
        text="No, claim.",
        tags=["claim"],
        references=["a1"],
        target=[{"source": PAGE}],
    )
    answered = hypothesis_record(tags=["opinion"])
    _, row = rows({"rows": [answered, reply]})
    assert isinstance(row, Incoming)
    assert row.words == WORDS
    assert [(each.value, each.reviewer) for each in row.said] == [
        (Note(text="No, claim.\n\n#claim"), "ben")
    ]


def test_a_reply_to_what_is_not_in_the_file_is_left_out() -> None:
    (row,) = rows([hypothesis_record(text="No.", references=["b2"])])
    assert row == Remarked(1, "it answers an annotation that is not in the file: left out")


@pytest.mark.parametrize("target", [[], [{"source": PAGE}], [{"source": PAGE, "selector": []}]])
def test_a_note_on_a_whole_page_is_left_out_and_so_are_its_replies(target: object) -> None:
    note = hypothesis_record(target=target, text="Hm.")
    reply = hypothesis_record(id="b2", text="Hm?", references=["a1"])
    assert rows({"total": 2, "rows": [note, reply]}) == [
        Remarked(1, "it is about the whole page: left out"),
        Remarked(2, "it is about the whole page: left out"),
    ]


def test_offsets_that_count_utf_16_lead_to_the_words_all_the_same(store: Store) -> None:
    """The client counts as JavaScript does: an emoji is two, and context may be cut within one."""
    document = added(store, "It opened 😀😀😀.", "It opened.", "It closed.", gap="\n")
    correct(store, ANN, document, {"url": PAGE})
    quote = {
        "type": "TextQuoteSelector",
        "exact": "It opened",
        "prefix": "\ude00.\n",
        "suffix": ".",
    }
    position = {"type": "TextPositionSelector", "start": 18, "end": 27}
    target = [{"source": PAGE, "selector": [RANGE, position, quote]}]
    record = hypothesis_record(target=target, tags=["filler"], text="Hm.")
    report = import_rows(store, ANN, rows({"annotations": [record]}))
    assert (report.done, report.refused) == (True, [])
    sentences = review_of(store, document, "ann").sentences
    assert [each.tag for each in sentences] == [None, Tag.FILLER, None]
    assert sentences[1].note == Note(text="Hm.")


# Anything else

_KEYS: Final = st.sampled_from(
    [
        "id",
        "type",
        "body",
        "target",
        "source",
        "selector",
        "exact",
        "start",
        "end",
        "refinedBy",
        "value",
        "purpose",
        "items",
        "creator",
        "name",
        "state",
        "cached",
        "uri",
        "user",
        "tags",
        "text",
        "references",
        "first",
        "rows",
        "total",
        "@graph",
        "bodyValue",
        "motivation",
        "schema:name",
        "factcheck:kind",
        "factcheck:claim",
        "factcheck:used",
        "factcheck:cls",
    ]
)
_JSON: Final = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(), max_size=5)
    | st.sampled_from(["\ud800", "tag", "false", "https://example.org/", "a1"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(body=_JSON, target=_JSON, creator=_JSON, kind=st.sampled_from(["", "tag", "evidence"]))
def test_whatever_stands_in_an_annotation_is_taken_or_refused(
    body: Any, target: Any, creator: Any, kind: str
) -> None:
    fields = {"body": body, "target": target, "creator": creator, "factcheck:kind": kind}
    assert rows([annotation(**fields)])
    assert rows([{**hypothesis_record(text=body, tags=body, user=creator), "target": target}])
    assert rows([hypothesis_record(references=body, text="Hm."), annotation(body=body)])


@given(document=_JSON)
def test_whatever_a_file_holds_is_read_or_refused(document: Any) -> None:
    with suppress(Unreadable):
        rows(document)
    with suppress(Unreadable):
        rows({"type": "AnnotationPage", "items": document})


@given(content=st.binary(max_size=60))
def test_whatever_bytes_a_file_holds_are_read_or_refused(content: bytes) -> None:
    recognises("a", content.decode("latin-1"))
    with suppress(Unreadable):
        rows(content)
