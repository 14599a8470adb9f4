"""The tables of a data package: which columns they have, and how they refer to each other."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from factcheck.domain.document import Sentence
from factcheck.domain.findings.claim import Claim, Link
from factcheck.domain.findings.evidence import Attachment, Evidence
from factcheck.domain.findings.remark import Flag, Note
from factcheck.domain.findings.sign_off import Approval, Correction, Publication
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.particulars import Particulars
from factcheck.domain.scales.scale import Normalised
from factcheck.domain.value import Value
from factcheck.domain.vocabulary.sign_off import ClaimState
from factcheck.export.data.tables import datapackage_rows as rows
from factcheck.export.data.tables.table_fields import REQUIRED, Column, Model, columns_of
from factcheck.services.reporting import ReportedArticle

_NONE: Final[Mapping[str, str]] = MappingProxyType({})


class Table(NamedTuple):
    """A table of a data package."""

    name: str
    holds: str
    """What a row of it is."""
    rows: Callable[[ReportedArticle], Iterator[rows.Row]]
    """Yields what it holds of an article."""
    model: Model
    """The value whose fields are columns."""
    key: tuple[str, ...]
    """The columns by which a row is known."""
    before: tuple[Column, ...] = ()
    """The columns before those of the value."""
    after: tuple[Column, ...] = ()
    """The columns behind them."""
    without: tuple[str, ...] = ()
    """The fields that are no columns."""
    refers: Mapping[str, str] = _NONE
    """The columns that hold the id of a row in another table, and which table that is."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, in their order."""
        return (*self.before, *columns_of(self.model, *self.without), *self.after)


def _needed(name: str, description: str, kind: str = "string") -> Column:
    return Column(name, description, kind, REQUIRED)


def _one_of(name: str, description: str, choices: Iterable[str]) -> Column:
    return Column(name, description, constraints={"enum": [str(choice) for choice in choices]})


_REVIEWER: Final = _needed(
    "reviewer", "Who says it; several names where they agree and are exported as one."
)
_DECIDED: Final = Column("decided", "When it was decided, UTC.", "datetime")
_OF_SENTENCE: Final = _needed("sentence_id", "The sentence that it is said of.")
_OF_CLAIM: Final = _needed("claim_id", "The claim that it belongs to.")
_NUMBER: Final = _needed("number", "Its place among them, from 1.", "integer")
_TO_SENTENCES: Final = MappingProxyType({"sentence_id": "sentences"})
_TO_CLAIMS: Final = MappingProxyType({"claim_id": "claims"})


def _of_sentences(name: str, holds: str, model: type[Value]) -> Table:
    """Return the table of one kind of remark on sentences, one a reviewer."""
    return Table(
        name,
        holds,
        rows.remarks(name),
        model,
        key=("sentence_id", "reviewer"),
        before=(_OF_SENTENCE, _REVIEWER, _DECIDED),
        refers=_TO_SENTENCES,
    )


TABLES: Final = (
    Table(
        "articles",
        "An article.",
        rows.articles,
        Particulars,
        key=("id",),
        before=(_needed("id", "The SHA-256 of its text in UTF-8."),),
        after=(_needed("text", "All its words, exactly; offsets count its code points."),),
    ),
    Table(
        "sentences",
        "A sentence of an article.",
        rows.sentences,
        Sentence,
        key=("id",),
        after=(_needed("article_id", "The article that it is in."),),
        refers={"article_id": "articles"},
    ),
    _of_sentences("tags", "What a sentence is, as one reviewer sees it.", TagValue),
    _of_sentences("notes", "A reviewer's remark on a sentence.", Note),
    _of_sentences("flags", "A reviewer's doubt about a sentence.", Flag),
    Table(
        "claims",
        "A claim in a sentence, which all reviewers share.",
        rows.claims,
        Claim,
        key=("id",),
        before=(
            _needed("id", "Follows from its sentence and its number."),
            _needed("sentence_id", "The sentence that it is in."),
            _needed("number", "Its number in the sentence, from 1.", "integer"),
        ),
        after=(
            _one_of("state", "How far its fact-check is.", ClaimState),
            Column("worded_by", "Who described it last."),
            Column("worded", "When that was, UTC.", "datetime"),
        ),
        refers=_TO_SENTENCES,
    ),
    Table(
        "verdicts",
        "How true a claim is, as one reviewer judges it, or as was decided where they differ.",
        rows.verdicts,
        Verdict,
        key=("claim_id", "reviewer", "adjudicated"),
        before=(
            _OF_CLAIM,
            _REVIEWER,
            _needed("adjudicated", "Whether it decides between the others.", "boolean"),
            _DECIDED,
        ),
        after=(
            Column("rating_words", "What readers see of the rating."),
            Column("number", "The rating's number; empty for one off the scale.", "integer"),
            Column("worst", "The number of the worst rating of the scale.", "integer"),
            Column("best", "The number of the best rating of the scale.", "integer"),
            _one_of("normalised", "What it comes to beside other scales.", Normalised),
        ),
        refers=_TO_CLAIMS,
    ),
    Table(
        "evidence",
        "One source, and what it says about a claim.",
        rows.evidence,
        Evidence,
        key=("id",),
        before=(_needed("id", "A UUID."), _OF_CLAIM, Column("reviewer", "Who gave it."), _DECIDED),
        without=("claim", "attachments"),
        refers=_TO_CLAIMS,
    ),
    Table(
        "attachments",
        "A file that was kept with a piece of evidence; its content is not here.",
        rows.attachments,
        Attachment,
        key=("evidence_id", "number"),
        before=(_needed("evidence_id", "The evidence that it belongs to."), _NUMBER),
        refers={"evidence_id": "evidence"},
    ),
    Table(
        "links",
        "What a claim is to another one, which may be in an article that is not here.",
        rows.links,
        Link,
        key=("claim_id", "other", "mine"),
        before=(_OF_CLAIM,),
        after=(_needed("mine", "Whether it was said of this claim, not the other.", "boolean"),),
        refers=_TO_CLAIMS,
    ),
    Table(
        "approvals",
        "What an editor says of the fact-check of a claim.",
        rows.approvals,
        Approval,
        key=("claim_id", "reviewer"),
        before=(_OF_CLAIM, _REVIEWER),
        refers=_TO_CLAIMS,
    ),
    Table(
        "publications",
        "Where and when readers could first see the fact-check of a claim.",
        rows.publications,
        Publication,
        key=("claim_id",),
        before=(_OF_CLAIM,),
        refers=_TO_CLAIMS,
    ),
    Table(
        "corrections",
        "What was changed after publication, as readers are told.",
        rows.corrections,
        Correction,
        key=("claim_id", "number"),
        before=(_OF_CLAIM, _NUMBER),
        refers=_TO_CLAIMS,
    ),
)
"""All tables, each behind those that it refers to."""
