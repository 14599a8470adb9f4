"""The article as the page: every sentence with its tag, the current one standing out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar, Final

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from factcheck.domain.display import flowing
from factcheck.domain.review import SentenceReview
from factcheck.domain.scales.scales import Scales
from factcheck.tui.context import Context
from factcheck.tui.widgets.drawn import DrawnLines
from factcheck.tui.widgets.gutter import role_of
from factcheck.tui.widgets.scrollbar import DrawnScrollBar
from factcheck.tui.widgets.sentence_lines import Look, Marks, Page, ending_lines, sentence_lines
from factcheck.tui.wrapping import height_of

_STRIPS_KEPT: Final = 1000


class ArticlePage(ScrollView, DrawnLines, inherit_bindings=False):
    """Shows sentences with the Line API: only the lines in sight are ever drawn."""

    DEFAULT_CSS = """
    ArticlePage {
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
    }
    """
    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article--text",
        "article--claim",
        "article--opinion",
        "article--filler",
        "article--undecided",
        "article--filler-text",
        "article--sign",
        "article--cursor",
        "article--cursor-bar",
        "article--hit",
        "article--ending",
        "article--role",
        "article--dimmed",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "page_down", "Page down", show=False),
        Binding("pageup", "page_up", "Page up", show=False),
    ]

    @dataclass
    class Clicked(Message):
        """A sentence was clicked."""

        index: int

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        """Make an empty page."""
        super().__init__(id=id)
        self.cursor = 0
        """The index of the current sentence."""
        self.chosen = range(1)
        """The indexes of the sentences that the next decision is for."""
        self.context = Context.SHOWN
        """How the other sentences are shown."""
        self._pattern: re.Pattern[str] | None = None
        self._reviews: list[SentenceReview] = []
        self._decided: set[int] = set()
        self._tops: list[int] = [0]
        self._strips: LRUCache[tuple[int, bool, bool], list[Strip]] = LRUCache(_STRIPS_KEPT)
        self._styles: dict[tuple[str, ...], Style] = {}
        self._scales = Scales()
        self._marks: Marks = {}
        self._ending: tuple[str, ...] = ()
        self._has_roles = False
        self._wrapped_to = 0

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scrollbar, made when it is first asked for, as Textual makes its own."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = DrawnScrollBar()
            self._vertical_scrollbar.display = False
            self.app._start_widget(self, self._vertical_scrollbar)
        return self._vertical_scrollbar

    def show_article(
        self, reviews: Sequence[SentenceReview], cursor: int, scales: Scales, marks: Marks
    ) -> None:
        """Show another article with the cursor on one of its sentences."""
        self._scales = scales
        self._marks = marks
        self._reviews = list(reviews)
        self._has_roles = any(role_of(review) for review in reviews)
        self.cursor = cursor
        self._wrap()
        self.refresh()

    def show_sentence(self, index: int, review: SentenceReview) -> None:
        """Show what is now decided on one sentence, as soon as the place is shown."""
        self._reviews[index] = review
        self._forget(index)
        self._decided.add(index)

    def show_mark(self, index: int) -> None:
        """Show the sign of what the linter found now in a sentence."""
        self._forget(index)
        self._refresh_sentences([index])

    def show_decisions(
        self, reviews: Sequence[SentenceReview], cursor: int, scales: Scales
    ) -> None:
        """Show what is now decided on all sentences, however the article is cut now."""
        known = [review.sentence for review in self._reviews]
        if known != [review.sentence for review in reviews]:
            self.show_article(reviews, cursor, scales, self._marks)
        self._scales = scales
        self._reviews = list(reviews)
        self._draw_all_again()

    def show_ending(self, lines: tuple[str, ...]) -> None:
        """Show `lines` under the last sentence."""
        if lines != self._ending:
            self._ending = lines
            self._measure()
            self._forget(self._sentences)
            self._refresh_sentences([self._sentences])

    def show_hits(self, pattern: re.Pattern[str] | None) -> None:
        """Show what is searched for wherever it stands."""
        if pattern != self._pattern:
            self._pattern = pattern
            self._draw_all_again()

    def show_place(self, cursor: int, chosen: range, context: Context) -> None:
        """Show where the reviewer is; of the other sentences, only as much as `context` says."""
        changed, self._decided = self._decided | {self.cursor, cursor}, set()
        before, self.cursor, self.chosen = self.chosen, cursor, chosen
        if context is not self.context:
            self.context = context
            self._draw_all_again()
        self._keep_cursor_in_sight()
        turned = (i for i in self._in_sight if (i in before) is not (i in chosen))
        self._refresh_sentences(changed.union(turned))

    def render_line(self, y: int) -> Strip:
        """Draw the line at `y` on the screen."""
        line = y + self.scroll_offset.y
        index = bisect_right(self._tops, line) - 1
        strips = self._strips_of(index)
        return strips[min(line - self._tops[index], len(strips) - 1)]

    def notify_style_update(self) -> None:
        """Forget what was drawn in another theme."""
        super().notify_style_update()
        self._strips.clear()
        self._styles.clear()

    def on_resize(self) -> None:
        """Wrap the text to the new width."""
        if self._wrapped_to != self._page.text_width:
            self._wrap()
        self._strips.clear()
        self.call_after_refresh(self._keep_cursor_in_sight)

    def on_click(self, event: events.Click) -> None:
        """Tell which sentence was clicked."""
        index = bisect_right(self._tops, event.y + self.scroll_offset.y) - 1
        if 0 <= index < self._sentences:
            self.post_message(self.Clicked(index))

    @property
    def _sentences(self) -> int:
        """How many sentences have lines."""
        return len(self._tops) - 1

    @property
    def _page(self) -> Page:
        return Page(self.size.width, self.scrollable_content_region.width, self._has_roles)

    @property
    def _look(self) -> Look:
        return Look(self._page, self._style, self._scales, self._marks, self._pattern, self.context)

    def _wrap(self) -> None:
        """Find the lines of all sentences for the present width, if there is one yet."""
        if not self.size:
            return
        self._strips.clear()
        self._wrapped_to = width = self._page.text_width
        heights = (height_of(flowing(review.sentence.text), width) for review in self._reviews)
        self._tops = [0, *accumulate(heights)]
        self._measure()
        self._keep_cursor_in_sight()

    def _measure(self) -> None:
        self.virtual_size = Size(self.size.width, self._tops[-1] + len(self._ending))

    def _keep_cursor_in_sight(self) -> None:
        """Scroll by as few lines as bring the current sentence into the middle third, uncut."""
        if self.cursor >= self._sentences:
            return
        height = self.size.height
        top, bottom = self._tops[self.cursor], self._tops[self.cursor + 1]
        scrolled = max(self.scroll_offset.y, bottom - 2 * height // 3)
        scrolled = min(scrolled, max(top - height // 3, bottom - height), top)
        self.scroll_to(y=max(0, scrolled), animate=False)

    def _strips_of(self, index: int) -> list[Strip]:
        """Return the drawn lines of a sentence, from the last time if nothing has changed.

        Behind the last sentence stands the ending.
        """
        current, chosen = index == self.cursor, index in self.chosen
        strips = self._strips.get((index, current, chosen))
        if strips is None:
            drawn = ending_lines(self._ending, self._look)
            if index < self._sentences:
                review = self._reviews[index]
                drawn = sentence_lines(review, self._look, current=current, chosen=chosen)
            strips = self._strips[index, current, chosen] = list(drawn)
        return strips

    def _forget(self, index: int) -> None:
        """Forget how a sentence, or the ending, was drawn."""
        for current in (True, False):
            for chosen in (True, False):
                self._strips.discard((index, current, chosen))

    def _draw_all_again(self) -> None:
        self._strips.clear()
        self.refresh()

    def _refresh_sentences(self, indexes: Iterable[int]) -> None:
        """Let those of these sentences that are in sight be drawn as they are now."""
        in_sight = self._in_sight
        regions = [self._region_of(index) for index in indexes if index in in_sight]
        if regions:
            self.refresh(*regions)

    @property
    def _in_sight(self) -> range:
        """The indexes of the sentences, and of the ending, that stand on the screen."""
        top = self.scroll_offset.y
        first = bisect_right(self._tops, top) - 1
        return range(first, bisect_left(self._tops, top + self.size.height))

    def _region_of(self, index: int) -> Region:
        """Return where a sentence, or the ending, stands on the screen."""
        top = self._tops[index]
        bottom = self._tops[index + 1] if index < self._sentences else top + self.size.height
        return Region(0, top - self.scroll_offset.y, self.size.width, bottom - top)

    def _style(self, row: str, *names: str) -> Style:
        """Return the style of a row with the letters of other components on its background."""
        style = self._styles.get((row, *names))
        if style is None:
            style = self.get_component_rich_style(f"article--{row}")
            for name in names:
                component = self.get_component_rich_style(f"article--{name}")
                ground = component.bgcolor if name == "hit" else None
                style += Style(color=component.color, bgcolor=ground, bold=component.bold)
            self._styles[row, *names] = style
        return style
