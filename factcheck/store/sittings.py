"""The sittings: where each reviewer is, and was."""

from datetime import datetime
from typing import Final

from sqlite_utils.db import Database

from factcheck.domain.clock import next_moment, parse_timestamp, time_ordered_id, timestamp
from factcheck.domain.passes import Pass
from factcheck.domain.sitting import Place, Sitting
from factcheck.store.rows import Row
from factcheck.store.transactions import transaction

_LONGEST_NUMBER: Final = 10
"""Digits from which a name can only be the end of an id."""
_SHORTEST_ID_END: Final = 4
"""Characters; the beginnings of ids are times, and much alike."""


class Sittings:
    """All sittings of one database."""

    def __init__(self, db: Database) -> None:
        """Read and keep the sittings in `db`."""
        self._db = db
        self._table = db.table("session")

    def start(self, reviewer: str, place: Place | None) -> Sitting:
        """Begin a sitting of `reviewer` at `place`. Raises NotSaved."""
        with transaction(self._db):
            moment = self._next_moment(reviewer)
            name = time_ordered_id(moment)
            self._table.insert(
                {
                    "id": name,
                    "reviewer": reviewer,
                    "started": timestamp(moment),
                    "seen": timestamp(moment),
                    **_place_columns(place),
                }
            )
            return next(iter(self._where("id = ?", name)))

    def move(self, sitting: Sitting, place: Place) -> None:
        """Keep `place` as where the sitting is now. Raises NotSaved."""
        with transaction(self._db):
            seen = timestamp(self._next_moment(sitting.reviewer))
            names = {"number": sitting.number, "seen": seen}
            self._db.execute(_MOVE, {**_place_columns(place), **names})

    def last(self, reviewer: str) -> Sitting | None:
        """Return the sitting in which `reviewer` was last seen in an article."""
        found = self._where("reviewer = ? AND document_id IS NOT NULL", reviewer, limit=1)
        return found[0] if found else None

    def called(self, name: str) -> list[Sitting]:
        """Return the sittings with that number, or with that id or the end of it."""
        is_number = name.isascii() and name.isdecimal() and len(name) < _LONGEST_NUMBER
        numbered = self._where("number = ?", int(name)) if is_number else []
        if numbered or len(name) < _SHORTEST_ID_END:
            return numbered
        return self._where("substr(id, -length(?)) = ?", name, name)

    def all(self) -> list[Sitting]:
        """Return every sitting, newest first."""
        return self._where("1")

    def _next_moment(self, reviewer: str) -> datetime:
        """Return now, but after all that the reviewer did even if the clock was set back."""
        query = "SELECT max(seen) FROM session WHERE reviewer = ?"
        (last,) = self._db.execute(query, [reviewer]).fetchone()
        return next_moment(parse_timestamp(last) if last else None)

    def _where(self, condition: str, *values: object, limit: int | None = None) -> list[Sitting]:
        rows = self._table.rows_where(
            condition, list(values), order_by="seen DESC, number DESC", limit=limit
        )
        return [_sitting(row) for row in rows]


def _place_columns(place: Place | None) -> Row:
    if place is None:
        return {}
    return {
        "document_id": place.document,
        "offset": place.offset,
        "filter": place.filter,
        "pass": place.passing,
    }


def _sitting(row: Row) -> Sitting:
    place = None
    if row["document_id"] is not None:
        place = Place.model_construct(
            document=row["document_id"],
            offset=row["offset"],
            filter=row["filter"],
            passing=Pass(row["pass"]),
        )
    fields = {name: row[name] for name in ("id", "number", "reviewer", "started", "seen")}
    return Sitting.model_construct(**fields, place=place)


_MOVE: Final = """
UPDATE session SET document_id = :document_id, "offset" = :offset, filter = :filter,
    pass = :pass, seen = :seen
WHERE number = :number
"""
