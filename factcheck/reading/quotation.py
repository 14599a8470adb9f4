"""Words in quotation marks of any language, and what stands around them."""

import re
from itertools import islice
from typing import Final, NamedTuple

_CLOSING: Final = {
    "“": '”"',
    "„": '”“"',
    "”": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "‚": "‘’",
    "‘": "’",
    "「": "」",
    "『": "』",
    "＂": "＂",
    '"': '"',
    "'": "'",
}
"""What can close each opening mark; German closes with what English opens with."""
_OPENING: Final = re.compile("[" + "".join(_CLOSING) + "]")
_MARK: Final = re.compile("[" + "".join({*_CLOSING, *"".join(_CLOSING.values())}) + "]")
_MOST: Final = 50
"""Opening marks that are looked at; each of them may have to be followed to the end."""
_DEEPEST: Final = 20
"""Quotations around each other; mail that went to and fro for long has as many."""
_MARKED_LINE: Final = re.compile(r"[ \t]*>[ \t]?")
"""How mail and Markdown begin the lines of a quotation."""


class Quotation(NamedTuple):
    """Quoted words, and what stands around them."""

    before: str
    quote: str
    after: str


def quotations_in(text: str) -> list[Quotation]:
    """Return each quotation in `text`, the outermost ones alone, in order."""
    lines = _quoted_lines(text)
    return [lines._replace(quote=unmarked(lines.quote))] if lines else _in_marks(text)


def unmarked(text: str) -> str:
    """Return `text` without the quotation marks that stand around the whole of it."""
    text = text.strip()
    for _ in range(_DEEPEST):
        around = _quoted_lines(text) or next(iter(_in_marks(text)), None)
        if around is None or around.before or around.after:
            break
        text = around.quote.strip()
    return text


def _in_marks(text: str) -> list[Quotation]:
    found, end = [], -1
    for opening in islice(_OPENING.finditer(text), _MOST):
        start = opening.start()
        closed = _closed(text, start) if start > end else -1
        if closed > start and (quote := text[start + 1 : closed].strip()):
            found.append(Quotation(text[:start], quote, text[closed + 1 :]))
            end = closed
    return found


def _quoted_lines(text: str) -> Quotation | None:
    """Return the lines that are marked as a quotation, if there are any."""
    lines = text.split("\n")
    marked = [place for place, line in enumerate(lines) if _MARKED_LINE.match(line)]
    if not marked:
        return None
    first, end = marked[0], marked[-1] + 1
    quote = "\n".join(_MARKED_LINE.sub("", line, count=1) for line in lines[first:end])
    return Quotation("\n".join(lines[:first]), quote, "\n".join(lines[end:]))


def _closed(text: str, start: int) -> int:
    """Return where the quotation mark at `start` is closed, outside all others; -1 if nowhere."""
    opening, depth = text[start], 1
    if text[start - 1 : start].isalnum():  # an apostrophe
        return -1
    for mark in _MARK.finditer(text, start + 1):
        inside_word = text[mark.end() : mark.end() + 1].isalnum() and mark.group() in "'’\""
        if mark.group() in _CLOSING[opening] and not inside_word:
            depth -= 1
        elif mark.group() == opening:
            depth += 1
        if not depth:
            return mark.start()
    return -1
