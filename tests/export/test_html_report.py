"""The HTML report: what the page says, and that no word in it becomes structure."""

import json
import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from shutil import copyfile
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from markupsafe import Markup

from factcheck.domain.display import displayable, flowing
from factcheck.domain.document import Document
from factcheck.domain.errors import InvalidInput
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.scales.scales import PRESETS
from factcheck.domain.tag import Tag
from factcheck.export.data.linked_data.claimreview import claim_review
from factcheck.export.report.charts import Count, blocks
from factcheck.export.report.edition import Edition
from factcheck.export.report.html import html_report, link
from factcheck.export.report.looks import OF_KIND, Look, of_verdict
from factcheck.export.report.verdicts import VerdictFacts
from factcheck.services import claims, deciding, verdicts
from factcheck.services.evidence import add_evidence
from factcheck.services.reporting import ReportedArticle, reported
from factcheck.store.store import Store
from tests.articles import sentences_of
from tests.export.harbour import ANN, BEN, HOSTILE, TEXT, added, harbour, named

WRAPPED = (
    "The first sentence of this article is so long that it goes on in the\n"
    "line that follows it. The second one ends where a line of the file ends.\n"
    "And here is the third sentence of it."
)
ANOTHER = "Another <b>one</b>. It has two.\n"
GOLDEN = Path(__file__).parent / "golden" / "report.html"
SCHEMES = ("light", "dark")
INK_ON_PAPER = [
    *((ink, paper) for ink in ("ink", "quiet", "link") for paper in ("paper", "raised")),
    *(("ink", tone) for tone in ("claim", "opinion", "differ", "filler", "undecided")),
    *(("on-step", f"step-{step}") for step in (1, 2, 3, 4, 5, "none")),
]
LINES_ON_PAPER = [
    *((line, "paper") for line in ("claim-line", "opinion-line", "differ-line", "edge")),
    ("claim-line", "claim"),
    ("opinion-line", "opinion"),
    ("differ-line", "differ"),
]


class Project(NamedTuple):
    """A project that the tests of this module look at, and leave as it is."""

    store: Store
    checked: Document
    other: Document
    """An article that nobody has reviewed."""


def page_on(store: Store, *articles: Document, templates: Path | None = None) -> str:
    """Return the page on articles as they stand, with what the project has agreed on."""
    rules = Edition(scheme=store.schemes.in_force(), templates=templates)
    return "\n".join(html_report((reported(store, each) for each in articles), rules)) + "\n"


def parsed(page: str) -> html.HtmlElement:
    return html.document_fromstring(page.encode())


def texts(page: html.HtmlElement, xpath: str) -> list[str]:
    """Return the words of each element that is found, white space run together."""
    return [" ".join(element.text_content().split()) for element in page.xpath(xpath)]


def skeleton(page: str) -> list[tuple[str, ...]]:
    """Return every element with the names of its attributes."""
    return [(element.tag, *sorted(element.attrib)) for element in parsed(page).iter("*")]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, empty_database: Path) -> Iterator[Project]:
    folder = tmp_path_factory.mktemp("harbour")
    copyfile(empty_database, folder / "factcheck.db")
    with Store(folder / "factcheck.db") as opened:
        yield Project(opened, harbour(opened, folder), added(opened, folder, ANOTHER, "b.txt"))


@pytest.fixture(scope="module")
def page(project: Project) -> str:
    return page_on(project.store, project.checked)


@pytest.fixture(scope="module")
def unreviewed(project: Project) -> ReportedArticle:
    return reported(project.store, project.other)


@pytest.fixture(scope="module")
def parts(unreviewed: ReportedArticle) -> list[tuple[str, ...]]:
    return skeleton("\n".join(html_report([saying(unreviewed, "x")])))


def test_the_page_is_as_an_editor_approved_it(page: str) -> None:
    """The golden file has no style sheet and no data, and a word for what depends on the clock."""
    told = re.sub(r"<(style|script[^>]*)>.*?</", r"<\1></", page, flags=re.DOTALL)
    told = re.sub(r"'sha256-[^']*'", "'sha256-'", told)
    told = re.sub(r"20(?!2[0-4])\d\d-\d\d-\d\d(T[\d:.]+Z)?", "TODAY", told)
    assert told == GOLDEN.read_text(encoding="utf-8")


