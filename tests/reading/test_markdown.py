"""Markdown: kept as it is, described by its front matter and headings."""

import io
from time import monotonic

import pytest

from factcheck.reading.article import Article
from factcheck.reading.formats import articles_in
from factcheck.reading.readers.markdown import particulars_in

SOURCE = """---\r
title: "The town: grew"\r
Authors: [Ann Doe, 'Bob']\r
date: 2024-06-18T10:00:00Z\r
lang: en-GB\r
canonical_url: https://example.org/town\r
site: The Post\r
tags:\r
  - growth\r
---\r
\r
# Another heading\r
\r
The *town* grew.  \r
"""


def test_the_source_itself_is_the_text() -> None:
    (article,) = articles_in(io.BytesIO(SOURCE.encode()), name="a.md")
    assert isinstance(article, Article)
    assert article.text == SOURCE
    assert article.format == "markdown"


def test_front_matter_says_what_is_known() -> None:
    assert particulars_in(SOURCE).model_dump() == {
        "title": "The town: grew",
        "url": "https://example.org/town",
        "author": "Ann Doe; Bob",
        "publisher": "The Post",
        "date": "2024-06-18",
        "language": "en-GB",
    }


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# One #\n\nText", "One"),
        ("Text first.\n\n## About C#\n", "About C#"),
        ("One two\n=======\n", "One two"),
        ("```\n# a comment\n```\n\n# One\n", "One"),
        ("---\nlang: en\n---\n# One\n", "One"),
        ("#hashtag and no heading", ""),
        ("---\nno: end\n", ""),
        ("No heading at all.\n\n- a\n- b\n", ""),
        ("", ""),
    ],
)
def test_else_the_first_heading_is_the_title(text: str, title: str) -> None:
    assert particulars_in(text).title == title


@pytest.mark.parametrize(
    "text", ["---\n" + " " * 19_000, "# " + " " * 19_000, "```\n" * 5_000, "---\na:" + " " * 19_000]
)
def test_no_text_takes_long(text: str) -> None:
    began = monotonic()
    particulars_in(text)
    assert monotonic() - began < 1
