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
            SELECT decision.* FROM retracted JOIN decision ON decision.id = retracted.undo_id
            WHERE retracted.reviewer = :reviewer
            AND retracted.at > (
                SELECT max(at) FROM decision WHERE reviewer = :reviewer AND undoes IS NULL
            )
            AND decision.act = (
                SELECT undo.act FROM retracted AS latest JOIN decision AS undo
                ON undo.id = latest.undo_id
                WHERE latest.reviewer = :reviewer ORDER BY latest.at DESC LIMIT 1
            )
            ORDER BY decision.at, decision.id
            """,
            reviewer=reviewer,
        )
    )
