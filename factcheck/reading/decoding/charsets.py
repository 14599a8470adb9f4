"""The character sets that articles come in, and the alphabets each was made for."""

from collections.abc import Callable
from typing import Final

from factcheck.reading.decoding.alphabets import Alphabet, in_rows, latin, script


def _between(first: str, last: str) -> str:
    return "".join(map(chr, range(ord(first), ord(last) + 1)))


_GERMAN: Final = latin("äöüß")
_NORDIC: Final = latin("åäöæøéü")
_WESTERN: Final = (
    _GERMAN,
    _NORDIC,
    latin("àâæçéèêëîïôœùûüÿ"),  # French
    latin("áéíñóúüçº"),  # Spanish
    latin("àáâãçéêíóôõúü"),  # Portuguese
    latin("àèéìíîòóùú"),  # Italian
    latin("àçèéíïòóúü"),  # Catalan
    latin("éëïöüèáóúê"),  # Dutch
    latin("áðéíóúýþæö"),  # Icelandic
)
_CENTRAL: Final = (
    latin("ąćęłńóśźż"),  # Polish
    latin("áčďéěíňóřšťúůýž"),  # Czech
    latin("áäčďéíĺľňóôŕšťúýž"),  # Slovak
    latin("áéíóöőúüű"),  # Hungarian
    latin("ăâîşţ"),  # Romanian
    latin("čćđšž"),  # Croatian, Slovenian
    _GERMAN,
)
_TURKISH: Final = (latin("çğıöşüâîû"), _GERMAN)
_BALTIC: Final = (latin("ąčęėįšųūž"), latin("āčēģīķļņšūž"), latin("äöõüšž"))
_CYRILLIC: Final = (
    script(_between("а", "я") + "ё", "оеаинтсрвл"),  # Russian
    script(_between("а", "я") + "ґєії", "оаниітврес"),  # Ukrainian
    script(_between("а", "я"), "аеоинтсрвл"),  # Bulgarian
    script(_between("а", "я") + "ёіў", "аінеорслкт"),  # Belarusian
    script(_between("а", "ш") + "ђѓѕјљњћќџ", "аоиентсрјв"),  # Serbian, Macedonian
)
_GREEK: Final = (script(_between("ά", "ώ") + "ΐ", "αοιετσνηρς"),)
_HEBREW: Final = (script(_between("א", "ת") + _between("\u05b0", "\u05c3"), "יוהלאתרמבש"),)
_ARABIC: Final = (
    script(_between("\u0621", "\u0652"), "المينورتبة"),
    script(_between("\u0621", "\u0652") + "پچژگکی", "ایردنهموت"),  # Persian
)
_THAI: Final = (script(_between("ก", "๛"), "านรอกเงมยล่้วีั"),)
_KANA: Final = _between("ぁ", "ゖ") + _between("ァ", "ー")


def _japanese() -> tuple[Alphabet, ...]:
    return (script(in_rows("euc_jp", 0xB0, 0xCF).union(_KANA, "々"), _KANA),)


def _korean() -> tuple[Alphabet, ...]:
    common = in_rows("euc_kr", 0xB0, 0xC8)
    return (script(common, common),)


def _simplified() -> tuple[Alphabet, ...]:
    common = in_rows("gb2312", 0xB0, 0xD7)
    return (script(common, common),)


def _traditional() -> tuple[Alphabet, ...]:
    common = in_rows("big5", 0xA4, 0xC6)
    return (script(common, common),)


CANDIDATES: Final[dict[str, Callable[[], tuple[Alphabet, ...]]]] = {
    "cp1252": lambda: _WESTERN,
    "iso8859_15": lambda: _WESTERN,
    "mac_roman": lambda: _WESTERN,
    "cp850": lambda: _WESTERN,
    "cp1250": lambda: _CENTRAL,
    "iso8859_2": lambda: _CENTRAL,
    "cp1254": lambda: _TURKISH,
    "cp1257": lambda: _BALTIC,
    "cp1251": lambda: _CYRILLIC,
    "koi8_r": lambda: _CYRILLIC,
    "koi8_u": lambda: _CYRILLIC,
    "iso8859_5": lambda: _CYRILLIC,
    "cp866": lambda: _CYRILLIC,
    "mac_cyrillic": lambda: _CYRILLIC,
    "cp1253": lambda: _GREEK,
    "iso8859_7": lambda: _GREEK,
    "cp1255": lambda: _HEBREW,
    "cp1256": lambda: _ARABIC,
    "iso8859_6": lambda: _ARABIC,
    "cp874": lambda: _THAI,
    "shift_jis": _japanese,
    "cp932": _japanese,
    "euc_jp": _japanese,
    "euc_kr": _korean,
    "cp949": _korean,
    "gb18030": _simplified,
    "big5": _traditional,
    "cp950": _traditional,
}
"""What may be detected, the likelier first among equals; Korean before Chinese, since every Korean
text is possible Chinese but not the other way round."""
