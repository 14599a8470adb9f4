"""Web Annotations: what the standard demands, what a graph holds, and what comes back."""

import json
import re
import tracemalloc
from collections.abc import Iterator, Mapping
from pathlib import Path
from shutil import copyfile
from types import SimpleNamespace
from typing import Any, Final, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.decision import Author
from factcheck.domain.document import Document, Sentence
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Attachment, Evidence
from factcheck.domain.findings.remark import Flag, Note
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Adjudication, Verdict
from factcheck.domain.identity import EvidenceId, claim_id, document_id, sentence_id
from factcheck.domain.review import ClaimReview, EvidenceReview
from factcheck.domain.said import Said, Stamp
from factcheck.domain.scales.scales import Scales
from factcheck.domain.selection import Selection, View
from factcheck.domain.tag import Tag
from factcheck.domain.value import Value
from factcheck.domain.vocabulary.claims import Attribution, ClaimantKind, WorthinessReason
from factcheck.domain.vocabulary.sign_off import ClaimState, Confidence
from factcheck.domain.vocabulary.sources import AnswerType, SourceType
from factcheck.domain.vocabulary.stance import Stance
from factcheck.export.data.linked_data.webannotation import lines
from factcheck.reading.data.incoming import DataFile, Incoming, Statement, Words
from factcheck.reading.data.labels import Labels
from factcheck.reading.data.linked_data.webannotation import read, recognises
from factcheck.services import deciding
from factcheck.services.claims import describe_claim
from factcheck.services.evidence import add_evidence
from factcheck.services.ledger import Ledger
from factcheck.services.particulars import correct
from factcheck.services.reporting import (
    Judgement,
    ReportedArticle,
    ReportedClaim,
    ReportedSentence,
)
from factcheck.services.selecting import Export, exported
from factcheck.services.signing_off import adjudicate
from factcheck.services.verdicts import judge
from factcheck.store.store import Store
from tests.articles import added, sentences_of
from tests.export.data.json_ld import graph, nodes
from tests.importing import import_rows

GOLDEN: Final = Path(__file__).parents[1] / "golden" / "webannotation.json"
ANN = Author(reviewer="ann")
ZOE = Author(reviewer="Zoë, Editor")
FAMILY: Final = "👨\u200d👩\u200d👧"
ADDRESS: Final = "https://news.example.com/harbour"
SENTENCES: Final = (
    'The mayor said: "We doubled the\tharbour budget" </script><!-- 😀.',
    "=cmd|' /C calc'!A0 e\u0301te\u0301 שלום \u202eabc\u202c.",
    f"It is lovely {FAMILY}.",
    "Nobody said anything of this one.",
)
MOTIVATIONS: Final = frozenset(
    [
        "assessing",
        "bookmarking",
        "classifying",
        "commenting",
        "describing",
        "editing",
        "highlighting",
        "identifying",
        "linking",
        "moderating",
        "questioning",
        "replying",
        "tagging",
    ]
)
OA: Final = "http://www.w3.org/ns/oa#"


@pytest.fixture
def project(store: Store) -> Store:
    """Two articles, one with an address; two reviewers who differ, and somebody who decides."""
    document = added(store, *SENTENCES, gap="\r\n")
    correct(store, ANN, document, {"url": ADDRESS, "language": "en"})
    first, second, third, _ = (sentence.id for sentence in sentences_of(store, document))
    claim = claim_id(first)
    deciding.describe_tag(
        store, ANN, [first], Tag.CLAIM, subtypes="numerical, quote", attribution="third-party"
    )
    describe_claim(
        store,
        ANN,
        claim,
        {"text": "The harbour budget doubled.", "claimant": "The mayor", "date": "2025-11"},
    )
    deciding.note(store, ZOE, [second], "Ask the 🏛️ archive.\nTwice.")
    deciding.flag(store, ANN, [third], "A view, or a claim?", guideline=True)
    deciding.flag(store, ZOE, [third], "")
    deciding.tag(store, ZOE, [third], Tag.OPINION)
    _research(store, claim_id(first), claim_id(first, 2))
    other = added(store, "The bridge is closed.", source="b.txt")
    deciding.tag(store, ZOE, [sentences_of(store, other)[0].id], Tag.CLAIM)
    return store


