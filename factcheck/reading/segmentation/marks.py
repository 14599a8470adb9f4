"""The characters that end sentences, and those that stand around them."""

import re
from typing import Final

SOFT: Final = ".!?…‼⁇⁈⁉‽．"
"""Marks that may stand inside a sentence as well."""
HARD: Final = "。！？｡︒؟۔।॥։።፧፨။។៕᙮᠃᠉⸮꓿"
"""Marks that always end one: those of Chinese, Japanese, Arabic, Urdu, Hindi, Armenian, ..."""
INVISIBLE: Final = "\u200b\u200e\u200f\u2060\ufeff\u00ad"
"""Characters without width, which are white space to a reader."""
GAP: Final = rf"\s{INVISIBLE}"
CLOSERS: Final = ")\\]}\"'”’»›」』）】》〉〕］｝〞〟❞❜＂"
"""What closes a quotation or a bracket, and then belongs to the sentence before."""
OPENERS: Final = "\"'“”„‟‘’‚«»‹›([{¿¡「『（【《〈〔［*_"
"""What opens a quotation or a bracket, or sets words in bold."""
PICTURES: Final = (
    "\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\u200d\ufe0f\u20e3"
    "\U0001f000-\U0001faff\U000e0020-\U000e007f"
)
"""Emoji and their joiners."""
FACES: Final = "\u2600-\u27bf\U0001f300-\U0001faff"
"""Emoji that may stand for a stop."""
BULLETS: Final = "-•⁃◦▪‣·●○■□*+–—"
"""What list items begin with."""

STOP: Final = re.compile(
    rf"""
    [{SOFT}{HARD};{FACES}](?<![{SOFT}{HARD}].)      # where a run of marks begins
    (?<![^\u0370-\u03ff\u1f00-\u1fff];)            # in Greek ";" asks a question
    (?>[{SOFT}{HARD}]+|(?:[ \xa0]\.){{2,}})?+       # the rest of it, also ". . ."
    (?![a-z,;:]|\d(?!\d?\s))                         # not inside mk.ru, 3.5, "e.g.,"
    (?P<tail>(?>
        [{CLOSERS}{SOFT}{HARD}]
        | [“‘«](?!\w)                               # these close in some languages
        | [ \xa0\u202f](?:[!?]|»(?!\w))             # French sets a space before
        | \s?\[(?:\.{{3}}|…)\]                       # words left out
        | \s?\[\d{{1,3}}\]|\(\d{{1,3}}\)(?!\S)|[¹²³⁰⁴-⁹]|[*†‡_]+(?!\w)  # notes, bold
        | \[[a-z](?:[a-z]{{0,12}}[ ]?){{0,3}}\d{{0,3}}\??\]  # "[citation needed]"
        | (?<=[^\W\d_]{{4}}\.)\d{{1,2}}(?=\s|$)     # a note whose figure was not raised
    )*+)
    (?P<gap>[{GAP}]*+)
    (?P<pictures>(?>[{PICTURES}]+[{GAP}]*)*+)
    """,
    re.VERBOSE | re.DOTALL,
)
"""A run of marks, what closes with it, the gap, and the emoji behind."""
