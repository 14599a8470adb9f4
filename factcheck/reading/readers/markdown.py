"""Markdown: the source itself is the text; its front matter and its headings describe it."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from factcheck.domain.particulars import Particulars
from factcheck.reading.article import LARGEST, Article, checked
from factcheck.reading.decoding.encoding import decoded
from factcheck.reading.readers.particulars import fit_particulars
from factcheck.reading.source import Source

_BEGINNING: Final = 20_000
"""Characters in which front matter and the first heading are looked for."""
_FRONT_MATTER: Final = re.compile(
    r"---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
_LINE: Final = re.compile(r"^([A-Za-z_]+)[ \t]*:(.*)$", re.MULTILINE)
_MARKED: Final = re.compile(r" {0,3}#{1,6}[ \t]+(\S.*)")
_UNDERLINE: Final = re.compile(r" {0,3}(=+|-+)[ \t]*")
_FENCED: Final = re.compile(r"^ {0,3}(```|~~~).*?^ {0,3}\1", re.DOTALL | re.MULTILINE)
_KEYS: Final = {
    "title": ("title",),
    "url": ("url", "canonical_url", "canonical", "link"),
    "author": ("author", "authors", "by"),
    "publisher": ("publisher", "sitename", "site"),
    "date": ("date", "published", "created"),
    "language": ("language", "lang", "locale"),
}
"""What front matter calls a particular, the usual name first."""


def articles(source: Source) -> Iterator[Article]:
    """Yield the article; raises Unreadable."""
    text, how = decoded(source.content(LARGEST), declared=source.charset, encoding=source.encoding)
    yield Article(
        text=checked(text), particulars=particulars_in(text), format="markdown", encoding=how
    )


def particulars_in(text: str) -> Particulars:
    """Return what the front matter says, and the first heading where it says no title."""
    beginning = text[:_BEGINNING]
    matter = _FRONT_MATTER.match(beginning)
    said = dict(_entries(matter[1])) if matter else {}
    body = beginning[matter.end() :] if matter else beginning
    found = {
        field: next((said[key] for key in keys if key in said), "") for field, keys in _KEYS.items()
    }
    return fit_particulars(**{**found, "title": found["title"] or _first_heading(body)})


def _entries(matter: str) -> Iterator[tuple[str, str]]:
    for key, value in _LINE.findall(matter):
        yield key.lower(), _plain_value(value.strip())


def _plain_value(value: str) -> str:
    """Return a YAML value without its quotes; the items of a list in a line by semicolons."""
    if value[:1] == "[" and value[-1] == "]":
        return "; ".join(_plain_value(item.strip()) for item in value[1:-1].split(","))
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _first_heading(body: str) -> str:
    lines = _FENCED.sub("", body).splitlines()
    for line, below in pairwise([*lines, ""]):
        marked = _MARKED.match(line)
        if marked:
            return _without_closing_marks(marked[1].rstrip())
        if line.strip() and _UNDERLINE.fullmatch(below):
            return line.strip()
    return ""


def _without_closing_marks(heading: str) -> str:
    bare = heading.rstrip("#")
    return bare.rstrip() if bare[-1:].isspace() else heading
