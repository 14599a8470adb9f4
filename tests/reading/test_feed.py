"""Feeds: each entry is an article."""

import io
from time import monotonic

import pytest

from factcheck.domain.errors import Unreadable
from factcheck.reading.article import Article
from factcheck.reading.formats import articles_in

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Post</title><language>ru</language>
<item><title>Город &amp;amp; &lt;b&gt;мэр&lt;/b&gt;</title><link>https://example.org/1</link>
<author>Ann</author><pubDate>Tue, 18 Jun 2024 23:30:00 -0500</pubDate>
<description>Коротко.</description><content:encoded><![CDATA[<p>Первый <b>аб</b>зац.</p>
<script>steal()</script><p>Второй абзац.</p>]]></content:encoded></item>
<item><title>Без текста</title></item>
<item><description>&lt;p&gt;Только кратко.&lt;/p&gt;</description><guid>urn:3</guid></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Die Post</title>
<entry><title>Eins</title><id>urn:1</id><link href="https://example.org/1"/>
<author><name>Ann</name></author><author><name>Bob</name></author>
<published>2024-06-18T10:00:00Z</published>
<content type="text">1 &lt; 2 und &lt;b&gt; bleibt.</content></entry></feed>"""

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "lol"><!ENTITY file SYSTEM "file:///etc/passwd">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    + "]><rss version='2.0'><channel><item><description>A bomb: &a11; &file;</description></item>"
    "</channel></rss>"
)


def read(content: str | bytes, name: str = "a.xml") -> list[Article | Unreadable]:
    data = content if isinstance(content, bytes) else content.encode()
    return list(articles_in(io.BytesIO(data), name=name))


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "koi8-r"])
def test_each_entry_is_an_article_and_one_without_text_is_told(encoding: str) -> None:
    first, problem, last = read(RSS.format(encoding=encoding).encode(encoding))
    assert isinstance(first, Article)
    assert first.text == "Первый абзац.\nВторой абзац."
    assert first.encoding == f"{encoding}, declared"
    assert first.part == "https://example.org/1"
    assert first.particulars.model_dump() == {
        "title": "Город & мэр",
        "url": "https://example.org/1",
        "author": "Ann",
        "publisher": "The Post",
        "date": "2024-06-18",
        "language": "ru",
    }
    assert str(problem).startswith("entry 2 holds no text")
    assert isinstance(last, Article)
    assert (last.text, last.part) == ("Только кратко.", "urn:3")


def test_plain_text_in_an_atom_feed_stays_as_it_is() -> None:
    (article,) = read(ATOM)
    assert isinstance(article, Article)
    assert article.text == "1 < 2 und <b> bleibt."
    assert article.particulars.author == "Ann; Bob"
    assert (article.particulars.publisher, article.particulars.language) == ("Die Post", "de")


def test_entities_neither_explode_nor_read_files() -> None:
    began = monotonic()
    (article,) = read(BOMB)
    assert monotonic() - began < 5
    assert isinstance(article, Article)
    assert len(article.text) < 100
    assert "root:" not in article.text


def test_deep_nesting_neither_crashes_nor_hangs() -> None:
    began = monotonic()
    with pytest.raises(Unreadable):
        read("<rss version='2.0'><channel>" + "<a>" * 100_000)
    assert monotonic() - began < 10


def test_a_link_that_is_no_web_address_is_no_address_of_the_article() -> None:
    (article,) = read(ATOM.replace("https://example.org/1", "javascript:alert(1)"))
    assert isinstance(article, Article)
    assert article.particulars.url == ""
