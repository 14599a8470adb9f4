"""The lines of a file of brat's annotations, sorted by what they are about.

Annotations of words begin with T, their attributes with A or M, notes on them with # (the
standoff format, brat.nlplab.org/standoff.html).
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from factcheck.domain.errors import InvalidValue
from factcheck.reading.data.incoming import Refused, Remarked
from factcheck.reading.data.remarks import Remarks
from factcheck.reading.data.tools.brat_attributes import Attribute
from factcheck.reading.data.tools.spoken import Stretch, stretch_in

_BOUND: Final = re.compile(
    r"(T\S*)\t(\S+) (\d{1,15} \d{1,15}(?:;\d{1,15} \d{1,15})*)(?:\t(.*))?", re.ASCII
)
_ATTRIBUTE: Final = re.compile(r"[AM]\S*\t(\S+) (\S+)(?: (.*))?")
_NOTE: Final = re.compile(r"#\S*\tAnnotatorNotes (\S+)\t(.*)")
_LEFT_OUT: Final = {
    "R": "relations",
    "*": "relations",
    "E": "events",
    "N": "links to knowledge bases",
    "#": "comments that are no notes",
}
"""What there is no place for here, by how its lines begin."""

Count = Callable[[int], int]
"""Turns an offset in a file of annotations into one in the text."""


class Bound(NamedTuple):
    """An annotation of words."""

    line: int
    id: str
    label: str
    parts: tuple[tuple[int, int], ...]
    """Its fragments, as the file counts."""
    shown: str
    """The words, as the file has them."""

    def stretch(self, text: str, count: Count) -> Stretch:
        """Return where its words stand; raises InvalidValue."""
        parts = [stretch_in(text, count(start), count(end)) for start, end in self.parts]
        words = " ".join(text[part.start : part.end] for part in parts)
        if self.shown and words.split() != self.shown.split():
            raise InvalidValue(
                f"{self.id} has other words than stand at its offsets: has its text changed?"
            )
        for before, part in pairwise(parts):
            if before.end > part.start or text[before.end : part.start].strip():
                raise InvalidValue(
                    f"{self.id} is in parts with other words between: make one of each part"
                )
        return Stretch(parts[0].start, parts[-1].end)


class Standoff:
    """What a file of annotations says."""

    def __init__(self) -> None:
        """Begin with nothing said."""
        self.bound: list[Bound] = []
        self.attributes: dict[str, list[Attribute]] = defaultdict(list)
        """By the annotation that they are of."""
        self.notes: dict[str, list[str]] = defaultdict(list)
        """By the annotation that they are on."""
        self._remarks = Remarks()

    def take(self, lines: Iterable[str]) -> Iterator[Refused | Remarked]:
        """Sort the lines; yield what cannot be taken."""
        for number, line in enumerate(lines, 1):
            line = line.rstrip("\r")
            if line.strip() and not self._takes(number, line):
                yield from self._passed_over(number, line)
        names = {each.name for of in self.attributes.values() for each in of if not each.is_known}
        for name in sorted(names):
            yield Remarked(1, f"attributes called {name} are left out: there is no place for them")

    def _passed_over(self, number: int, line: str) -> Iterator[Refused | Remarked]:
        what = _LEFT_OUT.get(line[0])
        if what:
            yield from self._remarks.once(
                number, f"{what} are left out: there is no place for them"
            )
        else:
            yield Refused(number, "is no annotation of brat: correct it, or take it out")

    def likeliest(self, text: str, counts: Sequence[Count]) -> Count:
        """Return the way to count `text` in which most words stand where they should."""
        return max(counts, key=lambda count: sum(_fits(bound, text, count) for bound in self.bound))

    def _takes(self, number: int, line: str) -> bool:
        if bound := _BOUND.fullmatch(line):
            parts = [part.split() for part in bound[3].split(";")]
            places = tuple((int(start), int(end)) for start, end in parts)
            self.bound.append(Bound(number, bound[1], bound[2], places, bound[4] or ""))
        elif attribute := _ATTRIBUTE.fullmatch(line):
            self.attributes[attribute[2]].append(Attribute(attribute[1], attribute[3] or ""))
        elif note := _NOTE.fullmatch(line):
            self.notes[note[1]].append(note[2])
        return bool(bound or attribute or note)


def _fits(bound: Bound, text: str, count: Count) -> bool:
    try:
        bound.stretch(text, count)
    except InvalidValue:
        return False
    return True