def _research(store: Store, claim: Any, further: Any) -> None:
    item = Evidence(
        claim=claim,
        url="https://city.example.org/accounts|2024.pdf",
        title="Accounts",
        publisher="The city",
        author="Treasurer",
        published="2025-03",
        archived="https://archive.example.org/accounts",
        quote="Cash figures: +31 %.",
        quote_before="In total. ",
        stance=Stance.REFUTES,
        note="Ask for 2023.",
        accessed="2025-11-20",
        question="How much?",
        type=SourceType.GOVERNMENT,
    )
    add_evidence(store, ANN, item)
    add_evidence(store, ZOE, Evidence(claim=claim, title="A call", accessed="2025-11-20"))
    judge(store, ANN, claim, "mostly-false", "**31 %**, not 100 %.", fields={"confidence": "high"})
    judge(store, ZOE, claim, "false", fields={"missing": "The figures for 2023."})
    adjudicate(store, ZOE, claim, "false", because="Far from it.")
    judge(store, ANN, further, "missing-context")


def written(export: Export) -> dict[str, Any]:
    """Return the collection that the lines of an export are."""
    parsed: dict[str, Any] = json.loads("\n".join(lines(export)))
    return parsed


def annotations(export: Export) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = written(export)["first"]["items"]
    return items


def steady(text: str) -> str:
    """Return an export without what differs from run to run: names are numbered as they come."""
    names: dict[str, str] = {}
    text = re.sub(
        r"urn:uuid:[0-9a-f-]{36}", lambda m: names.setdefault(m[0], f"urn:uuid:{len(names)}"), text
    )
    return re.sub(r"\d{4}-\d\d-\d\dT[\d:.]+Z", "2026-03-01T09:30:00.000000Z", text)


def test_the_format_stays_as_it_is(project: Store) -> None:
    text = "".join(f"{line}\n" for line in lines(exported(project, Selection())))
    assert steady(text) == GOLDEN.read_text(encoding="utf-8")


def test_the_same_findings_are_written_alike(project: Store) -> None:
    assert list(lines(exported(project, Selection()))) == list(
        lines(exported(project, Selection()))
    )


def test_each_annotation_stands_on_a_line_of_ascii(project: Store) -> None:
    export = exported(project, Selection())
    _, _, *held, _ = lines(export)
    assert [json.loads(line.rstrip(",")) for line in held] == annotations(export)
    assert all(line.isascii() and line.isprintable() for line in held)


def test_a_changed_verdict_keeps_the_name_of_its_annotation(
    store: Store, article: Document
) -> None:
    claim = claim_id(sentences_of(store, article)[0].id)
    judge(store, ANN, claim, "false")
    before = annotations(exported(store, Selection()))
    judge(store, ANN, claim, "true")
    after = annotations(exported(store, Selection()))
    assert [each["id"] for each in before] == [each["id"] for each in after]
    assert after[1]["modified"] > before[1]["modified"]


def test_those_who_agree_are_all_named(store: Store, article: Document) -> None:
    first = sentences_of(store, article)[0].id
    for author in (ANN, ZOE):
        deciding.tag(store, author, [first], Tag.FILLER)
    (tag,) = annotations(exported(store, Selection(view=View.AGREED)))
    assert [person["name"] for person in tag["creator"]] == ["Zoë, Editor", "ann"]
    (row,) = read(data_file(exported(store, Selection(view=View.AGREED))))
    assert isinstance(row, Incoming)
    assert [said.reviewer for said in row.said] == ["Zoë, Editor", "ann"]


