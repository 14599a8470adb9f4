"""What one row of a table of findings says, and of which words."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, Any, Final, Self, TypeVar, get_args, get_origin

from pydantic import Field, model_validator

from factcheck.domain.errors import InvalidValue
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.remark import Flag, Note
from factcheck.domain.findings.sign_off import Publication
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Adjudication, Verdict
from factcheck.domain.identity import ClaimId
from factcheck.domain.text import Day, PartialDate, Text
from factcheck.domain.value import Value
from factcheck.reading.data.incoming import Incoming, Statement, Words
from factcheck.reading.data.labels import Labels
from factcheck.reading.data.tables.cells import entries_of
from factcheck.reading.data.tables.csv_columns import (
    ATTACHMENTS,
    CLAIM,
    EVIDENCE,
    GUIDELINE,
    PUBLICATION,
    SENTENCE,
    TAG,
    VERDICT,
    Columns,
)
from factcheck.reading.data.tables.csv_headings import LABEL, SOURCE
from factcheck.reading.data.tables.yes_and_no import yes_or_no
from factcheck.reading.written_dates import written_dates

Cells = Mapping[str, str]
"""What stands in a row, by column; empty cells are left out."""

_LARGEST: Final = 2**31
"""Characters; more than any article has, and what databases and spreadsheets can hold."""
_AS_WRITTEN: Final = frozenset({"topics"})
"""Lists whose entries are words; those of all others are keys."""
_DATES: Final = frozenset(get_args(kind)[-1] for kind in (PartialDate, Day))
"""What makes a field hold a date."""
_LONGEST_DATE: Final = 40
"""Characters."""

_V = TypeVar("_V", bound=Value)
_Number = Annotated[int, Field(ge=0, lt=_LARGEST)]


class _Place(Value):
    """Where the words stand that a row is about."""

    article: Text = ""
    page: Text = ""
    start: _Number | None = None
    end: _Number | None = None
    text: str = ""
    claim_number: Annotated[int, Field(ge=1, lt=1000)] = 1

    @model_validator(mode="after")
    def _can_be_found(self) -> Self:
        if self.start is not None and self.end is not None and self.end <= self.start:
            raise ValueError("end: is not behind the start: count characters, the first is 0")
        if not self.text and (self.start is None or self.end is None):
            raise ValueError("text: is empty: write the words, or where they start and end")
        if not (self.text or self.article):
            raise ValueError("article: is empty: name it by its id, its address or its file")
        return self

    @property
    def words(self) -> Words:
        """The words as they are looked for."""
        return Words(self.article or None, self.start, self.end, self.text, page=self.page)


def incoming(line: int, cells: Cells, labels: Labels) -> Incoming:
    """Return what the row that begins at `line` says; raises InvalidValue."""
    cells = _told_apart(cells, labels)
    place = _place(cells)
    said = tuple(
        Statement(value, _speaker(value, cells), place.claim_number)
        for value in _values(cells, labels)
    )
    return Incoming(line, place.words, said)


def is_only_attached(cells: Cells) -> bool:
    """Whether the evidence in a row is a file and nothing else."""
    known = any(EVIDENCE[name] in cells for name in ("url", "title", "author"))
    is_secret = yes_or_no(cells.get(EVIDENCE["anonymous"], "no"))
    return ATTACHMENTS in cells and not (known or is_secret)


def _place(cells: Cells) -> _Place:
    told = {name: cells[name] for name in ("start", "end", "text", "claim_number") if name in cells}
    names = (cells.get(name, "") for name in ("article_id", "url", "article"))
    page = cells.get("url", "")
    return _Place.of(article=next(filter(None, names), ""), page=page, **told)


def _speaker(value: Value, cells: Cells) -> str:
    """Return who says it; a claim may be somebody else's wording than the verdict beside it."""
    reviewer = cells.get("reviewer", "")
    return cells.get("worded_by", reviewer) if isinstance(value, Claim) else reviewer


def _values(cells: Cells, labels: Labels) -> Iterator[Value]:
    """Yield what a row says; raises InvalidValue."""
    if _any(cells, TAG):
        yield _tag(cells, labels)
    if "note" in cells:
        yield Note.of(text=cells["note"])
    yield from _flags(cells)
    if _any(cells, CLAIM):
        yield _made(Claim, CLAIM, cells)
    if _any(cells, VERDICT):
        yield _verdict(cells, labels)
    if _any(cells, EVIDENCE):
        yield _made(Evidence, EVIDENCE, cells, claim=ClaimId(""))
    if _any(cells, PUBLICATION):
        yield _made(Publication, PUBLICATION, cells)


