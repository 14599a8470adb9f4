"""A stop in a text, and what stands around it."""

import re
from typing import Final, NamedTuple

from factcheck.reading.segmentation.marks import BULLETS, GAP, HARD, OPENERS, PICTURES

_BEHIND: Final = 40
"""Characters looked at before a stop; abbreviations and times are shorter."""
_AHEAD: Final = 80
"""Characters looked at after a stop: a speaker's name, and what they did."""
_NEXT: Final = re.compile(
    rf"(?P<opening>[{re.escape(OPENERS)}{GAP}{PICTURES}>–—-]*)(?P<word>\w[\w’'-]*)?"
)
_ELIDED: Final = re.compile(r".{1,6}['’](?=\w)")
"""An article joined to the next word: "l'art."."""
_HARD: Final = frozenset(HARD)
_STRIPPED: Final = OPENERS + BULLETS + "]"


class Stop(NamedTuple):
    """A run of marks that may end a sentence."""

    mark: str
    """The marks themselves."""
    tail: str
    """What closes with it: quotation marks, brackets, note figures."""
    glued: bool
    """Whether no white space follows."""
    word: str
    """The word before, without what opens it."""
    previous: str
    """The word before that one."""
    before: str
    """The sentence so far, or the end of it."""
    opens_sentence: bool
    """Whether `before` is the whole sentence so far."""
    ahead: str
    """What follows the gap."""
    opening: str
    """What opens the next words: quotation marks, brackets, dashes."""
    next: str
    """The next word; empty where a sign follows that is no letter or figure."""

    @property
    def pair(self) -> str:
        """The word with the abbreviation before it, as they stand without a space: "a.m"."""
        return self.previous + self.word if self.previous[-1:] == "." else self.word

    @property
    def hard(self) -> bool:
        """Whether one of the marks can only end a sentence."""
        return not _HARD.isdisjoint(self.mark + self.tail)


def stop_at(text: str, match: re.Match[str], begin: int, end: int) -> Stop:
    """Return the stop that `match` found in the sentence from `begin` in a block up to `end`."""
    at, after = match.span()
    tail, gap, pictures = match.group("tail", "gap", "pictures")
    before = text[max(begin, at - _BEHIND) : at]
    ahead = text[after : min(end, after + _AHEAD)]
    following = _NEXT.match(ahead)
    opening, word = following.groups("") if following else ("", "")
    spoken = ["", *before.rsplit(maxsplit=2)]
    if not before or before[-1].isspace():  # the stop stands by itself
        spoken.append("")
    previous, last = spoken[-2].lstrip(_STRIPPED), spoken[-1].lstrip(_STRIPPED)
    return Stop(
        text[at : match.start("tail")],
        tail,
        not (gap or pictures),
        last if last.isalnum() else _ELIDED.sub("", last),
        previous,
        before,
        at - begin <= _BEHIND,
        ahead,
        opening,
        word,
    )
