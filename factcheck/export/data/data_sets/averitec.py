"""AVeriTeC: claims with questions and answers, in the form of its published data.

One array with an object a claim, whose keys stand in the order of the data set's documentation
(Schlichtkrull et al., 2023).
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.tag import Tag
from factcheck.domain.vocabulary.sources import AnswerType, SourceType
from factcheck.export.data.data_sets.outcomes import LabelledClaim, Outcome, labelled_claims
from factcheck.reading.data.addresses import web_address
from factcheck.reading.data.data_sets.averitec_words import (
    ANSWER_TYPES,
    CLAIM_TYPES,
    MEDIA,
    NO_ANSWER,
    UNANSWERED,
)
from factcheck.services.ledger import Ledger
from factcheck.services.selecting import Export

_SCALE: Final = "averitec"
_LABELS: Final[Mapping[Outcome, str]] = MappingProxyType(
    {
        Outcome.SUPPORTED: "Supported",
        Outcome.REFUTED: "Refuted",
        Outcome.UNDECIDED: "Not Enough Evidence",
        Outcome.CONFLICTING: "Conflicting Evidence/Cherrypicking",
    }
)
_COUNTRY: Final = re.compile("[A-Za-z]{2}")
_EARLIEST: Final = ("1", "1")
"""The month and the day of a date that does not say; the guideline wants the earliest reading."""

_Object = dict[str, Any]


def lines(export: Export) -> Iterator[str]:
    """Yield the array, one claim a line."""
    ledger = export.ledger
    claims = labelled_claims(export, _SCALE, _LABELS, ledger)
    return _array(json.dumps(_record(claim, ledger)) for claim in claims)


def _array(records: Iterable[str]) -> Iterator[str]:
    """Yield the lines of an array, with a comma behind each record but the last."""
    yield "["
    last = ""
    for record in records:
        if last:
            yield f"{last},"
        last = record
    if last:
        yield last
    yield "]"


def _record(labelled: LabelledClaim, ledger: Ledger) -> _Object:
    claim, verdict = labelled.claim.claim.claim, labelled.judged.verdict
    article = labelled.article.document
    fact_check = _fact_check(labelled)
    return {
        "claim": labelled.claim.claim.text,
        "required_reannotation": False,
        "label": labelled.label,
        "justification": verdict.because,
        "claim_date": _day(claim.date, ledger),
        "speaker": claim.claimant or None,
        "original_claim_url": article.url or web_address(claim.first_appearance) or None,
        "cached_original_claim_url": None,
        "fact_checking_article": fact_check or None,
        "reporting_source": article.publisher or _medium_of(claim) or None,
        "location_ISO_code": _country(claim.place, ledger),
        "claim_types": list(_types(labelled, ledger)),
        "fact_checking_strategies": [],
        "questions": list(_questions(labelled, fact_check, ledger)),
    }


def _fact_check(labelled: LabelledClaim) -> str:
    """Return where the claim's fact-check was published, by us or by those whose data it was."""
    if labelled.claim.claim.publication:
        return labelled.claim.claim.publication.url
    earlier = (item.evidence for item in labelled.used if not item.evidence.question)
    return next((each.url for each in earlier if each.type is SourceType.FACT_CHECK), "")


def _medium_of(claim: Claim) -> str:
    """Return where a claim was first seen, if that is told in words."""
    return "" if web_address(claim.first_appearance) else claim.first_appearance


def _day(date: str, ledger: Ledger) -> str | None:
    """Return a date as D-M-YYYY without zeros in front."""
    if not date:
        return None
    parts = date.split("-")
    ledger.change("dates without a day written as their first day", number=len(parts) < 3)
    year, month, day = (int(part) for part in (*parts, *_EARLIEST)[:3])
    return f"{day}-{month}-{year:04}"


def _country(place: str, ledger: Ledger) -> str | None:
    if _COUNTRY.fullmatch(place):
        return place.upper()
    ledger.leave_out("places", "no code of a country, such as GB", number=bool(place))
    return None


def _types(labelled: LabelledClaim, ledger: Ledger) -> Iterator[str]:
    """Yield the types of a claim, or of its sentence where nobody gave the claim any."""
    tag = labelled.sentence.tag
    tagged = tag.subtypes if tag and tag.tag is Tag.CLAIM else ()
    for key in labelled.claim.claim.claim.types or tagged:
        if key in CLAIM_TYPES:
            yield CLAIM_TYPES[key]
        else:
            ledger.leave_out("types of claims", f"no word for {key}")


def _questions(labelled: LabelledClaim, fact_check: str, ledger: Ledger) -> Iterator[_Object]:
    """Yield each question with its answers, those without an answer last."""
    answers: dict[str, list[_Object]] = {}
    for item in labelled.used:
        evidence = item.evidence
        if evidence.question:
            answers.setdefault(evidence.question, []).append(_answer(evidence, ledger))
        elif not fact_check or evidence.url != fact_check:
            ledger.leave_out("evidence", "it answers no question")
    for question in _open_questions(labelled.judged.verdict.missing, ledger):
        answers.setdefault(question, [UNANSWERED])
    for question, given in answers.items():
        yield {"question": question, "answers": given}


def _open_questions(missing: str, ledger: Ledger) -> Iterator[str]:
    """Yield what would have to be known and is not, where it is put as a question."""
    for line in filter(None, map(str.strip, missing.splitlines())):
        if line.endswith("?"):
            yield line
        else:
            ledger.leave_out("remarks on what is missing", "not put as a question")


def _answer(evidence: Evidence, ledger: Ledger) -> _Object:
    kind = evidence.answer_type or _told_from(evidence, ledger)
    because = {"boolean_explanation": evidence.answer_because} if evidence.answer_because else {}
    return {
        "answer": evidence.answer or evidence.quote or NO_ANSWER,
        "answer_type": ANSWER_TYPES[kind],
        **because,
        **_source(evidence, ledger),
        "source_medium": MEDIA[evidence.medium] if evidence.medium else "",
    }


def _told_from(evidence: Evidence, ledger: Ledger) -> AnswerType:
    """Return the type of an answer for which nobody gave one."""
    ledger.change("types of answers told from the answers")
    if not evidence.answer and not evidence.quote:
        return AnswerType.UNANSWERABLE
    if evidence.answer.casefold().rstrip(".") in {"yes", "no"}:
        return AnswerType.BOOLEAN
    return AnswerType.EXTRACTIVE if evidence.answer in evidence.quote else AnswerType.ABSTRACTIVE


def _source(evidence: Evidence, ledger: Ledger) -> _Object:
    """Return where the answer stands: no address for what is not on the web, or is withheld."""
    if evidence.anonymous or not (evidence.url or evidence.archived):
        why = "withheld" if evidence.anonymous else "off the web"
        ledger.change(f"sources {why} written without their name")
        return {"source_url": ""}
    return {
        "source_url": evidence.url or evidence.archived,
        "cached_source_url": evidence.archived,
    }
