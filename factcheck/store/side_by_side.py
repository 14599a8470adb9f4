"""What stands in articles, as everybody found it, with who decided it and when."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from operator import itemgetter
from typing import Any, Final, TypeVar

from sqlite_utils.db import Database

from factcheck.domain.decision import Kind
from factcheck.domain.document import Document, Sentence
from factcheck.domain.findings.remark import Flag, Note
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.identity import SentenceId
from factcheck.domain.review import ClaimReview
from factcheck.domain.said import ClaimSaid, Said, SentenceSaid, Stamp
from factcheck.domain.tag import Tag
from factcheck.domain.value import Value
from factcheck.store.findings import Findings, condition, parameters
from factcheck.store.projections import PROJECTION_TABLES
from factcheck.store.rows import Row, value_in

_V = TypeVar("_V", bound=Value)
_NOBODY: Final = ""
_NOTHING: Final[dict[str, Any]] = {}
"""What was said where nobody said anything; most sentences share it."""


class SideBySide:
    """The findings of all reviewers on some articles."""

    def __init__(self, db: Database, documents: Iterable[Document]) -> None:
        """Read what stands in `documents`, which are as many as memory holds well."""
        scope: Row = {"document_id": [document.id for document in documents]}
        read = partial(_rows, db, scope)
        self._findings = Findings(db, _NOBODY, scope)
        self._tags = _by_sentence(partial(value_in, TagValue), read(Kind.TAG))
        self._notes = _by_sentence(partial(value_in, Note), read(Kind.NOTE))
        self._flags = _by_sentence(partial(value_in, Flag), read(Kind.FLAG))
        self._worded = _stamps("claim_id", read(Kind.CLAIM))
        self._evidence = _stamps("id", read(Kind.EVIDENCE))
        self._adjudicated = _stamps("claim_id", read(Kind.ADJUDICATION))
        self._corrected: dict[str, list[Stamp]] = defaultdict(list)
        for row in sorted(read(Kind.CORRECTION), key=itemgetter("id")):
            self._corrected[row["claim_id"]].append(_stamp(row))
        self._judged: dict[str, dict[str, Stamp]] = defaultdict(dict)
        for row in read(Kind.VERDICT):
            self._judged[row["claim_id"]][row["reviewer"]] = _stamp(row)

    def on(self, sentence: Sentence) -> SentenceSaid:
        """Return `sentence` with what everybody found on it."""
        tags = self._tags.get(sentence.id, _NOTHING)
        return SentenceSaid(
            sentence,
            tags,
            self._notes.get(sentence.id, _NOTHING),
            self._flags.get(sentence.id, _NOTHING),
            self._claims(sentence, tags) if tags else (),
        )

    def _claims(
        self, sentence: Sentence, tags: Mapping[str, Said[TagValue]]
    ) -> tuple[ClaimSaid, ...]:
        claiming = [name for name, said in tags.items() if said.value.tag is Tag.CLAIM]
        claims = self._findings.claims_in(sentence, claiming) if claiming else ()
        return tuple(map(self._claim, claims))

    def _claim(self, claim: ClaimReview) -> ClaimSaid:
        return ClaimSaid(
            claim=claim,
            worded=self._worded.get(claim.id),
            judged=self._judged.get(claim.id, {}),
            adjudicated=self._adjudicated.get(claim.id),
            evidence={item.id: self._evidence[item.id] for item in claim.evidence},
            corrected=tuple(self._corrected.get(claim.id, ())),
        )


def _rows(db: Database, scope: Row, kind: Kind) -> Iterator[Row]:
    table = PROJECTION_TABLES[kind]
    query = f"""
    SELECT {table}.*, made.reviewer AS made_by, coalesce(original.at, made.at) AS made_at
    FROM {table} JOIN decision AS made ON made.id = {table}.decision_id
    LEFT JOIN decision AS original ON original.id = made.carries
    WHERE {condition(scope)}
    """  # noqa: S608 - the names are our own schema's
    return db.query(query, parameters(scope))


def _stamp(row: Row) -> Stamp:
    return Stamp(row["made_by"], row["made_at"], row["decision_id"])


def _stamps(name: str, rows: Iterable[Row]) -> Mapping[str, Stamp]:
    return {row[name]: _stamp(row) for row in rows}


def _by_sentence(
    read: Callable[[Row], _V], rows: Iterable[Row]
) -> Mapping[SentenceId, dict[str, Said[_V]]]:
    """Return what `read` finds in rows, by sentence and reviewer, the reviewers by name."""
    found: dict[SentenceId, dict[str, Said[_V]]] = defaultdict(dict)
    for row in sorted(rows, key=itemgetter("reviewer")):
        found[row["sentence_id"]][row["reviewer"]] = Said(read(row), _stamp(row))
    return found
