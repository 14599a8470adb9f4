"""What was done, counted: no text is read, and no decision beyond those of the newest sittings."""

from typing import Final, NamedTuple

from sqlite_utils.db import Database

from factcheck.domain.statistics import Pace
from factcheck.store import counts

_SITTINGS: Final = 20
"""The newest ones show how the pace is; older ones would take time to read."""
_LONGEST_WAIT: Final = 5.0
"""Minutes; who decides nothing for longer has left the desk, or reads what is not counted here."""
MOST_EVIDENCE: Final = 4
"""Claims with this many evidence items are counted together with those that have more."""


class TagCount(NamedTuple):
    """How many sentences a reviewer has tagged."""

    reviewer: str | None
    """None for everybody, each sentence counted once; the tags beside claim are 0 then."""
    tagged: int
    claim: int
    opinion: int
    filler: int


class VerdictCount(NamedTuple):
    """How many verdicts a reviewer has given of a rating."""

    reviewer: str | None
    """None for everybody and all ratings, each claim counted once."""
    scale: str
    rating: str
    verdicts: int


class Statistics:
    """Counts what stands in articles that no newer version has replaced."""

    def __init__(self, db: Database) -> None:
        """Count in `db`."""
        self._db = db

    def articles(self) -> int:
        """Return how many articles there are."""
        return self._one(counts.ARTICLES)

    def sentences(self) -> int:
        """Return how many sentences there are."""
        return self._one(counts.SENTENCES)

    def further_claims(self) -> int:
        """Return how many claims there are beyond the first of each sentence."""
        return self._one(counts.FURTHER_CLAIMS)

    def tags(self) -> list[TagCount]:
        """Return what each reviewer has tagged, then what everybody has."""
        return [TagCount(**row) for row in self._db.query(counts.TAGS)]

    def verdicts(self) -> list[VerdictCount]:
        """Return what each reviewer has judged, then what everybody has."""
        return [VerdictCount(**row) for row in self._db.query(counts.VERDICTS)]

    def flags(self) -> dict[str, int]:
        """Return how many sentences each reviewer doubts."""
        return {row["reviewer"]: row["flags"] for row in self._db.query(counts.FLAGS)}

    def evidence(self) -> dict[int, int]:
        """Return how many claims have how many evidence items, at least one."""
        rows = self._db.query(counts.EVIDENCE, {"most": MOST_EVIDENCE})
        return {row["items"]: row["claims"] for row in rows}

    def pace(self) -> tuple[Pace, ...]:
        """Return how the work went in the newest sittings, the oldest of them first."""
        names = {"sittings": _SITTINGS, "wait": _LONGEST_WAIT}
        return tuple(Pace(**row) for row in self._db.query(counts.PACE, names))

    def _one(self, query: str) -> int:
        (number,) = self._db.execute(query).fetchone()
        return int(number)
