"""Registers: each holds the current value of one kind about one subject."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlite_utils.db import Database

from factcheck.domain.decision import Decision, Kind
from factcheck.domain.identity import DocumentId, SentenceId
from factcheck.store.rows import decisions_in


class Register(NamedTuple):
    """What a decision sets."""

    kind: Kind
    subject: str
    reviewer: str
    """Whose it is; of no weight for the kinds that all reviewers share."""


def register_of(decision: Decision) -> Register:
    """Return the register that `decision` sets."""
    return Register(decision.kind, decision.subject, decision.reviewer)


def standing(db: Database, register: Register) -> Decision | None:
    """Return the decision that gives a register its current value, if one stands."""
    found = decisions_in(
        db,
        "SELECT * FROM standing WHERE subject = :subject AND kind = :kind "
        "AND (:shared OR reviewer = :reviewer) ORDER BY at DESC, id DESC LIMIT 1",
        subject=register.subject,
        kind=register.kind,
        shared=not register.kind.personal,
        reviewer=register.reviewer,
    )
    return next(found, None)


def registers_about(db: Database, sentence: SentenceId) -> Iterator[Register]:
    """Yield each register about a sentence, its claims and their evidence."""
    for row in db.query(f"SELECT DISTINCT kind, subject, reviewer {_ABOUT}", {"about": sentence}):
        yield Register(Kind(row["kind"]), row["subject"], row["reviewer"])


def decisions_about(db: Database, sentence: SentenceId) -> Iterator[Decision]:
    """Yield the decisions on a sentence, its claims and their evidence, oldest first."""
    return decisions_in(db, f"SELECT * {_ABOUT} ORDER BY at, id", about=sentence)


def subjects_in(db: Database, document: DocumentId) -> Iterator[str]:
    """Yield everything in a document that was ever decided on, by id; evidence by its claim."""
    for row in db.query(_SUBJECTS, {"document": document}):
        yield row["subject"]


# '#' follows a sentence's id in its claims' ids, and '$' is the character after '#'
_ABOUT = """
FROM decision WHERE subject IN (
    SELECT :about
    UNION SELECT subject FROM decision
    WHERE subject > :about || '#' AND subject < :about || '$'
    UNION SELECT subject FROM decision
    WHERE kind = 'evidence' AND json_extract(value, '$.claim') > :about || '#'
    AND json_extract(value, '$.claim') < :about || '$'
)
"""

# ':' and '@' follow a document's id in its sentences' and cuts' ids; 'A' is the character after '@'
_SUBJECTS = """
SELECT DISTINCT subject FROM decision
WHERE subject >= :document || ':' AND subject < :document || 'A'
UNION SELECT DISTINCT json_extract(value, '$.claim') AS subject FROM decision
WHERE kind = 'evidence' AND json_extract(value, '$.claim') > :document || ':'
AND json_extract(value, '$.claim') < :document || ';'
"""
