"""The languages whose words are known, each by its BCP 47 tag."""

from functools import cache
from typing import Final

from factcheck.reading.segmentation.vocabulary import (
    SHARED,
    Vocabulary,
    Words,
    joined,
    vocabulary_of,
)
from factcheck.reading.segmentation.words import further, germanic, romance, slavic

LANGUAGES: Final[dict[str, Words]] = {
    "en": germanic.ENGLISH,
    "de": germanic.GERMAN,
    "nl": germanic.DUTCH,
    "sv": germanic.SWEDISH,
    "da": germanic.DANISH,
    "no": germanic.NORWEGIAN,
    "fr": romance.FRENCH,
    "es": romance.SPANISH,
    "it": romance.ITALIAN,
    "pt": romance.PORTUGUESE,
    "ca": romance.CATALAN,
    "ro": romance.ROMANIAN,
    "ru": slavic.RUSSIAN,
    "uk": slavic.UKRAINIAN,
    "bg": slavic.BULGARIAN,
    "sr": slavic.SERBIAN,
    "hr": slavic.CROATIAN,
    "pl": slavic.POLISH,
    "cs": slavic.CZECH,
    "sk": slavic.SLOVAK,
    "sl": slavic.SLOVENE,
    "fi": further.FINNISH,
    "et": further.ESTONIAN,
    "hu": further.HUNGARIAN,
    "tr": further.TURKISH,
    "el": further.GREEK,
    "hy": further.ARMENIAN,
    "ar": further.ARABIC,
    "fa": further.PERSIAN,
    "ur": further.URDU,
    "he": further.HEBREW,
    "hi": further.HINDI,
}
"""The languages whose words are known."""

_KIN: Final = {"nb": "no", "nn": "no", "bs": "hr", "sh": "hr", "mk": "bg", "be": "ru", "gl": "pt"}
"""Languages read with a neighbour's words."""


_LIKELIEST: Final = ("en", "ru", "uk", "bg")
"""Read together where the language is unknown: English words cannot be mistaken for Russian."""


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the words of a primary language subtag; those of the likeliest if it is unknown."""
    known = LANGUAGES.get(_KIN.get(language, language))
    return vocabulary_of(known, SHARED) if known else joined(*map(vocabulary, _LIKELIEST))


def primary(tag: str) -> str:
    """Return the language in a BCP 47 tag without script and region: "pt" for "pt-BR"."""
    return tag.strip().replace("_", "-").partition("-")[0].lower()
