"""Where the sentences in a stretch of text begin."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice, pairwise
from typing import Final, TypeVar

from factcheck.domain.role import Role
from factcheck.reading.segmentation.abbreviations import VOWELLESS
from factcheck.reading.segmentation.block import Block
from factcheck.reading.segmentation.marks import (
    BULLETS,
    FACES,
    GAP,
    HARD,
    OPENERS,
    SOFT,
    STOP,
)
from factcheck.reading.segmentation.rules import ends
from factcheck.reading.segmentation.stop import stop_at
from factcheck.reading.segmentation.vocabulary import Vocabulary

_LONGEST_WORD: Final = 24
"""Characters looked at for the word before a stop; an abbreviation is shorter."""
_LONGEST_ORDINAL: Final = 3
"""Figures; longer numbers are years and amounts."""
_SMALL_ROMAN: Final = "ivx"
"""What numbers a list item, "iii", is no plain word."""
_MOST_WORDS: Final = 10_000
"""Words remembered to be plain; more would need memory, and hardly save time."""
_STRETCH: Final = 500
"""Lines or marks that are found in one go; more would not stay in the cache of the processor."""
_JOINED: Final = re.compile(r"[.'’\s]")
"""What joins an abbreviation, or an article to one."""
_AFTER_SIGN: Final = frozenset({".", ")"})
_FIRST_ITEM: Final = re.compile(rf"[{BULLETS}\s]*(?:(\d{{1,2}})|([a-z]))(\.?\)|\.)\s")
_FURTHER_ITEM: Final = re.compile(rf"(?<=\s)[{BULLETS}]?\s?(\d+|\S)(\.?\)|\.)\s")
_ASIDE: Final = re.compile(
    rf"[\[(](?=[^\])]{{0,60}}?[^\W\d_])(?>[^\[\]().!?\n]|(?<=\b[A-Z])\.(?![)\]])){{1,60}}[\])]"
    rf"(?:[{GAP}]+(?=(.))|$)",
    re.DOTALL,
)
"""A remark in brackets without a stop of its own, such as "[Photo: J. Doe/AP]"."""
_OMISSION: Final = re.compile(r"\. \.[ \xa0]\.[ \xa0]\.")
_CAPITALS: Final = "".join(filter(str.isupper, map(chr, range(0x0041, 0x0590))))
"""Those of the Latin, Greek, Cyrillic and Armenian scripts."""
_MARK: Final = re.compile(
    rf"""
    [{SOFT}{HARD};{FACES}]
    (?>(?<![{SOFT}{HARD}].|.;)["”»’']?\s+(?=[{_CAPITALS}]))?
    """,
    re.VERBOSE | re.DOTALL,
)
"""A mark, with the gap behind it where that is all that `STOP` could find before a capital."""

T = TypeVar("T")


def sentence_starts(
    text: str, blocks: Iterable[Block], words: Vocabulary
) -> Iterator[tuple[int, Role]]:
    """Yield where each sentence of `text` begins, in code points, and the role of its block."""
    places = _ahead(_with_items(text, blocks, words))
    plain = _PlainWords(words)
    block = begin = end = behind = 0
    for mark in _ahead(_MARK.finditer(text)):
        at, after = mark.span()
        while at >= end:
            block, end, role = next(places)
            begin = block
            yield begin, role
        if at < behind or at < begin or (at + 1 < after and after >= end):
            continue  # it belongs to the stop before, or ends the block
        start = at - _LONGEST_WORD
        word = text[start if start > begin else begin : at].rpartition(" ")[2]
        if not (at + 1 < after < at + 4 and text[at] == "." and plain[word]):
            after, behind = _cut(text, at, (block, begin, end), word, plain)
        if after < end:
            begin = after
            yield begin, role
    for block, _, role in places:
        yield block, role


def _ahead(found: Iterator[T]) -> Iterator[T]:
    """Yield what is `found`, a stretch at a time: a tenth faster than one by one in turns."""
    return chain.from_iterable(iter(lambda: list(islice(found, _STRETCH)), []))


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
            yield begin, until, role


def _later_items(text: str, item: re.Match[str], end: int, words: Vocabulary) -> Iterator[int]:
    """Yield where the second and further items of an enumeration on one line begin."""
    number, letter, form = item.groups()
    if form == "." and words.ordinals:  # "1. und 2. Mai"
        return
    label = (int(number) if number else ord(letter)) + 1
    for found in _FURTHER_ITEM.finditer(text, item.end(), end):
        if found.groups() == (str(label) if number else chr(label), form):
            yield found.start()
            label += 1


class _PlainWords(dict[str, bool]):
    """Whether a word surely ends a sentence before a full stop and a capital; texts repeat them."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words

    def __missing__(self, word: str) -> bool:
        plain = word not in self.words.kinds and _plain(word)
        if len(self) < _MOST_WORDS:
            self[word] = plain
        return plain


def _plain(word: str) -> bool:
    """Whether `word` can be no initial, ordinal, list sign or unknown abbreviation."""
    if word.isalpha():
        spoken = word[1:].islower() and not VOWELLESS.fullmatch(word)
        return spoken and word.strip(_SMALL_ROMAN) != ""
    if word.isdigit():
        return len(word) > _LONGEST_ORDINAL
    return word[:1] not in OPENERS and word[-2:].islower() and not _JOINED.search(word)


def _cut(
    text: str, at: int, place: tuple[int, int, int], word: str, plain: _PlainWords
) -> tuple[int, int]:
    """Return where the sentence behind the mark at `at` begins, and where the stop there ends.

    `place` says where the block begins, the sentence, and where the block ends, which is returned
    where no sentence begins; `word` is the one before the mark.
    """
    block, begin, end = place
    stop = STOP.match(text, at)
    if not stop:
        return end, at
    after = stop.end()
    if after >= end:
        return end, after
    if _surely(text, at, after, word, plain):
        return after, after
    if ends(stop_at(text, stop, begin, end), plain.words):
        return _behind(text, stop, block, end), after
    return end, after


def _surely(text: str, at: int, after: int, word: str, plain: _PlainWords) -> bool:
    """Whether one mark, one character and a capital need no rules to end the sentence."""
    if after != at + 2 or not text[after].isupper():
        return False
    return text[at] == "?" or (text[at] in ".…" and plain[word])


def _behind(text: str, stop: re.Match[str], block: int, end: int) -> int:
    """Return where the sentence after `stop` begins; emoji and asides belong to the one before."""
    pictures = stop["pictures"]
    if pictures and text.startswith(pictures[0], block):
        return stop.start("pictures")
    if not stop["tail"] and _OMISSION.match(stop[0]) and not text[stop.start() - 1].isspace():
        return stop.start() + 2
    if text[stop.end()] in "[(":
        aside = _ASIDE.match(text, stop.end(), end)
        if aside and not (aside[1] or "").islower():
            return aside.end()
    return stop.end()
