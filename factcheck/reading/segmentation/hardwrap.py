"""Which line breaks only wrap a paragraph, as in mail, books in plain text and RFCs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from factcheck.reading.segmentation.lines import Line

_WIDEST: Final = 120
"""Characters; who wraps lines by hand or by mail wraps them before that."""
_NARROWEST: Final = 25
"""Characters; shorter lines are verse, chat or a menu."""
_NEARLY_FULL: Final = 0.75
"""Share of the width that a wrapped line fills, the next line's first word included."""
_MOST: Final = 0.8
"""Share of the breaks inside sentences that must be at a nearly full line."""
_STRICTLY: Final = 0.5
"""Share of them where the next word would have stood over the edge."""

_WIDE_ENOUGH: Final = 55
"""Characters from which lines are not all full by chance, whatever they hold."""

_QUOTED: Final = re.compile(r"[>\s]*")
_BEGINS: Final = re.compile(
    r"[-*+•◦▪‣⁃·●○■□✓✔➤►▶–—#|<\[=~`]|\(?\w{1,3}[.)]\s|\w+:\s|\d{1,2}:\d\d|.*(?:\t|\S\s{3,}\S|\s\|\s)"
)
"""What a line that wraps nothing begins with: list items, speakers, times; or the columns in it."""
_TERMINAL: Final = re.compile(r"[.!?…:;。！？؟।][\"'”’»)\]]*$")

_BEGUN_INSIDE: Final = re.compile(r"\w[.!?…][\"'”’»)\]]*\s+[^\W\d_](?!.*[.!?…:;][\"'”’»)\]]*$)")
"""A sentence begins inside of the line, and does not end with it."""


class _Break:
    """A line break between two lines of a paragraph."""

    def __init__(self, above: Line, below: Line) -> None:
        quoted_above, self.above = _unquoted(above.words)
        quoted_below, self.below = _unquoted(below.words)
        self.room = len(self.above) + 1 + len(self.below.split(maxsplit=1)[0])
        """Width of the upper line if the next word stood on it."""
        deeper = below.indent > above.indent + 1 and not _BEGINS.match(self.above)
        self.kept = deeper or quoted_above != quoted_below or bool(_BEGINS.match(self.below))
        """Whether the lower line begins something of its own."""

    @property
    def inner(self) -> bool:
        """Whether a sentence seems to run over the break."""
        return not self.kept and not _TERMINAL.search(self.above) and self.below[0].islower()

    @property
    def contrary(self) -> bool:
        """Whether the lower line begins with a capital where no sentence has ended, as in verse."""
        return not _TERMINAL.search(self.above) and self.below[0].isupper()


def _unquoted(words: str) -> tuple[int, str]:
    """Return how deep a line is quoted, and what it says."""
    prefix = _QUOTED.match(words)
    length = prefix.end() if prefix else 0
    return words[:length].count(">"), words[length:] or words


def paragraphs(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield `lines` in groups: those of one hard-wrapped paragraph together, others alone."""
    run: list[Line] = []  # neighbours that are short enough to be wrapped
    for line in lines:
        wide = len(line.words) > _WIDEST
        if run and (line.opens or wide):
            yield from _groups(run)
            run = []
        if wide:
            yield [line]
        else:
            run.append(line)
    if run:
        yield from _groups(run)


def _groups(run: list[Line]) -> Iterable[list[Line]]:
    if len(run) == 1:
        return (run,)
    return _joined(run) if _may_be_torn(run) else ([line] for line in run)


def _may_be_torn(run: Sequence[Line]) -> bool:
    """Whether a sentence may run over a break: into small letters, or begun inside of a line."""
    small = any(line.words[0].islower() or line.words[0] == ">" for line in run[1:])
    return small or any(_BEGUN_INSIDE.search(line.words) for line in run[:-1])


def _joined(run: list[Line]) -> Iterator[list[Line]]:
    breaks = [_Break(above, below) for above, below in pairwise(run)]
    width = max(len(_unquoted(line.words)[1]) for line in run)
    wrapped = width >= _NARROWEST and (_wrapped(breaks, width) or _full(breaks, width))
    group = [run[0]]
    for line, gap in zip(run[1:], breaks, strict=True):
        full = gap.room > _NEARLY_FULL * width
        if wrapped and not gap.kept and (gap.inner or full):
            group.append(line)
        else:
            yield group
            group = [line]
    yield group


def _full(breaks: Sequence[_Break], width: int) -> bool:
    """Whether every line is full, and a sentence that is begun inside of one is not ended there.

    So are the paragraphs of languages and names in which most lines begin with a capital.
    """
    return (
        width >= _WIDE_ENOUGH
        and len(breaks) > 1
        and all(gap.room > width and not gap.kept for gap in breaks)
        and any(_BEGUN_INSIDE.search(gap.above) for gap in breaks)
    )


def _wrapped(breaks: Sequence[_Break], width: int) -> bool:
    """Whether most breaks look as if the line had been full."""
    inner = [gap.room for gap in breaks if gap.inner]
    contrary = sum(gap.contrary and gap.room <= width for gap in breaks)  # a full line had to end
    nearly = sum(room > _NEARLY_FULL * width for room in inner)
    strictly = sum(room > width for room in inner)
    return (
        len(inner) > 0
        and len(inner) >= contrary
        and nearly >= _MOST * len(inner)
        and strictly >= _STRICTLY * len(inner)
    )
