"""The typed tables: what stands now, one row a register, always derivable from the journal."""

from collections.abc import Callable
from typing import Final

from sqlite_utils.db import Database

from factcheck.domain.anchors.anchor import Anchor
from factcheck.domain.decision import Decision, Kind
from factcheck.domain.findings.cut import Cut
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.identity import DocumentId, SentenceId, claim_of, sentence_of, span_of
from factcheck.domain.particulars import Particulars
from factcheck.domain.value import Value
from factcheck.store.boundaries import is_sentence, move_boundary
from factcheck.store.registers import (
    Register,
    first_standing,
    register_of,
    registers_about,
    standing,
)
from factcheck.store.rows import Row, all_equal, columns_of, insert
from factcheck.store.search_index import forget_findings, index_finding, index_title
from factcheck.store.tally import forget_tags, tally

PROJECTION_TABLES: Final = {
    Kind.TAG: "tag",
    Kind.NOTE: "note",
    Kind.FLAG: "flag",
    Kind.VERDICT: "verdict",
    Kind.CLAIM: "claim_detail",
    Kind.EVIDENCE: "evidence",
    Kind.LINK: "link",
    Kind.ADJUDICATION: "adjudication",
    Kind.APPROVAL: "approval",
    Kind.PUBLICATION: "publication",
    Kind.CORRECTION: "correction",
}
"""Where the current values of a kind stand, of those kinds that are about sentences."""


def project(db: Database, register: Register) -> None:
    """Bring what stands in step with a register that a decision was just made on."""
    _project(db, register, standing(db, register))


def project_newest(db: Database, decision: Decision) -> None:
    """Bring what stands in step with a decision that was just made, and stands by itself."""
    _project(db, register_of(decision), decision)


def _project(db: Database, register: Register, decision: Decision | None) -> None:
    match register.kind:
        case Kind.CUT:
            _project_cut(db, register, decision)
        case Kind.PARTICULARS:
            _project_particulars(db, register, decision)
        case Kind.ANCHOR:
            _project_anchor(db, register, decision)
        case Kind.SCHEME:
            pass  # it is read from the journal
        case _:
            _project_finding(db, register, decision)


def _project_finding(db: Database, register: Register, decision: Decision | None) -> None:
    """Make the register's row say what stands, or nothing; on words that are no sentence, nothing.

    The journal keeps what was decided on such words, and it counts again when they are a sentence.
    """
    if register.kind is Kind.TAG:
        forget_tags(db, key_of(register))
    if decision is None or decision.value is None or not on_sentence(db, decision):
        _delete(db, PROJECTION_TABLES[register.kind], key_of(register))
        index_finding(db, register, None)
    else:
        first = first_standing(db, register) if register.kind is Kind.VERDICT else ""
        row = finding_row(register, decision, decision.value, first)
        insert(db, PROJECTION_TABLES[register.kind], row, replace=True)
        if register.kind is Kind.TAG:
            tally(db, row["document_id"], 1, register.reviewer, row["tag"])
        index_finding(db, register, row)


def _project_cut(db: Database, register: Register, decision: Decision | None) -> None:
    """Move the boundary, and let on each side of it stand what was decided on those words."""
    wanted = decision.value if decision else None
    document, offset, _ = span_of(register.subject)
    before, after = move_boundary(db, document, offset, wanted if isinstance(wanted, Cut) else None)
    for sentence in before:
        _forget(db, sentence)
    for sentence in after:
        for about in list(registers_about(db, sentence)):
            project(db, about)


def _project_particulars(db: Database, register: Register, decision: Decision | None) -> None:
    """Let the document's row say what stands, or what its source said."""
    query = "SELECT number, as_read FROM document WHERE id = ?"
    row = db.execute(query, [register.subject]).fetchone()
    if row is None:  # decided on an article that another database holds
        return
    stands = particulars_said(decision, row[1])
    db.table("document").update(row[0], stands.model_dump())
    index_title(db, DocumentId(register.subject), stands.title)


def _project_anchor(db: Database, register: Register, decision: Decision | None) -> None:
    row = anchor_row(db, register, decision)
    if row is None:
        db.execute("DELETE FROM anchor WHERE sentence_id = ?", [register.subject])
    else:
        insert(db, "anchor", row, replace=True)


