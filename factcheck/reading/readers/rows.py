"""Rows of a table become articles: one each, or one of all neighbouring rows of the same page."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from factcheck.domain.errors import Unreadable
from factcheck.reading.article import LONGEST, Article, checked
from factcheck.reading.readers.columns import Columns
from factcheck.reading.readers.particulars import authors, fit_particulars

_SEPARATOR: Final = "\n"
"""Between two sentences of an article that came as rows."""


class Row(NamedTuple):
    """One row: what its cells hold, by the name of the column."""

    number: int
    """From 1; a heading is not counted."""
    cells: Mapping[str, object]


class Layout(NamedTuple):
    """What all rows of a table have in common."""

    columns: Columns
    format: str
    """The name of the table's format."""
    encoding: str
    """How its bytes were decoded."""


def articles_of(rows: Iterable[Row | Unreadable], layout: Layout) -> Iterator[Article | Unreadable]:
    """Yield the articles in `rows` as they come, and a problem for each row that has none.

    Raises Unreadable where there are no rows.
    """
    found = _joined(rows, layout) if layout.columns.rows == "sentences" else _each(rows, layout)
    first = next(found, None)
    if first is None:
        raise Unreadable("holds no rows with text: add something with an article in it")
    yield first
    yield from found


def at_row(number: int, problem: object) -> Unreadable:
    """Return the problem with the row that has it."""
    return Unreadable(f"row {number} {problem}")


def _each(rows: Iterable[Row | Unreadable], layout: Layout) -> Iterator[Article | Unreadable]:
    for row in rows:
        yield row if isinstance(row, Unreadable) else _article(row, layout)


def _article(row: Row, layout: Layout) -> Article | Unreadable:
    try:
        text = checked(_text(row, layout.columns))
    except Unreadable as error:
        return at_row(row.number, error)
    return _made(text, row, layout)


def _made(text: str, row: Row, layout: Layout, starts: tuple[int, ...] | None = None) -> Article:
    cells, columns = row.cells, layout.columns
    author = cells.get(columns.author, "")
    return Article(
        text=text,
        particulars=fit_particulars(
            title=cells.get(columns.title),
            url=cells.get(columns.url),
            author=authors(author) if isinstance(author, list) else author,
            publisher=cells.get(columns.publisher),
            date=cells.get(columns.date),
            language=cells.get(columns.language),
        ),
        format=layout.format,
        encoding=layout.encoding,
        part=f"row {row.number}",
        starts=starts,
    )


def _text(row: Row, columns: Columns) -> str:
    if columns.text not in row.cells:
        found = ", ".join(str(name)[:40] for name in list(row.cells)[:20]) or "nothing"
        raise Unreadable(f"has no {columns.text!r}, but {found}: name the column with the text")
    text = row.cells[columns.text]
    if not isinstance(text, str):
        raise Unreadable(f"has a {columns.text!r} that is no text: write it in quotes")
    return text


def _joined(rows: Iterable[Row | Unreadable], layout: Layout) -> Iterator[Article | Unreadable]:
    """Yield an article for all rows one after another that name the same page."""
    gathered: _Gathered | None = None
    for row in rows:
        sentence = row if isinstance(row, Unreadable) else _sentence(row, layout.columns)
        if isinstance(row, Unreadable) or isinstance(sentence, Unreadable):
            yield at_row(row.number, sentence) if isinstance(row, Row) else row
            continue
        if gathered and _page(row, layout.columns) != _page(gathered.first, layout.columns):
            yield gathered.article(layout)
            gathered = None
        if sentence:
            gathered = gathered or _Gathered(row)
            gathered.add(sentence)
    if gathered:
        yield gathered.article(layout)


def _sentence(row: Row, columns: Columns) -> str | Unreadable:
    try:
        text = _text(row, columns)
        return checked(text) if text.strip() else ""
    except Unreadable as error:
        return error


def _page(row: Row, columns: Columns) -> tuple[object, object]:
    return row.cells.get(columns.url), row.cells.get(columns.title)


class _Gathered:
    """The sentences of one article, as its rows come."""

    def __init__(self, first: Row) -> None:
        self.first = first
        self._sentences: list[str] = []
        self._starts: list[int] = []
        self._length = 0

    def add(self, sentence: str) -> None:
        """Take the next sentence; one too many is only counted."""
        if self._length <= LONGEST:
            indent = len(sentence) - len(sentence.lstrip())
            self._sentences.append(sentence)
            self._starts.append(self._length + indent)
        self._length += len(sentence) + len(_SEPARATOR)

    def article(self, layout: Layout) -> Article | Unreadable:
        """Return the article that all sentences make."""
        try:
            text = checked(_SEPARATOR.join(self._sentences))
        except Unreadable as error:
            return at_row(self.first.number, f"and those after it: {error}")
        return _made(text, self.first, layout, tuple(self._starts))
