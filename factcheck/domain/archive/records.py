"""The records of an archive, one model a kind; the JSON Schema is made of them."""

import json
from typing import Annotated, Any, Final, Literal, Self

from pydantic import Field, ValidationError, model_validator

from factcheck.domain.archive.kept import (
    AttachmentRecord,
    ReadingRecord,
    RevealedRecord,
    SittingRecord,
    SnapshotRecord,
    VerificationRecord,
)
from factcheck.domain.archive.names import (
    DecisionName,
    DocumentName,
    Moment,
    Offset,
    is_subject,
    names_well,
)
from factcheck.domain.archive.state import SentenceState
from factcheck.domain.decision import Kind, Origin
from factcheck.domain.document import Segment
from factcheck.domain.identity import document_id
from factcheck.domain.particulars import Particulars
from factcheck.domain.role import Role
from factcheck.domain.scheme.scheme import Scheme
from factcheck.domain.selection import Selection
from factcheck.domain.text import Name
from factcheck.domain.value import Value

FORM: Final = 1
"""The version of the form; goes up when an older program could no longer read it."""

JsonObject = dict[str, Any]
"""A value as the journal holds it."""


class Header(Value):
    """What the archive is, and what it was made from; nothing of it is taken in."""

    record: Literal["header"] = "header"
    format: Literal["factcheck archive"] = "factcheck archive"
    form: Annotated[int, Field(ge=1)] = FORM
    """The version of the form."""
    program: str
    """The version of factcheck that wrote it."""
    scheme: Scheme
    """The labels, the scale and the rules in force."""
    selection: Selection
    """The filter; what is empty leaves nothing out. The view is of `sentences` alone."""


class ArticleRecord(Value):
    """An article: its text, where its sentences begin, and what stands on them."""

    record: Literal["article"] = "article"
    id: DocumentName
    """The SHA-256 of the text."""
    particulars: Particulars
    """What is known about it now; follows from `as_read` and the decisions."""
    as_read: Particulars
    """What its source said about it."""
    source: str
    """The file or the address it was read from."""
    added: Moment
    """When it was read."""
    segmenter: str
    """What proposed the sentences."""
    starts: tuple[tuple[Offset, Role | None], ...]
    """Where it proposed that sentences begin, in code points, with what the layout suggests."""
    replaced_by: DocumentName | None = None
    """The newer version of the article; null where there is none, or it was not selected."""
    places: tuple[tuple[Offset, Offset], ...] = ()
    """Where its sentences begin, and where those are in the newer version."""
    text: str
    """Exactly the text that came."""
    sentences: tuple[SentenceState, ...] = ()
    """The sentences as they are now, with what stands on them in this view: follows from the
    decisions, for readers who want data and no history. It is not taken in."""

    @model_validator(mode="after")
    def _is_itself(self) -> Self:
        if document_id(self.text) != self.id:
            raise ValueError("id: is not the SHA-256 of the text: it was changed, export it again")
        if not self.text.strip() or "\0" in self.text:
            raise ValueError("text: is empty, or holds a NUL: no article does")
        before = -1
        for start, _ in self.starts:
            if not before < start < len(self.text) or self.text[start].isspace():
                raise ValueError(f"starts: no sentence can begin at {start}: export it again")
            before = start
        return self

    @property
    def segments(self) -> list[Segment]:
        """The sentences that were proposed; each reaches up to the next, white space aside."""
        ends = [start for start, _ in self.starts[1:]] + [len(self.text)]
        return [
            Segment(start, start + len(self.text[start:end].rstrip()), role)
            for (start, role), end in zip(self.starts, ends, strict=True)
        ]


class DecisionRecord(Value):
    """A row of the journal: who decided when, on what, and the complete new value."""

    record: Literal["decision"] = "decision"
    id: DecisionName
    at: Moment
    """When it was made; strictly increasing in one database."""
    reviewer: Name
    session: str | None = None
    """The sitting, by id."""
    kind: Kind
    subject: str
    """The sentence, claim, evidence item, link, correction, cut or article, by id."""
    value: JsonObject | None = None
    """The new value, by its kind; null clears, and stands in an undo."""
    undoes: DecisionName | None = None
    """The decision that this one takes back; where that is an undo, this is a redo."""
    act: DecisionName
    """The first decision of those that were made in one act."""
    origin: Origin
    """By which way it came."""
    carries: DecisionName | None = None
    """The decision that this one says of other words; it counts as long as that one stands."""

    @model_validator(mode="after")
    def _is_of_its_kind(self) -> Self:
        if not is_subject(self.kind, self.subject):
            raise ValueError(f"subject: no {self.kind} is about this: export it again")
        if self.undoes and self.value:
            raise ValueError("value: what takes something back says nothing itself")
        if self.value is not None:
            self._check(self.value)
        return self

    def _check(self, said: JsonObject) -> None:
        try:
            value = self.kind.value_type.model_validate_json(json_of(said), strict=True)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            field = ".".join(map(str, ("value", *first["loc"])))
            raise ValueError(f"{field}: {first['msg'].removeprefix('Value error, ')}") from None
        if not names_well(value):
            raise ValueError("value: refers to something by a name that nothing has")


class End(Value):
    """The last record: what comes before it is all there is."""

    record: Literal["end"] = "end"
    records: Annotated[int, Field(ge=1)]
    """How many records stand before it, the header among them; where there are fewer, the file was
    cut off."""


Record = (
    Header
    | ArticleRecord
    | DecisionRecord
    | AttachmentRecord
    | ReadingRecord
    | SnapshotRecord
    | VerificationRecord
    | SittingRecord
    | RevealedRecord
    | End
)

ARRAYS: Final[dict[str, type[Value]]] = {
    "articles": ArticleRecord,
    "decisions": DecisionRecord,
    "attachments": AttachmentRecord,
    "readings": ReadingRecord,
    "snapshots": SnapshotRecord,
    "verifications": VerificationRecord,
    "sittings": SittingRecord,
    "revealed": RevealedRecord,
}
"""The kinds of records behind the header, in the order in which they are written and taken in."""


def name_of(model: type[Value]) -> str:
    """Return what a kind of record is called in its field `record`."""
    return str(model.model_fields["record"].default)


def json_of(value: object) -> str:
    """Return a value as the journal writes it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
