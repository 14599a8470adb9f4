"""The typed tables: what stands now, one row a register, always derivable from the journal."""

from collections.abc import Callable, Iterable
from typing import Final

from sqlite_utils.db import Database

from factcheck.domain.decision import Decision, Kind
from factcheck.domain.finding import Evidence
from factcheck.domain.identity import sentence_of, span_of
from factcheck.domain.value import Value
from factcheck.store.rows import Row

PROJECTION_TABLES: Final = {
    Kind.TAG: "tag",
    Kind.NOTE: "note",
    Kind.FLAG: "flag",
    Kind.VERDICT: "verdict",
    Kind.CLAIM: "claim_detail",
    Kind.EVIDENCE: "evidence",
}
"""Where the current values of a kind stand."""


def project(db: Database, decided: Decision, standing: Decision | None) -> None:
    """Make the row of the register that `decided` is about say what `standing` says, or nothing."""
    table = db.table(PROJECTION_TABLES[decided.kind])
    if standing is None or standing.value is None:
        key = _KEYS[decided.kind](decided)
        table.delete_where(all_equal(key), list(key.values()))
    else:
        table.insert(_current_row(standing, standing.value), replace=True)


def all_equal(columns: Iterable[str]) -> str:
    """Return the SQL condition that each of `columns`, named by our own schema, has a value."""
    return " AND ".join(f"{column} = ?" for column in columns)


def _current_row(standing: Decision, value: Value) -> Row:
    columns = value.model_dump(mode="json")
    if isinstance(value, Evidence):
        columns |= _in_sentence(columns.pop("claim"))
        columns["claim_id"] = value.claim
    return {**columns, **_KEYS[standing.kind](standing), "decision_id": standing.id}


def _in_sentence(subject: str) -> Row:
    return {"document_id": span_of(subject).document, "sentence_id": sentence_of(subject)}


def _sentence_register(decision: Decision) -> Row:
    return {**_in_sentence(decision.subject), "reviewer": decision.reviewer}


def _verdict_register(decision: Decision) -> Row:
    return {**_claim_register(decision), "reviewer": decision.reviewer}


def _claim_register(decision: Decision) -> Row:
    return {**_in_sentence(decision.subject), "claim_id": decision.subject}


def _evidence_register(decision: Decision) -> Row:
    return {"id": decision.subject}


_KEYS: Final[dict[Kind, Callable[[Decision], Row]]] = {
    Kind.TAG: _sentence_register,
    Kind.NOTE: _sentence_register,
    Kind.FLAG: _sentence_register,
    Kind.VERDICT: _verdict_register,
    Kind.CLAIM: _claim_register,
    Kind.EVIDENCE: _evidence_register,
}
"""The columns that name a decision's register, which are its table's primary key."""
