"""The scheme of a project, every scale it has ever had, and which of their names are in use."""

from collections.abc import Iterable, Iterator
from typing import Final

from sqlite_utils.db import Database

from factcheck.domain.decision import Decision, Kind
from factcheck.domain.scales.scale import Scale
from factcheck.domain.scales.scales import Scales
from factcheck.domain.scheme.changes import RatingsInUse, SubtypesInUse
from factcheck.domain.scheme.scheme import DEFAULT, SUBJECT, Scheme
from factcheck.domain.tag import Tag
from factcheck.store.rows import decision_of, decisions_in

_NAMES: Final = {"subject": SUBJECT, "kind": Kind.SCHEME.value}


class Schemes:
    """The schemes that one database has recorded."""

    def __init__(self, db: Database) -> None:
        """Read the schemes in the journal of `db`."""
        self._db = db
        self._in_force: tuple[str | None, Scheme] = (None, DEFAULT)
        self._scales: tuple[object, Scales] = (None, Scales())

    def in_force(self) -> Scheme:
        """Return the scheme that was recorded last and not taken back.

        Asked before every decision; unless it has changed, the answer costs one search in an index.
        """
        name = self._name_in_force()
        if name != self._in_force[0]:
            decision = decision_of(self._db.table("decision").get(name)) if name else None
            said = decision.value if decision else None
            self._in_force = name, said if isinstance(said, Scheme) else DEFAULT
        return self._in_force[1]

    def scales(self) -> Scales:
        """Return the presets and every scale that was ever in force, the present one first."""
        recorded = self._db.execute(_RECORDED, _NAMES).fetchone()
        state = (self._name_in_force(), *recorded)
        if state != self._scales[0]:
            self._scales = state, Scales(self._own_scales())
        return self._scales[1]

    def ratings_in_use(self) -> RatingsInUse:
        """Return how many verdicts and adjudications name which scale and rating."""
        return {(scale, rating): count for scale, rating, count in self._db.execute(_RATINGS)}

    def subtypes_in_use(self) -> SubtypesInUse:
        """Return how many tags and claims name which subtype of which tag."""
        return {(Tag(tag), key): count for tag, key, count in self._db.execute(_SUBTYPES)}

    def naming(
        self, ratings: Iterable[tuple[str, str]], subtypes: Iterable[tuple[Tag, str]]
    ) -> list[Decision]:
        """Return the decisions that stand and name one of these, oldest first, each once."""
        found = [
            *(d for scale, key in ratings for d in self._where(_NAMING_RATING, scale, key)),
            *(d for tag, key in subtypes for d in self._where(_NAMING_SUBTYPE, tag, key)),
        ]
        once = {decision.id: decision for decision in found}
        return sorted(once.values(), key=lambda decision: (decision.at, decision.id))

    def voted_on(self) -> set[str]:
        """Return the claims, by id, whose fact-check somebody voted on."""
        return {name for (name,) in self._db.execute("SELECT claim_id FROM approval")}

    @property
    def unused(self) -> bool:
        """Whether nothing is tagged or judged yet."""
        (used,) = self._db.execute(_USED).fetchone()
        return not used

    def _name_in_force(self) -> str | None:
        row = self._db.execute(_IN_FORCE, _NAMES).fetchone()
        return row[0] if row else None

    def _own_scales(self) -> Iterator[Scale]:
        yield self.in_force().scale
        for decision in decisions_in(self._db, _ALL, **_NAMES):
            if isinstance(decision.value, Scheme):
                yield decision.value.scale

    def _where(self, query: str, group: str, key: str) -> Iterator[Decision]:
        return decisions_in(self._db, query, group=group, key=key)


_IN_FORCE = """
SELECT id FROM standing WHERE subject = :subject AND kind = +:kind ORDER BY at DESC, id DESC LIMIT 1
"""

_RECORDED = "SELECT count(*), max(at) FROM decision WHERE subject = :subject AND kind = :kind"

_ALL = "SELECT * FROM decision WHERE subject = :subject AND kind = :kind ORDER BY at DESC, id DESC"

_RATINGS = """
SELECT scale, rating, count(*) FROM (
    SELECT scale, rating FROM verdict UNION ALL SELECT scale, rating FROM adjudication
)
GROUP BY scale, rating
"""

_SUBTYPES = """
SELECT tag, value, count(*) FROM (
    SELECT tag, value FROM tag, json_each(subtypes) WHERE subtypes <> '[]'
    UNION ALL SELECT 'claim', value FROM claim_detail, json_each(types) WHERE types <> '[]'
)
GROUP BY tag, value
"""

_NAMING_RATING = """
SELECT * FROM decision WHERE id IN (
    SELECT decision_id FROM verdict WHERE scale = :group AND rating = :key
    UNION ALL SELECT decision_id FROM adjudication WHERE scale = :group AND rating = :key
)
"""

_NAMING_SUBTYPE = """
SELECT * FROM decision WHERE id IN (
    SELECT decision_id FROM tag
    WHERE tag = :group AND EXISTS (SELECT 1 FROM json_each(subtypes) WHERE value = :key)
    UNION ALL SELECT decision_id FROM claim_detail
    WHERE :group = 'claim' AND EXISTS (SELECT 1 FROM json_each(types) WHERE value = :key)
)
"""

_USED = "SELECT EXISTS (SELECT 1 FROM tag) OR EXISTS (SELECT 1 FROM verdict)"
