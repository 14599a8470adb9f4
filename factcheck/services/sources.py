"""What a user names as a source, and the articles in it."""

import io
import os.path
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from factcheck.domain.errors import Unreadable
from factcheck.reading.article import Article
from factcheck.reading.files import STANDARD_INPUT, files_in, is_passed_over, opened
from factcheck.reading.formats import articles_in
from factcheck.reading.readers.columns import Columns
from factcheck.reading.web.fetching import fetch
from factcheck.services.articles import storable


class Hints(NamedTuple):
    """What the user says about how sources are to be read."""

    format: str = ""
    """The name of their format; empty where each says so itself."""
    encoding: str = ""
    """How their bytes are encoded; empty where that is to be found out."""
    columns: Columns = Columns()
    """Which columns of tables hold what."""
    allow_private: bool = False
    """Whether web addresses may lie in private networks."""


NO_HINTS: Final = Hints()
"""Everything is to be found out."""


class Source(NamedTuple):
    """One file, web address or standard input."""

    name: str
    """As it was given, or found in a folder."""


class PassedOver(NamedTuple):
    """A folder with files of kinds that hold no articles."""

    name: str
    files: int


class Part(NamedTuple):
    """An article in a source."""

    source: str
    """The source's name, and the part of it where it holds several."""
    origin: str
    """What names it tomorrow; empty where nothing does, so that it has no versions."""
    article: Article
    page: bytes | None = None
    """The page as it was fetched."""


class Problem(NamedTuple):
    """A source that could not be read, or a part of it."""

    source: str
    reason: str
    """What is wrong, and what to do."""


_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
"""How an address begins; which of them are fetched is said where they are."""


def sources_in(names: Iterable[str]) -> Iterator[Source | PassedOver]:
    """Yield each source that the names mean: folders stand for the files in them."""
    for name in names:
        if not name or name == STANDARD_INPUT or _is_address(name) or not os.path.isdir(name):
            yield Source(name)
        else:
            yield from _in_folder(name)


def parts_of(source: Source, hints: Hints) -> Iterator[Part | Problem]:
    """Yield each article in a source, and a problem for each part that is none."""
    name = storable(source.name)
    try:
        if _is_address(source.name):
            yield from _in_page(source.name, hints)
        else:
            yield from _in_file(source.name, hints)
    except Unreadable as error:
        yield Problem(name, str(error))


def _is_address(name: str) -> bool:
    return _ADDRESS.match(name) is not None


def _in_folder(name: str) -> Iterator[Source | PassedOver]:
    passed_over = found = 0
    for file in files_in(Path(name)):
        if is_passed_over(file):
            passed_over += 1
        else:
            found += 1
            yield Source(str(file))
    if passed_over:
        yield PassedOver(name, passed_over)
    if not found:
        yield Source(name)


def _in_page(url: str, hints: Hints) -> Iterator[Part | Problem]:
    page = fetch(url, allow_private=hints.allow_private)
    origin = url.partition("#")[0]
    for article in articles_in(
        io.BytesIO(page.content),
        name=page.url,
        format=hints.format,
        media_type=page.media_type,
        charset=page.charset,
        columns=hints.columns,
        encoding=hints.encoding,
    ):
        yield _part(url, origin, _published_at(page.url, article), page.content)


def _published_at(url: str, article: Article | Unreadable) -> Article | Unreadable:
    """Return the article of a page that does not say itself where it was published."""
    if isinstance(article, Unreadable) or article.part or article.particulars.url:
        return article
    particulars = article.particulars.model_copy(update={"url": url})
    return article.model_copy(update={"particulars": particulars})


def _in_file(name: str, hints: Hints) -> Iterator[Part | Problem]:
    origin = "" if name == STANDARD_INPUT else os.path.abspath(name)
    with opened(name) as stream:
        for article in articles_in(
            stream,
            name=name,
            format=hints.format,
            columns=hints.columns,
            encoding=hints.encoding,
        ):
            yield _part(storable(name), storable(origin), article)


def _part(
    source: str, origin: str, article: Article | Unreadable, page: bytes | None = None
) -> Part | Problem:
    if isinstance(article, Unreadable):
        return Problem(source, str(article))
    if not article.part:
        return Part(source, origin, article, page)
    return Part(f"{source}, {article.part}", _origin_in(origin, article), article, None)


def _origin_in(origin: str, article: Article) -> str:
    """Return what names a part of a source tomorrow, when other parts may stand before it."""
    if article.particulars.url:
        return article.particulars.url
    if not origin or not article.particulars.title:
        return origin if article.starts is not None else ""  # all its sentences are one article
    return f"{origin}, {article.particulars.title}"
