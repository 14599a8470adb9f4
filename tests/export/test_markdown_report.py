"""The verdict report: what it says, and that no text in it becomes structure."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from factcheck.domain.decision import Author
from factcheck.domain.display import flowing, one_line
from factcheck.domain.document import Document
from factcheck.domain.filling import written
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import claim_id
from factcheck.domain.review import SentenceReview
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.stance import Stance
from factcheck.export.markdown_report import markdown_report
from factcheck.services import deciding, verdicts
from factcheck.services.adding import add_sources
from factcheck.services.articles import article_named, review_of
from factcheck.services.claims import describe_claim
from factcheck.services.evidence import add_evidence
from factcheck.services.reporting import reported
from factcheck.store.store import Store

ANN = Author(reviewer="ann")
BEN = Author(reviewer="ben")
HOSTILE_NAME = Author(reviewer="[eve](http://evil.com) *<b>* | @x")
READERS = (MarkdownIt("commonmark").enable("table"), MarkdownIt("gfm-like"))
OWN_HEADINGS = ["Summary", "Claims", "Still open", "The article, sentence by sentence"]

HOSTILE_LINES = (
    "# A headline",
    "[/foo] and [@click=app.quit]x[/]",
    "![x](http://evil.com/x.png)",
    "[x](http://evil.com)",
    "[x]: http://evil.com",
    "[^1]: a note",
    "<script>alert(1)</script>",
    "<!-- hidden",
    "&amp; &#35; &lt;b&gt;",
    "1. one",
    "1) one",
    "+ plus",
    "- minus",
    "* star",
    "> quoted",
    "===",
    "---",
    "| a | b |",
    "|:--|--:|",
    "```",
    "~~~",
    "`code`",
    "**bold** _slanted_ ~~gone~~",
    "http://evil.com and www.evil.com and evil.com and a@evil.com",
    "ends with a backslash\\",
    "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b1m \x01",
    "rtl \u202e override \u2066 isolate",
    "zero\u200dwidth\u200cjoiners e\u0301 \N{PILE OF POO}",
    "\u00a0wide spaces\u3000",
)


def add_text(store: Store, folder: Path, text: str, name: str = "text.txt") -> Document:
    (folder / name).write_bytes(text.encode())
    (addition,) = add_sources(store, Author(reviewer="ann"), [str(folder / name)])
    assert addition.article, addition.problem
    return addition.article


def report(store: Store, *articles: Document) -> str:
    return "\n".join(markdown_report(reported(store, article) for article in articles)) + "\n"


def sentences(store: Store, article: Document) -> tuple[SentenceReview, ...]:
    return review_of(store, article, "ann").sentences


def tag(store: Store, author: Author, article: Document, number: int, word: Tag) -> None:
    deciding.tag(store, author, [sentences(store, article)[number - 1].sentence.id], word)


def judge(
    store: Store, author: Author, article: Document, number: int, rating: str, because: str = ""
) -> None:
    claim = claim_id(sentences(store, article)[number - 1].sentence.id)
    verdicts.judge(store, author, claim, rating, because)


def cite(store: Store, article: Document, number: int, **fields: str | Stance) -> None:
    claim = claim_id(sentences(store, article)[number - 1].sentence.id)
    add_evidence(store, ANN, Evidence.of(claim=claim, **fields))


def section(markdown: str, heading: str) -> str:
    return markdown.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def walk(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from walk(token.children or [])


def blocks(reader: MarkdownIt, markdown: str) -> list[str]:
    """Return the rendered text of each block."""
    return [
        "".join(child.content for child in token.children)
        for token in reader.parse(markdown)
        if token.type == "inline" and token.children is not None
    ]


def headings(reader: MarkdownIt, markdown: str) -> list[str]:
    tokens = reader.parse(markdown)
    return [
        "".join(child.content for child in tokens[index + 1].children or [])
        for index, token in enumerate(tokens)
        if token.type == "heading_open"
    ]


def addresses(reader: MarkdownIt, markdown: str) -> list[str]:
    return [
        str(token.attrs["href"])
        for token in walk(reader.parse(markdown))
        if token.type == "link_open"
    ]


def kinds(reader: MarkdownIt, markdown: str) -> set[str]:
    return {token.type.removesuffix("_open") for token in walk(reader.parse(markdown))}


def decide_with_hostile_words(store: Store, article: Document) -> None:
    """Say every hostile line in every field that a reviewer can fill."""
    words = "\n".join(HOSTILE_LINES)
    first = sentences(store, article)[0].sentence.id
    wording = Claim(text=words, claimant=words, date="2024-06")
    describe_claim(store, HOSTILE_NAME, claim_id(first), written(wording))
    verdicts.judge(store, HOSTILE_NAME, claim_id(first), "false", words)
    verdicts.judge(store, ANN, claim_id(first), "true", words)
    deciding.flag(store, HOSTILE_NAME, [first], words)
    address = "https://example.org/>)![x](y)"
    cite(store, article, 1, url=address, title=words, publisher=words, quote=words)


def test_every_hostile_sentence_is_found_exactly(store: Store, tmp_path: Path) -> None:
    article = add_text(store, tmp_path, "\n".join(HOSTILE_LINES))
    expected = [
        f"undecided: {flowing(review.sentence.text)}" for review in sentences(store, article)
    ]
    assert len(expected) >= len(HOSTILE_LINES)
    for reader in READERS:
        assert blocks(reader, report(store, article))[-len(expected) :] == expected


def test_hostile_sentences_bring_no_structure_of_their_own(store: Store, tmp_path: Path) -> None:
    article = add_text(store, tmp_path, "\n".join(HOSTILE_LINES))
    markdown = report(store, article)
    for reader in READERS:
        assert headings(reader, markdown) == [one_line(article.title), *OWN_HEADINGS]
        assert addresses(reader, markdown) == []
        assert not kinds(reader, markdown) & {
            *("image", "html_block", "html_inline", "code_inline", "code_block", "fence"),
            *("em", "strong", "s", "hr", "blockquote"),
        }


def test_hostile_words_of_a_reviewer_bring_no_structure(store: Store, tmp_path: Path) -> None:
    article = add_text(store, tmp_path, "\n".join(HOSTILE_LINES))
    decide_with_hostile_words(store, article)
    markdown = report(store, article)
    for reader in READERS:
        assert headings(reader, markdown) == [
            one_line(article.title),
            "Summary",
            "Claims",
            "Claim 1, sentence 1",
            *OWN_HEADINGS[2:],
        ]
        assert addresses(reader, markdown) == [
            reader.normalizeLink("https://example.org/>)![x](y)")
        ]
        assert not kinds(reader, markdown) & {
            *("image", "html_block", "html_inline", "code_inline", "code_block", "fence"),
            *("em", "s", "hr"),
        }


def test_hostile_words_of_a_reviewer_are_found_exactly(store: Store, tmp_path: Path) -> None:
    article = add_text(store, tmp_path, "One is here.")
    decide_with_hostile_words(store, article)
    in_one = one_line("\n".join(HOSTILE_LINES).strip())
    for reader in READERS:
        shown = blocks(reader, report(store, article))
        assert f"Claim: {in_one}" in shown
        assert f"Said by {one_line(' '.join(' '.join(HOSTILE_LINES).split()))} on 2024-06" in shown
        assert f"Doubt about sentence 1 ({HOSTILE_NAME.reviewer}): {in_one}" in shown
        for line in HOSTILE_LINES:
            assert shown.count(one_line(line).strip()) == 3  # two reviewers' reasons, one quote


def test_no_control_byte_is_in_the_report(store: Store, tmp_path: Path) -> None:
    article = add_text(store, tmp_path, "\n".join(HOSTILE_LINES), name="a\x1b[31m\u202e\n.txt")
    decide_with_hostile_words(store, article)
    controls = {
        letter
        for letter in report(store, article)
        if unicodedata.category(letter) in {"Cc", "Zl", "Zp"}
    }
    assert controls == {"\n"}
    assert not {"\u202e", "\u2066"} & set(report(store, article))


LETTERS = st.characters(codec="utf-8", exclude_characters="\0")


@settings(deadline=None, max_examples=30)
@given(st.lists(st.text(LETTERS, min_size=1, max_size=40), min_size=1, max_size=5).map("\n".join))
def test_any_text_is_reported_exactly(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("any")
    if not text.encode(errors="replace").decode().removeprefix("\ufeff").strip():
        return
    with Store(folder / "factcheck.db") as store:
        article = add_text(store, folder, text.encode(errors="replace").decode())
        expected = [
            f"undecided: {flowing(review.sentence.text)}" for review in sentences(store, article)
        ]
        for reader in READERS:
            assert blocks(reader, report(store, article))[-len(expected) :] == expected
            assert len(headings(reader, report(store, article))) == 1 + len(OWN_HEADINGS)


def test_a_long_line_is_reported(store: Store, tmp_path: Path) -> None:
    article = add_text(store, tmp_path, "*[x" * 33_333)
    assert f"undecided: {article.text}" in blocks(READERS[0], report(store, article))


def test_two_runs_are_byte_identical(store: Store, tmp_path: Path) -> None:
    article = add_text(store, tmp_path, "\n".join(HOSTILE_LINES))
    decide_with_hostile_words(store, article)
    before = report(store, article)
    with Store(store.path) as reopened:
        assert report(reopened, article_named(reopened, "1")) == before


def test_the_head_says_what_was_reviewed_by_whom_and_when(store: Store, article: Document) -> None:
    tag(store, ANN, article, 1, Tag.OPINION)
    tag(store, BEN, article, 1, Tag.OPINION)
    shown = blocks(READERS[0], report(store, article))
    (decision, *_) = store.journal.decisions()
    assert headings(READERS[0], report(store, article))[0] == article.title
    assert "Source: article.txt" in shown
    assert f"Added: {article.added[:10]}" in shown
    assert any(line.startswith(f"Reviewed: {decision.at[:10]}") for line in shown)
    assert "Reviewers: ann, ben" in shown
    assert f"SHA-256 of the text: {article.id}" in shown


def test_an_untouched_article_says_that_all_is_open(store: Store, article: Document) -> None:
    markdown = report(store, article)
    assert "- Reviewers: nobody yet" in markdown
    assert "No sentence is tagged as a claim." in section(markdown, "Claims")
    assert "- Undecided sentences: 1-3" in section(markdown, "Still open")
    assert "| undecided | 3 |" in section(markdown, "Summary")
    assert "2. undecided: It is lovely." in markdown


def test_what_is_open_is_said_and_not_hidden(store: Store, article: Document) -> None:
    tag(store, ANN, article, 1, Tag.CLAIM)
    tag(store, ANN, article, 2, Tag.OPINION)
    still_open = section(report(store, article), "Still open")
    assert "- Undecided sentences: 3" in still_open
    assert "- Claims without a verdict, in sentences: 1" in still_open
    assert "- Claims without evidence, in sentences: 1" in still_open
    assert "**Verdict: no verdict yet**" in report(store, article)
    assert "Evidence: none recorded." in report(store, article)


def test_a_finished_review_says_that_nothing_is_open(store: Store, article: Document) -> None:
    judge(store, ANN, article, 1, "true")
    cite(store, article, 1, url="https://example.org/")
    tag(store, ANN, article, 2, Tag.OPINION)
    tag(store, ANN, article, 3, Tag.FILLER)
    assert section(report(store, article), "Still open").strip() == (
        "Nothing: every sentence is decided, and every claim has a verdict and evidence."
    )


def test_a_flag_is_open_until_it_is_cleared(store: Store, article: Document) -> None:
    deciding.flag(store, BEN, [sentences(store, article)[1].sentence.id], "odd")
    still_open = section(report(store, article), "Still open")
    assert "- Doubt about sentence 2 (ben): odd" in still_open


def test_the_summary_counts_sentences_and_verdicts(store: Store, article: Document) -> None:
    judge(store, ANN, article, 1, "mostly-false")
    tag(store, ANN, article, 2, Tag.OPINION)
    summary = section(report(store, article), "Summary")
    for row in (
        *("| claim | 1 |", "| opinion | 1 |", "| filler | 0 |", "| undecided | 1 |"),
        *("| all | 3 |", "| Mostly false | 1 |", "| all | 1 |"),
    ):
        assert row in summary
    assert "reviewers differ" not in summary


def test_the_summary_is_two_tables(store: Store, article: Document) -> None:
    for reader in READERS:
        tokens = [token.type for token in reader.parse(report(store, article))]
        assert tokens.count("table_open") == 2


def test_a_claim_shows_its_sentence_wording_verdict_and_reasons(
    store: Store, article: Document
) -> None:
    judge(store, ANN, article, 1, "half-true", "The census says so.\n\nAnd the mayor.")
    wording = {"text": "The town grew in 2023.", "claimant": "The mayor", "date": "2024"}
    claim = claim_id(sentences(store, article)[0].sentence.id)
    describe_claim(store, ANN, claim, wording)
    claims = section(report(store, article), "Claims")
    for line in (
        "### Claim 1, sentence 1",
        "> The town grew last year.",
        "Claim: The town grew in 2023.",
        "Said by The mayor on 2024",
        "**Verdict: Half true**. Parts that matter are right and parts that matter are wrong.",
        "The census says so.",
        "And the mayor.",
    ):
        assert line in claims.splitlines()


def test_two_reviewers_who_differ_stand_side_by_side(store: Store, article: Document) -> None:
    judge(store, ANN, article, 1, "false", "Census.")
    judge(store, BEN, article, 1, "true", "Mayor.")
    tag(store, ANN, article, 2, Tag.OPINION)
    tag(store, BEN, article, 2, Tag.FILLER)
    markdown = report(store, article)
    lines = markdown.splitlines()
    assert any(line.startswith("**Verdict: False** (ann).") for line in lines)
    assert any(line.startswith("**Verdict: True** (ben).") for line in lines)
    assert {"Census.", "Mayor."} <= set(lines)
    assert "1. claim, reviewers differ: The town grew last year." in lines
    assert "2. opinion (ann), filler (ben): It is lovely." in lines
    assert lines.count("| reviewers differ | 1 |") == 2
    assert "- Sentences tagged differently: 2" in lines


def test_reviewers_who_agree_are_counted_once(store: Store, article: Document) -> None:
    judge(store, ANN, article, 1, "false")
    judge(store, BEN, article, 1, "false")
    assert "| False | 1 |" in report(store, article)
    assert "1. claim, False: The town grew last year." in report(store, article)


def test_evidence_is_numbered_with_link_quote_stance_and_day(
    store: Store, article: Document
) -> None:
    cite(
        store,
        article,
        1,
        url="https://example.org/census",
        title="Census",
        publisher="Bureau",
        quote="It grew.\nBy a lot.",
        stance=Stance.SUPPORTS,
        accessed="2024-06-18",
    )
    cite(store, article, 1, url="https://example.org/", stance=Stance.REFUTES, accessed="2024")
    cite(store, article, 1, url="https://example.com/x", accessed="2024")
    markdown = report(store, article)
    claims = section(markdown, "Claims")
    assert (
        "1. [Census](<https://example.org/census>), Bureau, supports the claim, read 2024-06-18"
        in claims
    )
    assert ", refutes the claim, read 2024\n" in claims
    assert ", context, read 2024\n" in claims
    for reader in READERS:
        shown = blocks(reader, markdown)
        assert {"It grew.", "By a lot."} <= set(shown)
        assert "example.org, refutes the claim, read 2024" in shown
        assert addresses(reader, markdown) == [
            *("https://example.org/census", "https://example.org/", "https://example.com/x")
        ]


def test_all_evidence_of_a_claim_is_one_list(store: Store, article: Document) -> None:
    for number in range(12):
        cite(store, article, 1, url=f"https://example.org/{number}", quote="# one\n- two")
    for reader in READERS:
        lists = [
            token for token in reader.parse(report(store, article)) if token.type.endswith("t_open")
        ]
        numbered = [token for token in lists if token.type == "ordered_list_open"]
        assert len(numbered) == 2  # the evidence, and the article


def test_further_claims_of_a_sentence_are_reported_in_order(
    store: Store, article: Document
) -> None:
    first = sentences(store, article)[0].sentence.id
    describe_claim(store, ANN, claim_id(first, 2), {"text": "It is a town."})
    judge(store, ANN, article, 2, "false")
    found = headings(READERS[0], report(store, article))
    assert [heading for heading in found if heading.startswith("Claim ")] == [
        "Claim 1, sentence 1",
        "Claim 2, sentence 1",
        "Claim 3, sentence 2",
    ]


def test_several_articles_stand_one_after_the_other(
    store: Store, article: Document, tmp_path: Path
) -> None:
    other = add_text(store, tmp_path, "Another article is here today.")
    for reader in READERS:
        found = headings(reader, report(store, article, other))
        assert found == [article.title, *OWN_HEADINGS, other.title, *OWN_HEADINGS]


def test_no_articles_make_an_empty_report() -> None:
    assert list(markdown_report([])) == []
