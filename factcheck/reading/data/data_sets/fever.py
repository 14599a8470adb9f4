"""FEVER data: claims with labels and sets of evidence, which name sentences of pages."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import ConfigDict

from factcheck.domain.errors import InvalidValue, Unreadable
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import ClaimId
from factcheck.domain.tag import Tag
from factcheck.domain.value import Value
from factcheck.domain.vocabulary.stance import Stance
from factcheck.reading.article import checked
from factcheck.reading.data.data_sets.ratings import rating_of
from factcheck.reading.data.incoming import (
    DataFile,
    Incoming,
    Refused,
    Remarked,
    Row,
    Statement,
    Words,
)
from factcheck.reading.data.json_records import (
    Record,
    is_empty_array,
    records_in_lines,
    validated,
)
from factcheck.reading.data.labels import Labels
from factcheck.reading.data.remarks import Remarks

SCALE: Final = "fever"
SUPPORTS: Final = "SUPPORTS"
REFUTES: Final = "REFUTES"
NOT_ENOUGH_INFO: Final = "NOT ENOUGH INFO"
_STANCES: Final = {SUPPORTS: Stance.SUPPORTS, REFUTES: Stance.REFUTES}
"""What evidence does for a claim with the label; no evidence stands with the third."""
_NO_CLAIM_YET: Final = ClaimId("")

_Sources = Mapping[int, Evidence]
_Cited = tuple[int | None, int | None, str | None, int | None]
"""Annotation, evidence, page, and the number of the sentence on it."""


class _Checked(Value):
    """A claim as the data set describes it; the test data has no label and no evidence."""

    model_config = ConfigDict(extra="ignore")
    claim: str
    label: str | None = None
    evidence: tuple[tuple[_Cited, ...], ...] | None = None

    @property
    def has_sets(self) -> bool:
        """Whether several sentences are needed together."""
        return any(len(each) > 1 for each in self.evidence or ())


class _Source(Value):
    """What identifies a line of the second file."""

    model_config = ConfigDict(extra="ignore")
    evidence_id: int


def recognises(name: str, head: str) -> bool:
    """Whether a file is of FEVER: lines of claims that are verifiable or not."""
    first = head.lstrip().partition("\n")[0]
    return first.startswith("{") and '"claim"' in first and '"verifiable"' in first


def sources_beside(name: str) -> str:
    """Return what the file is called that says what the sources of a file of claims are."""
    return f"{name.removesuffix('.jsonl')}-sources.jsonl"


def read(file: DataFile) -> Iterator[Row]:
    """Yield what the file says of each claim; raises Unreadable where it is no JSON lines."""
    remarks = Remarks()
    sources: dict[int, Evidence] = {}
    yield from _collect(file, sources)
    for record in [] if is_empty_array(file.content) else records_in_lines(file.content):
        if isinstance(record, Refused):
            yield record
            continue
        try:
            claim = validated(_Checked, record)
            said = tuple(_statements(claim, sources, file.labels))
            words = Words(exact=checked(claim.claim.strip()))
        except (InvalidValue, Unreadable) as error:
            yield Refused(record.line, str(error))
            continue
        yield Incoming(record.line, words, said)
        if claim.has_sets:
            yield from remarks.once(
                record.line, "sentences that are evidence only together stand singly here"
            )


def _collect(file: DataFile, sources: dict[int, Evidence]) -> Iterator[Remarked]:
    """Add what a second file says of the `sources`; yield what of it cannot be used."""
    name = sources_beside(file.name)
    content = file.beside(name)
    try:
        for record in records_in_lines(content or b""):
            try:
                number, evidence = _described(record)
                sources[number] = evidence
            except InvalidValue as error:
                yield Remarked(0, f"{name}, line {record.line}, is not used: {error}")
    except Unreadable as error:
        yield Remarked(0, f"{name} is not used: {error}")


def _described(record: Record | Refused) -> tuple[int, Evidence]:
    """Return a piece of evidence with its number; raises InvalidValue."""
    if isinstance(record, Refused):
        raise InvalidValue(record.reason)
    known: dict[str, Any] = {
        name: value for name, value in record.fields.items() if name in Evidence.model_fields
    }
    return validated(_Source, record).evidence_id, Evidence.of(**{**known, "claim": _NO_CLAIM_YET})


def _statements(claim: _Checked, sources: _Sources, labels: Labels) -> Iterator[Statement]:
    yield Statement(TagValue(tag=Tag.CLAIM))
    if claim.label:
        known = rating_of(labels, claim.label, SCALE)
        yield Statement(Verdict(rating=known.rating.key, scale=known.scale.key))
    cited = (entry for each in claim.evidence or () for entry in each)
    found = (_evidence(entry, claim.label or "", sources) for entry in cited if entry[2])
    yield from map(Statement, dict.fromkeys(found))  # annotators often chose the same sentence


def _evidence(cited: _Cited, label: str, sources: _Sources) -> Evidence:
    """Return what is known of a sentence on a page; at least their names."""
    _, number, page, sentence = cited
    if number is not None and number in sources:
        return sources[number]
    return Evidence.of(
        claim=_NO_CLAIM_YET,
        title=page,
        locator="" if sentence is None else str(sentence),
        stance=_STANCES.get(label, Stance.CONTEXT),
    )