def _both_here(db: Database, register: Register, anchor: Anchor) -> bool:
    """Whether the database holds both versions of an article; another one may know more."""
    versions = [span_of(register.subject).document, anchor.document]
    return db.table("document").count_where("id IN (?, ?)", versions) == len(set(versions))


def on_sentence(db: Database, decision: Decision) -> bool:
    """Whether the words that a decision is about are a sentence now."""
    return is_sentence(db, sentence_of(decision.about))


def _forget(db: Database, sentence: SentenceId) -> None:
    """Take away what stands on words that are no longer a sentence."""
    forget_tags(db, _in_sentence(sentence))
    for table in PROJECTION_TABLES.values():
        _delete(db, table, _in_sentence(sentence))
    forget_findings(db, sentence)


def _delete(db: Database, table: str, scope: Row) -> None:
    db.execute(f"DELETE FROM {table} WHERE {all_equal(scope)}", [*scope.values()])  # noqa: S608


def finding_row(register: Register, decision: Decision, value: Value, first: str) -> Row:
    """Return the row that stands where `decision` gives a register its value.

    `first` is the first decision on it of which any stands, by id: when a verdict was drafted.
    """
    columns = columns_of(value)
    if isinstance(value, Evidence):
        del columns["claim"]
        columns |= _claim_key(value.claim)
    if register.kind is Kind.ADJUDICATION:
        columns["adjudicator"] = decision.reviewer
    if register.kind in {Kind.LINK, Kind.CORRECTION}:
        columns |= _claim_key(claim_of(register.subject))
    if register.kind is Kind.VERDICT:
        columns["drafted"] = first
    return {**columns, **key_of(register), "decision_id": decision.id}


def key_of(register: Register) -> Row:
    """Return the columns that name a finding's register, which are its table's primary key."""
    return _KEYS[register.kind](register)


def particulars_said(decision: Decision | None, as_read: str) -> Particulars:
    """Return what is known about an article: what was decided on it, or what its source said."""
    known = decision.value if decision else None
    if isinstance(known, Particulars):
        return known
    return Particulars.model_validate_json(as_read)


def anchor_row(db: Database, register: Register, decision: Decision | None) -> Row | None:
    """Return the row that stands for a sentence whose words a newer version changed, if it did."""
    anchor = decision.value if decision else None
    if decision is None or not isinstance(anchor, Anchor) or not _both_here(db, register, anchor):
        return None
    return {
        "sentence_id": register.subject,
        "document_id": span_of(register.subject).document,
        "successor_document_id": anchor.document,
        "successor_id": anchor.sentence,
        "decision_id": decision.id,
        **anchor.model_dump(include={"fate", "quote", "prefix", "suffix"}),
    }


def _in_sentence(subject: str) -> Row:
    return {"document_id": span_of(subject).document, "sentence_id": sentence_of(subject)}


def _claim_key(claim: str) -> Row:
    return {**_in_sentence(claim), "claim_id": claim}


def _key_on_sentence(register: Register) -> Row:
    return {**_in_sentence(register.subject), "reviewer": register.reviewer}


def _key_on_claim(register: Register) -> Row:
    return _claim_key(register.subject)


def _own_key_on_claim(register: Register) -> Row:
    return {**_claim_key(register.subject), "reviewer": register.reviewer}


def _own_name(register: Register) -> Row:
    return {"id": register.subject}


_KEYS: Final[dict[Kind, Callable[[Register], Row]]] = {
    Kind.TAG: _key_on_sentence,
    Kind.NOTE: _key_on_sentence,
    Kind.FLAG: _key_on_sentence,
    Kind.VERDICT: _own_key_on_claim,
    Kind.CLAIM: _key_on_claim,
    Kind.EVIDENCE: _own_name,
    Kind.LINK: _own_name,
    Kind.ADJUDICATION: _key_on_claim,
    Kind.APPROVAL: _own_key_on_claim,
    Kind.PUBLICATION: _key_on_claim,
    Kind.CORRECTION: _own_name,
}
"""How a register of each kind is named in its table."""
