"""What somebody searches for, and where in a text it stands."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final, NamedTuple, Self

_UNSPACED: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # kana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
    "\uac00-\ud7a3"  # Hangul, where particles follow the word without a space
)
"""Characters that each count as a word, for no space says where the words among them end."""
_ONE_UNSPACED: Final = f"[{_UNSPACED}]"
_MARKS: Final = "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670"
"""Accents, and the vowels of Hebrew and Arabic, which many leave out."""
_IDLE_MARK: Final = f"(?<![иу])\u0306|(?!\u0306)[{_MARKS}]"
"""Not those of й and ў, which are letters of their own."""
_PLAIN: Final = {0x131: "i", **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}}
"""For the dotless i, whose capital is a plain one; for the wide forms of ASCII in eastern texts."""
_WORD: Final = rf"(?=[^\W_])[{_UNSPACED}]|(?:(?![{_UNSPACED}])[^\W_][{_MARKS}]*)+"
"""Compiled when it is first needed, as all of these: that takes longer than to load the module."""
_PIECE: Final = re.compile(r'(-?)"([^"]*)(?:"(\*?)|$)|([^\s"]+)')
_SHORTEST_BEGINNING: Final = 2
"""Letters; nearly every text has a word that begins with a given single one."""
_MOST_TERMS: Final = 100
"""What is typed beyond them is left out, so that a whole page can be pasted."""

Span = tuple[int, int]
"""Where something stands in a text: code points, start inclusive, end exclusive."""


class HitKind(StrEnum):
    """What can be found."""

    ARTICLE = "article"
    SENTENCE = "sentence"
    CLAIM = "claim"
    EVIDENCE = "evidence"
    NOTE = "note"


class Term(NamedTuple):
    """Words that have to follow each other."""

    words: tuple[str, ...]
    """In small letters and without accents; at least one."""
    beginning: bool = False
    """Whether the last one is the beginning of a word."""


class Query(NamedTuple):
    """What somebody searches for."""

    sought: tuple[Term, ...] = ()
    """All have to occur; where there are none, nothing is found."""
    excluded: tuple[Term, ...] = ()
    """None may occur."""

    @classmethod
    def of(cls, typed: str) -> Self:
        """Return the query in what was typed: word, word*, "several words", -word.

        Nothing that can be typed is wrong; what is none of these is passed over.
        """
        pieces = [piece for piece in _pieces(typed) if piece[1].words][:_MOST_TERMS]
        return cls(
            tuple(term for excluded, term in pieces if not excluded),
            tuple(term for excluded, term in pieces if excluded),
        )

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return where in `text` the sought terms stand, in order, none overlapping another."""
        words = [
            (folded, word.span())
            for word in re.finditer(_WORD, text)
            for folded in re.findall(_WORD, _folded(word[0]))
        ]
        found = sorted(span for term in self.sought for span in _spans_of(term, words))
        return tuple(_joined(found))


def indexed(text: str) -> str:
    """Return `text` as the index holds it: without what does not matter, its words apart."""
    return text if text.isascii() else re.sub(_ONE_UNSPACED, r" \g<0> ", _folded(text))


def _pieces(typed: str) -> Iterator[tuple[bool, Term]]:
    """Yield what was typed, piece by piece, each with whether it is to be left out."""
    for minus, phrase, star, word in _PIECE.findall(typed):
        if word:
            yield word.startswith("-"), _term(word, beginning=word.endswith("*"))
        else:
            yield bool(minus), _term(phrase, beginning=bool(star))


def _term(typed: str, *, beginning: bool) -> Term:
    words = tuple(re.findall(_WORD, _folded(typed)))
    return Term(words, beginning and bool(words) and len(words[-1]) >= _SHORTEST_BEGINNING)


def _spans_of(term: Term, words: Sequence[tuple[str, Span]]) -> Iterator[Span]:
    *before, last = term.words
    for first in range(len(words) - len(before)):
        stand = [word for word, _ in words[first : first + len(term.words)]]
        if stand[:-1] == before and (stand[-1] == last or _begins(term, stand[-1], last)):
            yield words[first][1][0], words[first + len(before)][1][1]


def _begins(term: Term, word: str, beginning: str) -> bool:
    return term.beginning and word.startswith(beginning)


def _folded(text: str) -> str:
    """Return `text` in small letters, without accents and the like."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFD", text.translate(_PLAIN).casefold())
    return unicodedata.normalize("NFC", re.sub(_IDLE_MARK, "", letters))


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the spans, sorted, with those joined that overlap."""
    start, end = spans[0] if spans else (0, 0)
    for further in spans[1:]:
        if further[0] >= end:
            yield start, end
            start, end = further
        end = max(end, further[1])
    if spans:
        yield start, end
