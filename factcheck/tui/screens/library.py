"""All articles with how far each is: type to filter, enter to open."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from factcheck.domain.display import counted
from factcheck.domain.identity import DocumentId
from factcheck.domain.review import ArticleSummary
from factcheck.store.store import Store
from factcheck.tui.columns import fitted, progress_bar
from factcheck.tui.commands.lists import LIBRARY_COMMANDS
from factcheck.tui.screens.filtered import FilteredScreen
from factcheck.tui.widgets.rows import MARK

_ROOMY: Final = 100
"""Cells from which there is room for publisher and date."""
_NUMBER: Final = 5
_COUNT: Final = 6
_BAR: Final = 10
_GAP: Final = "  "


class LibraryScreen(FilteredScreen[DocumentId]):
    """Lists the articles; ends with the one to open."""

    def __init__(self, store: Store, reviewer: str, current: DocumentId) -> None:
        """List the articles in `store` as `reviewer` is in them, `current` highlighted at first."""
        super().__init__(LIBRARY_COMMANDS, "type to filter, enter opens the article")
        self._all = list(store.documents.summaries(reviewer))
        self._words = [_searched(summary) for summary in self._all]
        self._current = current
        self._decided = max((len(_decided(summary)) for summary in self._all), default=0)
        self._listed: Sequence[ArticleSummary] = self._all

    def narrow(self, words: str) -> None:
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
        named = ("   No", "Article", "Publisher", "Date", "Decided", "", "Claims", "Judged")
        line = self._line(self.rows.width - MARK, named)
        self.query_one(".heading", Static).update(Content(line))

    def _row(self, index: int, width: int) -> Content:
        summary = self._listed[index]
        progress = summary.progress
        cells = (
            f"{summary.number:>{_NUMBER}}",
            summary.title,
            summary.publisher or "-",
            summary.date or "-",
            progress_bar(progress.tagged, progress.sentences, _BAR),
            _decided(summary),
            f"{progress.claims:>{_COUNT}}",
            f"{progress.judged:>{_COUNT}}",
        )
        return Content(self._line(width, cells))

    def _line(self, width: int, cells: Sequence[str]) -> str:
        """Return a line of the list; publisher and date are left out where there is no room."""
        publisher, date = (12, 10) if width >= _ROOMY else (0, 0)
        widths = [_NUMBER, 0, publisher, date, _BAR, self._decided, _COUNT, _COUNT]
        taken = sum(widths) + len(_GAP) * sum(map(bool, widths))
        widths[1] = max(10, width - taken)
        shown = zip(cells, widths, strict=True)
        return _GAP.join(fitted(cell, room) for cell, room in shown if room)


def _decided(summary: ArticleSummary) -> str:
    return f"{summary.progress.tagged:>2}/{summary.progress.sentences}"


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
        f"{counted(len(each), 'article')} · {counted(sentences, 'sentence')} · {tagged} decided"
        f" · {counted(claims, 'claim')}, {judged} judged"
    )
