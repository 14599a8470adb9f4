"""ClaimReview in: as sites, feeds and Google's API have it, odd numbers and all."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.decision import Author
from factcheck.domain.document import Document
from factcheck.domain.errors import Unreadable
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.sign_off import Correction, Publication
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import ClaimId, claim_id, document_id, sentence_id
from factcheck.domain.review import ClaimReview, EvidenceReview
from factcheck.domain.scales.scales import PRESETS
from factcheck.domain.scheme.organisation import Organisation
from factcheck.domain.scheme.scheme import Scheme
from factcheck.domain.selection import Selection
from factcheck.domain.tag import Tag
from factcheck.domain.value import Value
from factcheck.domain.vocabulary.claims import ClaimantKind
from factcheck.domain.vocabulary.sign_off import ClaimState, CorrectionKind
from factcheck.domain.vocabulary.stance import Stance
from factcheck.export.data.linked_data.claimreview import claim_review, lines, script_safe
from factcheck.reading.data.incoming import DataFile, Incoming, Refused, Remarked, Row, Words
from factcheck.reading.data.labels import Labels
from factcheck.reading.data.linked_data.claimreview import read, recognises
from factcheck.services import particulars
from factcheck.services.adding import add_sources
from factcheck.services.claims import describe_claim
from factcheck.services.evidence import add_evidence
from factcheck.services.reporting import NOBODY, Judgement, ReportedClaim
from factcheck.services.selecting import exported
from factcheck.services.verdicts import judge
from factcheck.store.store import Store
from tests.articles import sentences_of
from tests.export.data.json_ld import graph
from tests.importing import import_rows

ANN: Final = Author(reviewer="ann")
PAGE: Final = "https://checks.example.org/2025/harbour-budget"
CLAIM: Final = "The harbour budget doubled between 2020 and 2024"
SAID: Final = "“We doubled the harbour budget in four years,” the mayor said."
MINIMAL: Final[dict[str, Any]] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": PAGE,
    "datePublished": "2025-11-20",
    "claimReviewed": CLAIM,
    "reviewRating": {"@type": "Rating", "alternateName": "Mostly false"},
}
FULL: Final[dict[str, Any]] = {
    **MINIMAL,
    "@id": f"{PAGE}#claimreview-7f3a",
    "dateModified": "2025-11-22",
    "inLanguage": "en",
    "author": {"@type": "Organization", "name": "Example Desk", "url": "https://example.org/"},
    "itemReviewed": {
        "@type": "Claim",
        "text": SAID,
        "author": {
            "@type": "Person",
            "name": "Jane Doe",
            "jobTitle": "Mayor of Exampleville",
            "sameAs": "https://www.wikidata.org/wiki/Q42",
        },
        "datePublished": "2025-11-18",
        "contentLocation": {"@type": "Place", "name": "Exampleville, GB"},
        "firstAppearance": {"@type": "CreativeWork", "url": "https://radio.example.com/talk"},
        "appearance": [
            {
                "@type": "NewsArticle",
                "url": "https://news.example.com/harbour",
                "headline": "Mayor hails harbour spending",
            }
        ],
    },
    "reviewRating": {
        "@type": "Rating",
        "ratingValue": 2,
        "worstRating": 1,
        "bestRating": 5,
        "alternateName": "Mostly false",
        "ratingExplanation": "Spending rose 31 %; it did not double.",
    },
    "citation": [
        {
            "@type": "CreativeWork",
            "name": "Annual accounts 2023-24",
            "url": "https://city.example.gov/accounts.pdf",
            "publisher": {"@type": "Organization", "name": "City of Exampleville"},
            "datePublished": "2024-07-01",
            "archivedAt": "https://archive.example.net/accounts.pdf",
        }
    ],
    "correction": {
        "@type": "CorrectionComment",
        "datePublished": "2025-11-22",
        "text": "The figure for 2020 was first given as 4.1m.",
    },
}
REFUTED: Final = Verdict(rating="mostly-false", scale="google5")
PUBLISHED: Final = Publication(url=PAGE, date="2025-11-20")


def rows(content: object, labels: Labels | None = None) -> list[Row]:
    written = content if isinstance(content, bytes) else json.dumps(content).encode()
    return list(read(DataFile("checks.json", written, labels or Labels())))


def taken(content: object) -> list[Incoming]:
    return [row for row in rows(content) if isinstance(row, Incoming)]


def said(content: object, labels: Labels | None = None) -> list[Value]:
    """Return what the only fact-check says."""
    (incoming,) = (row for row in rows(content, labels) if isinstance(row, Incoming))
    return [statement.value for statement in incoming.said]


def remarks(content: object) -> list[str]:
    found = rows(content)
    assert not [row for row in found if isinstance(row, Refused)]
    return [row.remark for row in found if isinstance(row, Remarked)]


def rated(**rating: object) -> dict[str, Any]:
    return {**MINIMAL, "reviewRating": {"@type": "Rating", **rating}}


def about(**item: object) -> dict[str, Any]:
    return {**MINIMAL, "itemReviewed": {"@type": "Claim", **item}}


def test_the_least_that_google_asks_for_is_read() -> None:
    (incoming,) = taken(MINIMAL)
    assert incoming.words.exact == CLAIM
    assert incoming.words.article is None
    assert said(MINIMAL) == [REFUTED, PUBLISHED]
    assert remarks(MINIMAL) == []
    assert {statement.reviewer for statement in incoming.said} == {""}


def test_all_that_a_fact_check_says_is_read() -> None:
    (incoming,) = taken(FULL)
    assert incoming.words.article == "https://news.example.com/harbour"
    assert incoming.words.exact == SAID
    assert said(FULL) == [
        Claim(
            text=CLAIM,
            claimant="Jane Doe",
            claimant_kind=ClaimantKind.PERSON,
            claimant_role="Mayor of Exampleville",
            date="2025-11-18",
            place="Exampleville, GB",
            first_appearance="https://radio.example.com/talk",
        ),
        REFUTED.model_copy(update={"because": "Spending rose 31 %; it did not double."}),
        Evidence(
            claim=ClaimId(""),
            url="https://city.example.gov/accounts.pdf",
            title="Annual accounts 2023-24",
            publisher="City of Exampleville",
            published="2024-07-01",
            archived="https://archive.example.net/accounts.pdf",
        ),
        PUBLISHED,
        Correction(
            kind=CorrectionKind.CORRECTION, text="The figure for 2020 was first given as 4.1m."
        ),
    ]
    assert remarks(FULL) == [
        "checked by Example Desk: exports name your own organisation",
        "left out: sameAs of the claimant, headline of the appearance, date of the correction",
    ]


def test_an_archived_copy_may_be_a_page_with_a_name() -> None:
    copy = {"@type": "WebPage", "name": "A copy", "url": "https://archive.example.net/a"}
    source = {"@type": "CreativeWork", "name": "Accounts", "archivedAt": copy}
    (found,) = (v for v in said({**MINIMAL, "citation": source}) if isinstance(v, Evidence))
    assert found.archived == "https://archive.example.net/a"


OTHER: Final = {**MINIMAL, "claimReviewed": "Ships sing", "url": "https://checks.example.org/2"}
FEED: Final = {
    "@context": "https://schema.org",
    "@type": "DataFeed",
    "dataFeedElement": [
        {"@type": "DataFeedItem", "dateCreated": "2019-01-01T00:00Z", "item": [MINIMAL]},
        {"@type": "DataFeedItem", "item": OTHER},
    ],
}


@pytest.mark.parametrize(
    "content",
    [
        [MINIMAL, OTHER],
        {"@context": "https://schema.org", "@graph": [MINIMAL, {"@type": "WebPage"}, OTHER]},
        [{"@graph": [MINIMAL]}, {"@graph": [OTHER]}],
        {"@type": "ItemList", "itemListElement": [{"item": MINIMAL}, {"item": OTHER}]},
        {"@type": "NewsArticle", "hasPart": [MINIMAL], "review": OTHER},
        [{"url": PAGE, "claimReview": MINIMAL}, {"claimReview": [OTHER]}],
        FEED,
    ],
)
def test_lists_graphs_and_feeds_are_read(content: object) -> None:
    assert [incoming.words.exact for incoming in taken(content)] == [CLAIM, "Ships sing"]
    assert remarks(content) == []


def test_a_graph_may_tell_elsewhere_who_somebody_is() -> None:
    graph = [
        {"@type": "Organization", "@id": "https://example.org/#union", "name": "The Union"},
        {"@type": "Rating", "@id": "#r", "alternateName": "False"},
        {
            **about(author={"@id": "https://example.org/#union"}),
            "reviewRating": {"@id": "#r"},
        },
    ]
    claim, verdict, _ = said({"@context": "https://schema.org", "@graph": graph})
    assert claim == Claim(claimant="The Union", claimant_kind=ClaimantKind.ORGANISATION)
    assert verdict == Verdict(rating="false")


def test_an_answer_of_the_search_api_is_read() -> None:
    review = {
        "publisher": {"name": "Example Desk", "site": "checks.example.org"},
        "url": PAGE,
        "title": "No, it did not",
        "reviewDate": "2025-11-20T00:00:00Z",
        "textualRating": "Mostly false",
        "languageCode": "en",
    }
    claim = {
        "text": CLAIM,
        "claimant": "Jane Doe",
        "claimDate": "2025-11-18T09:30:00Z",
        "claimReview": [review],
    }
    answer = {"claims": [claim, {"text": "Ships sing", "claimReview": [{}]}], "nextPageToken": "x"}
    first, second = taken(answer)
    assert first.words.exact == CLAIM
    assert [statement.value for statement in first.said] == [
        Claim(claimant="Jane Doe", date="2025-11-18"),
        REFUTED,
        PUBLISHED,
    ]
    assert [statement.value for statement in second.said] == [TagValue(tag=Tag.CLAIM)]
    assert remarks(answer) == [
        "checked by Example Desk: exports name your own organisation",
        "reviewRating has no words: judge the claim yourself",
    ]


def test_who_else_has_checked_a_claim_is_told() -> None:
    reviews = [
        {"url": "https://a.example.org/1"},
        {"url": PAGE, "textualRating": "False", "publisher": {"name": "A Desk"}},
        {"url": "https://b.example.org/1", "textualRating": "True", "publisher": {"name": "B"}},
    ]
    answer = {"claims": [{"text": CLAIM, "claimReview": reviews}]}
    assert Verdict(rating="false") in said(answer)
    assert "B rates it “True” too (https://b.example.org/1): only one verdict" in "".join(
        remarks(answer)
    )


def test_a_page_of_the_markup_tool_is_read() -> None:
    markup = {
        "url": PAGE,
        "claimReviewed": CLAIM,
        "claimDate": "2025-11-18",
        "claimLocation": "Exampleville",
        "claimFirstAppearance": "https://radio.example.com/talk",
        "claimAppearances": ["https://news.example.com/harbour"],
        "claimAuthor": {"name": "Jane Doe", "jobTitle": "mayor"},
        "rating": {"textualRating": "Mostly false", "ratingValue": 2, "bestRating": 5},
    }
    page = {"pageUrl": PAGE, "publishDate": "2025-11-20", "claimReviewMarkups": [markup]}
    (incoming,) = taken({"claimReviewMarkupPages": [page]})
    assert incoming.words.article == "https://news.example.com/harbour"
    assert [statement.value for statement in incoming.said] == [
        Claim(
            claimant="Jane Doe",
            claimant_role="mayor",
            date="2025-11-18",
            place="Exampleville",
            first_appearance="https://radio.example.com/talk",
        ),
        REFUTED,
        PUBLISHED,
    ]


@pytest.mark.parametrize(
    "kind",
    [
        "schema:ClaimReview",
        "http://schema.org/ClaimReview",
        ["Review", "https://schema.org/ClaimReview"],
    ],
)
def test_a_type_may_be_written_in_several_ways(kind: object) -> None:
    assert said({**MINIMAL, "@type": kind}) == [REFUTED, PUBLISHED]


def test_expanded_json_ld_is_read() -> None:
    term = "http://schema.org/"
    expanded = [
        {
            "@type": [f"{term}ClaimReview"],
            f"{term}url": [{"@id": PAGE}],
            f"{term}datePublished": [{"@type": f"{term}Date", "@value": "2025-11-20"}],
            f"{term}claimReviewed": [{"@value": CLAIM, "@language": "en"}],
            f"{term}reviewRating": [
                {"@type": [f"{term}Rating"], f"{term}alternateName": [{"@value": "Mostly false"}]}
            ],
        }
    ]
    assert said(expanded) == [REFUTED, PUBLISHED]


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Jane Doe", Claim(claimant="Jane Doe")),
        (
            [{"@type": "Person", "name": "A"}, {"@type": "Person", "name": "B"}],
            Claim(claimant="A; B", claimant_kind=ClaimantKind.PERSON),
        ),
        ([{"@type": "Person", "name": "A"}, {"@type": "NGO", "name": "B"}], Claim(claimant="A; B")),
        (
            {"@type": ["Thing", "schema:GovernmentOrganization"][1:], "name": "The City"},
            Claim(claimant="The City", claimant_kind=ClaimantKind.ORGANISATION),
        ),
    ],
)
def test_whoever_makes_a_claim_may_be_named_in_several_ways(
    author: object, expected: Claim
) -> None:
    assert said(about(author=author))[0] == expected


def test_the_older_form_names_the_work_in_which_a_claim_is_made() -> None:
    item = {
        "@type": "CreativeWork",
        "author": {"@type": "Person", "name": "Jane Doe"},
        "datePublished": "2019-06",
        "sameAs": ["https://news.example.com/old"],
    }
    (incoming,) = taken({**MINIMAL, "itemReviewed": item})
    assert incoming.words.article == "https://news.example.com/old"
    assert incoming.said[0].value == Claim(
        claimant="Jane Doe",
        claimant_kind=ClaimantKind.PERSON,
        date="2019-06",
        first_appearance="https://news.example.com/old",
    )


@pytest.mark.parametrize(
    ("rating", "remark"),
    [
        ({"ratingValue": "2", "worstRating": "1", "bestRating": "5"}, ""),
        ({"ratingValue": "2.0", "worstRating": 1.0, "bestRating": "5"}, ""),
        ({"ratingValue": 2}, ""),
        ({"ratingValue": -1, "worstRating": -1, "bestRating": -1}, "says nothing"),
        ({"ratingValue": 7, "worstRating": 1, "bestRating": 5}, "is out of range"),
        ({"ratingValue": 0}, "is out of range"),
        ({"ratingValue": 2, "worstRating": 5, "bestRating": 1}, "has worst and best swapped"),
        ({"ratingValue": "two", "worstRating": 1, "bestRating": 5}, "what should be its numbers"),
        ({"ratingValue": 10**300, "bestRating": 5}, "what should be its numbers"),
        ({"ratingValue": {"a": 1}, "bestRating": [], "worstRating": True}, ""),
    ],
)
def test_odd_numbers_are_told_and_never_taken(rating: dict[str, object], remark: str) -> None:
    review = rated(alternateName="Mostly false", **rating)
    assert said(review) == [REFUTED, PUBLISHED]
    found = remarks(review)
    assert len(found) == bool(remark)
    assert all(remark in each for each in found)


def test_a_rating_in_numbers_alone_is_no_verdict() -> None:
    review = rated(ratingValue=2, bestRating=5)
    assert said(review) == [PUBLISHED]
    assert remarks(review) == [
        "reviewRating has no words, only the number 2: judge the claim yourself"
    ]


@pytest.mark.parametrize("rating", [{"name": "False"}, {"ratingValue": "FALSE"}])
def test_words_of_a_rating_may_stand_elsewhere(rating: dict[str, str]) -> None:
    assert said(rated(**rating))[0] == Verdict(rating="false")


@pytest.mark.parametrize("rating", ["False", ["False"], [{"alternateName": "false"}]])
def test_a_rating_may_be_words_alone_or_a_list(rating: object) -> None:
    assert said({**MINIMAL, "reviewRating": rating})[0] == Verdict(rating="false")


def test_words_that_no_scale_knows_are_a_conclusion() -> None:
    review = rated(alternateName="Geht so, im Großen und Ganzen", ratingValue=3, bestRating=5)
    assert said(review)[0] == Verdict(
        rating="conclusion", scale="fullfact", conclusion="Geht so, im Großen und Ganzen"
    )
    assert remarks(review) == [
        "“Geht so, im Großen und Ganzen” is on no scale here: taken as a conclusion"
    ]


def test_ratings_are_those_of_the_project_first_and_may_be_renamed() -> None:
    project = Labels(Scheme(scale=PRESETS["politifact"]), renamed={"Quatsch": "pants-on-fire"})
    assert said(rated(alternateName="FALSE"), project)[0] == Verdict(
        rating="false", scale="politifact"
    )
    assert said(rated(alternateName="Quatsch"), project)[0] == Verdict(
        rating="pants-on-fire", scale="politifact"
    )


def test_html_in_words_is_taken_out_and_told() -> None:
    review = {
        **about(text="<p>&quot;Ships &amp; boats&quot;<br/>sing</p>"),
        "claimReviewed": "Ships <em>sing</em>",
        "reviewRating": {"alternateName": "False", "ratingExplanation": "1 &lt; 2"},
    }
    (incoming,) = taken(review)
    assert incoming.words.exact == '"Ships & boats"\nsing'
    assert incoming.said[0].value == Claim(text="Ships sing")
    assert incoming.said[1].value == Verdict(rating="false", because="1 < 2")
    assert remarks(review) == [
        "claimReviewed: HTML was taken out",
        "itemReviewed: HTML was taken out",
        "ratingExplanation: HTML was taken out",
    ]


def test_words_that_only_look_like_html_stay() -> None:
    (incoming,) = taken({**MINIMAL, "claimReviewed": "5 < 6 and 7 > 3 for R&D"})
    assert incoming.words.exact == "5 < 6 and 7 > 3 for R&D"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2019", "2019"),
        ("2019-06", "2019-06"),
        ("2019-06-18T09:30:00Z", "2019-06-18"),
        ("2019-06-18T09:30:00.123456789+02:00", "2019-06-18"),
        ("2019-06-18 09:30", "2019-06-18"),
        ("20190618", "2019-06-18"),
        ("Tue, 18 Jun 2019 09:30:00 +0200", "2019-06-18"),
        ("June 18, 2019", "2019-06-18"),
        ("18. Juni 2019", "2019-06-18"),
        ("0000-00-00", ""),
        ("2019-13", ""),
        ("06/07/2019", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_dates_are_read_as_far_as_they_are_certain(written: str, expected: str) -> None:
    review = about(datePublished=written, contentLocation="X")
    claim = said(review)[0]
    assert isinstance(claim, Claim)
    assert claim.date == expected
    assert len(remarks(review)) == (written != expected)


def test_a_page_without_a_day_is_told_and_left_out() -> None:
    review = {**MINIMAL, "datePublished": "2025-11"}
    assert said(review) == [REFUTED]
    assert remarks(review) == [
        f"url: “{PAGE}” is left out, it does not say on which day it was published"
    ]


def test_dangerous_addresses_are_words_at_most() -> None:
    review = {
        **about(appearance={"url": "javascript:alert(1)"}),
        "url": "data:text/html,x",
        "citation": [
            {"url": "javascript:alert(1)", "name": "A source"},
            {"url": "file:///etc/passwd"},
            {"@type": "CreativeWork"},
            "https://stats.example.org/",
            "A book",
        ],
    }
    (incoming,) = taken(review)
    assert incoming.words.article is None
    sources = [s.value for s in incoming.said if isinstance(s.value, Evidence)]
    assert [(source.url, source.title) for source in sources] == [
        ("", "A source"),
        ("", "file:///etc/passwd"),
        ("https://stats.example.org/", ""),
        ("", "A book"),
    ]
    assert [remark.partition(":")[0] for remark in remarks(review)] == [
        "citation 3 is left out",
        "url",
    ]


def test_of_several_the_first_is_taken_and_that_is_told() -> None:
    item = {"text": SAID, "appearance": ["https://a.example.org/", "https://b.example.org/"]}
    both = {"itemReviewed": [item, {"text": "Another"}], "claimReviewed": [SAID, "Another"]}
    review = {**MINIMAL, **both}
    (incoming,) = taken(review)
    assert (incoming.words.article, incoming.words.exact) == ("https://a.example.org/", SAID)
    assert remarks(review) == [
        "itemReviewed: the first of 2 is taken",
        "claimReviewed: the first of 2 is taken",
        "appearance: the first of 2 is taken",
    ]


def test_what_says_no_claim_is_refused_and_the_rest_is_read() -> None:
    broken = {**MINIMAL, "claimReviewed": {"a": []}}
    lone = about(author="\ud800")
    found = rows([broken, "nonsense", {"@type": "WebPage"}, lone, MINIMAL])
    assert [(type(row), row.line) for row in found] == [
        (Refused, 1),
        (Refused, 2),
        (Remarked, 3),
        (Refused, 4),
        (Incoming, 5),
    ]
    reasons = [row.reason for row in found if isinstance(row, Refused)]
    assert reasons == [
        "claimReviewed is missing: say which claim is checked",
        "is no JSON object: write the fact-check as {...}",
        "claimant: holds a character that is not Unicode: type it again",
    ]


DEEP: Final = b'{"@type":"ClaimReview","claimReviewed":' + b"[" * 100_000


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no json",
        b"{}",
        b"5",
        b'{"@type": "Recipe"}',
        b'{"claims": []}',
        b'{"@type": "ClaimReview", "claimReviewed": "x"',
        b'{"@type": "ClaimReview", "claimReviewed": NaN}',
        b'{"@type": "ClaimReview", "n": ' + b"9" * 5000 + b"}",
        DEEP,
        b"\x00\x01\x02",
    ],
)
def test_what_is_no_such_file_is_unreadable(content: bytes) -> None:
    with pytest.raises(Unreadable, match=": "):
        rows(content)


def test_a_file_of_nothing_says_nothing() -> None:
    assert rows(b"[\n]") == []


def test_people_are_told_the_lines_of_what_is_wrong() -> None:
    broken = {"@type": "ClaimReview", "url": PAGE}
    for holder in ("{}", '{{"@graph":\n{}}}', '{{"@type": "DataFeed",\n"dataFeedElement": {}}}'):
        graph = ",\n\n".join(json.dumps(each, indent=1) for each in (MINIMAL, broken, MINIMAL))
        content = holder.format(f"[\n{graph}\n]")
        told = [row.line for row in rows(content.encode()) if isinstance(row, Refused)]
        first = next(n for n, line in enumerate(content.split("\n"), 1) if line == "{")
        assert told == [first + len(json.dumps(MINIMAL, indent=1).split("\n")) + 1]


def test_the_fact_checks_on_one_line_are_numbered() -> None:
    found = rows([MINIMAL, {"@type": "ClaimReview"}, {"@type": "ClaimReview"}])
    assert [row.line for row in found if isinstance(row, Refused)] == [2, 3]


def test_words_that_run_over_several_lines_are_read() -> None:
    (incoming,) = taken(json.dumps(MINIMAL).replace("budget doubled", "budget\n\tdoubled").encode())
    assert incoming.words.exact == CLAIM.replace("budget doubled", "budget\n\tdoubled")


def test_marks_and_line_ends_of_other_systems_are_read() -> None:
    written = json.dumps(MINIMAL, indent=1).replace("\n", "\r\n")
    for content in (b"\xef\xbb\xbf" + written.encode(), written.encode("utf-16")):
        assert said(content) == [REFUTED, PUBLISHED]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (json.dumps(MINIMAL), True),
        ("\ufeff \n" + json.dumps([MINIMAL], indent=2), True),
        (json.dumps(FEED), True),
        ('{"claims": [{"text": "x", "claimReview": [{', True),
        ('[{"@type": ["Review", "ClaimReview"]', False),
        ('[{"@type": ["ClaimReview"]', True),
        ("<script>" + json.dumps(MINIMAL), False),
        ('{"text": "a ClaimReview"}', False),
        ('{"claim": "x", "label": "Refuted"}', False),
    ],
)
def test_a_file_is_recognised_by_its_first_characters(head: str, expected: bool) -> None:
    assert recognises("x.json", head) is expected


JSON: Final = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    *("@type", "@id", "@value", "@graph", "@list", "name", "url", "text", "author"),
                    *("claimReviewed", "itemReviewed", "reviewRating", "alternateName", "citation"),
                    *("ratingValue", "datePublished", "correction", "keywords", "identifier"),
                    *("claimReview", "claims", "claimReviewMarkups", "rating", "publisher", "item"),
                    *("appearance", "schema:appearance", "hasPart", "description", "others"),
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON, st.sampled_from(["ClaimReview", "schema:ClaimReview"]))
def test_whatever_stands_where_only_rows_come_of_it(value: object, kind: str) -> None:
    review = {**(value if isinstance(value, dict) else {"itemReviewed": value}), "@type": kind}
    for content in ([review, value], {**review, "claimReviewed": "x", "itemReviewed": value}):
        try:
            found = rows(json.dumps(content).encode())
        except Unreadable:
            assert any(name in json.dumps(content) for name in ("NaN", "Infinity"))
        else:
            assert found


# What our own exports say comes back.

WORDS: Final = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)
LINE: Final = WORDS.map(lambda words: " ".join(words.split()))
DATES: Final = st.sampled_from(["", "2024", "2024-06", "2024-06-18"])
ADDRESSES: Final = st.sampled_from(
    ["", 'https://a.example.org/?x=<1>&y="2', "http://b.example/", "http://b.example/%3C{`\\"]
)
CLAIMS: Final = st.builds(
    Claim,
    text=WORDS,
    claimant=LINE,
    claimant_kind=st.sampled_from([None, ClaimantKind.PERSON, ClaimantKind.ORGANISATION]),
    claimant_role=LINE,
    date=DATES,
    place=LINE,
    first_appearance=ADDRESSES | LINE,
    topics=st.lists(LINE.filter(bool), max_size=2).map(tuple),
)
SOURCES: Final = st.builds(
    Evidence,
    claim=st.just(ClaimId("")),
    url=ADDRESSES,
    title=LINE.map(lambda line: line or "A title"),
    publisher=LINE,
    author=LINE,
    published=DATES,
    archived=ADDRESSES,
    quote=WORDS,
    stance=st.sampled_from(Stance),
)
CORRECTIONS: Final = st.builds(
    Correction,
    kind=st.sampled_from(CorrectionKind),
    text=WORDS.map(str.strip).map(lambda text: text or "x"),
    changed=st.lists(st.sampled_from(["verdict", "claim", "evidence"]), unique=True).map(tuple),
    old_rating=st.just("Half true"),
    new_rating=WORDS.map(str.strip).map(lambda text: text or "x"),
)
VERDICTS: Final = st.one_of(
    st.builds(
        Verdict,
        rating=st.sampled_from(PRESETS["politifact"].keys),
        scale=st.just("politifact"),
        because=WORDS,
    ),
    st.builds(
        Verdict,
        rating=st.just("conclusion"),
        scale=st.just("fullfact"),
        conclusion=LINE.filter(bool),
        because=WORDS,
    ),
)
TEXT: Final = "Once more: </script> e\u0301 \u202e! And \U0001f469\u200d\u2708\ufe0f\r\n\tagain."
DOCUMENT: Final = Document(
    id=document_id(TEXT),
    number=1,
    source="a.txt",
    text=TEXT,
    added="2024",
    title="A title",
    url="https://news.example.org/",
)


def reported(
    claim: Claim, verdict: Verdict, sources: Sequence[Evidence], corrections: Sequence[Correction]
) -> ReportedClaim:
    """Return a fact-check as the services report it."""
    sentence = sentence_id(DOCUMENT.id, 11, 20)
    scale = PRESETS[verdict.scale]
    rating = scale.rating(verdict.rating)
    judged = Judgement(verdict, rating, verdict.conclusion or rating.words, scale, NOBODY)
    return ReportedClaim(
        claim=ClaimReview(
            id=claim_id(sentence, 3),
            sentence=sentence,
            text=claim.text or TEXT[11:20],
            claim=claim,
            evidence=tuple(
                EvidenceReview(id=f"e{number}", evidence=source)
                for number, source in enumerate(sources)
            ),
            publication=PUBLISHED,
            corrections=tuple(corrections),
        ),
        state=ClaimState.PUBLISHED,
        verdicts={"ann": judged},
        adjudication=None,
        worded=None,
        given={},
        corrected=tuple(NOBODY for _ in corrections),
    )


@given(CLAIMS, VERDICTS, st.lists(SOURCES, max_size=2), st.lists(CORRECTIONS, max_size=2))
def test_what_our_own_fact_checks_say_comes_back(
    claim: Claim, verdict: Verdict, sources: list[Evidence], corrections: list[Correction]
) -> None:
    claim = (
        claim
        if claim.claimant
        else claim.model_copy(update={"claimant_kind": None, "claimant_role": ""})
    )
    told = claim_review(Organisation(), DOCUMENT, reported(claim, verdict, sources, corrections))
    assert told
    found = rows(script_safe(told).encode())
    (incoming,) = found
    assert isinstance(incoming, Incoming)
    assert incoming.words == Words(DOCUMENT.id, 11, 20, TEXT[11:20], page=DOCUMENT.url, alone=True)
    assert {statement.claim for statement in incoming.said} == {3}
    expected = [claim, verdict, *sources, PUBLISHED, *corrections]
    assert [s.value for s in incoming.said] == [v for v in expected if v != Claim()]


def test_where_our_own_claim_was_first_seen_is_not_taken_for_its_article() -> None:
    nowhere = DOCUMENT.model_copy(update={"url": ""})
    claim = Claim(first_appearance="https://radio.example.com/talk", text="Ships sing")
    told = claim_review(Organisation(), nowhere, reported(claim, REFUTED, [], []))
    assert told
    (incoming,) = taken(told)
    assert incoming.words == Words(DOCUMENT.id, 11, 20, TEXT[11:20], alone=True)
    assert {statement.claim for statement in incoming.said} == {3}


def test_an_anonymous_source_comes_back_without_a_name() -> None:
    hidden = Evidence(
        claim=ClaimId(""),
        url="https://leak.example.net/",
        title="The clerk",
        quote="It is so.",
        stance=Stance.REFUTES,
        anonymous=True,
    )
    told = claim_review(Organisation(), DOCUMENT, reported(Claim(), REFUTED, [hidden], []))
    assert told
    assert Evidence(
        claim=ClaimId(""), quote="It is so.", stance=Stance.REFUTES, anonymous=True
    ) in said(told)


@pytest.fixture
def checked(store: Store, tmp_path: Path) -> Document:
    """An article with two fact-checks in one sentence."""
    (tmp_path / "a.txt").write_text("Ships sing, <b>and</b> boats too. They do.", "utf-8")
    (addition,) = add_sources(store, ANN, [str(tmp_path / "a.txt")])
    assert addition.article
    sentence = sentences_of(store, addition.article)[0].id
    describe_claim(store, ANN, claim_id(sentence), {"text": "Ships sing", "claimant": "A"})
    describe_claim(store, ANN, claim_id(sentence, 2), {"text": "Boats sing", "claimant": "B"})
    judge(store, ANN, claim_id(sentence), "false", "They are **silent**.")
    judge(store, ANN, claim_id(sentence, 2), "unproven", "1 < 2 &amp; so on")
    evidence = {"url": "https://stats.example.org/", "title": "<i>Ships</i>", "stance": "refutes"}
    add_evidence(store, ANN, Evidence.of(claim=claim_id(sentence), quote="silent", **evidence))
    return addition.article


@pytest.mark.parametrize("page", ["", "https://news.example.org/ships"])
def test_our_own_export_adds_nothing_where_it_came_from(
    store: Store, checked: Document, page: str
) -> None:
    particulars.correct(store, ANN, checked, {"url": page})
    before = list(store.journal.decisions())
    written = "\n".join(lines(exported(store, Selection())))
    report = import_rows(store, ANN, rows(written.encode()))
    assert (report.done, report.refused, dict(report.taken)) == (True, [], {})
    assert list(store.journal.decisions()) == before


def test_our_own_export_fills_an_empty_database_once(
    store: Store, checked: Document, tmp_path: Path
) -> None:
    written = "\n".join(lines(exported(store, Selection()))).encode()
    with Store(tmp_path / "other.db") as other:
        report = import_rows(other, ANN, rows(written))
        assert (report.done, report.refused) == (True, [])
        again = "\n".join(lines(exported(other, Selection()))).encode()
        assert import_rows(other, ANN, rows(written)).taken == {}
        assert import_rows(other, ANN, rows(again)).taken == {}
    told = [[[s.value for s in row.said] for row in taken(each)] for each in (written, again)]
    assert told[0] == told[1]


def test_the_same_words_in_two_articles_without_addresses_are_told_apart(
    store: Store, checked: Document, tmp_path: Path
) -> None:
    (tmp_path / "b.txt").write_text("Ships sing, <b>and</b> boats too. Others do.", "utf-8")
    (addition,) = add_sources(store, ANN, [str(tmp_path / "b.txt")])
    assert addition.article
    claim = claim_id(sentences_of(store, addition.article)[0].id)
    describe_claim(store, ANN, claim, {"text": "Ships sang"})
    judge(store, ANN, claim, "true", "In 1911.")
    written = "\n".join(lines(exported(store, Selection()))).encode()
    with Store(tmp_path / "other.db") as other:
        assert len([*add_sources(other, ANN, [str(tmp_path / n) for n in ("b.txt", "a.txt")])]) == 2
        assert import_rows(other, ANN, rows(written)).refused == []
        again = "\n".join(lines(exported(other, Selection()))).encode()
    reviews = [{line.rstrip(b",") for line in each.splitlines()} for each in (written, again)]
    assert reviews[0] == reviews[1]


def test_addresses_are_those_that_graphs_can_hold() -> None:
    strange = 'https://ex.org/a?b=<c>"&d'
    page = DOCUMENT.model_copy(update={"url": strange})
    desk = Organisation(name="A", url=strange, corrections=strange, methodology=strange)
    source = Evidence(claim=ClaimId(""), url=strange, archived=strange, stance=Stance.CONTEXT)
    told = claim_review(
        desk, page, reported(Claim(first_appearance=strange), REFUTED, [source], [])
    )
    assert told
    links = [quad for quad in graph(told) if strange in quad.replace("\\", "")]
    assert len(links) == 4  # as they were written, and no links
    assert all("<http://schema.org/identifier> " in quad for quad in links)
    held = "<https://ex.org/a?b=%3Cc%3E%22&d>"
    assert len([quad for quad in graph(told) if held in quad]) == 7


def test_our_own_export_finds_its_article_by_its_page(
    store: Store, checked: Document, tmp_path: Path
) -> None:
    page = "https://news.example.org/ships"
    particulars.correct(store, ANN, checked, {"url": page})
    written = "\n".join(lines(exported(store, Selection()))).encode()
    with Store(tmp_path / "other.db") as other:
        (addition,) = add_sources(other, ANN, [str(tmp_path / "a.txt")])
        assert addition.article
        particulars.correct(other, ANN, addition.article, {"url": page})
        assert import_rows(other, ANN, rows(written)).refused == []
        assert "\n".join(lines(exported(other, Selection()))).encode() == written
