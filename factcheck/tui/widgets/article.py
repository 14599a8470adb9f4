"""The article as the page: every sentence with its tag, the current one standing out."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive, var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from factcheck.domain.display import flowing
from factcheck.domain.identity import SentenceId
from factcheck.domain.review import SentenceReview
from factcheck.domain.role import Role
from factcheck.domain.scales.scales import Scales
from factcheck.domain.tag import Tag
from factcheck.tui.context import Context
from factcheck.tui.widgets.gutter import GUTTER, gutter, role_of
from factcheck.tui.wrapping import Line, wrap

_BAR: Final = 2
"""Cells of the mark beside the current sentence."""
_GUTTER: Final = _BAR + GUTTER
"""Cells left of the text."""
_MARGIN: Final = 1
"""Cells right of the text."""
_ROLE: Final = max(map(len, Role))
"""Cells of the longest role, which stands behind that margin."""
_ROOMY: Final = 60
"""Cells from which there is room for roles beside the text."""
_STRIPS_KEPT: Final = 1000


class ArticlePage(ScrollView, inherit_bindings=False):
    """Shows sentences with the Line API: only the lines in sight are ever drawn."""

    DEFAULT_CSS = """
    ArticlePage {
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
    }
    """
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

    cursor: reactive[int] = reactive(0)
    """The index of the current sentence."""
    chosen: reactive[range] = reactive(range(1))
    """The indexes of the sentences that the next decision is for."""
    context: reactive[Context] = reactive(Context.SHOWN)
    """How the other sentences are shown."""
    pattern: var[re.Pattern[str] | None] = var(None)
    """What is searched for; its hits are shown."""

    @dataclass
    class Clicked(Message):
        """A sentence was clicked."""

        index: int

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        """Make an empty page."""
        super().__init__(id=id)
        self._reviews: list[SentenceReview] = []
        self._lines: list[list[Line]] = []
        self._tops: list[int] = [0]
        self._strips: LRUCache[tuple[int, bool, bool], list[Strip]] = LRUCache(_STRIPS_KEPT)
        self._scales = Scales()
        self._marks: Mapping[SentenceId, str] = {}
        self._ending: tuple[str, ...] = ()
        self._has_roles = False
        self._wrapped_to = 0

    def show_article(self, reviews: Sequence[SentenceReview], cursor: int, scales: Scales) -> None:
        """Show another article with the cursor on one of its sentences."""
        self._scales = scales
        self._reviews = list(reviews)
        self._has_roles = any(role_of(review) for review in reviews)
        self.set_reactive(ArticlePage.cursor, cursor)
        self._wrap()

    def show_sentence(self, index: int, review: SentenceReview) -> None:
        """Show what is now decided on one sentence."""
        self._reviews[index] = review
        self._forget(index)
        self.refresh()

    def show_marks(self, marks: Mapping[SentenceId, str]) -> None:
        """Show the signs of sentences that something is to be said of."""
        if marks != self._marks:
            self._marks = marks
            self._strips.clear()
            self.refresh()

    def show_decisions(
        self, reviews: Sequence[SentenceReview], cursor: int, scales: Scales
    ) -> None:
        """Show what is now decided on all sentences, however the article is cut now."""
        known = [review.sentence.id for review in self._reviews]
        if known != [review.sentence.id for review in reviews]:
            self.show_article(reviews, cursor, scales)
        self._scales = scales
        self._reviews = list(reviews)
        self._strips.clear()
        self.refresh()

    def show_ending(self, lines: tuple[str, ...]) -> None:
        """Show `lines` under the last sentence."""
        self._ending = lines
        self._measure()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line at `y` on the screen."""
        line = y + self.scroll_offset.y
        index = bisect_right(self._tops, line) - 1
        if not 0 <= index < len(self._lines):
            return self._ending_strip(line - self._tops[-1])
        return self._sentence_strips(index)[line - self._tops[index]]

    def watch_cursor(self) -> None:
        """Keep the current sentence in sight."""
        self._keep_cursor_in_sight()
        self.refresh()

    def watch_context(self) -> None:
        """Show the other sentences in another way."""
        self._strips.clear()

    def watch_pattern(self) -> None:
        """Show the hits of another search."""
        self._strips.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget what was drawn in another theme."""
        super().notify_style_update()
        self._strips.clear()

    def on_resize(self) -> None:
        """Wrap the text to the new width."""
        if self._wrapped_to != self._text_width:
            self._wrap()
        self.call_after_refresh(self._keep_cursor_in_sight)

    def on_click(self, event: events.Click) -> None:
        """Tell which sentence was clicked."""
        index = bisect_right(self._tops, event.y + self.scroll_offset.y) - 1
        if 0 <= index < len(self._lines):
            self.post_message(self.Clicked(index))

    @property
    def _text_width(self) -> int:
        return max(1, self._width - _GUTTER - _MARGIN - (_ROLE if self._shows_roles else 0))

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    @property
    def _shows_roles(self) -> bool:
        return self._has_roles and self._width >= _ROOMY

    def _wrap(self) -> None:
        """Find the lines of all sentences for the present width, if there is one yet."""
        if not self.size:
            return
        self._strips.clear()
        self._wrapped_to = width = self._text_width
        self._lines = [wrap(flowing(review.sentence.text), width) for review in self._reviews]
        self._tops = [0, *accumulate(map(len, self._lines))]
        self._measure()
        self._keep_cursor_in_sight()

    def _measure(self) -> None:
        self.virtual_size = Size(self.size.width, self._tops[-1] + len(self._ending))

    def _ending_strip(self, line: int) -> Strip:
        style = self._style("text", "ending")
        words = self._ending[line] if 0 <= line < len(self._ending) else ""
        strip = Strip([Segment(" " * _GUTTER + words, style)])
        return strip.adjust_cell_length(self.size.width, style)

    def _keep_cursor_in_sight(self) -> None:
        """Scroll by as few lines as bring the current sentence into the middle third, uncut."""
        if not self._lines:
            return
        height = self.size.height
        top, bottom = self._tops[self.cursor], self._tops[self.cursor + 1]
        scrolled = max(self.scroll_offset.y, bottom - 2 * height // 3)
        scrolled = min(scrolled, max(top - height // 3, bottom - height), top)
        self.scroll_to(y=max(0, scrolled), animate=False)

    def _sentence_strips(self, index: int) -> list[Strip]:
        """Return the drawn lines of a sentence, from the last time if nothing has changed."""
        state = (index, index == self.cursor, index in self.chosen)
        strips = self._strips.get(state)
        if strips is None:
            review, lines = self._reviews[index], self._lines[index]
            strips = list(self._draw(review, lines, current=state[1], chosen=state[2]))
            self._strips[state] = strips
        return strips

    def _forget(self, index: int) -> None:
        for current in (True, False):
            for chosen in (True, False):
                self._strips.discard((index, current, chosen))

    def _draw(
        self, review: SentenceReview, lines: list[Line], *, current: bool, chosen: bool
    ) -> Iterator[Strip]:
        row = "cursor" if current or chosen else "text"
        style = self._style(row)
        text = flowing(review.sentence.text)
        hits = self._hits(text)
        bar = Segment("▌ ", self._style(row, "cursor-bar")) if current else Segment("  ", style)
        gutter = [bar, *self._findings(review, row)]
        blank = [bar, Segment(" " * (_GUTTER - _BAR), style)]
        text_style = self._text_style(review, chosen=chosen)
        for number, line in enumerate(lines):
            words = self._words(text, line, (row, *text_style), hits)
            if self.context is Context.HIDDEN and not chosen:
                words = iter((Segment("", style),))
            strip = Strip([*(blank if number else gutter), *words])
            if self._shows_roles and number == 0:
                role = Segment(f"{role_of(review):>{_ROLE}}", self._style(row, "role"))
                strip = strip.adjust_cell_length(self._width - _ROLE - _MARGIN, style)
                strip = Strip([*strip, role])
            yield strip.adjust_cell_length(self.size.width, style)

    def _text_style(self, review: SentenceReview, *, chosen: bool) -> tuple[str, ...]:
        if self.context is Context.DIMMED and not chosen:
            return ("dimmed",)
        return ("filler-text",) if review.tag is Tag.FILLER else ()

    def _findings(self, review: SentenceReview, row: str) -> Iterator[Segment]:
        """Yield what stands left of a sentence, on the background of its row."""
        mark = self._marks.get(review.sentence.id, " ")
        for text, component in gutter(review, self._scales, mark):
            yield Segment(text, self._style(row, component))

    def _hits(self, text: str) -> list[tuple[int, int]]:
        return [match.span() for match in self.pattern.finditer(text)] if self.pattern else []

    def _words(
        self, text: str, line: Line, styles: tuple[str, ...], hits: list[tuple[int, int]]
    ) -> Iterator[Segment]:
        """Yield the text of a line, the hits of the search in a style of their own."""
        style, hit_style = self._style(*styles), self._style(*styles, "hit")
        done = line.start
        for start, end in hits:
            start, end = max(start, done), min(end, line.end)
            if start < end:
                yield Segment(text[done:start], style)
                yield Segment(text[start:end], hit_style)
                done = end
        yield Segment(text[done : line.end], style)

    def _style(self, row: str, *names: str) -> Style:
        """Return the style of a row with the letters of other components on its background."""
        style = self.get_component_rich_style(f"article--{row}")
        for name in names:
            component = self.get_component_rich_style(f"article--{name}")
            ground = component.bgcolor if name == "hit" else None
            style += Style(color=component.color, bgcolor=ground, bold=component.bold)
        return style
