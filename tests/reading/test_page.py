"""Web pages: their main text, and what they say about themselves."""

import io
from contextlib import suppress
from time import monotonic

import pytest

from factcheck.domain.errors import Unreadable
from factcheck.reading.article import Article
from factcheck.reading.formats import articles_in
from factcheck.reading.readers.markup import text_of

PARAGRAPHS = [
    "The town grew by 12 percent last year &amp; nobody denies it, the mayor said on Monday.",
    "Auditors dispute the number &mdash; in their report the growth was only four percent.",
    "The council will vote on a new harbour in June, after two years of consultations.",
]
PAGE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>The town grew | The Post</title><meta name="author" content="Ann Doe">
<meta property="og:site_name" content="The Post"><meta property="og:title" content="The town grew">
<meta property="article:published_time" content="2024-06-18T10:00:00Z">
<link rel="canonical" href="{url}"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>The town grew</h1>
{text}<script>steal("cookies")</script><style>p {{ color: red }}</style></article>
<footer>All rights reserved</footer></body></html>"""


def page(text: str = "", url: str = "https://example.org/town") -> bytes:
    paragraphs = "".join(f"<p>{paragraph}</p>\n" for paragraph in PARAGRAPHS)
    return PAGE.format(text=text or paragraphs, url=url).encode()


def read(content: bytes, name: str = "a.html", charset: str = "") -> Article:
    (article,) = articles_in(io.BytesIO(content), name=name, charset=charset)
    assert isinstance(article, Article)
    return article


def test_the_main_text_is_kept_without_menus_and_scripts() -> None:
    text = read(page()).text
    assert "last year & nobody denies it" in text
    assert "number — in their report" in text
    assert len(text.splitlines()) == 4
    for foreign in ("steal", "color", "Home", "rights reserved", "<p>", "title:"):
        assert foreign not in text


def test_what_a_page_says_about_itself_is_kept() -> None:
    particulars = read(page()).particulars
    assert particulars.model_dump() == {
        "title": "The town grew",
        "url": "https://example.org/town",
        "author": "Ann Doe",
        "publisher": "The Post",
        "date": "2024-06-18",
        "language": "en-GB",
    }


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "", "http://"])
def test_an_address_that_is_no_web_address_is_left_out(url: str) -> None:
    assert read(page(url=url)).particulars.url == ""


def test_a_fetched_page_without_an_address_of_its_own_has_the_one_it_was_at() -> None:
    article = read(page(url=""), name="https://example.org/a.html")
    assert article.particulars.url == "https://example.org/a.html"


def cyrillic(meta: str) -> str:
    paragraph = "<p>Мэр сказал в понедельник, что город вырос на 12 процентов.</p>" * 9
    return page(paragraph).decode().replace("utf-8", meta)


@pytest.mark.parametrize(
    ("content", "charset", "encoding"),
    [
        (cyrillic("utf-8").encode(), "", "utf-8, declared"),
        (cyrillic("koi8-r").encode("koi8-r"), "", "koi8-r, declared"),
        (cyrillic("koi8-r").encode("cp1251"), "windows-1251", "windows-1251, declared"),
        (cyrillic("utf-8").encode("cp1251"), "", "windows-1251, detected"),
        (cyrillic("koi8-r").encode(), "", "utf-8"),
        (cyrillic("utf-16").encode(), "", "utf-8"),
        (cyrillic("no-such").encode("utf-16"), "", "utf-16-le, byte order mark"),
    ],
)
def test_the_declared_encoding_is_used_where_it_is_true(
    content: bytes, charset: str, encoding: str
) -> None:
    article = read(content, charset=charset)
    assert article.encoding == encoding
    assert "Мэр сказал" in article.text


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "ul><li", "table><tr><td"])
def test_deep_nesting_neither_crashes_nor_hangs(tag: str) -> None:
    began = monotonic()
    with suppress(Unreadable):  # what is too deep is not seen
        read(b"<html><body>" + f"<{tag}>".encode() * 100_000 + b"<p>Deep text.")
    assert monotonic() - began < 5


def test_text_of_html_has_a_line_a_block() -> None:
    html = "<p>One <b>t</b>wo&nbsp;&lt;3.</p>\n<script>x</script>Three<br>four<ul><li>a<li>b</ul>"
    assert text_of(html) == "One two\xa0<3.\nThree\nfour\na\nb"


@pytest.mark.parametrize("html", ["", "  ", "<script>x", "<!-- a -->", "<", "</p>", "\x0b"])
def test_html_without_words_has_no_text(html: str) -> None:
    assert text_of(html) in {"", "<"}