def test_what_annotations_do_not_hold_is_counted(store: Store, article: Document) -> None:
    claim = claim_id(sentences_of(store, article)[0].id)
    attached = Attachment(sha256="0" * 64, name="a.png", media_type="image/png", size=1)
    add_evidence(store, ANN, Evidence(claim=claim, title="A photo", attachments=(attached,)))
    export = exported(store, Selection())
    list(lines(export))
    assert export.ledger.left_out == {
        "sentences: nothing is said of them": 2,
        "attachments: files do not fit in": 1,
    }


def test_an_export_without_findings_is_an_empty_collection(store: Store, article: Document) -> None:
    collection = written(exported(store, Selection()))
    assert collection["total"] == 0
    assert "first" not in collection
    assert list(read(data_file(exported(store, Selection())))) == []


def test_everything_obeys_the_rules_of_the_data_model(project: Store) -> None:
    for view in View:
        assert list(objections(written(exported(project, Selection(view=view))))) == []


def objections(collection: Mapping[str, Any]) -> Iterator[str]:
    """Yield which rules of the Web Annotation Data Model are broken (W3C, 2017, 3 to 5)."""
    if "http://www.w3.org/ns/anno.jsonld" not in collection["@context"]:
        yield "context"
    page = collection["first"]
    if collection["type"] != "AnnotationCollection" or page["type"] != "AnnotationPage":
        yield "type"
    if collection["total"] != len(page["items"]) or collection["last"] != page["id"]:
        yield "total"
    names = [collection["id"], page["id"], *(each["id"] for each in page["items"])]
    if len(set(names)) != len(names) or not all(map(is_iri, names)):
        yield "id"
    for annotation in page["items"]:
        yield from (f"{annotation['id']}: {rule}" for rule in _broken_by(annotation))


def _broken_by(annotation: Mapping[str, Any]) -> Iterator[str]:
    if annotation["type"] != "Annotation" or annotation["motivation"] not in MOTIVATIONS:
        yield "motivation"
    for name in ("created", "modified"):
        if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", annotation[name]):
            yield name
    for body in annotation.get("body", ()):
        if body["purpose"] not in MOTIVATIONS:
            yield "purpose"
        if body["type"] == "TextualBody" and not isinstance(body["value"], str):
            yield "value"
        if body["type"] == "SpecificResource":
            yield from _broken_by_part(body, body["source"]["id"])
    yield from _broken_by_part(annotation["target"], annotation["target"]["source"])
    if {each["type"] for each in annotation["target"]["selector"]} != {
        "TextQuoteSelector",
        "TextPositionSelector",
    }:
        yield "selector"


def _broken_by_part(part: Mapping[str, Any], source: str) -> Iterator[str]:
    if not is_iri(source):
        yield "source"
    selectors = part.get("selector", [])
    for selector in selectors if isinstance(selectors, list) else [selectors]:
        if selector["type"] == "TextQuoteSelector":
            for name in ("exact", "prefix", "suffix"):
                if not isinstance(selector.get(name, ""), str):
                    yield name
        elif not 0 <= selector["start"] <= selector["end"]:
            yield "position"


def is_iri(text: str) -> bool:
    return bool(re.fullmatch(r'[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+', text))


def test_quotes_and_positions_are_the_words_in_the_text(project: Store) -> None:
    texts = {document.id: document.text for document in project.documents.all()}
    for annotation in annotations(exported(project, Selection())):
        target = annotation["target"]
        text = texts[target["factcheck:document"]]
        quote, position = target["selector"]
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])
        assert len(quote["prefix"]) <= 32 >= len(quote["suffix"])


