"""AVeriTeC data: claims with labels, and with questions and answers for evidence."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from pydantic import ConfigDict

from factcheck.domain.errors import InvalidValue, Unreadable
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.identity import ClaimId
from factcheck.domain.tag import Tag
from factcheck.domain.value import Value
from factcheck.domain.vocabulary.sources import SourceType
from factcheck.reading.article import checked
from factcheck.reading.data.addresses import web_address
from factcheck.reading.data.data_sets.averitec_words import (
    ANSWER_TYPES,
    CLAIM_TYPES,
    MEDIA,
    NO_ANSWER,
    UNPUBLISHED_TYPES,
)
from factcheck.reading.data.data_sets.ratings import rating_of
from factcheck.reading.data.incoming import DataFile, Incoming, Refused, Row, Statement, Words
from factcheck.reading.data.json_records import records_in_array, validated
from factcheck.reading.data.labels import Labels
from factcheck.reading.data.remarks import Remarks

_DAY: Final = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})", re.ASCII)
_TYPES: Final = {
    word.casefold(): key for key, word in (*CLAIM_TYPES.items(), *UNPUBLISHED_TYPES.items())
}
_ANSWER_TYPES: Final = {word.casefold(): key for key, word in ANSWER_TYPES.items()}
_MEDIA: Final = {word.casefold(): key for key, word in MEDIA.items()}
_NO_CLAIM_YET: Final = ClaimId("")
_ONLY_HERE: Final = re.compile(
    r'"(required_reannotation|fact_checking_(article|strategies)|location_ISO_code)"\s*:'
)
"""Keys that no other format has; those of the test data are the last of them."""


class _Answer(Value):
    """One answer, and where it was found."""

    model_config = ConfigDict(extra="ignore")
    answer: str | None = None
    answer_type: str | None = None
    boolean_explanation: str | None = None
    source_url: str | None = None
    cached_source_url: str | None = None
    source_medium: str | None = None

    @property
    def found(self) -> bool:
        """Whether it says anything."""
        return bool(self.source_url) or (self.answer or NO_ANSWER) != NO_ANSWER


class _Question(Value):
    """A question that checks the claim."""

    model_config = ConfigDict(extra="ignore")
    question: str
    answers: tuple[_Answer, ...] | None = None

    @property
    def found(self) -> tuple[_Answer, ...]:
        """The answers that say anything."""
        return tuple(answer for answer in self.answers or () if answer.found)

    @property
    def asked(self) -> str:
        """The question on one line, with its mark."""
        return " ".join(self.question.split()).rstrip("?") + "?"


class _Checked(Value):
    """A claim as the data set describes it; the test data has no label."""

    model_config = ConfigDict(extra="ignore")
    claim: str
    required_reannotation: bool | None = None
    label: str | None = None
    justification: str | None = None
    claim_date: str | None = None
    speaker: str | None = None
    original_claim_url: str | None = None
    cached_original_claim_url: str | None = None
    fact_checking_article: str | None = None
    reporting_source: str | None = None
    location_ISO_code: str | None = None
    claim_types: tuple[str, ...] | None = None
    fact_checking_strategies: tuple[str, ...] | None = None
    questions: tuple[_Question, ...] | None = None

    @property
    def origin(self) -> str:
        """Where the claim was first made."""
        return self.original_claim_url or self.cached_original_claim_url or ""

    @property
    def open_questions(self) -> list[str]:
        """The questions that nothing answers."""
        return [each.asked for each in self.questions or () if not each.found]


def recognises(name: str, head: str) -> bool:
    """Whether a file is of AVeriTeC: an array of claims with keys that no other format has."""
    array = head.lstrip().startswith("[")
    return array and '"claim"' in head and bool(_ONLY_HERE.search(head))


def read(file: DataFile) -> Iterator[Row]:
    """Yield what the file says of each claim; raises Unreadable where it is no JSON array."""
    remarks = Remarks()
    for record in records_in_array(file.content):
        if isinstance(record, Refused):
            yield record
            continue
        try:
            claim = validated(_Checked, record)
            said = tuple(_statements(claim, file.labels))
            article = web_address(claim.origin) or None
            words = Words(article, exact=checked(claim.claim.strip()), alone=True)
        except (InvalidValue, Unreadable) as error:
            yield Refused(record.line, str(error))
            continue
        yield Incoming(record.line, words, said)
        for remark in _lost(claim, file.labels):
            yield from remarks.once(record.line, remark)


def _statements(claim: _Checked, labels: Labels) -> Iterator[Statement]:
    yield Statement(TagValue(tag=Tag.CLAIM))
    yield Statement(_described(claim, labels))
    if claim.label:
        yield Statement(_verdict(claim, claim.label, labels))
    for question in claim.questions or ():
        for answer in question.found:
            yield Statement(_evidence(question, answer))
    if web_address(claim.fact_checking_article):
        yield Statement(_fact_check(claim))


def _described(claim: _Checked, labels: Labels) -> Claim:
    types = (key for word in claim.claim_types or () for key in _keys(word, labels))
    return Claim.of(
        claimant=claim.speaker or "",
        date=_day(claim.claim_date) or "",
        place=claim.location_ISO_code or "",
        first_appearance=claim.origin or claim.reporting_source or "",
        types=tuple(dict.fromkeys(types)),
    )


def _verdict(claim: _Checked, label: str, labels: Labels) -> Verdict:
    known = rating_of(labels, label.replace("Cherry-picking", "Cherrypicking"), "averitec")
    return Verdict.of(
        rating=known.rating.key,
        scale=known.scale.key,
        because=claim.justification or "",
        missing="\n".join(claim.open_questions),
    )


def _evidence(question: _Question, answer: _Answer) -> Evidence:
    """Return an answer as evidence; it may name no source, or one that is not on the web."""
    url = web_address(answer.source_url) or web_address(answer.cached_source_url)
    source = {"url": url} if url else {"title": answer.source_url or ""}
    nameless = not any(source.values())
    return Evidence.of(
        claim=_NO_CLAIM_YET,
        **source,
        archived=web_address(answer.cached_source_url),
        anonymous=nameless,
        anonymous_reason="The data set names no source." if nameless else "",
        question=question.question,
        answer=answer.answer or "",
        answer_type=_ANSWER_TYPES.get((answer.answer_type or "").casefold()),
        answer_because=answer.boolean_explanation or "",
        medium=_MEDIA.get((answer.source_medium or "").casefold()),
    )


def _fact_check(claim: _Checked) -> Evidence:
    """Return the fact-check that the label was taken from."""
    url = web_address(claim.fact_checking_article)
    return Evidence.of(claim=_NO_CLAIM_YET, url=url, type=SourceType.FACT_CHECK)


def _keys(word: str, labels: Labels) -> tuple[str, ...]:
    """Return what a type of claims is called in the project; nothing where it has none such."""
    for name in (word, _TYPES.get(word.casefold(), word)):
        try:
            tag = labels.tag(name)
        except InvalidValue:
            continue
        return tag.subtypes if tag.tag is Tag.CLAIM else ()
    return ()


def _day(written: str | None) -> str | None:
    """Return D-M-YYYY, with zeros in front or without, as YYYY-MM-DD; None for anything else."""
    match = _DAY.fullmatch((written or "").strip())
    try:
        return match and date(*map(int, reversed(match.groups()))).isoformat()
    except ValueError:
        return None


def _lost(claim: _Checked, labels: Labels) -> Iterator[str]:
    """Yield what of a claim is not kept."""
    if claim.fact_checking_strategies:
        yield "fact_checking_strategies are not kept: there is no place for them here"
    if claim.claim_date and not _day(claim.claim_date):
        yield f"claim_date {claim.claim_date[:40]!r} is left out: it is no day such as 31-1-2020"
    for word in claim.claim_types or ():
        if not _keys(word, labels):
            yield f"the type {word[:40]!r} is left out: the project has no such kind of claim"
    if claim.open_questions and not claim.label:
        yield "questions without an answer are left out where there is no label"
    if claim.fact_checking_article and not web_address(claim.fact_checking_article):
        address = claim.fact_checking_article[:40]
        yield f"fact_checking_article {address!r} is left out: it is no address"
    if claim.required_reannotation:
        yield "required_reannotation is left out: flag the claims that are to be looked at again"
    if claim.original_claim_url and claim.cached_original_claim_url:
        yield "cached_original_claim_url is left out where there is the address of the claim"
    if claim.origin and claim.reporting_source:
        yield "reporting_source is left out where there is the address of the claim"
