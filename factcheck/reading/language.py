"""Which language a text is written in: a light guess from its script, letters and small words."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from heapq import nlargest
from typing import Final

from factcheck.reading.segmentation.languages import LANGUAGES
from factcheck.reading.segmentation.vocabulary import Words

_SAMPLE: Final = 2000
"""Characters looked at; a guess needs no more, and costs nothing on a long text."""
_CLEAR_SHARE: Final = 0.2
"""Share of the letters a script needs to decide; names and quotations of others stay below."""
_SURE: Final = 1.2
"""Points the best language needs: one or two small words of its own."""
_MARGIN: Final = 1.15
"""How far the best must be ahead of the next."""
_LETTER_POINTS: Final = 0.5
"""What a letter that few languages have counts, against a small word that one language has."""
_MOST_LETTERS: Final = 6
"""How often such a letter counts; a name can be full of them."""

_SCRIPTS: Final = {
    "ja": "\u3040-\u30ff",
    "ko": "\uac00-\ud7af\u1100-\u11ff",
    "zh": "\u3400-\u4dbf\u4e00-\u9fff",
    "th": "\u0e00-\u0e7f",
    "he": "\u0590-\u05ff",
    "el": "\u0370-\u03ff",
    "hy": "\u0530-\u058f",
    "ka": "\u10a0-\u10ff",
    "hi": "\u0900-\u097f",
    "bn": "\u0980-\u09ff",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "lo": "\u0e80-\u0eff",
    "my": "\u1000-\u109f",
    "am": "\u1200-\u137f",
    "km": "\u1780-\u17ff",
}
"""Scripts that one language of the news has; Japanese before Chinese, whose letters it shares."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:(?:['’]|\.(?=[^\W\d_]))[^\W\d_]+)*\.?")
"""A word, with the stop behind it, which may belong to an abbreviation."""
_OF_SCRIPT: Final = {language: re.compile(f"[{letters}]") for language, letters in _SCRIPTS.items()}

_OF_ANY_SCRIPT: Final = re.compile("[" + "".join(_SCRIPTS.values()) + "]")

_LETTERS: Final = {
    "uk": "їєґ",
    "be": "ў",
    "ru": "ыэё",
    "bg": "ъ",
    "sr": "јђљњћџ",
    "mk": "ѓќѕ",
    "pl": "łąęśżźń",
    "cs": "řěů",
    "sk": "ľĺŕô",
    "hr": "đ",
    "de": "ßäöü",
    "es": "ñ¿¡",
    "pt": "ãõ",
    "fr": "êœç",
    "ro": "șțăţş",
    "hu": "őű",
    "tr": "ığş",
    "sv": "åäö",
    "da": "øæå",
    "no": "øæå",
    "fi": "äö",
    "et": "õäöü",
    "fa": "پچژگکی",
    "ur": "ٹڈڑںےگچ",
    "ar": "ةىأإ",
}
"""Letters that few languages have, and this one uses much."""
_FOREIGN: Final = frozenset("".join(_LETTERS.values()))


def language_of(text: str) -> str:
    """Return the BCP 47 tag of the language that `text` seems to be in; empty when unsure."""
    sample = text[:_SAMPLE].lower()
    words = _WORD.findall(sample)
    letters = sum(map(len, words))
    if _OF_ANY_SCRIPT.search(sample):
        for language, pattern in _OF_SCRIPT.items():
            if len(pattern.findall(sample)) > _CLEAR_SHARE * letters:
                return language
    return _by_words(sample, words)


def _by_words(sample: str, words: Iterable[str]) -> str:
    points = dict.fromkeys(_LETTERS.keys() | LANGUAGES.keys(), 0.0)
    for word, times in Counter(words).items():
        speakers = _speakers_of(word.replace("’", "'"))
        for language in speakers:
            points[language] += times / len(speakers)
    there = _FOREIGN.intersection(sample)
    for language, letters in _LETTERS.items() if there else ():
        seen = min(_MOST_LETTERS, sum(map(sample.count, there.intersection(letters))))
        points[language] += seen * _LETTER_POINTS
    best, second = nlargest(2, points, key=points.__getitem__)
    clear = points[best] >= _SURE and points[best] >= _MARGIN * points[second]
    return best if clear else ""


def _speakers_of(word: str) -> Sequence[str]:
    """Return which languages have `word`, or its abbreviation, or what is elided in it."""
    known, whole = _speakers(), word.removesuffix(".")
    article, elided, _ = whole.partition("'")
    return known.get(whole) or known.get(word) or (known.get(article + "'") if elided else ()) or ()


@cache
def _speakers() -> dict[str, list[str]]:
    """Return which languages have each small word, elided word and abbreviation."""
    table: dict[str, list[str]] = {}
    for language, words in LANGUAGES.items():
        for word in _telling(words):
            table.setdefault(word, []).append(language)
    return table


def _telling(words: Words) -> set[str]:
    small = words.function.split()
    short = f"{words.never} {words.reference}".lower().split()
    return (
        {word for word in small if len(word) > 1 or not word.isascii()}
        | {f"{word}'" for word in small if len(word) == 1}  # "l" of "l'art"
        | {f"{word}." for word in short if len(word) > 1}  # one letter is an initial
    )
