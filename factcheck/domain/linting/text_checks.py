"""Rules 16 and 17: sentences are exactly the words of their article, and fit into tables."""

import re
from collections.abc import Iterator
from typing import Final

from factcheck.domain.cutting import character_starts
from factcheck.domain.identity import document_id, sentence_id
from factcheck.domain.linting.dossier import Dossier
from factcheck.domain.linting.finding import Severity
from factcheck.domain.linting.rule import (
    PlacedProblem,
    Problem,
    on_article,
    on_sentence,
    places_named,
)

_BREAKS: Final = re.compile(r"[\t\n\r\v\f\u0085\u2028\u2029]")
"""What ends a cell or a row of a table."""
_FIRST_COMBINING: Final = "\u0300"
"""No character before this one joins the one in front of it, but a line feed."""
_LONGEST_CHARACTER: Final = 40
"""Code points; people see none that is longer as one character."""


def offsets_exact(dossier: Dossier) -> Iterator[PlacedProblem]:
    """Object to a sentence that is not what stands in the text between its offsets."""
    document = dossier.document
    if document_id(document.text) != document.id:
        problem = Problem(Severity.ERROR, "the text is not the one that was read", "text")
        yield on_article(dossier, problem)
    end = 0
    for sentence, *_ in dossier.sentences:
        wrong = _wrong_offsets(document.text, sentence.start, sentence.end, sentence.text)
        if sentence.id != sentence_id(document.id, sentence.start, sentence.end):
            wrong = "its id does not follow from its offsets"
        elif sentence.start < end:
            wrong = "it begins inside of the sentence before"
        end = sentence.end
        if wrong:
            yield on_sentence(dossier, sentence, Problem(Severity.ERROR, wrong, "start"))


def table_cells(dossier: Dossier) -> Iterator[PlacedProblem]:
    """Tell of tagged sentences and of wordings that do not fit into one cell as they are."""
    for number, item in enumerate(dossier.sentences, start=1):
        if item.sentence.number != number:
            message = f"the sentences are not numbered one by one: {number} is missing"
            yield on_sentence(dossier, item.sentence, Problem(Severity.ERROR, message, "number"))
            break
    broken = [
        item.sentence
        for item in dossier.sentences
        if item.tagged and _BREAKS.search(item.sentence.text)
    ]
    if broken:
        more = places_named(dossier, broken[1:])
        message = f"holds a tab or a line break, which is a space in tables{more}"
        yield on_sentence(dossier, broken[0], Problem(Severity.NOTE, message, "text"))


def _wrong_offsets(text: str, start: int, end: int, words: str) -> str:
    """Return what is wrong with a sentence's place in a text; empty for nothing."""
    if not 0 <= start < end <= len(text):
        return "its offsets lie outside of the text"
    if text[start:end] != words:
        return "its words are not what stands between its offsets"
    if not (_is_between_characters(text, start) and _is_between_characters(text, end)):
        return "it is cut inside of a character"
    return ""


def _is_between_characters(text: str, offset: int) -> bool:
    """Whether no character as people see it lies across an offset."""
    around = text[max(0, offset - 1) : offset + 1]
    if len(around) < 2 or (max(around) < _FIRST_COMBINING and around != "\r\n"):
        return True
    first = max(0, offset - _LONGEST_CHARACTER)
    return offset - first in character_starts(text[first : offset + 1])
