"""CheckThat! tables: sentences that are worth a check or not, and subjective or not.

As the CLEF CheckThat! labs published them: debates in 2018 and 2019, tables with a heading since.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple

from factcheck.domain.errors import InvalidValue, Unreadable
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.claims import Worthiness
from factcheck.reading.article import checked
from factcheck.reading.data.data_sets.checkthat_cells import Line, lines_in, words_in
from factcheck.reading.data.data_sets.sentence_ids import sentence_place
from factcheck.reading.data.incoming import DataFile, Incoming, Refused, Row, Statement, Words
from factcheck.reading.data.labels import Labels
from factcheck.reading.data.remarks import Remarks

NARRATOR: Final = "NARRATOR"
"""Stands in debates where nobody is known to speak."""
_NOBODY: Final = frozenset({NARRATOR, "SYSTEM"})
"""What stands in the published debates for no speaker."""
_TEXTS: Final = ("text", "sentence", "tweet_text")
"""What the column of the words is called, over the years."""
_LABELS: Final = ("class_label", "label", "check_worthiness")
_DEBATE: Final = {name: place for place, name in enumerate(("line", "speaker", "text", "label"))}
"""The columns of debates, which have no heading; test data leaves the last one out."""
_DEBATE_LINE: Final = re.compile(r"1\t[^\t\n]*\t[^\t\n]+\t[01]\r?(\n|$)")


class _Meaning(NamedTuple):
    """What a label of a lab says, as far as it says it."""

    tag: Tag
    worthiness: Worthiness | None = None
    """Of the claim, if the sentence is one."""
    caution: str = ""
    """What the label leaves open."""


_WORTHY: Final = _Meaning(Tag.CLAIM, Worthiness.CHECK_WORTHY)
_NOT_WORTHY: Final = _Meaning(
    Tag.FILLER,
    Worthiness.UNIMPORTANT,
    "{0} is taken as filler, for it says only that there is nothing to check: "
    "say --label {0}=opinion or {0}=claim if that is meant",
)
_OBJECTIVE: Final = _Meaning(
    Tag.CLAIM,
    caution="{0} is taken as claim, for it says only that the sentence is no opinion: "
    "say --label {0}=filler if that is meant",
)
_MEANINGS: Final[Mapping[str, _Meaning]] = {
    "yes": _WORTHY,
    "1": _WORTHY,
    "no": _NOT_WORTHY,
    "0": _NOT_WORTHY,
    "subj": _Meaning(Tag.OPINION),
    "obj": _OBJECTIVE,
}


class _Sentence(NamedTuple):
    """A row of any of the tables."""

    line: int
    id: str
    text: str
    label: str
    speaker: str
    conflict: bool
    """Whether annotators had to settle what it is."""


class _Said(NamedTuple):
    """What a label says of a sentence here."""

    tag: TagValue
    worthiness: Worthiness | None
    caution: str


def recognises(name: str, head: str) -> bool:
    """Whether a file is a table of check-worthiness, by its heading."""
    columns = _columns(head.partition("\n")[0].split("\t"))
    is_of_worthiness = not columns.keys().isdisjoint({"class_label", "check_worthiness"})
    return is_of_worthiness and not columns.keys().isdisjoint(_TEXTS)


def recognises_debate(name: str, head: str) -> bool:
    """Whether a file is a debate: numbered lines with a speaker and 0 or 1, without a heading."""
    return bool(_DEBATE_LINE.match(head))


def recognises_subjectivity(name: str, head: str) -> bool:
    """Whether a file is a table of subjectivity, by its heading."""
    columns = _columns(head.partition("\n")[0].split("\t"))
    return {"sentence_id", "sentence", "label"} <= columns.keys()


def read(file: DataFile) -> Iterator[Row]:
    """Yield what a table says of each sentence; raises Unreadable where it has no heading."""
    lines = lines_in(file.content)
    heading = next(lines, Line(0, [])).cells
    columns = _columns(heading)
    if columns.keys().isdisjoint(_TEXTS):
        wanted = " or ".join(_TEXTS)
        raise Unreadable(f"has no heading with {wanted}: write one, separated by tabs")
    sentences = (_sentence(line, columns, {len(heading)}) for line in lines)
    yield from _rows(sentences, file.labels)


def read_debate(file: DataFile) -> Iterator[Row]:
    """Yield what a debate says of each line; raises Unreadable where the first is of none."""
    sizes = {len(_DEBATE), len(_DEBATE) - 1}
    lines = lines_in(file.content)
    first = next(lines, Line(0, []))
    if len(first.cells) not in sizes or not first.cells[0].strip().isdecimal():
        raise Unreadable(
            "is no debate: write number, speaker, text and 0 or 1 on each line, separated by tabs"
        )
    sentences = (_sentence(line, _DEBATE, sizes) for line in chain([first], lines))
    yield from _rows(sentences, file.labels)


def _columns(heading: list[str]) -> dict[str, int]:
    """Return where each column stands, the first of a name."""
    return {name.strip().casefold(): place for place, name in reversed([*enumerate(heading)])}


def _sentence(line: Line, columns: Mapping[str, int], sizes: set[int]) -> _Sentence | Refused:
    if len(line.cells) not in sizes:
        return Refused(
            line.number,
            f"has {len(line.cells)} fields and not {max(sizes)}: "
            "write the sentence on one line, without tabs",
        )
    cells = {name: place for name, place in columns.items() if place < len(line.cells)}
    found = {name: words_in(line.cells[place]).strip() for name, place in cells.items()}
    return _Sentence(
        line=line.number,
        id=found.get("sentence_id", ""),
        text=_first(found, _TEXTS),
        label=_first(found, _LABELS),
        speaker=found.get("speaker", ""),
        conflict=found.get("solved_conflict", "").casefold() == "true",
    )


def _first(found: Mapping[str, str], names: Sequence[str]) -> str:
    """Return what stands in the first of these columns that there is."""
    return next((found[name] for name in names if name in found), "")


def _rows(sentences: Iterable[_Sentence | Refused], labels: Labels) -> Iterator[Row]:
    remarks = Remarks()
    for sentence in sentences:
        if isinstance(sentence, Refused):
            yield sentence
            continue
        try:
            said = _said(sentence.label, labels) if sentence.label else None
            statements = tuple(_statements(sentence, said))
            supposed = bool(said and said.caution)
            yield Incoming(sentence.line, _words(sentence), statements, supposed)
        except (InvalidValue, Unreadable) as error:
            yield Refused(sentence.line, str(error))
            continue
        for remark in _lost(sentence, said):
            yield from remarks.once(sentence.line, remark)


def _said(label: str, labels: Labels) -> _Said:
    """Return what a label means, as whoever imports it says, or as the labs say.

    Raises InvalidValue for a label that is unknown to both.
    """
    meaning = _MEANINGS.get(label.casefold())
    worthiness = meaning.worthiness if meaning else None
    try:
        return _Said(labels.tag(label), worthiness, "")
    except InvalidValue:
        if meaning is None:
            raise
    return _Said(TagValue(tag=meaning.tag), worthiness, meaning.caution.format(label))


def _words(sentence: _Sentence) -> Words:
    """Return the words, and where they stand if the id says it and the article is here."""
    text = checked(sentence.text)
    place = sentence_place(sentence.id)
    if place is None:
        return Words(exact=text)
    return Words(place.article, place.start, place.start + len(text), text, alone=True)


def _statements(sentence: _Sentence, said: _Said | None) -> Iterator[Statement]:
    if said is None:
        return
    yield Statement(said.tag)
    claim = Claim.of(claimant=_claimant(sentence), worthiness=said.worthiness)
    if said.tag.tag is Tag.CLAIM and claim != Claim():
        yield Statement(claim)


def _claimant(sentence: _Sentence) -> str:
    return "" if sentence.speaker in _NOBODY else sentence.speaker


def _lost(sentence: _Sentence, said: _Said | None) -> Iterator[str]:
    """Yield what of a row is not kept, or only supposed."""
    if said and said.caution:
        yield said.caution
    if _claimant(sentence) and not (said and said.tag.tag is Tag.CLAIM):
        yield "the speakers of sentences that are no claims are not kept"
    if sentence.conflict:
        yield "solved_conflict is not kept: what is settled here is what annotators say now"