def test_the_same_findings_give_the_same_page(project: Project, page: str) -> None:
    assert page_on(project.store, project.checked) == page


@pytest.mark.parametrize("several", [False, True])
def test_one_first_heading_leads_and_no_level_is_left_out(project: Project, several: bool) -> None:
    articles = [project.checked, project.other] if several else [project.checked]
    page = parsed(page_on(project.store, *articles))
    levels = [
        int(element.tag[1])
        for element in page.xpath("//*[starts-with(name(), 'h')]")
        if element.tag[1:].isdigit()
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert max(levels) <= 6
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_link_inside_the_page_leads_somewhere(project: Project) -> None:
    store, checked, other = project
    for articles in ([checked], [checked, other], []):
        page = parsed(page_on(store, *articles))
        names = page.xpath("//@id")
        assert len(names) == len(set(names))
        assert {each[1:] for each in page.xpath("//a/@href") if each[0] == "#"} <= {*names}
        assert {*page.xpath("//@aria-labelledby|//@aria-describedby")} <= {*names}


def test_the_parts_of_the_page_are_landmarks(page: str) -> None:
    shown = parsed(page)
    assert [element.tag for element in shown.xpath("/html/body/div/*")] == [
        "header",
        "main",
        "footer",
    ]
    assert shown.xpath("string(/html/@lang)") == "en"
    assert shown.xpath("//nav/@aria-label")
    assert all(shown.xpath("//section/@aria-labelledby"))
    assert shown.xpath("//body/a[@class='skip']/@href") == ["#report"]


def test_foreign_words_say_what_language_they_are_in(page: str) -> None:
    shown = parsed(page)
    assert shown.xpath("//div[@class='text']/@lang") == ["en"]
    assert set(shown.xpath("//div[@class='text']/p/@dir")) == {"auto"}


def test_a_verdict_shows_the_whole_scale_with_the_chosen_step(page: str) -> None:
    shown = parsed(page)
    boxes = shown.xpath("//div[contains(@class, 'verdict ')]")
    assert len(boxes) == 6
    for box in boxes:
        (chosen,) = texts(box, ".//li[@aria-current='true']")
        assert texts(box, "./*[@class='rating']/bdi") == [chosen]
        assert texts(box, ".//ol[@class='scale']/li") == [
            "False",
            "Mostly false",
            "Half true",
            "Mostly true",
            "True",
        ]


def test_reviewers_who_differ_stand_side_by_side(page: str) -> None:
    shown = parsed(page)
    (third,) = shown.xpath("//div[@id='claim-3']")
    sides = "./div[@class='verdicts']/div"
    assert texts(third, f"{sides}/*[@class='rating']") == ["✓True", "◐Half true"]
    assert [words.split(",")[0] for words in texts(third, f"{sides}/p[@class='by']")] == [
        "ann",
        "ben",
    ]
    assert texts(shown, "//span[@id='s8']/following-sibling::*")[:3] == [
        "ann: claim",
        "ben: opinion",
        "claim 4: no verdict yet",
    ]


def test_what_was_decided_between_them_comes_first(page: str) -> None:
    (first,) = parsed(page).xpath("//div[@id='claim-1']")
    by = texts(first, ".//p[@class='by']")
    assert by[0].startswith("Decided by ann, ")
    assert [words.split(",")[0] for words in by[1:]] == ["ann", "ben"]


def test_a_claim_that_was_corrected_says_so_before_it_is_opened(page: str) -> None:
    corrected = parsed(page).xpath("//details[summary/strong='Corrected']/div/@id")
    assert corrected == ["claim-1"]


def test_sources_have_one_number_wherever_they_serve(page: str) -> None:
    shown = parsed(page)
    law = shown.xpath("//ul[@class='sources']/li[.//bdi[starts-with(., 'Budget law')]]")
    assert len(law) == 2
    assert len({item.xpath("string(./span)") for item in law}) == 1


def test_a_source_that_stays_anonymous_has_no_name(page: str) -> None:
    assert "A clerk whose name" not in page
    assert "a source that has to stay anonymous" in page


def test_each_claim_leads_to_its_sentence_and_back(page: str) -> None:
    shown = parsed(page)
    for number, sentence in ((1, 3), (2, 5), (3, 6), (4, 8)):
        assert shown.xpath(f"//div[@id='claim-{number}']//a[@href='#s{sentence}']")
        assert shown.xpath(f"//span[@id='s{sentence}']/../a[@href='#claim-{number}']")


def test_the_article_keeps_its_paragraphs(page: str) -> None:
    paragraphs = parsed(page).xpath("//div[@class='text']/p")
    kept = [len(each.xpath("./span[starts-with(@class, 's ')]")) for each in paragraphs]
    assert kept == [1, 1, 3, 3, 5]
    assert [each.get("class") for each in paragraphs] == ["heading", "byline", None, None, None]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("One is here. Two is here.\nThree is here.\n", [2, 1]),
        (f"{WRAPPED}\n", [3]),
        (f"{WRAPPED}\n\n{WRAPPED}\n", [3, 3]),
        ("One is here.\r\n\r\nTwo is here.\r\n", [1, 1]),
    ],
)
def test_a_line_end_begins_a_paragraph_unless_lines_are_broken_in_sentences(
    store: Store, tmp_path: Path, text: str, kept: list[int]
) -> None:
    article = reported(store, added(store, tmp_path, text))
    shown = parsed("\n".join(html_report([article])))
    found = [len(each.xpath("./span")) for each in shown.xpath("//div[@class='text']/p")]
    assert found == kept