@pytest.mark.parametrize(
    ("before", "prefix"),
    [
        ("x" * 40, "x" * 32),
        ("e\u0301" + "x" * 31, "x" * 31),
        (FAMILY + "x" * 30, "x" * 30),
        ("\r\n" + "x" * 31, "x" * 31),
        ("🇩🇪" + "x" * 31, "x" * 31),
        ("a" + "\u0301" * 40, ""),
    ],
)
def test_context_never_cuts_what_readers_see_as_one_character(
    store: Store, before: str, prefix: str
) -> None:
    document = added(store, before, "Said.", FAMILY * 7, gap="\n")
    deciding.tag(store, ANN, [sentences_of(store, document)[1].id], Tag.FILLER)
    (annotation,) = annotations(exported(store, Selection()))
    quote, _ = annotation["target"]["selector"]
    assert quote["prefix"] == (prefix[1:] if len(prefix) == 32 else prefix) + "\n"
    assert quote["suffix"] == "\n" + FAMILY * 6


def test_a_page_that_was_fetched_says_when(store: Store) -> None:
    address = "https://news.example.com/a"
    document = added(store, "Said.", source=address)
    correct(store, ANN, document, {"url": address})
    moment = "2026-03-01T09:30:00.000000Z"
    dated = document.model_copy(update={"url": address, "added": moment})
    article = reported_article(dated, [finding(TagValue(tag=Tag.FILLER))])
    (annotation,) = annotations(export_of(article))
    assert annotation["target"]["state"] == {"type": "TimeState", "sourceDate": moment}


def test_processors_of_linked_data_see_the_findings(project: Store) -> None:
    collection = written(exported(project, Selection()))
    assert len(nodes(collection, f"{OA}Annotation")) == collection["total"]
    quads = "\n".join(graph(collection))
    assert f'<{OA}exact> "It is lovely {FAMILY}."' in quads
    assert "<http://schema.org/ratingValue>" in quads
    assert "<https://city.example.org/accounts%7C2024.pdf>" in quads
    assert f"<{OA}motivatedBy> <{OA}assessing>" in quads
    assert "<urn:factcheck:rating>" in quads


def test_each_annotation_says_the_same_alone_as_in_the_collection(project: Store) -> None:
    collection = written(exported(project, Selection()))
    items = collection["first"]["items"]
    alone = [graph({"@context": collection["@context"], **each}) for each in items]
    named = {quad for quads in alone for quad in quads if "_:" not in quad}
    assert named <= set(graph(collection))


def data_file(export: Export) -> DataFile:
    content = "".join(f"{line}\n" for line in lines(export)).encode()
    return DataFile("a.json", content, Labels())


def test_an_export_is_recognised(project: Store) -> None:
    head = "\n".join(lines(exported(project, Selection())))[:4096]
    assert recognises("findings.json", head)


# What comes back

_TEXT: Final = st.text(max_size=20)
_LINE: Final = st.text(max_size=20).map(lambda text: " ".join(text.split()))
_DATE: Final = st.sampled_from(["", "2025", "2025-11", "2025-11-20"])
_URL: Final = st.sampled_from(
    ["", "https://example.org/", "http://example.org/a|b{c}?q=é%20#f", "https://ex.org/urn:uuid:1"]
)
_NAME: Final = st.sampled_from(["ann", "Zoë, Editor", "acct:ben@example.org", "a/b c"])


def _maybe(values: Any) -> st.SearchStrategy[Any]:
    return st.none() | st.sampled_from(list(values))


