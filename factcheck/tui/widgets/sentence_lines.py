"""A sentence of the article as lines on the screen: its tag and signs, its words, its role."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from factcheck.domain.display import flowing
from factcheck.domain.identity import SentenceId
from factcheck.domain.review import SentenceReview
from factcheck.domain.role import Role
from factcheck.domain.scales.scales import Scales
from factcheck.domain.tag import Tag
from factcheck.tui.context import Context
from factcheck.tui.widgets.gutter import gutter, gutter_width, role_of
from factcheck.tui.wrapping import Line, wrap

_BAR: Final = 2
"""Cells of the mark beside the current sentence."""
_MARGIN: Final = 1
"""Cells right of the text."""
_ROLE: Final = max(map(len, Role))
"""Cells of the longest role, which stands behind that margin."""
_ROOMY: Final = 60
"""Cells from which there is room for roles beside the text."""
_NARROW: Final = 40
"""Cells below which the tags are glyphs without words, so that there is room for the text."""


Marks = Mapping[SentenceId, str]
"""The signs of sentences in which the linter found something."""


class Page(NamedTuple):
    """The room there is for sentences, in cells."""

    whole: int
    """From edge to edge."""
    width: int
    """Left of the scrollbar."""
    has_roles: bool
    """Whether any sentence of the article has a role."""

    @property
    def shows_roles(self) -> bool:
        """Whether roles stand beside the text."""
        return self.has_roles and self.width >= _ROOMY

    @property
    def shows_words(self) -> bool:
        """Whether the tags stand there as words."""
        return self.width >= _NARROW

    @property
    def gutter(self) -> int:
        """The room left of the text."""
        return _BAR + gutter_width(words=self.shows_words)

    @property
    def text_width(self) -> int:
        """The room for words."""
        return max(1, self.width - self.gutter - _MARGIN - (_ROLE if self.shows_roles else 0))


class Look(NamedTuple):
    """What all sentences of the page are drawn with."""

    page: Page
    style: Callable[..., Style]
    """The style of a row, with the letters of the components that are named after it."""
    scales: Scales
    marks: Marks
    pattern: re.Pattern[str] | None
    """What is searched for."""
    context: Context
    """How the sentences are shown that are not chosen."""


def sentence_lines(
    review: SentenceReview, look: Look, *, current: bool, chosen: bool
) -> Iterator[Strip]:
    """Yield the lines of a sentence, which the cursor is on or the next decision is for."""
    page, row = look.page, "cursor" if current or chosen else "text"
    style = look.style(row)
    text = flowing(review.sentence.text)
    hits = [match.span() for match in look.pattern.finditer(text)] if look.pattern else []
    bar = Segment("▌ ", look.style(row, "cursor-bar")) if current else Segment("  ", style)
    before = [bar, *_findings(review, look, row)]
    blank = [bar, Segment(" " * (page.gutter - _BAR), style)]
    styles = (row, *_text_style(review, look, chosen=chosen))
    for number, line in enumerate(wrap(text, page.text_width)):
        words = _words(text, line, hits, look.style(*styles), look.style(*styles, "hit"))
        if look.context is Context.HIDDEN and not chosen:
            words = iter((Segment("", style),))
        strip = Strip([*(blank if number else before), *words])
        if page.shows_roles and number == 0:
            role = Segment(f"{role_of(review):>{_ROLE}}", look.style(row, "role"))
            strip = strip.adjust_cell_length(page.width - _ROLE - _MARGIN, style)
            strip = Strip([*strip, role])
        yield strip.adjust_cell_length(page.whole, style)


def ending_lines(ending: Sequence[str], look: Look) -> Iterator[Strip]:
    """Yield the lines under the last sentence, the last one for all the room that is left."""
    style = look.style("text", "ending")
    for words in (*ending, ""):
        strip = Strip([Segment(" " * look.page.gutter + words, style)])
        yield strip.adjust_cell_length(look.page.whole, style)


def _text_style(review: SentenceReview, look: Look, *, chosen: bool) -> tuple[str, ...]:
    if look.context is Context.DIMMED and not chosen:
        return ("dimmed",)
    return ("filler-text",) if review.tag is Tag.FILLER else ()


def _findings(review: SentenceReview, look: Look, row: str) -> Iterator[Segment]:
    """Yield what stands left of a sentence, on the background of its row."""
    mark = look.marks.get(review.sentence.id, " ")
    for text, component in gutter(review, look.scales, mark, words=look.page.shows_words):
        yield Segment(text, look.style(row, component))


def _words(
    text: str, line: Line, hits: Sequence[tuple[int, int]], style: Style, hit_style: Style
) -> Iterator[Segment]:
    """Yield the text of a line, the hits of the search in a style of their own."""
    done = line.start
    for start, end in hits:
        start, end = max(start, done), min(end, line.end)
        if start < end:
            yield Segment(text[done:start], style)
            yield Segment(text[start:end], hit_style)
            done = end
    yield Segment(text[done : line.end], style)
