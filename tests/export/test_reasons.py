"""Reviewers' Markdown: what they may write is kept, and everything else is text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcheck.export.report.reasons import as_html, as_markdown

READERS = (MarkdownIt("commonmark"), MarkdownIt("gfm-like"))
KEPT = {"p", "em", "strong", "ul", "ol", "li", "blockquote", "pre", "code", "a", "br"}
PIECES = st.sampled_from(
    [
        *"\\`*_[]<>~|#@-+=:.()!/ \n\n\n1a\"'{}%$",
        *("- ", "* ", "1. ", "2) ", "> ", "```\n", "~~~\n", "    ", "\t", "# ", "***", "**"),
        *("[x](http://a.b)", "[x](javascript:y)", "![i](https://c.d)", "<https://e.f>"),
        *("`c`", "``", "\\\n", "  \n", "[r]: http://g.h", "<b>", "<!--", "---\n", "===\n"),
        *("| a | b |\n", "\u00a0", "é", "\u202e", "\x1b", "www.evil.com", "http://evil.com/a_b"),
        *("{{ x }}", "{% x %}", "- - 1. a\n"),
    ]
)
ENTITIES = st.sampled_from(["&amp;", "&#42;", "&#32;", "&#10;", "&nbsp;", "&#97;", "&#x202e;"])
WRITTEN = st.lists(PIECES, max_size=14).map("".join)
WILD = st.lists(st.one_of(PIECES, ENTITIES, st.characters()), max_size=14).map("".join)


def bare(page: str) -> str:
    """Return HTML without what tight and loose lists differ in."""
    return re.sub(r"</?p>|\s+", "", page)


def tags(page: str) -> set[str]:
    return set(re.findall(r"<(\w+)", page))


def links(page: str) -> list[str]:
    return re.findall(r'href="([^"]*)"', page)


@pytest.mark.parametrize(
    ("written", "page"),
    [
        ("It *grew* by **half**.", "<p>It <em>grew</em> by <strong>half</strong>.</p>"),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("> quoted", "<blockquote>\n<p>quoted</p>\n</blockquote>"),
        ("`1 < 2`", "<p><code>1 &lt; 2</code></p>"),
        ("```py\na  b\n\n\nc\n```", "<pre><code>a  b\n\n\nc\n</code></pre>"),
        ("one\\\ntwo", "<p>one<br />\ntwo</p>"),
    ],
)
def test_what_reviewers_may_write_is_kept(written: str, page: str) -> None:
    assert as_html(written).strip() == page
    assert as_html(as_markdown(written)).strip() == page


def test_only_http_and_https_links_are_live() -> None:
    for address in ("javascript:alert(1)", "data:text/html,x", "file:///x", "/x", "//x", "http:"):
        source = f"[press]({address}) <{address}>"
        assert links(as_html(source)) == []
        assert address in as_html(source)
        for reader in READERS:
            assert links(reader.render(as_markdown(source))) == []
    assert links(as_html("[x](https://a.b/c) <http://d.e>")) == ["https://a.b/c", "http://d.e"]
    assert 'rel="noopener noreferrer nofollow"' in as_html("[x](https://a.b/c)")


def test_a_picture_is_a_link_and_nothing_is_fetched() -> None:
    source = "Look![p](https://a.b/p.png)"
    assert "img" not in as_html(source)
    for reader in READERS:
        assert tags(reader.render(as_markdown(source))) == {"p", "a"}


def test_a_heading_is_bold_and_html_is_text() -> None:
    assert as_html("# Sums\n\nx\n===") == "<p><strong>Sums</strong></p>\n<p>x\n===</p>\n"
    assert as_markdown("# Sums\n\nx\n---\n<b>") == "**Sums**\n\nx\n\\---\n\\<b\\>"


def test_line_ends_of_any_system_are_line_ends() -> None:
    assert as_markdown("one\r\ntwo\r\rthree") == "one\ntwo\n\nthree"


def test_no_template_of_a_site_generator_is_in_it() -> None:
    for source in ("{{ x }} {% y %}", "`{{ x }}`", "```\n{% y %}\n```", "[a](http://x/{{y}})"):
        assert not re.search(r"\{[{%]", as_markdown(source))
        assert "{{ x }}" not in source or "{{ x }}" in READERS[0].render(as_markdown(source))


@settings(deadline=None, max_examples=150)
@given(WRITTEN)
def test_both_forms_say_the_same(written: str) -> None:
    page = as_html(written)
    shown = bare(as_html(as_markdown(written)))
    has_emphasis = bool({"em", "strong"} & tags(page))
    if not re.search(r"\{[{%]", written):
        assert has_emphasis or shown == bare(page)


SPANS = st.sampled_from(["*one*", "**two**", "_three_", "***four***", "`five`", "*a **b** c*"])


@given(st.lists(st.one_of(SPANS, st.sampled_from(["word", "(in)", "- ", "“q”"])), max_size=8))
def test_emphasis_between_words_is_kept(pieces: list[str]) -> None:
    written = " ".join(pieces)
    assert bare(as_html(as_markdown(written))) == bare(as_html(written))


@settings(deadline=None, max_examples=150)
@given(WILD)
def test_whatever_is_written_only_what_is_kept_is_structure(written: str) -> None:
    markdown, page = as_markdown(written), as_html(written)
    assert tags(page) <= KEPT
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", markdown + page)
    for reader in READERS:
        seen = reader.render(markdown)
        assert tags(seen) <= tags(page) | {"p"}
        assert set(links(seen)) <= set(links(page))


@settings(deadline=None, max_examples=60)
@given(WILD)
def test_what_was_tamed_stays_as_it_is(written: str) -> None:
    tamed = as_markdown(written)
    assert bare(as_html(as_markdown(tamed))) == bare(as_html(tamed))


@pytest.mark.parametrize("depth", [10, 60, 3000])
def test_nothing_is_lost_however_deep_it_stands(depth: int) -> None:
    for mark in ("> ", "- "):
        assert "word" in as_markdown(mark * depth + "word")
        assert "word" in as_html(mark * depth + "word")


def test_emphasis_in_emphasis_is_read_to_any_depth() -> None:
    for source in ("*" * 4000 + "a" + "*" * 4000, "*_" * 500 + "a" + "_*" * 500):
        assert "a" in as_markdown(source)
        assert "a" in as_html(source)
