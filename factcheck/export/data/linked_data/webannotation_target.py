"""What a Web Annotation is about: the words of a sentence, found by quote and by position."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from wcwidth import iter_graphemes, iter_graphemes_reverse

from factcheck.domain.anchors.anchor import CONTEXT
from factcheck.domain.document import Document, Sentence
from factcheck.reading.data.addresses import iri
from factcheck.reading.data.linked_data.webannotation_terms import DOCUMENT, OWN

_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", re.ASCII)


def target_of(document: Document, sentence: Sentence) -> Mapping[str, object]:
    """Return the words of a sentence; offsets are code points, the end exclusive."""
    quotation = {
        "type": "TextQuoteSelector",
        "exact": sentence.text,
        "prefix": _before(document.text, sentence.start),
        "suffix": _after(document.text, sentence.end),
    }
    position = {"type": "TextPositionSelector", "start": sentence.start, "end": sentence.end}
    return {
        "type": "SpecificResource",
        "source": iri(document.url) or DOCUMENT + document.id,
        "selector": [quotation, position],
        **_state(document),
        f"{OWN}document": document.id,
    }


def _state(document: Document) -> Mapping[str, object]:
    """Return when a page said what was read; nothing for what was not fetched from one."""
    fetched = document.url and document.source.startswith(("http://", "https://"))
    if not fetched or not _MOMENT.fullmatch(document.added):
        return {}
    return {"state": {"type": "TimeState", "sourceDate": document.added}}


def _before(text: str, start: int) -> str:
    near = text[max(0, start - 2 * CONTEXT) : start]
    return "".join(reversed(_fitting(iter_graphemes_reverse(near))))


def _after(text: str, end: int) -> str:
    return "".join(_fitting(iter_graphemes(text[end : end + 2 * CONTEXT])))


def _fitting(graphemes: Iterable[str]) -> list[str]:
    """Return the first graphemes, none of them cut, that are within the context of a quote."""
    fitting: list[str] = []
    room = CONTEXT
    for grapheme in graphemes:
        room -= len(grapheme)
        if room < 0:
            break
        fitting.append(grapheme)
    return fitting
