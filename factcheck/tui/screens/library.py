"""All articles with how far each is: type to filter, enter to open."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from factcheck.domain.identity import DocumentId
from factcheck.domain.review import ArticleSummary
from factcheck.store.store import Store
from factcheck.tui.columns import fitted, progress_bar
from factcheck.tui.list_commands import LIBRARY_COMMANDS
from factcheck.tui.screens.filtered import FilteredScreen
from factcheck.tui.widgets.rows import BAR

_ROOMY: Final = 100
"""Cells from which there is room for publisher and date."""
_GAP: Final = "  "


class _Columns(NamedTuple):
    """How many cells each column takes; none where it is left out."""

    title: int
    publisher: int
    date: int
    bar: int


class LibraryScreen(FilteredScreen[DocumentId]):
    """Lists the articles; ends with the one to open."""

    def __init__(self, store: Store, reviewer: str, current: DocumentId) -> None:
        """List the articles in `store` as `reviewer` is in them, `current` highlighted at first."""
        super().__init__(LIBRARY_COMMANDS, "type to filter, enter opens the article")
        self._all = list(store.documents.summaries(reviewer))
        self._words = [_searched(summary) for summary in self._all]
        self._current = current
        self._listed: Sequence[ArticleSummary] = self._all

    def filter(self, words: str) -> None:
        """List the articles in whose particulars all `words` occur; the highlight stays."""
        sought = words.casefold().split()
        if self._listed and self.rows.count:
            self._current = self._listed[self.rows.cursor].id
        self._listed = [
            summary
            for summary, said in zip(self._all, self._words, strict=True)
            if all(word in said for word in sought)
        ]
        names = [summary.id for summary in self._listed]
        cursor = names.index(self._current) if self._current in names else 0
        self.rows.show(len(self._listed), self._row, cursor)
        self.tell(_totals(self._all), f"{len(self._listed)} of {len(self._all)}" if sought else "")

    def answer(self, index: int) -> DocumentId:
        """Return the article of a row."""
        return self._listed[index].id

    def on_resize(self, event: Resize) -> None:
        """Name the columns for another width."""
        self.call_after_refresh(self._name_columns)

    def _name_columns(self) -> None:
        columns = _columns(self.rows.width - BAR)
        named = ("  No", "Article", "Publisher", "Date", "Decided", "", "Claims", "Judged")
        self.query_one(".heading", Static).update(Content(_line(columns, named)))

    def _row(self, index: int, width: int) -> Content:
        summary = self._listed[index]
        progress, columns = summary.progress, _columns(width)
        cells = (
            f"{summary.number:>4}",
            summary.title,
            summary.publisher or "-",
            summary.date or "-",
            progress_bar(progress.tagged, progress.sentences, columns.bar),
            f"{progress.tagged}/{progress.sentences}",
            f"{progress.claims:>6}",
            f"{progress.judged:>6}",
        )
        return Content(_line(columns, cells))


def _columns(width: int) -> _Columns:
    publisher, date, bar = (16, 10, 15) if width >= _ROOMY else (0, 0, 8)
    others = (4, publisher, date, bar, 11, 6, 6)
    taken = sum(others) + len(_GAP) * sum(map(bool, others))
    return _Columns(max(10, width - taken), publisher, date, bar)


def _line(columns: _Columns, cells: Sequence[str]) -> str:
    """Return a line of the list; a column without room is left out."""
    widths = (4, columns.title, columns.publisher, columns.date, columns.bar, 11, 6, 6)
    shown = [fitted(cell, width) for cell, width in zip(cells, widths, strict=True) if width]
    return _GAP.join(shown)


def _searched(summary: ArticleSummary) -> str:
    """Return everything of an article that is filtered by, in lower case."""
    said = (
        str(summary.number),
        summary.title,
        summary.publisher,
        summary.author,
        summary.date,
        summary.source,
    )
    return " ".join(said).casefold()


def _totals(summaries: Sequence[ArticleSummary]) -> str:
    each = [summary.progress for summary in summaries]
    sentences, tagged = sum(one.sentences for one in each), sum(one.tagged for one in each)
    claims, judged = sum(one.claims for one in each), sum(one.judged for one in each)
    return (
        f"{len(each)} articles · {sentences} sentences · {tagged} decided"
        f" · {claims} claims, {judged} judged"
    )
