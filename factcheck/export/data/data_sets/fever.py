"""FEVER: claims with labels and sets of evidence, in the form of its published data.

One object a line (Thorne et al., 2018). Its evidence names sentences of Wikipedia pages; here a
page is a source, and a second file says what the sources are.
"""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from types import MappingProxyType
from typing import Any, Final

from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.review import EvidenceReview
from factcheck.domain.vocabulary.stance import Stance
from factcheck.export.data.data_sets.outcomes import LabelledClaim, Outcome, labelled_claims
from factcheck.export.format import OutFile
from factcheck.export.naming import slug
from factcheck.reading.data.data_sets.fever import (
    NOT_ENOUGH_INFO,
    REFUTES,
    SCALE,
    SUPPORTS,
    sources_beside,
)
from factcheck.services.ledger import Ledger
from factcheck.services.selecting import Export

_NAME: Final = "fever.jsonl"
_SLUGS_ALONE: Final = (
    "sources named by their slugs alone: a folder (-o NAME/) holds their addresses"
)
_LABELS: Final[Mapping[Outcome, str]] = MappingProxyType(
    {
        Outcome.SUPPORTED: SUPPORTS,
        Outcome.REFUTED: REFUTES,
        Outcome.UNDECIDED: NOT_ENOUGH_INFO,
    }
)
_STANCES: Final[Mapping[str, frozenset[Stance]]] = MappingProxyType(
    {
        SUPPORTS: frozenset({Stance.SUPPORTS, Stance.PARTLY_SUPPORTS}),
        REFUTES: frozenset({Stance.REFUTES}),
    }
)
"""What evidence says that bears a label out."""
_BITS: Final = 53
"""Of an id: as many as every reader of JSON keeps, so many that no two are alike."""
_WITHHELD: Final = frozenset(
    {"url", "title", "publisher", "author", "archived", "independence_group", "interest"}
)
"""What would give away a source that is not named."""
_NOT_TOLD: Final = frozenset({"claim", "attachments", "note"})
"""Names that hold in one database, files, and remarks for the desk."""

_Object = dict[str, Any]
_Set = list[list[object]]


def lines(export: Export) -> Iterator[str]:
    """Yield the claims, one a line; nothing says what their sources are."""
    cites = False
    for record in _records(export):
        cites = cites or any(page for each in record["evidence"] for _, _, page, _ in each)
        yield json.dumps(record)
    export.ledger.change(_SLUGS_ALONE, number=cites)


def files(export: Export) -> Iterator[OutFile]:
    """Yield the file of the claims, and the one that says what their sources are."""
    yield OutFile(_NAME, map(json.dumps, _records(export)))
    yield OutFile(sources_beside(_NAME), _sources(export))


def _records(export: Export) -> Iterator[_Object]:
    for claim in labelled_claims(export, SCALE, _LABELS, export.ledger):
        _count_left_out(claim, export.ledger)
        yield _record(claim, export.ledger)


def _record(labelled: LabelledClaim, ledger: Ledger) -> _Object:
    verifiable = "NOT " * (labelled.label == NOT_ENOUGH_INFO) + "VERIFIABLE"
    return {
        "id": _number(labelled.claim.claim.id),
        "verifiable": verifiable,
        "label": labelled.label,
        "claim": labelled.claim.claim.text,
        "evidence": _sets(labelled, ledger),
    }


def _count_left_out(labelled: LabelledClaim, ledger: Ledger) -> None:
    """Count what FEVER says nothing of."""
    claim = labelled.claim.claim.claim
    told = any((claim.claimant, claim.date, claim.place, claim.first_appearance))
    ledger.leave_out("origins of claims", "FEVER has no place for them", number=told)
    reasons = bool(labelled.judged.verdict.because)
    ledger.leave_out("reasons of verdicts", "FEVER has no place for them", number=reasons)


def _sets(labelled: LabelledClaim, ledger: Ledger) -> list[_Set]:
    """Return each piece of evidence that bears the label out as a set of its own.

    Where none does by itself, what there is stands together in one set.
    """
    annotation = _number(f"{labelled.claim.claim.id} {labelled.judged.stamp.reviewer}")
    if labelled.label == NOT_ENOUGH_INFO:
        ledger.leave_out("evidence", "FEVER has none where there is not enough", len(labelled.used))
        return [[[annotation, None, None, None]]]
    apart, together = _divided(labelled)
    cited = [_cited(item, annotation, ledger) for item in apart or together]
    ledger.leave_out("evidence", "it does not bear the label out", len(together) if apart else 0)
    ledger.change("labels without evidence written with an empty list", number=not cited)
    return [[each] for each in cited] if apart else [cited][: len(cited)]


def _divided(labelled: LabelledClaim) -> tuple[list[EvidenceReview], list[EvidenceReview]]:
    """Return the evidence that bears the label out, and the other evidence."""
    fitting = _STANCES[labelled.label]
    apart = [item for item in labelled.used if item.evidence.stance in fitting]
    return apart, [item for item in labelled.used if item.evidence.stance not in fitting]


def _cited(item: EvidenceReview, annotation: int, ledger: Ledger) -> list[object]:
    unnumbered = bool(item.evidence.locator) and not _is_number(item.evidence.locator)
    ledger.change("places in a source that are no number written as sentence 0", unnumbered)
    return [annotation, _number(item.id), _page(item), _sentence(item.evidence)]


def _page(item: EvidenceReview) -> str:
    """Return a source's name in one word, the same wherever it is cited.

    A source that is known by such a name only keeps it: it came from FEVER.
    """
    source = item.evidence
    if source.anonymous:
        return f"withheld-{_hash(item.id)[:8]}"
    if source.title and not source.url and not any(map(str.isspace, source.title)):
        return source.title
    return f"{slug(source.name)}-{_hash(source.url or source.name)[:8]}"


def _sentence(evidence: Evidence) -> int:
    return int(evidence.locator) if _is_number(evidence.locator) else 0


def _is_number(locator: str) -> bool:
    return locator.isascii() and locator.isdecimal() and len(locator) < 10


def _sources(export: Export) -> Iterator[str]:
    """Yield what is known of each source that is cited; the first file counted what is not."""
    for claim in labelled_claims(export, SCALE, _LABELS, Ledger()):
        cited = {entry[1] for each in _sets(claim, Ledger()) for entry in each}
        for item in claim.used:
            if _number(item.id) in cited:
                yield json.dumps(_source(item))


def _source(item: EvidenceReview) -> _Object:
    evidence = item.evidence
    hidden = _NOT_TOLD | _WITHHELD if evidence.anonymous else _NOT_TOLD
    known = evidence.model_dump(mode="json", exclude={*hidden}, exclude_defaults=True)
    where = {"id": _page(item), "sentence": _sentence(evidence)}
    return {"evidence_id": _number(item.id), **where, **known}


def _number(name: str) -> int:
    """Return a whole number that stands for an id, the same in every export."""
    return int(_hash(name), 16) >> (256 - _BITS)


def _hash(name: str) -> str:
    return sha256(name.encode()).hexdigest()