def test_it_shows_where_words_of_the_article_are_left_out(store: Store, tmp_path: Path) -> None:
    article = reported(store, added(store, tmp_path, "One is here. Two is here. Three is here."))
    partly = article._replace(sentences=article.sentences[::2])
    shown = parsed("\n".join(html_report([partly])))
    assert texts(shown, "//div[@class='text']/p") == ["One is here. […] Three is here."]


def test_an_article_that_nobody_reviewed_makes_a_page(project: Project) -> None:
    shown = parsed(page_on(project.store, project.other))
    assert texts(shown, "//p[@class='standfirst']") == ["No sentence is tagged as a claim."]
    assert texts(shown, "//figure//tbody/tr/th") == ["·undecided"]


def test_a_page_on_nothing_is_a_page(project: Project) -> None:
    assert texts(parsed(page_on(project.store)), "//h1") == ["Fact-checks"]


def test_a_page_on_several_articles_lists_them(project: Project) -> None:
    store, checked, other = project
    shown = parsed(page_on(store, checked, other))
    assert texts(shown, "//nav[@id='articles']//a") == [checked.title, other.title]


def test_articles_are_asked_for_one_at_a_time(project: Project) -> None:
    article = reported(project.store, project.other)
    asked = 0

    def articles() -> Iterator[ReportedArticle]:
        nonlocal asked
        for asked in range(1, 10):  # noqa: B007 - the test looks at it
            yield article

    lines = html_report(articles())
    for line in lines:
        if 'id="a1-method"' in line:
            break
    assert asked == 2


# --- safety


def test_the_page_holds_nothing_that_runs_or_is_fetched(page: str) -> None:
    shown = parsed(page)
    assert set(shown.xpath("//script/@type")) == {"application/ld+json"}
    assert not shown.xpath("//@style|//@src|//link|//iframe|//img|//object|//form|//base")
    assert not [name for name in shown.xpath("//@*/..") for key in name.attrib if key[:2] == "on"]


def test_only_web_addresses_are_live(page: str) -> None:
    live = [each for each in parsed(page).xpath("//a") if each.get("href")[0] != "#"]
    assert {each.get("href").split(":")[0] for each in live} == {"https"}
    assert {each.get("rel") for each in live} == {"noopener noreferrer nofollow"}


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "//a.b", "file:///etc", "https://a b", ""],
)
def test_what_is_no_web_address_is_text(address: str) -> None:
    assert link(address, "words <b>") == Markup("<bdi>words &lt;b&gt;</bdi>")


