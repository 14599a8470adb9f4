"""The normal form of a sentence: what stays the same when only its encoding or layout changes."""

import re
from typing import Final
from unicodedata import is_normalized, normalize

_ALIKE: Final = {
    "'": "‘’‚‛‹›′´ʼ＇",
    '"': "“”„‟«»″＂",
    "-": "‐‑‒–—―−﹘﹣－",
    "...": "…",
    "ff": "ﬀ",
    "fi": "ﬁ",
    "fl": "ﬂ",
    "ffi": "ﬃ",
    "ffl": "ﬄ",
    "st": "ﬅﬆ",
    "": "\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufe0e\ufe0f\ufeff",
}
"""What editors, fonts and converters write for one another. Raised and fractional digits are not
among it, for they change what a number says; nor what turns the order of letters around."""
_REPLACED: Final = {mark: plain for plain, marks in _ALIKE.items() if plain for mark in marks}
_TO_REPLACE: Final = re.compile("[" + "".join(_ALIKE.values()) + "]")
_TYPED_QUOTES: Final = re.compile("``|''")
_TYPED_DASHES: Final = re.compile("-{2,3}")


def normal_form(sentence: str) -> str:
    """Return the words of `sentence` with plain quotes, dashes and single spaces, composed (NFC).

    Nothing that is read changes: neither case nor marks nor digits.
    """
    if not sentence.isascii():
        sentence = _TO_REPLACE.sub(_plain, sentence)
        if not is_normalized("NFC", sentence):
            sentence = normalize("NFC", sentence)
    if "--" in sentence:
        sentence = _TYPED_DASHES.sub("-", sentence)
    if "''" in sentence or "``" in sentence:
        sentence = _TYPED_QUOTES.sub('"', sentence)
    return " ".join(sentence.split())


def _plain(mark: re.Match[str]) -> str:
    return _REPLACED.get(mark.group(), "")
