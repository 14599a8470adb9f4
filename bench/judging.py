"""What became of the sentences of an edited article, judged by what was done to them."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from random import Random
from typing import Final, NamedTuple

from bench.edits import Article, Editing, Piece, Place
from factcheck.domain.anchors.anchor import Fate
from factcheck.domain.anchors.matching import LONG_ENOUGH
from factcheck.domain.anchors.normal_form import normal_form
from factcheck.domain.anchors.reanchoring import Anchoring, reanchored
from factcheck.domain.anchors.selectors import Passage
from factcheck.domain.wording import words
from factcheck.reading.sentences import segments

_MOST: Final = 0.6
"""The share of its words that a sentence must keep to count as one that could be found."""


class Tally(NamedTuple):
    """What became of the sentences of many articles."""

    sentences: int = 0
    wrong: int = 0
    """Found where they are not."""
    could: int = 0
    """Could be found again."""
    found: int = 0
    """Could be, and were, without a human."""
    asked: int = 0
    """Left to a human."""
    lost: int = 0
    """Could be found, and were said to be gone."""

    def plus(self, other: "Tally") -> "Tally":
        """Return both together."""
        return Tally(*map(sum, zip(self, other, strict=True)))


class Edited(NamedTuple):
    """Two versions of an article, and where each sentence of the old one is now."""

    old: Passage
    new: Passage
    now: dict[int, Place]
    """The spans in the new text of the old sentences that are still there."""


def passage(text: str) -> Passage:
    """Return the text with its sentences."""
    return Passage(text, [(segment.start, segment.end) for segment in segments(text)])


def pieces_of(text: str) -> list[Piece]:
    """Return the text's sentences, each with the white space behind it."""
    spans = passage(text).spans
    starts = [*(start for start, _ in spans[1:]), len(text)]
    return [
        Piece(text[start:end], text[end:following] or " ", place)
        for place, ((start, end), following) in enumerate(zip(spans, starts, strict=True))
    ]


def joined_text(pieces: Sequence[Piece]) -> str:
    """Return the article that the pieces make."""
    return "".join(piece.text + piece.gap for piece in pieces)


def edited(rng: Random, text: str, foreign: Sequence[str], editing: Editing) -> Edited:
    """Return the article before and after it was edited."""
    pieces = editing(rng, Article(pieces_of(text), foreign))
    now, offset = {}, 0
    for piece in pieces:
        if piece.origin is not None:
            now[piece.origin] = (offset, offset + len(piece.text))
        offset += len(piece.text) + len(piece.gap)
    return Edited(passage(text), passage(joined_text(pieces)), now)


def judged(case: Edited) -> Tally:
    """Return what became of the sentences of one article."""
    total = Tally()
    for place, anchoring in enumerate(reanchored(case.old, case.new)):
        total = total.plus(judged_one(case, place, anchoring))
    return total


def judged_one(case: Edited, place: int, anchoring: Anchoring) -> Tally:
    """Return what became of one sentence."""
    attached = anchoring.fate not in {Fate.UNSURE, Fate.GONE}
    there = case.now.get(place)
    right = attached and (
        _is_part(case, there, anchoring.place) or _is_alike(case, place, anchoring.place)
    )
    could = there is not None and _keeps_most(case, place, there) and _is_told(case, place, there)
    return Tally(
        sentences=1,
        wrong=attached and not right,
        could=could,
        found=could and right,
        asked=anchoring.fate is Fate.UNSURE,
        lost=could and anchoring.fate is Fate.GONE,
    )


def _is_part(case: Edited, there: Place | None, found: int | None) -> bool:
    """Whether the sentence found has the right words, or some of them where they were parted."""
    if there is None or found is None:
        return False
    start, end = case.new.spans[found]
    return 2 * _overlap((start, end), there) >= min(end - start, there[1] - there[0])


def _is_alike(case: Edited, place: int, found: int | None) -> bool:
    """Whether it was found with the same words between the same sentences, so that nobody who
    reads both versions could tell that another copy of it once stood there."""
    return found is not None and _surroundings(case.old, place) == _surroundings(case.new, found)


def _surroundings(passage: Passage, place: int) -> list[str]:
    spans = passage.spans[max(0, place - 1) : place + 2]
    return [normal_form(passage.text[start:end]) for start, end in spans]


def _is_told(case: Edited, place: int, there: Place) -> bool:
    """Whether it is long enough to be told by its words, or still stands next to a neighbour."""
    start, end = case.old.spans[place]
    before, after = case.now.get(place - 1), case.now.get(place + 1)
    return (
        end - start >= LONG_ENOUGH
        or (before is not None and _adjoin(case.new.text, before, there))
        or (after is not None and _adjoin(case.new.text, there, after))
    )


def _adjoin(text: str, first: Place, second: Place) -> bool:
    return first < second and not text[first[1] : second[0]].strip()


def _keeps_most(case: Edited, place: int, there: Place) -> bool:
    """Whether most of its words stand in one new sentence that is mostly made of them."""
    start, end = case.old.spans[place]
    before = Counter(words(normal_form(case.old.text[start:end])))
    now = Counter(words(normal_form(case.new.text[slice(*there)])))
    kept = (before & now).total() >= _MOST * before.total() > 0
    return kept and any(
        _overlap(span, there) >= _MOST * max(span[1] - span[0], there[1] - there[0])
        for span in _near(case.new.spans, there)
    )


def _near(spans: Sequence[Place], there: Place) -> Sequence[Place]:
    first = bisect_right(spans, there)
    return spans[max(0, first - 1) : first + 2]


def _overlap(one: Place, other: Place) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