def test_only_our_style_sheet_is_let_in(page: str) -> None:
    policy = parsed(page).xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(store: Store, tmp_path: Path, words: str) -> None:
    article = added(store, tmp_path, "A plain sentence is here.\n")
    claim = named(store, article, 1)
    deciding.flag(store, BEN, [sentences_of(store, article)[0].id], words)
    verdicts.judge(store, BEN, claim, "false", fields={"missing": words})
    claims.describe_claim(store, ANN, claim, {"text": words, "place": words.replace("\u2028", "")})
    fields = {"title": words.replace("\u2028", " "), "quote": words, "answer": words}
    add_evidence(store, ANN, Evidence.of(claim=claim, accessed="2024-01-01", **fields))
    shown = page_on(store, article)
    plain = shown.replace(words, "")
    assert {element[0] for element in skeleton(shown)} <= {
        element[0] for element in skeleton(plain)
    }
    assert displayable(words) in html.fromstring(shown.encode()).text_content()
    assert not re.search(r"<(script|img|svg) (?!type=|class=)", shown)


@settings(max_examples=settings().max_examples // 2, deadline=None)
@given(
    words=st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
    | st.lists(st.sampled_from(HOSTILE), min_size=1).map("".join)
)
def test_whatever_the_words_the_page_has_the_same_parts(
    unreviewed: ReportedArticle, parts: list[tuple[str, ...]], words: str
) -> None:
    shown = "\n".join(html_report([saying(unreviewed, words)]))
    assert skeleton(shown) == parts
    assert [each.split() for each in texts(parsed(shown), "//span[@id='s1']")] == [
        flowing(words).split()
    ]


def saying(article: ReportedArticle, words: str) -> ReportedArticle:
    """Return an article that is made of `words` wherever it can be."""
    particulars = {"title": words, "author": words}
    return article._replace(
        document=article.document.model_copy(update=particulars),
        sentences=tuple(
            item._replace(sentence=item.sentence._replace(text=words)) for item in article.sentences
        ),
        reviewers=(words,),
    )


def test_the_data_in_the_page_is_the_fact_check(project: Project, page: str) -> None:
    store, checked, _ = project
    scripts = [json.loads(each.text) for each in parsed(page).xpath("//script")]
    organisation = store.schemes.in_force().organisation
    article = reported(store, checked)
    expected = [claim_review(organisation, checked, claim) for claim in article.claims]
    assert scripts == [review for review in expected if review]
    assert len(scripts) == 2


def test_no_word_can_end_the_data(store: Store, tmp_path: Path) -> None:
    article = added(store, tmp_path, TEXT)
    claim = named(store, article, 10)
    verdicts.judge(store, ANN, claim, "false", "</script><!-- <script> & \u2028 ]]>")
    (data,) = re.findall(r"<script[^>]*>(.*)", page_on(store, article))
    raw = data.removesuffix("</script>")
    assert not set("<>&\u2028") & set(raw)
    assert "</script><!-- <script> & " in json.dumps(json.loads(raw))


# --- looks


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb`, as WCAG 2.2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def palettes(page: str) -> dict[str, dict[str, str]]:
    found = re.findall(r":root \{(.*?)\}", page, flags=re.DOTALL)
    return {
        scheme: dict(re.findall(r"--([\w-]+): (#\w{6});", block))
        for scheme, block in zip(SCHEMES, found[:2], strict=True)
    }


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_stand_out_from_their_ground(page: str, scheme: str) -> None:
    colours = palettes(page)[scheme]
    weak = {pair: contrast(*(colours[name] for name in pair)) for pair in INK_ON_PAPER}
    assert not {pair: found for pair, found in weak.items() if found < 4.5}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_lines_stand_out_from_their_ground(page: str, scheme: str) -> None:
    colours = palettes(page)[scheme]
    weak = {pair: contrast(*(colours[name] for name in pair)) for pair in LINES_ON_PAPER}
    assert not {pair: found for pair, found in weak.items() if found < 3}


def test_no_meaning_is_told_by_colour_alone(page: str) -> None:
    """Each highlighted sentence has a word beside it, and each look a glyph of its own."""
    shown = parsed(page)
    for sentence in shown.xpath("//p/span[starts-with(@class, 's ')]"):
        beside = sentence.getnext()
        marked = beside is not None and beside.get("class") == "mark"
        assert marked != (sentence.get("class") == "s undecided")
    assert len({look.glyph for look in OF_KIND.values()}) == len(OF_KIND)


def test_a_verdict_has_the_glyph_that_the_screens_show() -> None:
    for scale in PRESETS.values():
        for rating in scale.ratings:
            told = VerdictFacts(
                *("", rating.words, rating.meaning, "", rating.number, scale.best, None),
                *("", "", "", "", "", ()),
            )
            assert of_verdict(told).glyph == scale.glyph(rating)


@given(st.lists(st.integers(min_value=0, max_value=10**6), max_size=60))
def test_blocks_of_a_chart_fill_the_bar_side_by_side(numbers: list[int]) -> None:
    found = list(blocks([Count(str(number), number, Look("x", "claim")) for number in numbers]))
    assert [block.what.number for block in found] == [number for number in numbers if number]
    assert all(block.width > 0 for block in found)
    for before, after in pairwise(found):
        assert before.left + before.width <= after.left + 0.02
    if found:
        assert found[0].left == 0
        assert found[-1].left + found[-1].width == pytest.approx(100, abs=0.1)


def test_a_chart_says_in_words_what_it_shows(page: str) -> None:
    shown = parsed(page)
    for chart in shown.xpath("//*[name()='svg']"):
        assert chart.get("role") == "img"
        (told,) = (each.text_content() for each in chart.xpath("./*[name()='desc']"))
        rows = texts(chart.getparent(), "./table/tbody/tr")
        assert len(rows) == told.count(" of ")
    assert len(shown.xpath("//table")) == len(shown.xpath("//table/caption"))
    assert {*shown.xpath("//th/@scope")} == {"row", "col"}
    assert not shown.xpath("//th[not(@scope)]")


# --- a newsroom's own


def test_a_newsroom_can_replace_a_colour(project: Project, tmp_path: Path) -> None:
    (tmp_path / "palette.html.jinja").write_text(
        '{% from "factcheck/palette.html.jinja" import light as day, dark as night %}'
        '{% set light = dict(day, claim="#abcdef") %}{% set dark = night %}'
    )
    page = page_on(project.store, project.checked, templates=tmp_path)
    assert palettes(page)["light"]["claim"] == "#abcdef"
    assert parsed(page).xpath("//*[name()='g'][@class='claim']/*[name()='rect'][@fill='#abcdef']")


def test_a_newsroom_can_replace_a_block_and_the_style(project: Project, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "report.html.jinja").write_text(
        '{% extends "factcheck/report.html.jinja" %}'
        "{% block colophon %}<p>By {{ page.organisation.name }}</p>{% endblock %}"
    )
    (own / "style.css.jinja").write_text("body { color: navy }\n")
    page = page_on(project.store, project.checked, templates=own)
    shown = parsed(page)
    assert texts(shown, "//footer/p") == ["By The Harbour Desk"]
    assert shown.xpath("string(//style)") == (style := "body { color: navy }\n")
    assert b64encode(sha256(style.encode()).digest()).decode() in page
    assert shown.xpath("//details")


def test_a_mistake_in_a_newsrooms_template_is_named(project: Project, tmp_path: Path) -> None:
    (tmp_path / "claim.html.jinja").write_text("{{ claim.rating_words }}\n")
    with pytest.raises(InvalidInput, match=r"claim\.html\.jinja, line 1"):
        page_on(project.store, project.checked, templates=tmp_path)


def test_each_tag_has_a_look() -> None:
    assert {tag.value for tag in Tag} < OF_KIND.keys()


def test_addresses_with_odd_signs_are_linked_as_browsers_want_them() -> None:
    told = link('https://en.example.org/Bachelor\'s_"degree"?a=<b>', "X")
    assert 'href="https://en.example.org/Bachelor&#39;s_%22degree%22?a=%3Cb%3E"' in told
    assert link("javascript:alert(1)", "X") == "<bdi>X</bdi>"
