"""Which decisions are taken back: an undo does it, and the undo of an undo restores them."""

from typing import Final

from sqlite_utils.db import Database

from factcheck.domain.decision import Decision
from factcheck.store.rows import decisions_in


def bring_in_step(db: Database, decision: Decision) -> None:
    """Keep the projection `retracted` in step with a decision that was just appended."""
    if decision.undoes is not None:
        undone = db.table("decision").get(decision.undoes)
        settle(db, undone["undoes"] or undone["id"])


def settle(db: Database, original: str) -> None:
    """Let a decision count as taken back by the last of its undos that was not undone itself.

    The same whatever the order in which undos and redos became known.
    """
    undo = next(db.query(_LAST_UNDO, {"original": original}), None)
    if undo:
        db.table("retracted").insert(undo, replace=True)
    else:
        db.table("retracted").delete_where("decision_id = ?", [original])


def last_undo(db: Database, reviewer: str) -> tuple[Decision, ...]:
    """Return the reviewer's last undo that stands, one act's rows; none if they decided since."""
    return tuple(
        decisions_in(
            db,
            """
            WITH last AS (
                SELECT undo.act, latest.at FROM retracted AS latest
                JOIN decision AS undo ON undo.id = latest.undo_id
                WHERE latest.reviewer = :reviewer AND undo.origin <> 'carried over'
                ORDER BY latest.at DESC LIMIT 1
            ),
            undo AS (
                SELECT * FROM decision WHERE id = (SELECT act FROM last)
                UNION ALL SELECT * FROM decision WHERE act = (SELECT act FROM last) AND act <> id
            )
            SELECT undo.* FROM undo
            JOIN retracted ON decision_id = undo.undoes AND undo_id = undo.id
            WHERE (SELECT at FROM last) > (
                SELECT max(at) FROM decision
                WHERE reviewer = :reviewer AND undoes IS NULL AND origin <> 'carried over'
            )
            ORDER BY undo.at, undo.id
            """,
            reviewer=reviewer,
        )
    )


_LAST_UNDO: Final = """
SELECT original.id AS decision_id, undo.id AS undo_id, undo.reviewer, undo.at
FROM decision AS original JOIN decision AS undo
ON undo.subject = original.subject AND undo.kind = original.kind AND undo.undoes = original.id
WHERE original.id = :original AND NOT EXISTS (
    SELECT 1 FROM decision AS redo WHERE redo.subject = original.subject
    AND redo.kind = original.kind AND redo.undoes = undo.id
)
ORDER BY undo.at DESC, undo.id DESC LIMIT 1
"""
