"""Whether the journal is one: in order, every decision what its kind allows, references kept."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from pydantic import ValidationError
from sqlite_utils.db import Database

from factcheck.domain.archive.names import is_subject, names_well
from factcheck.domain.checkup import Doubt
from factcheck.domain.clock import moment_of, now, parse_timestamp, timestamp
from factcheck.domain.decision import Kind, Origin
from factcheck.store.checking.rows import each
from factcheck.store.rows import Row

_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)
_UUID: Final = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_KINDS: Final = frozenset(Kind)
_ORIGINS: Final = frozenset(Origin)
_AHEAD: Final = timedelta(minutes=1)
"""By how much the clocks of two computers may differ without being wrong."""


def journal(db: Database) -> Iterator[str]:
    """Check each decision in the order in which they were made."""
    yield from each(db.query(_DECISIONS), lambda row: f"decision {row['id']}", _objections)
    for moment, together in _AT_ONCE.items():
        for name, at in db.execute(moment):
            yield f"decision {name}: another of the same {together} is dated {at} as well"


def clock(db: Database) -> Iterator[str]:
    """Check that no decision lies in the future: every later one would have to follow it there."""
    (last,) = db.execute("SELECT max(at) FROM decision").fetchone()
    if not last or not _TIME.fullmatch(last) or parse_timestamp(last) <= now() + _AHEAD:
        yield ""
    else:
        yield Doubt(
            f"the newest decision is dated {last}, and this computer's clock says "
            f"{timestamp(now())}: all decisions until then will be dated behind that one"
        )


def _objections(row: Row) -> Iterator[str]:
    wrong = next(filter(None, (find(row) for find in _RULES)), "")
    yield wrong and f"decision {row['id']}: {wrong}"


def _time(row: Row) -> str:
    try:
        parse_timestamp(row["at"])
    except ValueError:
        return f"there is no such time as {row['at']!r}"
    return "" if _TIME.fullmatch(row["at"]) else f"{row['at']!r} is no time in UTC"


def _name(row: Row) -> str:
    """Check that the id tells the time; ids of other versions than ours came in as they were."""
    if not _UUID.fullmatch(row["id"]):
        return "its id is no UUID"
    moment = moment_of(UUID(row["id"]))
    agrees = moment is None or timestamp(moment) == row["at"]
    return "" if agrees else f"its id tells another time than {row['at']}: it is out of order"


def _value(row: Row) -> str:
    if row["kind"] not in _KINDS:
        return f"there is no kind {row['kind']!r}"
    kind = Kind(row["kind"])
    if not is_subject(kind, row["subject"]):
        return f"no {kind} is about {row['subject']!r}"
    try:
        value = row["value"] and kind.value_type.model_validate_json(row["value"])
    except (ValidationError, ValueError, TypeError):
        return f"its value is none of a {kind}"
    return "" if not value or names_well(value) else "its value names what nothing is called"


def _who(row: Row) -> str:
    if row["origin"] not in _ORIGINS:
        return f"there is no origin {row['origin']!r}"
    return "" if row["reviewer"].strip() else "nobody made it"


def _taking_back(row: Row) -> str:
    if row["undoes"] is None:
        return ""
    if row["undone_at"] is None:
        return "takes back a decision that is not there"
    if any(row[f"undone_{name}"] != row[name] for name in ("kind", "subject", "reviewer")):
        return "takes back a decision on something else"
    if row["undone_redoes"] is not None:
        return "takes back a redo, which nobody can"
    if row["value"] is not None:
        return "takes something back, and says something itself"
    return "" if row["undone_at"] < row["at"] else "takes back a decision that was made later"


def _carrying(row: Row) -> str:
    if row["carries"] is None:
        return ""
    if row["carried_at"] is None:
        return "carries a decision that is not there"
    return "" if row["carried_at"] < row["at"] else "carries a decision that was made later"


def _act(row: Row) -> str:
    """Check the act; its first decision need not be here, where only some were imported."""
    if not _UUID.fullmatch(row["act"]):
        return "it belongs to no act"
    later = row["act_at"] is not None and row["act_at"] > row["at"]
    return "it belongs to an act that began later" if later else ""


_RULES: Final[tuple[Any, ...]] = (_time, _name, _who, _value, _taking_back, _carrying, _act)

_SAME_ACT: Final = """
SELECT max(id), at FROM decision
WHERE at IN (SELECT at FROM decision GROUP BY at HAVING count(*) > 1)
GROUP BY at, act HAVING count(*) > 1
"""
_SAME_SITTING: Final = """
SELECT max(id), at FROM decision
WHERE at IN (SELECT at FROM decision GROUP BY at HAVING count(*) > 1) AND session IS NOT NULL
GROUP BY at, session HAVING count(DISTINCT act) > 1
"""
_AT_ONCE: Final = {_SAME_ACT: "act", _SAME_SITTING: "sitting"}
"""What was decided in one database has moments of its own; those of several may be the same."""

_DECISIONS: Final = """
SELECT decision.*,
    undone.at AS undone_at, undone.kind AS undone_kind, undone.subject AS undone_subject,
    undone.reviewer AS undone_reviewer,
    (SELECT undoes FROM decision AS first WHERE first.id = undone.undoes) AS undone_redoes,
    carried.at AS carried_at,
    CASE WHEN decision.act = decision.id THEN decision.at
    ELSE (SELECT at FROM decision AS first WHERE first.id = decision.act) END AS act_at
FROM decision
LEFT JOIN decision AS undone ON undone.id = decision.undoes
LEFT JOIN decision AS carried ON carried.id = decision.carries
ORDER BY decision.at, decision.id
"""
