"""Where the sentences in a stretch of text begin."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from factcheck.domain.role import Role
from factcheck.reading.segmentation.block import Block
from factcheck.reading.segmentation.marks import BULLETS, GAP, OPENERS, STOP
from factcheck.reading.segmentation.rules import ends
from factcheck.reading.segmentation.stop import stop_at
from factcheck.reading.segmentation.vocabulary import Vocabulary

_LONGEST_WORD: Final = 24
"""Characters looked at for the word before a stop; an abbreviation is shorter."""
_LONGEST_ORDINAL: Final = 3
"""Figures; longer numbers are years and amounts."""
_JOINED: Final = re.compile(r"[.'’]")
"""What joins an abbreviation, or an article to one."""
_AFTER_SIGN: Final = frozenset({".", ")"})
_FIRST_ITEM: Final = re.compile(rf"[{BULLETS}\s]*(?:(\d{{1,2}})|([a-z]))(\.?\)|\.)\s")
_ASIDE: Final = re.compile(
    rf"[\[(](?=[^\])]{{0,60}}?[^\W\d_])[^\[\]().!?\n]{{1,60}}[\])](?:[{GAP}]+(?=(.))|$)", re.DOTALL
)
"""A remark in brackets without a stop of its own, such as "[Photo: AP]"."""
_OMISSION: Final = re.compile(r"\. \.[ \xa0]\.[ \xa0]\.")


def sentence_starts(
    text: str, blocks: Iterable[Block], words: Vocabulary
) -> Iterator[tuple[int, Role]]:
    """Yield where each sentence of `text` begins, in code points, and the role of its block."""
    stops = STOP.finditer(text)
    stop = next(stops, None)
    for begin, end, role in _with_items(text, blocks, words):
        block = begin
        yield begin, role
        while stop and stop.start() < end:
            cut = _cut(text, stop, (block, begin, end), words)
            if cut < end:
                begin = cut
                yield begin, role
            stop = next(stops, None)


def _with_items(text: str, blocks: Iterable[Block], words: Vocabulary) -> Iterator[Block]:
    """Yield `blocks`, but each item of an enumeration on one line by itself."""
    for block in blocks:
        start, end, role = block
        if text[start].isalpha() and text[start + 1 : start + 2] not in _AFTER_SIGN:
            yield block
            continue
        first = _FIRST_ITEM.match(text, start, end)
        later = _later_items(text, first, end, words) if first else ()
        for begin, until in pairwise([start, *later, end]):
            yield Block(begin, until, role)


def _later_items(text: str, item: re.Match[str], end: int, words: Vocabulary) -> Iterator[int]:
    """Yield where the second and further items of an enumeration on one line begin."""
    number, letter, form = item.groups()
    if form == "." and words.ordinals:  # "1. und 2. Mai"
        return
    found: re.Match[str] | None = item
    label = int(number) if number else ord(letter)
    while found:
        label += 1
        sign = re.escape((str(label) if number else chr(label)) + form)
        found = re.compile(rf"(?<=\s)[{BULLETS}]?\s?{sign}\s").search(text, found.end(), end)
        if found:
            yield found.start()


def _cut(text: str, match: re.Match[str], place: tuple[int, int, int], words: Vocabulary) -> int:
    """Return where the next sentence begins behind a stop; the block's end where none does.

    `place` says where the block begins, the sentence, and where the block ends.
    """
    at, after = match.span()
    block, begin, end = place
    if after >= end:
        return end
    if after == at + 2 and text[after].isupper():  # one mark, one space, one capital
        word = text[max(begin, at - _LONGEST_WORD) : at].rpartition(" ")[2]
        if text[at] in "!?" or (word not in words.kinds and _plain(word)):
            return after
    if not ends(stop_at(text, match, begin, end), words):
        return end
    return _behind(text, match, block, end)


def _plain(word: str) -> bool:
    """Whether `word` can be no initial, ordinal or unknown abbreviation."""
    if word.isalpha():
        return word[1:].islower()
    if word.isdigit():
        return len(word) > _LONGEST_ORDINAL
    return word[:1] not in OPENERS and word[-2:].islower() and not _JOINED.search(word)


def _behind(text: str, stop: re.Match[str], block: int, end: int) -> int:
    """Return where the sentence after `stop` begins; emoji and asides belong to the one before."""
    pictures = stop["pictures"]
    if pictures and text.startswith(pictures[0], block):
        return stop.start("pictures")
    if _OMISSION.match(stop[0]) and not text[stop.start() - 1].isspace():
        return stop.start() + 2
    if text[stop.end()] in "[(":
        aside = _ASIDE.match(text, stop.end(), end)
        if aside and not (aside[1] or "").islower():
            return aside.end()
    return stop.end()
