"""What changed between two wordings of a sentence, word by word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby
from operator import attrgetter
from typing import Final, NamedTuple

_MARKS: Final = r"!-/:-@\[-`{-~¡-©«-¬®-±´¶-¸»¿‐-⁞、-〟︰-﹏！-／：-＠［-｀｛-･"
"""What stands between words; hyphens, points and apostrophes also stand inside them."""
_HAN_AND_KANA: Final = "぀-ヿ㐀-鿿豈-﫿\U00020000-\U0003ffff"
"""Written without spaces, so that each character counts as a word."""
_LETTERS: Final = rf"[^\s{_MARKS}{_HAN_AND_KANA}]+"
_ONE_WORD: Final = rf"{_LETTERS}(?:[-.,:/'’‑–]{_LETTERS})*|[{_HAN_AND_KANA}][゙゚︀-️]*"
"""Compiled when it is first needed: that takes longer than to load the module."""
_PIECE: Final = rf"{_ONE_WORD}|\s+|(?s:.)"
_MOST_COMPARISONS: Final = 25_000_000
"""Pairs of pieces; above it the table that the comparison keeps takes more than some megabytes."""


class Edit(StrEnum):
    """What happened to a run of words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


class Run(NamedTuple):
    """Words that stand together and went the same way."""

    edit: Edit
    text: str
    """The words with the white space between them, exactly as it stands."""


def words(text: str) -> list[str]:
    """Return the words of `text`, without the marks between them."""
    return re.findall(_ONE_WORD, text)


def words_changed(old: str, new: str) -> list[Run]:
    """Return how `old` became `new`, word by word, for a reviewer to see what to check again.

    Kept and removed runs joined give `old`, kept and added ones `new`. Between two kept runs
    stands at most one removed run, then at most one added one. Texts of many thousand words that
    differ all over are shown as removed and added whole, for a comparison would take too long.
    """
    before, after = re.findall(_PIECE, old), re.findall(_PIECE, new)
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    changed = _compared(before[start : len(before) - end], after[start : len(after) - end])
    beginning = Run(Edit.KEPT, "".join(before[:start]))
    ending = Run(Edit.KEPT, "".join(before[len(before) - end :]))
    return list(_gathered(_lone_space_changed([beginning, *changed, ending])))


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many pieces both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    differing = (place for place, (piece, beside) in pairs if piece != beside)
    return next(differing, min(len(one), len(other)))


def _compared(old: list[str], new: list[str]) -> Iterator[Run]:
    if not old or not new or len(old) * len(new) > _MOST_COMPARISONS:
        yield Run(Edit.REMOVED, "".join(old))
        yield Run(Edit.ADDED, "".join(new))
        return
    from rapidfuzz.distance import Indel  # takes a while to load

    for part in Indel.opcodes(old, new):
        words = "".join(old[part.src_start : part.src_end])
        if part.tag == "equal":
            yield Run(Edit.KEPT, words)
        else:
            yield Run(Edit.REMOVED, words)
            yield Run(Edit.ADDED, "".join(new[part.dest_start : part.dest_end]))


def _lone_space_changed(runs: list[Run]) -> Iterator[Run]:
    """Yield the runs, but a kept space between changed words as changed with them."""
    said = [run for run in runs if run.text]
    for place, run in enumerate(said):
        between = 0 < place < len(said) - 1
        if between and run.edit is Edit.KEPT and run.text.isspace():
            yield Run(Edit.REMOVED, run.text)
            yield Run(Edit.ADDED, run.text)
        else:
            yield run


def _gathered(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield the runs with all that changed between two kept ones gathered: removed, then added."""
    for kept, group in groupby(runs, key=lambda run: run.edit is Edit.KEPT):
        together = sorted(group, key=attrgetter("edit"), reverse=True)
        for edit, same in groupby(together, key=attrgetter("edit")):
            text = "".join(run.text for run in same)
            yield Run(Edit.KEPT if kept else edit, text)
