"""From bytes to text, exactly: what cannot be decoded is refused, never replaced."""

import codecs
import re
from collections.abc import Collection
from typing import Final, NamedTuple

from factcheck.domain.errors import Unreadable

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like UTF-16, so it is looked for first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_TEXT_CODECS: Final = re.compile(
    r"ascii|utf-(8|16|32)(-[lb]e)?|cp\d+|iso8859-\d+|koi8-[rut]|mac-\w+|tis-620|kz1048|ptcp154|hp-roman8"
    r"|shift_jis\w*|shift_jisx0213|euc_\w+|gb\w+|big5\w*|iso2022_\w+|hz|johab"
)
"""Python's codecs for text; others unpack archives or run escapes, at a stranger's word."""
_TAKEN_FOR: Final = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "cp950",
}
"""What programs write when they declare the name on the left (WHATWG Encoding Standard)."""
_C1: Final = re.compile("[\x80-\x9f]")
_LOOKED_AT: Final = 4096
"""Bytes in which UTF-16 without a mark shows itself."""
_HALVES: Final = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
"""Halves of surrogate pairs, as programs that are mistaken write them in UTF-8."""
_ALPHABETIC_ROWS: Final = frozenset((*range(0x09), 0x0E, *range(0x1E, 0x23), *range(0xD8, 0xE0)))
"""First halves of the characters of alphabets, signs and emoji; ASCII has no text of only these."""
_PLAUSIBLE: Final = 0.9
"""The least share of characters in place; a wrong guess that decodes rarely has a half."""
_USUAL: Final = "cp1252"
"""Always looked at: the library leaves it out where its signs say more than its letters."""
_MESS: Final = 0.3
"""How much the library may dislike; its usual 0.2 loses short texts in koi8-r and iso-8859-2."""
_SHIFTED: Final = re.compile(rb"\x1b\$[@B](?:[^\x80-\xff\x1b]|\x1b(?!\$[@B]|\([BJ]))*+\x1b\([BJ]")
"""Japanese in seven bits, between the signs that turn it on and off; as ASCII it is rubbish."""


_WIDEST: Final = 4
"""Bytes of a character."""


class Decoded(NamedTuple):
    """A text, and how its bytes were understood."""

    text: str
    encoding: str
    """In words, such as `utf-8` or `windows-1251, declared`."""


class Understood(NamedTuple):
    """How bytes are to be decoded."""

    codec: str
    """Python's name for it."""
    encoding: str
    """In words, with the reason."""
    mark: bytes = b""
    """The byte order mark before the text."""


def decoded(content: bytes, *, declared: str = "", encoding: str | None = None) -> Decoded:
    """Return the text in `content` and how it was decoded; a byte order mark is dropped.

    `encoding` is what the user says and is obeyed: empty where they do not, None where they cannot.
    `declared` is what the source says of itself. Raises Unreadable, with the byte at fault.
    """
    way = understood(content, declared=declared, encoding=encoding)
    try:
        text = content.removeprefix(way.mark).decode(way.codec)
    except UnicodeDecodeError as error:
        place = f"(byte {len(way.mark) + error.start})"
        what = f"is not {spoken(way.codec)} text {place}"
        raise Unreadable(f"{what}: {_advice(encoding)}") from error
    return Decoded(text, way.encoding)


def understood(content: bytes, *, declared: str = "", encoding: str | None = None) -> Understood:
    """Return how to decode `content`; raises Unreadable where nothing fits."""
    if encoding:
        return _as_given(content, encoding)
    found = _marked(content) or _as_declared(content, declared)
    return found or _by_itself(content, _advice(encoding))


def beginning(content: bytes, length: int) -> str:
    """Return at most so many of the first characters, to see what they are; never fails."""
    head = content[: (1 + length) * _WIDEST]  # the mark is one too
    marked = _marked(head)
    codec = marked.codec if marked else _unmarked_utf16(head) or "utf-8"
    text = head.removeprefix(marked.mark if marked else b"").decode(codec, "replace")
    return text[:length]


def codec_named(name: str) -> str:
    """Return Python's name of a text encoding, or nothing where it knows none of that name."""
    try:
        codec = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return ""
    return codec if _TEXT_CODECS.fullmatch(codec) else ""