_VALUES: Final = st.one_of(
    st.builds(
        TagValue,
        tag=st.sampled_from(Tag),
        subtypes=st.lists(st.sampled_from(["quote", "a-b", "numerical"]), unique=True).map(tuple),
        attribution=_maybe(Attribution),
        duration_ms=st.none() | st.integers(0, 10**9),
        context_shown=_maybe([True, False]),
        guideline=_TEXT,
    ),
    st.builds(Note, text=_TEXT.filter(str.strip)),
    st.builds(Flag, reason=_TEXT, guideline=st.booleans()),
    st.builds(
        Claim,
        text=_TEXT,
        claimant=_LINE,
        claimant_kind=_maybe([ClaimantKind.PERSON, ClaimantKind.ORGANISATION]),
        date=_DATE,
        place=_LINE,
        types=st.sampled_from([(), ("quote", "causal")]),
        topics=st.lists(_LINE, max_size=2).map(tuple),
        worthiness_reasons=st.sampled_from([(), (WorthinessReason.HARM,)]),
        priority=_maybe([1, 3]),
    ),
    *(
        st.builds(
            kind,
            rating=st.sampled_from(["false", "no-such-rating"]),
            scale=st.sampled_from(["google5", "our-own"]),
            conclusion=_LINE,
            because=_TEXT,
            confidence=_maybe(Confidence),
            missing=_TEXT,
            cutoff=_DATE,
            blind=_maybe([True, False]),
            duration_ms=st.none() | st.integers(0, 10**9),
        )
        for kind in (Verdict, Adjudication)
    ),
    st.builds(
        Evidence,
        claim=st.just(""),
        url=_URL,
        title=_LINE.map(lambda line: line or "Untitled"),
        publisher=_LINE,
        author=_LINE,
        published=_DATE,
        archived=_URL,
        not_archived=_TEXT,
        type=_maybe(SourceType),
        anonymous=st.booleans(),
        quote=_TEXT,
        quote_before=_TEXT,
        quote_after=_TEXT,
        locator=_LINE,
        stance=st.sampled_from(Stance),
        question=_TEXT,
        answer=_TEXT,
        answer_type=_maybe(AnswerType),
        note=_TEXT,
        accessed=_DATE,
    ),
)


def finding(value: Value, reviewer: str = "ann", claim: int = 1) -> Statement:
    return Statement(value, reviewer, claim)


def reported_article(document: Document, said: list[Statement]) -> ReportedArticle:
    """Return an article with its first word as a sentence, and what is said of it."""
    end = len(document.text)
    words = Sentence(
        id=sentence_id(document.id, 0, end), number=1, start=0, end=end, text=document.text
    )
    return ReportedArticle(document, (_reported(words, said),), ("ann",), None)


def _reported(words: Sentence, said: list[Statement]) -> ReportedSentence:
    of: dict[type[Value], dict[str, Said[Any]]] = {kind: {} for kind in (TagValue, Note, Flag)}
    claims = []
    for value, reviewer, number in said:
        stamp = Stamp(reviewer, "2026-03-01T09:30:00.000000Z", "")
        if type(value) in of:
            of[type(value)][reviewer] = Said(value, stamp)
        else:
            claims.append(_claim(words, value, stamp, number))
    return ReportedSentence(words, of[TagValue], of[Note], of[Flag], tuple(claims))


def _claim(words: Sentence, value: Value, stamp: Stamp, number: int) -> ReportedClaim:
    name = claim_id(words.id, number)
    review = ClaimReview(id=name, sentence=words.id, text=words.text)
    claim = ReportedClaim(review, ClaimState.CANDIDATE, {}, None, stamp, {})
    if isinstance(value, Claim):
        return claim._replace(claim=review.model_copy(update={"claim": value}))
    if isinstance(value, Evidence):
        item = EvidenceReview(id=EvidenceId("e"), evidence=value.model_copy(update={"claim": name}))
        with_item = review.model_copy(update={"evidence": (item,)})
        return claim._replace(claim=with_item, given={EvidenceId("e"): stamp})
    verdict = cast(Verdict, value)
    rating = Scales().rating(verdict.scale, verdict.rating)
    judged = Judgement(verdict, rating, rating.words, None, stamp)
    if isinstance(verdict, Adjudication):
        return claim._replace(adjudication=judged)
    return claim._replace(verdicts={stamp.reviewer: judged})


def export_of(*articles: ReportedArticle) -> Export:
    """Return as much of an export as is written."""
    return cast(Export, SimpleNamespace(articles=articles, ledger=Ledger()))