def _told_apart(cells: Cells, labels: Labels) -> dict[str, str]:
    """Return the cells under what they mean here; the words of a claim can be all there is."""
    told = dict(cells)
    if LABEL in told:
        label = told.pop(LABEL)
        told.setdefault("tag" if _is_tag(label, labels) else VERDICT["rating"], label)
    if SOURCE in told:
        source = told.pop(SOURCE)
        is_address = source.startswith(("http://", "https://"))
        told.setdefault(EVIDENCE["url" if is_address else "title"], source)
    if CLAIM["text"] in told and not {"text", "start", "end"} & told.keys():
        told["text"] = told.pop(CLAIM["text"])
    return told


def _is_tag(label: str, labels: Labels) -> bool:
    try:
        labels.tag(label)
    except InvalidValue:
        return False
    return True


def _tag(cells: Cells, labels: Labels) -> TagValue:
    if "tag" not in cells:
        raise InvalidValue("tag: is empty: write claim, opinion or filler")
    meant = labels.tag(cells["tag"])
    return _made(TagValue, TAG, {"subtypes": ";".join(meant.subtypes), **cells}, tag=meant.tag)


def _flags(cells: Cells) -> Iterator[Flag]:
    """Yield the doubt in a row, if there is one; words other than yes and no are its reason."""
    about = cells.get("flag", "")
    plain, said = about.strip().casefold(), yes_or_no(about)
    if said is False or not ("flag" in cells or "flag_reason" in cells):
        return
    is_sign = said or plain in {SENTENCE, GUIDELINE}
    reason = cells.get("flag_reason", "" if is_sign else about)
    yield Flag.of(reason=reason, guideline=plain == GUIDELINE)


def _verdict(cells: Cells, labels: Labels) -> Verdict:
    if "rating" not in cells:
        raise InvalidValue("rating: is empty: write one of the scale's ratings")
    model = Adjudication if yes_or_no(cells.get("adjudicated", "")) else Verdict
    return _made(model, VERDICT, cells, **_rated(cells, labels))


def _rated(cells: Cells, labels: Labels) -> dict[str, str]:
    """Return the keys of a rating and its scale.

    One whose words are the conclusion, or of a scale that is not here, has no words to be found by.
    """
    scale = cells.get("scale", "").strip().casefold()
    try:
        known = labels.rating(cells["rating"], scale)
    except InvalidValue:
        if scale and "conclusion" in cells:
            return {"rating": cells["rating"], "scale": scale}
        raise
    return {"rating": known.rating.key, "scale": known.scale.key}


def _any(cells: Cells, columns: Columns) -> bool:
    return any(column in cells for column in columns.values())


def _made(model: type[_V], columns: Columns, cells: Cells, **known: Any) -> _V:
    """Return the value that a row says; raises InvalidValue that names the column at fault."""
    fields = {
        field: _read(model, field, cells[column])
        for field, column in columns.items()
        if column in cells
    }
    try:
        return model.of(**{**fields, **known})
    except InvalidValue as error:
        field, colon, reason = str(error).partition(":")
        column = columns.get(field.split(".")[0], field)
        raise InvalidValue(f"{column}{colon}{reason}") from error


def _read(model: type[Value], field: str, cell: str) -> object:
    """Return a cell as the field takes it; choices may be written in capitals and with spaces."""
    annotation = model.model_fields[field].annotation
    if get_origin(annotation) is tuple:
        entries = entries_of(cell)
        return entries if field in _AS_WRITTEN else tuple(map(_key, entries))
    if bool in (annotation, *get_args(annotation)):
        said = yes_or_no(cell)
        return cell if said is None else said
    if not _DATES.isdisjoint(model.model_fields[field].metadata):
        return _date(cell)
    return _key(cell) if _is_choice(annotation) else cell


def _date(cell: str) -> str:
    """Return a date as ISO 8601 writes it, where it can be no other day; else the cell."""
    cell = cell.strip()
    found = written_dates(cell) if len(cell) <= _LONGEST_DATE else []
    is_all = len(found) == 1 and found[0].end - found[0].start == len(cell)
    return found[0].date if is_all else cell


def _is_choice(annotation: object) -> bool:
    kinds = (annotation, *get_args(annotation))
    return any(isinstance(kind, type) and issubclass(kind, StrEnum) for kind in kinds)


def _key(words: str) -> str:
    return "-".join(words.replace("_", " ").split()).casefold()
