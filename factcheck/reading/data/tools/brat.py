"""brat: annotations that stand off from a text, in a file beside it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.domain.errors import InvalidValue, Unreadable
from factcheck.domain.findings.remark import Note
from factcheck.domain.value import Value
from factcheck.reading.data.incoming import DataFile, Refused, Remarked, Row, Statement
from factcheck.reading.data.tools.brat_attributes import values_of
from factcheck.reading.data.tools.brat_files import ANNOTATIONS, carried_beside, text_beside
from factcheck.reading.data.tools.brat_standoff import Bound, Count, Standoff
from factcheck.reading.data.tools.carried import Carried, Spoken
from factcheck.reading.data.tools.spoken import Meaning, Stretch, rows_of
from factcheck.reading.decoding.encoding import decoded

_FIRST: Final = re.compile(r"\ufeff?\s*([TAMREN#]\d+\t|\*\t|$)")


def recognises(name: str, head: str) -> bool:
    """Return whether a file is one of brat's annotations."""
    return name.lower().endswith(ANNOTATIONS) and _FIRST.match(head) is not None


def read(file: DataFile) -> Iterator[Row]:
    """Yield what the annotations say of the text beside them; raises Unreadable without one."""
    text, counts = text_beside(file)
    carried = carried_beside(file)
    standoff = Standoff()
    yield from standoff.take(decoded(file.content).text.split("\n") if file.content else ())
    if not standoff.bound and not carried.article:
        yield Remarked(1, "has no annotations, so that nothing is said: left out")
        return
    own: list[Spoken] = []
    known = _notes(carried)
    meaning = Meaning(file.labels, carried.scales())
    for item in _found(text, standoff.likeliest(text, counts), standoff, meaning):
        if isinstance(item, Refused):
            yield item
        elif (item.start, _words(item.statement.value)) not in known:
            own.append(item)
    try:
        yield from rows_of(1, text, own, carried)
    except Unreadable as error:
        yield Refused(1, f"its text {error}")


def _found(
    text: str, count: Count, standoff: Standoff, meaning: Meaning
) -> Iterator[Spoken | Refused]:
    """Yield what is said of which words; several annotations of the same words together."""
    together: dict[Stretch, list[Bound]] = {}
    for bound in standoff.bound:
        try:
            together.setdefault(bound.stretch(text, count), []).append(bound)
        except InvalidValue as error:
            yield Refused(bound.line, str(error))
    for stretch, several in together.items():
        line = several[0].line
        try:
            said = _said(several, standoff, meaning)
        except InvalidValue as error:
            yield Refused(line, str(error))
            continue
        yield from (Spoken(*stretch, statement, line) for statement in said)


def _said(several: Sequence[Bound], standoff: Standoff, meaning: Meaning) -> list[Statement]:
    """Return what annotations say together of the words that they are all on."""
    tag = meaning.tag([bound.label for bound in several])
    attributes = [each for bound in several for each in standoff.attributes[bound.id]]
    notes = [note for bound in several for note in standoff.notes[bound.id] if note.strip()]
    values = [*values_of(tag, attributes, meaning), *(Note.of(text=note) for note in notes)]
    return [Statement(value) for value in values]


def _notes(carried: Carried) -> set[tuple[int, tuple[str, ...]]]:
    """Return the notes that were carried along, as brat has them: on one line."""
    return {
        (item.start, _words(item.statement.value))
        for item in carried.said
        if isinstance(item.statement.value, Note)
    }


def _words(value: Value) -> tuple[str, ...]:
    return tuple(value.text.split()) if isinstance(value, Note) else ()