def document_of(text: str, url: str = "") -> Document:
    return Document(
        id=document_id(text), number=1, title="A", source="a.txt", text=text, url=url, added="2026"
    )


@given(value=_VALUES, reviewer=_NAME, claim=st.integers(1, 3), text=st.text(min_size=1), url=_URL)
def test_what_is_written_is_read_again(
    value: Value, reviewer: str, claim: int, text: str, url: str
) -> None:
    document = document_of(text, url)
    said = finding(value, reviewer, 1 if isinstance(value, TagValue | Note | Flag) else claim)
    if value == Claim():
        return
    (row,) = read(data_file(export_of(reported_article(document, [said]))))
    assert isinstance(row, Incoming)
    words = Words(document.id, 0, len(text), text)
    assert row._replace(words=row.words._replace(page="")) == Incoming(3, words, (said,))


def test_all_findings_of_a_project_are_read_again(project: Store) -> None:
    rows = list(read(data_file(exported(project, Selection()))))
    taken = [row for row in rows if isinstance(row, Incoming)]
    assert len(taken) == len(rows)
    kinds = [type(said.value).__name__ for row in taken for said in row.said]
    assert sorted(set(kinds)) == sorted(
        ["TagValue", "Note", "Flag", "Claim", "Verdict", "Adjudication", "Evidence"]
    )
    assert {said.reviewer for row in taken for said in row.said} == {"ann", "Zoë, Editor"}
    assert {said.claim for row in taken for said in row.said} == {1, 2}


def test_the_findings_stand_in_another_database_as_they_did(
    project: Store, tmp_path: Path, empty_database: Path
) -> None:
    file = data_file(exported(project, Selection()))
    copyfile(empty_database, tmp_path / "other.db")
    with Store(tmp_path / "other.db") as other:
        document = added(other, *SENTENCES, gap="\r\n")
        correct(other, ANN, document, {"url": ADDRESS, "language": "en"})
        added(other, "The bridge is closed.", source="b.txt")
        report = import_rows(other, ZOE, read(file))
        assert (report.done, report.refused, report.remarks) == (True, [], [])
        again = data_file(exported(other, Selection()))
    assert steady(again.content.decode()) == steady(file.content.decode())


def test_what_is_here_already_is_not_taken_again(project: Store) -> None:
    file = data_file(exported(project, Selection()))
    report = import_rows(project, ZOE, read(file))
    assert (report.done, report.refused) == (True, [])
    assert report.taken.total() == 0
    assert data_file(exported(project, Selection())).content == file.content


def test_a_tool_that_drops_unknown_words_leaves_most_of_it(project: Store) -> None:
    """Many programs keep of an annotation only what the standard defines."""
    kept = [
        {name: value for name, value in each.items() if ":" not in name}
        for each in annotations(exported(project, Selection()))
    ]
    rows = list(read(DataFile("a.json", json.dumps(kept).encode(), Labels())))
    said = [each.value for row in rows if isinstance(row, Incoming) for each in row.said]
    assert TagValue(tag=Tag.CLAIM, subtypes=("numerical", "quote")) in said
    assert Verdict(rating="mostly-false", because="**31 %**, not 100 %.") in said
    assert Note(text="Ask the 🏛️ archive.\nTwice.") in said
    assert Flag(reason="A view, or a claim?") in said
    assert any(isinstance(value, Evidence) and value.stance is Stance.REFUTES for value in said)


@pytest.mark.soak
def test_many_articles_take_no_more_memory_than_one(store: Store) -> None:
    articles = (
        reported_article(document_of(f"{number} words."), [finding(TagValue(tag=Tag.CLAIM))])
        for number in range(20_000)
    )
    tracemalloc.start()
    export = cast(Export, SimpleNamespace(articles=articles, ledger=Ledger()))
    number = sum(1 for _ in lines(export))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert number == 20_003
    assert peak < 2_000_000
