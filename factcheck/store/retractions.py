"""Which decisions are taken back: an undo does it, and the undo of an undo restores them."""

from sqlite_utils.db import Database

from factcheck.domain.decision import Decision
from factcheck.store.rows import decisions_in


def bring_in_step(db: Database, decision: Decision) -> None:
    """Keep the projection `retracted` in step with a decision that was just appended."""
    if decision.undoes is None:
        return
    target = db.table("decision").get(decision.undoes)
    retracted = db.table("retracted")
    if target["undoes"] is None:
        retracted.insert(
            {
                "decision_id": target["id"],
                "undo_id": decision.id,
                "reviewer": decision.reviewer,
                "at": decision.at,
            },
            replace=True,
        )
    else:
        retracted.delete_where("decision_id = ?", [target["undoes"]])


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