def spoken(codec: str) -> str:
    """Return the name that people know a codec by: `windows-1251` for `cp1251`."""
    name = codecs.lookup(codec).name.replace("_", "-")
    return re.sub(r"^cp(125\d)$", r"windows-\1", name).replace("iso8859", "iso-8859")


def _advice(encoding: str | None) -> str:
    also = "" if encoding is None else ", or name it with --encoding"
    return f"save it as UTF-8{also}"


def _marked(content: bytes) -> Understood | None:
    """Return how the byte order mark says to decode what follows; None where there is none."""
    for mark, codec in _MARKS:
        if content.startswith(mark):
            return Understood(codec, f"{codec}, byte order mark", mark)
    return None


def _as_given(content: bytes, encoding: str) -> Understood:
    codec = codec_named(encoding)
    if not codec:
        raise Unreadable(f"{encoding[:40]!r} is no encoding: write it as utf-8 or windows-1251")
    for mark, marked in _MARKS:
        if content.startswith(mark) and marked.startswith(codec):
            return Understood(marked, f"{marked}, given", mark)
    return Understood(codec, f"{spoken(codec)}, given")


def _as_declared(content: bytes, declared: str) -> Understood | None:
    codec = codec_named(declared)
    if not codec or (codec != "utf-8" and _is_utf8_beyond_ascii(content)):
        return None
    for candidate in filter(None, (codec, _TAKEN_FOR.get(codec))):
        text = _attempt(content, candidate)
        if text is not None and not (candidate in _TAKEN_FOR and _C1.search(text)):
            return Understood(candidate, f"{spoken(candidate)}, declared")
    return None


def _is_utf8_beyond_ascii(content: bytes) -> bool:
    """Whether it can be nothing but UTF-8, whatever it says: no other text decodes as that."""
    return not content.isascii() and _attempt(content, "utf-8") is not None


def _by_itself(content: bytes, advice: str) -> Understood:
    wide = _unmarked_utf16(content)
    if wide:
        return Understood(wide, f"{wide}, detected")
    if _SHIFTED.search(content) and _attempt(content, "iso2022_jp") is not None:
        return Understood("iso2022_jp", "iso-2022-jp, detected")
    try:
        content.decode()
    except UnicodeDecodeError as error:
        found = "" if _is_broken(content) else _detected(content)
        if not found:
            raise Unreadable(
                f"is not UTF-8 text, nor surely any other (byte {error.start}): {advice}"
            ) from error
        return Understood(found, f"{spoken(found)}, detected")
    return Understood("utf-8", "utf-8")


def _is_broken(content: bytes) -> bool:
    """Whether it is no text at all, or UTF-8 with halves of surrogate pairs in it."""
    return b"\x00" in content or _attempt(_HALVES.sub(b"", content), "utf-8") is not None


def _unmarked_utf16(content: bytes) -> str:
    head = content[:_LOOKED_AT]
    for codec, low, high in (("utf-16-le", 0, 1), ("utf-16-be", 1, 0)):
        rows = set(head[high::2])
        if 0 in rows and rows <= _ALPHABETIC_ROWS and 0 not in head[low::2]:
            return codec if _attempt(content, codec) is not None else ""
    return ""


def _detected(content: bytes) -> str:
    """Return the codec that the library and the letters of the languages both can believe."""
    from charset_normalizer import from_bytes

    from factcheck.reading.decoding.charsets import CANDIDATES

    matches = from_bytes(content, cp_isolation=list(CANDIDATES), threshold=_MESS)
    possible = {codec for match in matches for codec in match.could_be_from_charset}
    possible.add(_USUAL)
    return _likeliest(content, possible) or _likeliest(content, CANDIDATES)


def _likeliest(content: bytes, possible: Collection[str]) -> str:
    """Return the codec whose text has most letters in place, or nothing where none has enough."""
    from factcheck.reading.decoding.alphabets import likeness
    from factcheck.reading.decoding.charsets import CANDIDATES

    texts = {codec: _attempt(content, codec) for codec in CANDIDATES if codec in possible}
    likely = [(likeness(text, CANDIDATES[codec]()), codec) for codec, text in texts.items() if text]
    best, codec = max(likely, key=lambda found: found[0].total, default=(None, ""))
    return codec if best is not None and best.in_place >= _PLAUSIBLE else ""


def _attempt(content: bytes, codec: str) -> str | None:
    try:
        return content.decode(codec)
    except UnicodeDecodeError:
        return None
