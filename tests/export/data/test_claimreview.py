"""ClaimReview out: complete, as schema.org has it, safe in a page, and every objection named."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from factcheck.domain.clock import now, timestamp
from factcheck.domain.decision import Author
from factcheck.domain.document import Document
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import ClaimId, claim_id
from factcheck.domain.scales.scales import PRESETS
from factcheck.domain.scheme.organisation import Organisation
from factcheck.domain.selection import Selection
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.sign_off import CorrectionKind
from factcheck.export.data.linked_data.claimreview import claim_review, files, lines, script_safe
from factcheck.export.data.linked_data.claimreview_rules import problems
from factcheck.export.data.linked_data.plain_text import plain_text
from factcheck.export.data.linked_data.schema_org import misuses
from factcheck.reading.data.incoming import Incoming, Statement, Words
from factcheck.services import deciding, particulars, schemes, signing_off, verdicts
from factcheck.services.adding import add_sources
from factcheck.services.claims import describe_claim
from factcheck.services.evidence import add_evidence
from factcheck.services.recording import Remedy, correct
from factcheck.services.reporting import unchecked
from factcheck.services.selecting import Export, exported
from factcheck.store.store import Store
from tests.articles import sentences_of
from tests.export.data import json_ld
from tests.importing import import_rows

GOLDEN: Final = Path(__file__).parents[1] / "golden" / "claimreview.jsonld"
ANN: Final = Author(reviewer="ann")
BEN: Final = Author(reviewer="ben")
EVE: Final = Author(reviewer="eve")
TEXT: Final = (
    "“The quay is 40 km long,” she said 👩🏽‍✈️.\r\n\r\n"
    "The cafe\u0301\tis </script><script>alert(1)</script> red. "
    "The cell =cmd|calc costs nothing. "
    "الميناء هو الأكبر. \u202eIt is\u202c lovely. Nobody was ever dismissed. Ships sing."
)
TODAY: Final = timestamp(now())[:10]
QUAY, CAFE, CMD, HARBOUR, LOVELY, NOBODY, SHIPS = range(7)


def review(export: Export, number: int = 0) -> Any:
    return graph_of(export)[number]


def graph_of(export: Export) -> list[Any]:
    """Return the fact-checks of an export, without what describes the file."""
    graph: list[Any] = json.loads("\n".join(lines(export)))["@graph"]
    return graph[1:]


def everything(store: Store, selection: Selection | None = None) -> Export:
    return exported(store, selection or Selection())


@pytest.fixture
def port(store: Store, tmp_path: Path) -> Document:
    """An article with a page, and a newsroom that has a name."""
    organisation = Organisation(
        name="Example Desk",
        url="https://desk.example.org/",
        corrections="https://desk.example.org/corrections",
        methodology="https://desk.example.org/method",
    )
    now = store.schemes.in_force()
    schemes.apply(store, ANN, now.model_copy(update={"organisation": organisation}))
    (tmp_path / "port.txt").write_bytes(TEXT.encode())
    (addition,) = add_sources(store, ANN, [str(tmp_path / "port.txt")])
    assert addition.article
    known = {"url": "https://news.example.com/port", "date": "2024-06", "language": "en"}
    particulars.correct(store, ANN, addition.article, {**known, "publisher": "The Post"})
    corrected = store.documents.with_id(addition.article.id)
    assert corrected
    return corrected


def named(store: Store, article: Document, place: int, further: int = 1) -> ClaimId:
    return claim_id(sentences_of(store, article)[place].id, further)


def check_quay(store: Store, claim: ClaimId) -> None:
    """Carry a fact-check from the wording to a correction after publication."""
    said = {
        "text": "The quay is 40 km long",
        "claimant": "Ida Lund",
        "claimant_kind": "person",
        "claimant_role": "harbour master",
        "date": "2024-06",
        "place": "Port Example",
        "first_appearance": "a speech on the quay",
        "topics": "quay, length",
    }
    describe_claim(store, ANN, claim, said)
    add_evidence(
        store,
        ANN,
        Evidence.of(
            claim=claim,
            url="https://survey.example.net/quay?a=1&b=<2>",
            title="Survey of the quay",
            publisher="Land Office",
            author="J. Doe",
            published="2023",
            archived="https://archive.example.net/quay",
            quote="4.0 km",
            stance="refutes",
            accessed="2024-06-20",
        ),
    )
    hidden = Evidence.of(
        claim=claim,
        url="https://leak.example.net/",
        title="The clerk of the port",
        publisher="Port",
        author="A Clerk",
        archived="https://archive.example.net/leak",
        anonymous=True,
        stance="supports",
        accessed="2024",
    )
    add_evidence(store, ANN, hidden)
    because = "It is **4.0 km**, see [the survey](https://survey.example.net/).\n\n5. May is later."
    verdicts.judge(store, ANN, claim, "mostly-false", because)
    signing_off.vote(store, EVE, claim, "approve")
    signing_off.publish(store, EVE, claim, "https://desk.example.org/quay", date="2024-07-02")
    remedy = Remedy(kind=CorrectionKind.UPDATE, text="The quay was measured anew.")
    verdicts.judge(store, ANN, claim, "false", because, remedy=remedy)


@pytest.fixture
def checked(store: Store, port: Document) -> Document:
    """The article with fact-checks of every sort, by two reviewers."""
    check_quay(store, named(store, port, QUAY))
    verdicts.judge(store, ANN, named(store, port, CAFE), "true", "</script><!-- \x1b[31m")
    describe_claim(store, ANN, named(store, port, CAFE, 2), {"text": "A café is red"})
    verdicts.judge(store, BEN, named(store, port, CAFE, 2), "unproven")
    verdicts.judge(store, ANN, named(store, port, CMD), "true")
    verdicts.judge(store, BEN, named(store, port, CMD), "false")
    deciding.tag(store, ANN, [sentences_of(store, port)[HARBOUR].id], Tag.CLAIM)
    deciding.tag(store, ANN, [sentences_of(store, port)[LOVELY].id], Tag.OPINION)
    deciding.note(store, ANN, [sentences_of(store, port)[LOVELY].id], "a note")
    return port


def test_the_graph_is_byte_for_byte_the_golden_file(store: Store, checked: Document) -> None:
    written = "".join(f"{line}\n" for line in lines(everything(store)))
    assert written.replace(TODAY, "TODAY") == GOLDEN.read_text("utf-8")


def test_two_runs_are_byte_identical(store: Store, checked: Document) -> None:
    export = everything(store)
    once = list(lines(export))
    assert list(lines(export)) == once
    assert list(lines(everything(store))) == once


def test_the_graph_says_what_the_desk_says(store: Store, checked: Document) -> None:
    said = review(everything(store))
    term = "http://schema.org/"
    page = "https://desk.example.org/quay"
    date = {"@type": f"{term}Date"}

    def thing(kind: str, **properties: object) -> dict[str, object]:
        return {"@type": term + kind, **{term + name: p for name, p in properties.items()}}

    desk = thing(
        "Organization",
        name="Example Desk",
        url={"@id": "https://desk.example.org/"},
        correctionsPolicy={"@id": "https://desk.example.org/corrections"},
        publishingPrinciples={"@id": "https://desk.example.org/method"},
    )
    claim = thing(
        "Claim",
        identifier=named(store, checked, QUAY),
        text="“The quay is 40 km long,” she said 👩🏽‍✈️.",
        author=thing("Person", name="Ida Lund", jobTitle="harbour master"),
        datePublished={**date, "@value": "2024-06"},
        contentLocation=thing("Place", name="Port Example"),
        keywords=["quay", "length"],
        firstAppearance=thing("CreativeWork", name="a speech on the quay"),
        appearance=thing(
            "Article",
            url={"@id": "https://news.example.com/port"},
            headline=checked.title,
            datePublished={**date, "@value": "2024-06"},
            inLanguage="en",
            publisher=thing("Organization", name="The Post"),
        ),
    )
    survey = thing(
        "CreativeWork",
        name="Survey of the quay",
        url={"@id": "https://survey.example.net/quay?a=1&b=%3C2%3E"},
        identifier="https://survey.example.net/quay?a=1&b=<2>",
        publisher=thing("Organization", name="Land Office"),
        author={f"{term}name": "J. Doe"},
        datePublished={**date, "@value": "2023"},
        archivedAt={"@id": "https://archive.example.net/quay"},
        description="refutes the claim",
        hasPart=thing("Quotation", text="4.0 km"),
    )
    anonymous = thing(
        "CreativeWork",
        name="A source that has to stay anonymous",
        description="supports the claim",
    )
    expected = thing(
        "ClaimReview",
        url={"@id": page},
        datePublished={**date, "@value": "2024-07-02"},
        dateModified={**date, "@value": said["dateModified"]},
        inLanguage="en",
        author=desk,
        claimReviewed="The quay is 40 km long",
        itemReviewed=claim,
        reviewRating=thing(
            "Rating",
            identifier="google5/false",
            alternateName="False",
            ratingValue=1,
            worstRating=1,
            bestRating=5,
            ratingExplanation="It is 4.0 km, see the survey (https://survey.example.net/).\n\n"
            "5. May is later.",
        ),
        reviewBody="It is **4.0 km**, see [the survey](https://survey.example.net/).\n\n"
        "5. May is later.",
        citation=[survey, anonymous],
        correction=thing(
            "CorrectionComment",
            datePublished={**date, "@value": said["dateModified"]},
            name="update",
            text="The quay was measured anew.",
            keywords="verdict",
            description="“Mostly false” became “False”",
        ),
    )
    expected["@id"] = said["@id"]
    alone = {"@context": "https://schema.org", **said}
    assert json_ld.graph(alone) == json_ld.graph(expected)


def test_the_pages_and_the_graph_say_the_same(store: Store, checked: Document) -> None:
    *pages, graph = ["\n".join(file.lines) for file in files(everything(store))]
    head, *reviews = json.loads(graph)["@graph"]
    assert head["@type"] == "Dataset"
    assert len(json_ld.nodes(graph, "http://schema.org/ClaimReview")) == len(pages) == 3
    together = {"@context": "https://schema.org", "@graph": reviews}
    each = {"@graph": [json.loads(page) for page in pages]}
    assert json_ld.graph(together) == json_ld.graph(each)


def test_the_graph_says_that_it_is_not_for_search_engines(store: Store, checked: Document) -> None:
    (head,) = json_ld.nodes("\n".join(lines(everything(store))), "http://schema.org/Dataset")
    (description,) = head["http://schema.org/description"]
    assert "Not for search engines" in description["@value"]


def test_files_are_named_by_wording_and_are_stable(store: Store, checked: Document) -> None:
    names = [file.name for file in files(everything(store))]
    assert [re.sub(r"-[0-9a-f]{8}\.", "-ID.", name) for name in names] == [
        "the-quay-is-40-km-long-ID.jsonld",
        "the-café-is-script-script-alert-1-script-ID.jsonld",
        "a-café-is-red-ID.jsonld",
        "graph.jsonld",
    ]
    of_ben = everything(store, Selection(reviewers=("ben",)))
    assert [name for name in names if name in {file.name for file in files(of_ben)}] == names[2:]


def test_nothing_said_can_end_a_script_or_command_a_terminal(
    store: Store, checked: Document
) -> None:
    written = "\n".join(lines(everything(store)))
    assert written.replace("\n", "").isprintable()
    assert written.isascii()
    assert not set("<>&\x7f") & set(written)
    _, hostile, *_ = graph_of(everything(store))
    assert hostile["itemReviewed"]["text"] == (
        "The cafe\u0301\tis </script><script>alert(1)</script> red."
    )
    assert hostile["reviewRating"]["ratingExplanation"] == "</script><!-- \x1b[31m"


def test_each_fact_check_stands_on_one_line(store: Store, checked: Document) -> None:
    first, *records, last = list(lines(everything(store)))
    assert (first, last) == ('{"@context": "https://schema.org", "@graph": [', "]}")
    assert [json.loads(record.rstrip(","))["@type"] for record in records] == [
        "Dataset",
        *["ClaimReview"] * 3,
    ]


def test_what_is_left_out_is_counted(store: Store, checked: Document) -> None:
    export = everything(store)
    list(lines(export))
    assert export.ledger.left_out == {
        "claims: no verdict": 1,
        "claims: reviewers differ": 1,
        "sentences: no claim in them": 3,
        "notes: not for readers": 1,
        "details of evidence: ClaimReview has no word for accessed": 2,
    }


def test_files_say_once_what_is_wrong(store: Store, checked: Document) -> None:
    one, several = everything(store), everything(store)
    list(lines(one))
    for file in files(several):
        list(file.lines)
    assert several.ledger.remarks == one.ledger.remarks
    assert several.ledger.left_out == one.ledger.left_out


def test_nothing_checked_makes_a_graph_without_fact_checks(store: Store) -> None:
    assert graph_of(everything(store)) == []
    assert [file.name for file in files(everything(store))] == ["graph.jsonld"]


def test_a_rating_beside_the_scale_has_no_number(store: Store, checked: Document) -> None:
    unproven = review(everything(store), 2)["reviewRating"]
    assert unproven == {
        "@type": "Rating",
        "identifier": "google5/unproven",
        "alternateName": "Unproven",
    }


def test_a_conclusion_is_the_rating_in_words(store: Store, port: Document) -> None:
    now = store.schemes.in_force()
    schemes.apply(store, ANN, now.model_copy(update={"scale": PRESETS["fullfact"]}))
    fields = {"conclusion": "Nobody counted them."}
    verdicts.judge(store, ANN, named(store, port, SHIPS), "conclusion", fields=fields)
    rating = review(everything(store))["reviewRating"]
    assert rating["alternateName"] == "Nobody counted them."
    assert "ratingValue" not in rating


def test_the_adjudicated_verdict_is_told(store: Store, checked: Document) -> None:
    signing_off.adjudicate(store, EVE, named(store, checked, CMD), "half-true", because="Both.")
    export = everything(store)
    assert review(export, 3)["reviewRating"]["alternateName"] == "Half true"
    assert export.ledger.left_out["verdicts: a fact-check has one"] == 2


def test_only_evidence_that_the_verdict_rests_on_is_cited(store: Store, port: Document) -> None:
    claim = named(store, port, SHIPS)
    first, second = (
        add_evidence(store, ANN, Evidence.of(claim=claim, title=title))[-1].subject
        for title in ("One", "Two")
    )
    assert first != second
    used = next(
        item.id
        for item in next(unchecked(store, [port])).claims[0].claim.evidence
        if item.evidence.title == "Two"
    )
    verdicts.judge(store, ANN, claim, "false", used=(used,))
    export = everything(store)
    assert [source["name"] for source in review(export)["citation"]] == ["Two"]
    assert export.ledger.left_out["evidence: the verdict does not rest on it"] == 1


def test_a_retracted_fact_check_is_told_no_more(store: Store, checked: Document) -> None:
    remedy = Remedy(kind=CorrectionKind.RETRACTION, text="We were wrong.")
    correct(store, EVE, named(store, checked, QUAY), remedy)
    export = everything(store)
    assert len(graph_of(export)) == 2
    assert export.ledger.left_out["claims: retracted"] == 1


def test_an_anonymous_source_cannot_be_told(store: Store, checked: Document) -> None:
    written = "\n".join(lines(everything(store)))
    for secret in ("leak.example.net", "clerk", "A Clerk", "/leak"):
        assert secret not in written


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("person", {"@type": "Person", "name": "The union", "jobTitle": "union"}),
        (
            "organisation",
            {"@type": "Organization", "name": "The union", "disambiguatingDescription": "union"},
        ),
        ("", {"name": "The union", "disambiguatingDescription": "union"}),
    ],
)
def test_nobody_is_made_a_person_who_may_be_none(
    store: Store, port: Document, kind: str, expected: dict[str, str]
) -> None:
    claim = named(store, port, SHIPS)
    said = {"claimant": "The union", "claimant_kind": kind, "claimant_role": "union"}
    describe_claim(store, ANN, claim, said)
    verdicts.judge(store, ANN, claim, "false")
    assert review(everything(store))["itemReviewed"]["author"] == expected


def test_a_claim_without_a_verdict_is_no_fact_check(store: Store, checked: Document) -> None:
    claims = next(unchecked(store, [checked])).claims
    told = [claim_review(Organisation(), checked, claim) is not None for claim in claims]
    assert told == [True, True, True, False, False]


def test_a_fact_check_can_be_put_into_a_page(store: Store, checked: Document) -> None:
    _, hostile, *_ = next(unchecked(store, [checked])).claims
    page = claim_review(store.schemes.in_force().organisation, checked, hostile)
    assert page
    assert list(page)[:2] == ["@context", "@id"]
    assert "<" not in script_safe(page)
    assert json.loads(script_safe(page)) == page


def test_objections_are_named_with_their_place_and_with_advice(
    store: Store, checked: Document
) -> None:
    export = everything(store)
    list(lines(export))
    assert export.ledger.remarks == [
        "1:2: url is missing: publish it first (factcheck publish)",
        "1:2: itemReviewed.author is missing: say who makes the claim (factcheck claim --claimant)",
        "1:2: itemReviewed.datePublished is missing:"
        " say when the claim was made (factcheck claim --date)",
        "1:2.2: url is missing: publish it first (factcheck publish)",
        "1:2.2: itemReviewed.author is missing:"
        " say who makes the claim (factcheck claim --claimant)",
        "1:2.2: itemReviewed.datePublished is missing:"
        " say when the claim was made (factcheck claim --date)",
    ]


def test_a_claimant_whom_nobody_knows_is_not_asked_for(store: Store, port: Document) -> None:
    claim = named(store, port, SHIPS)
    describe_claim(store, ANN, claim, {"claimant_kind": "unknown"})
    verdicts.judge(store, ANN, claim, "false")
    export = everything(store)
    list(lines(export))
    assert not [remark for remark in export.ledger.remarks if "author" in remark]


def test_two_fact_checks_on_one_page_are_objected_to(store: Store, port: Document) -> None:
    for place in (NOBODY, SHIPS):
        claim = named(store, port, place)
        verdicts.judge(store, ANN, claim, "false")
        signing_off.vote(store, EVE, claim, "approve")
        signing_off.publish(store, EVE, claim, "https://desk.example.org/all#x", date="2024-07-02")
    export = everything(store)
    list(lines(export))
    shared = [remark for remark in export.ledger.remarks if "page of" in remark]
    assert shared == ["1:7: url is the page of 1:6 too: give each fact-check its own"]


SOUND: Final[dict[str, Any]] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://checks.example.org/2025/budget",
    "datePublished": "2025-11-20",
    "author": {"@type": "Organization", "name": "Example Desk", "url": "https://example.org/"},
    "claimReviewed": "The harbour budget doubled",
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Jane Doe", "sameAs": "https://example.net/jane"},
        "datePublished": "2025-11",
        "appearance": {"@type": "Article", "url": "https://news.example.com/harbour"},
    },
    "reviewRating": {
        "@type": "Rating",
        "alternateName": "Mostly false",
        "ratingValue": 2,
        "worstRating": 1,
        "bestRating": 5,
    },
}


def changed(path: str, value: object) -> dict[str, Any]:
    """Return the sound fact-check with something else, or nothing, at the end of a path."""
    copy: dict[str, Any] = json.loads(json.dumps(SOUND))
    *way, last = path.split(".")
    thing = copy
    for name in way:
        thing = thing[name]
    thing.pop(last, None) if value is None else thing.update({last: value})
    return copy


def test_nothing_is_objected_to_in_a_sound_fact_check() -> None:
    assert list(problems(SOUND)) == []


@pytest.mark.parametrize(
    ("path", "value", "objection"),
    [
        ("url", None, "url is missing: publish it first"),
        ("url", "https://bit.ly/3x", "url only leads to another address"),
        ("url", "https://example.com/budget", "url is not on your own site, example.org"),
        ("url", "javascript:alert(1)", "url is 'javascript:alert(1)', and may be URL"),
        ("claimReviewed", None, "claimReviewed is missing"),
        ("claimReviewed", "x" * 76, "claimReviewed has 76 characters, more than 75"),
        ("claimReviewed", "It is mostly FALSE", "claimReviewed gives the rating away"),
        ("reviewRating", None, "reviewRating.alternateName is missing"),
        ("reviewRating.alternateName", None, "reviewRating.alternateName is missing"),
        ("reviewRating.ratingValue", 6, "reviewRating is 6 on a scale from 1 to 5"),
        ("reviewRating.worstRating", 0, "reviewRating is 2 on a scale from 0 to 5"),
        ("reviewRating.worstRating", 5, "reviewRating is 2 on a scale from 5 to 5"),
        ("reviewRating.bestRating", -1, "reviewRating is 2 on a scale from 1 to -1"),
        ("reviewRating.bestRating", None, "reviewRating needs worstRating, ratingValue, best"),
        ("reviewRating.ratingValue", "2", "reviewRating needs worstRating, ratingValue, best"),
        ("author", None, "author is missing: name your organisation"),
        ("author.@type", "Place", "author holds a Place, and may hold Organization or Person"),
        ("author.jobTitle", "desk", "author.jobTitle is no property of Organization"),
        ("itemReviewed.author", None, "itemReviewed.author is missing"),
        ("itemReviewed.author.@type", None, "itemReviewed.author is neither a person nor"),
        ("itemReviewed.author.name", "Example Desk", "itemReviewed.author is who checks it"),
        ("itemReviewed.datePublished", None, "itemReviewed.datePublished is missing"),
        ("itemReviewed.datePublished", "18/11/2025", "itemReviewed.datePublished is '18/11/2025'"),
        ("itemReviewed.appearance", None, "itemReviewed.appearance has no address"),
        (
            "itemReviewed.appearance.url",
            "https://example.org/a",
            "itemReviewed.appearance is on your own site",
        ),
        ("itemReviewed.claimReviewed", "x", "itemReviewed.claimReviewed is no property of Claim"),
    ],
)
def test_each_rule_is_checked(path: str, value: object, objection: str) -> None:
    found = list(problems(changed(path, value)))
    assert any(problem.startswith(objection) for problem in found), found
    assert all(": " in problem for problem in found)


def test_a_first_appearance_is_an_address_enough() -> None:
    review = changed("itemReviewed.appearance", None)
    work = {"@type": "CreativeWork", "url": "https://news.example.com/x"}
    review["itemReviewed"]["firstAppearance"] = work
    assert list(problems(review)) == []


def test_numbers_are_not_asked_for_beside_the_scale() -> None:
    review = changed("reviewRating", {"@type": "Rating", "alternateName": "Satire"})
    assert list(problems(review)) == []


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("It is **not** `x < y`.", "It is not x < y."),
        ("[The law](https://a.example/1) says", "The law (https://a.example/1) says"),
        ("<https://a.example/1>", "https://a.example/1"),
        ("![A map](https://a.example/m.png)", "A map (https://a.example/m.png)"),
        ("5. May\n6. June\n\n- one\n  - two", "5. May\n6. June\n- one\n- two"),
        ("One\ntwo\n\n> three\n\n    four", "One\ntwo\n\nthree\n\nfour"),
        ("[no](javascript:alert(1)) <b>x</b>", "[no](javascript:alert(1)) <b>x</b>"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("> " * 200 + "deep", "> " * 200 + "deep"),
        ("*" * 20_001, "*" * 20_001),
        ("", ""),
    ],
)
def test_reasons_in_markdown_are_told_in_plain_text(markdown: str, plain: str) -> None:
    assert plain_text(markdown) == plain


def test_a_rating_that_its_scale_has_no_more_has_no_number(store: Store, checked: Document) -> None:
    first = next(unchecked(store, [checked])).claims[0]
    judged = first.verdicts["ann"]
    for scale in (None, PRESETS["politifact"].model_copy(update={"ratings": ()})):
        gone = first._replace(verdicts={"ann": judged._replace(scale=scale)})
        told = claim_review(Organisation(), checked, gone)
        assert told
        assert not {"ratingValue", "worstRating", "bestRating"} & set(told["reviewRating"])


def test_articles_are_read_as_they_are_written(store: Store, checked: Document) -> None:
    export = everything(store)
    written = lines(export)
    assert [next(written)] == ['{"@context": "https://schema.org", "@graph": [']
    assert not export.ledger.selected
    assert "Dataset" in next(written)
    assert export.ledger.selected["articles"] == 1


def all_things(value: object) -> Iterator[dict[str, Any]]:
    within: list[object] = value if isinstance(value, list) else []
    if isinstance(value, dict):
        yield value
        within = list(value.values())
    for each in within:
        yield from all_things(each)


def test_schema_org_knows_all_that_is_written(store: Store, checked: Document) -> None:
    graph = json.loads("\n".join(lines(everything(store))))["@graph"]
    assert [list(misuses(thing)) for thing in graph] == [[]] * 4
    written = {name for thing in all_things(graph) for name in thing}
    assert {"correction", "hasPart", "jobTitle", "archivedAt", "keywords"} <= written


def test_a_list_of_claims_is_not_where_they_were_made(store: Store) -> None:
    verdict = Statement(Verdict(rating="false", because="No."))
    import_rows(store, ANN, [Incoming(1, Words(exact="It shrank."), (verdict,))])
    assert "appearance" not in review(everything(store))["itemReviewed"]
