"""The verdict report in Markdown: no text in it becomes structure."""

import unicodedata
from pathlib import Path
from shutil import copyfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.decision import Author
from factcheck.domain.display import flowing, one_line
from factcheck.domain.document import Document
from factcheck.domain.filling import written
from factcheck.domain.findings.claim import Claim
from factcheck.domain.identity import claim_id
from factcheck.services import deciding, verdicts
from factcheck.services.articles import article_named
from factcheck.services.claims import describe_claim
from factcheck.store.store import Store
from tests.export.reports import (
    ANN,
    FINDINGS,
    OWN_HEADINGS,
    READERS,
    add_text,
    addresses,
    blocks,
    cite,
    headings,
    kinds,
    report,
    sentences,
)

HOSTILE_NAME = Author(reviewer="[eve](http://evil.com) *<b>* | @x")
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


def decide_with_hostile_words(store: Store, article: Document) -> None:
    """Say every hostile line in every field that a reviewer can fill."""
    words = "\n".join(HOSTILE_LINES)
    first = sentences(store, article)[0].sentence.id
    wording = Claim(text=words, claimant=words, date="2024-06", first_appearance=words)
    describe_claim(store, HOSTILE_NAME, claim_id(first), written(wording))
    verdicts.judge(store, HOSTILE_NAME, claim_id(first), "false", words)
    verdicts.judge(store, ANN, claim_id(first), "true")
    deciding.flag(store, HOSTILE_NAME, [first], words)
    address = "https://example.org/>)![x](y)"
    cite(store, article, 1, url=address, title=words, publisher=words, quote=words, locator=words)


def own_headings(article: Document, *claims: str, sources: bool = False) -> list[str]:
    return [
        one_line(article.title),
        *OWN_HEADINGS[:2],
        *claims,
        *(["Sources"] if sources else []),
        *OWN_HEADINGS[2:],
    ]


def test_every_hostile_sentence_is_found_exactly(store: Store, tmp_path: Path) -> None:
    article = add_text(store, tmp_path, "\n".join(HOSTILE_LINES))
    expected = [
        f"undecided: {flowing(review.sentence.text)}" for review in sentences(store, article)
    ]
    assert len(expected) >= len(HOSTILE_LINES)
    markdown = report(store, article)
    for reader in READERS:
        assert blocks(reader, markdown)[-len(expected) :] == expected


def test_hostile_sentences_bring_no_structure_of_their_own(store: Store, tmp_path: Path) -> None:
    article = add_text(store, tmp_path, "\n".join(HOSTILE_LINES))
    markdown = report(store, article)
    for reader in READERS:
        assert headings(reader, markdown) == own_headings(article)
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
        found = [words for words in headings(reader, markdown) if words != FINDINGS]
        assert found == own_headings(article, "Claim 1: reviewers differ", sources=True)
        live = {reader.normalizeLink("https://example.org/>)![x](y)")}
        from_the_reasons = {"http://evil.com", "http://evil.com/x.png"}
        assert live <= set(addresses(reader, markdown)) <= live | from_the_reasons
        assert not kinds(reader, markdown) & {"image", "html_block", "html_inline", "hr", "s"}


def test_hostile_words_of_a_reviewer_are_found_exactly(store: Store, tmp_path: Path) -> None:
    article = add_text(store, tmp_path, "One is here.")
    decide_with_hostile_words(store, article)
    in_one = flowing("\n".join(HOSTILE_LINES).strip())
    on_a_line = one_line(" ".join(" ".join(HOSTILE_LINES).split()))
    markdown = report(store, article)
    for reader in READERS:
        shown = blocks(reader, markdown)
        assert in_one in shown
        assert f"Said by {on_a_line}, on 2024-06." in shown
        assert f"First seen: {on_a_line}" in shown
        assert f"Doubt about sentence 1 ({HOSTILE_NAME.reviewer}): {in_one}" in shown
        for line in HOSTILE_LINES:
            assert one_line(line).strip() in shown  # the quote


def test_no_control_byte_is_in_the_report(store: Store, tmp_path: Path) -> None:
    article = add_text(store, tmp_path, "\n".join(HOSTILE_LINES), name="a\x1b[31m\u202e\n.txt")
    decide_with_hostile_words(store, article)
    markdown = report(store, article)
    controls = {letter for letter in markdown if unicodedata.category(letter) in {"Cc", "Zl", "Zp"}}
    assert controls == {"\n"}
    assert not {"\u202e", "\u2066"} & set(markdown)


LETTERS = st.characters(codec="utf-8", exclude_characters="\0")


@settings(deadline=None, max_examples=15)
@given(st.lists(st.text(LETTERS, min_size=1, max_size=40), min_size=1, max_size=5).map("\n".join))
def test_any_text_is_reported_exactly(
    empty_database: Path, tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder = tmp_path_factory.mktemp("any")
    if not text.encode(errors="replace").decode().removeprefix("\ufeff").strip():
        return
    copyfile(empty_database, folder / "factcheck.db")
    with Store(folder / "factcheck.db") as store:
        article = add_text(store, folder, text.encode(errors="replace").decode())
        expected = [
            f"undecided: {flowing(review.sentence.text)}" for review in sentences(store, article)
        ]
        markdown = report(store, article)
        for reader in READERS:
            assert blocks(reader, markdown)[-len(expected) :] == expected
            assert len(headings(reader, markdown)) == 1 + len(OWN_HEADINGS)


def test_a_long_line_is_reported(store: Store, tmp_path: Path) -> None:
    article = add_text(store, tmp_path, "*[x" * 33_333)
    assert f"undecided: {article.text}" in blocks(READERS[0], report(store, article))


def test_two_runs_are_byte_identical(store: Store, tmp_path: Path) -> None:
    article = add_text(store, tmp_path, "\n".join(HOSTILE_LINES))
    decide_with_hostile_words(store, article)
    before = report(store, article)
    with Store(store.path) as reopened:
        assert report(reopened, article_named(reopened, "1")) == before
