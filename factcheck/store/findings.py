"""The typed tables read back: what stands in an article or a sentence, as one reviewer sees it."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Final, TypeVar

from sqlite_utils.db import Database

from factcheck.domain.decision import Kind
from factcheck.domain.document import Sentence
from factcheck.domain.findings.claim import Claim, Link
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.remark import Flag, Note
from factcheck.domain.findings.sign_off import Approval, Correction, Publication
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Adjudication, Verdict
from factcheck.domain.identity import ClaimId, SentenceId, claim_id, number_of, sentence_of
from factcheck.domain.review import ClaimReview, EvidenceReview, LinkReview, SentenceReview
from factcheck.domain.tag import Tag
from factcheck.domain.value import Value
from factcheck.store.projections import PROJECTION_TABLES
from factcheck.store.rows import Row, value_in

_V = TypeVar("_V", bound=Value)

_NOT_DESCRIBED: Final = Claim.model_construct()
"""What is said of a claim where nobody said anything."""


class Findings:
    """The current values of every kind in one scope: articles, one article, or a sentence."""

    def __init__(self, db: Database, reviewer: str, scope: Row) -> None:
        """Read what stands where the columns of `scope` have its values.

        A list stands for any of the values in it.
        """
        self._reviewer = reviewer
        mine = {**scope, "reviewer": reviewer}
        self._tags = {row["sentence_id"]: row for row in _rows(db, Kind.TAG, mine)}
        self._notes = _by(Note, "sentence_id", _rows(db, Kind.NOTE, mine))
        self._flags = _by(Flag, "sentence_id", _rows(db, Kind.FLAG, mine))
        self._details: dict[str, Claim] = _by(Claim, "claim_id", _rows(db, Kind.CLAIM, scope))
        self._verdicts = _grouped(Verdict, _rows(db, Kind.VERDICT, scope), "drafted")
        self._approvals = _grouped(Approval, _rows(db, Kind.APPROVAL, scope), "decision_id")
        self._publications = _by(Publication, "claim_id", _rows(db, Kind.PUBLICATION, scope))
        self._adjudications = {row["claim_id"]: row for row in _rows(db, Kind.ADJUDICATION, scope)}
        self._corrections: dict[ClaimId, list[Correction]] = defaultdict(list)
        for row in _rows(db, Kind.CORRECTION, scope):
            self._corrections[row["claim_id"]].append(value_in(Correction, row))
        self._evidence: dict[ClaimId, list[EvidenceReview]] = defaultdict(list)
        for row in _rows(db, Kind.EVIDENCE, scope):
            self._evidence[row["claim_id"]].append(evidence_in(row))
        self._links = _links(db, scope)
        self._described = _by_sentence((*self._details, *self._evidence))
        self._judged = _by_sentence(self._verdicts)

    def on(self, sentence: Sentence) -> SentenceReview:
        """Return `sentence` with what was found on it."""
        row = self._tags.get(sentence.id)
        tag = Tag(row["tag"]) if row else None
        return SentenceReview(
            sentence=sentence,
            tag=tag,
            **(_kind_of_tag(row) if row else {}),
            note=self._notes.get(sentence.id),
            flag=self._flags.get(sentence.id),
            claims=tuple(self.claims_in(sentence)) if tag is Tag.CLAIM else (),
        )

    def claims_in(
        self, sentence: Sentence, judges: Collection[str] | None = None
    ) -> Iterator[ClaimReview]:
        """Yield the claims that were named in `sentence`, and its first one in any case.

        What somebody judged is a claim to `judges` only, who are the reviewer unless others are
        named; to everybody it is one once it is described.
        """
        judges = {self._reviewer} if judges is None else judges
        judged = (
            name
            for name in self._judged.get(sentence.id, ())
            if any(judge in judges for judge in self._verdicts[name])
        )
        named = {claim_id(sentence.id), *self._described.get(sentence.id, ()), *judged}
        for name in sorted(named, key=number_of):
            yield self._claim(name, sentence)

    def _claim(self, name: ClaimId, sentence: Sentence) -> ClaimReview:
        claim = self._details.get(name, _NOT_DESCRIBED)
        verdicts = self._verdicts.get(name, {})
        adjudication = self._adjudications.get(name)
        return ClaimReview.model_construct(
            id=name,
            sentence=sentence.id,
            text=claim.text or sentence.text,
            claim=claim,
            verdict=verdicts.get(self._reviewer),
            evidence=tuple(self._evidence.get(name, ())),
            links=tuple(self._links.get(name, ())),
            verdicts=verdicts,
            adjudication=value_in(Adjudication, adjudication) if adjudication else None,
            adjudicator=adjudication["adjudicator"] if adjudication else "",
            approvals=self._approvals.get(name, {}),
            publication=self._publications.get(name),
            corrections=tuple(self._corrections.get(name, ())),
        )


def evidence_in(row: Row) -> EvidenceReview:
    """Return the evidence item in a row of its table."""
    evidence = value_in(Evidence, {**row, "claim": row["claim_id"]})
    return EvidenceReview(id=row["id"], evidence=evidence)


def _rows(db: Database, kind: Kind, scope: Row) -> Iterator[Row]:
    order = " ORDER BY id" if kind in {Kind.EVIDENCE, Kind.CORRECTION} else ""
    query = f"SELECT * FROM {PROJECTION_TABLES[kind]} WHERE {condition(scope)}{order}"  # noqa: S608
    return db.query(query, parameters(scope))


def condition(scope: Row) -> str:
    """Return the SQL condition that the columns of `scope` have its values, or any in a list."""
    conditions = {False: "{0} = :{0}", True: "{0} IN (SELECT value FROM json_each(:{0}))"}
    return " AND ".join(
        conditions[isinstance(value, list)].format(column) for column, value in scope.items()
    )


def parameters(scope: Row) -> Row:
    """Return what stands for the names in the condition of `scope`."""
    return {
        column: json.dumps(value) if isinstance(value, list) else value
        for column, value in scope.items()
    }


def _by(model: type[_V], column: str, rows: Iterator[Row]) -> dict[str, _V]:
    return {row[column]: value_in(model, row) for row in rows}


def _grouped(model: type[_V], rows: Iterator[Row], order: str) -> Mapping[str, dict[str, _V]]:
    """Return values by claim and reviewer, in the order of a column."""
    found: dict[str, dict[str, _V]] = defaultdict(dict)
    for row in sorted(rows, key=itemgetter(order)):
        found[row["claim_id"]][row["reviewer"]] = value_in(model, row)
    return found


def _by_sentence(claims: Iterable[str]) -> Mapping[SentenceId, set[ClaimId]]:
    found: dict[SentenceId, set[ClaimId]] = defaultdict(set)
    for name in claims:
        found[sentence_of(name)].add(ClaimId(name))
    return found


def _kind_of_tag(row: Row) -> Row:
    if row["subtypes"] == "[]" and row["attribution"] is None:  # most tags; validating takes long
        return {}
    value = value_in(TagValue, row)
    return {"subtypes": value.subtypes, "attribution": value.attribution}


def _links(db: Database, scope: Row) -> Mapping[str, list[LinkReview]]:
    """Return what each claim is to others, as it was said of either."""
    found: dict[str, list[LinkReview]] = defaultdict(list)
    for row in _rows(db, Kind.LINK, scope):
        link = value_in(Link, row)
        found[row["claim_id"]].append(LinkReview(**link.model_dump(), mine=True))
    # '#' follows a sentence's id in its claims' ids, and '$' is the next sign; so ':' and ';'
    after, end = "#$" if "sentence_id" in scope else ":;"
    *_, within = scope.values()
    places = json.dumps(within if isinstance(within, list) else [within])
    for row in db.query(_LINKS_TO, {"places": places, "after": after, "end": end}):
        inverse = LinkReview(
            other=row["claim_id"],
            relation=value_in(Link, row).relation.inverse,
            note=row["note"],
            mine=False,
        )
        found[row["other"]].append(inverse)
    return found


_LINKS_TO = """
SELECT link.* FROM json_each(:places) AS place
CROSS JOIN link ON other >= place.value || :after AND other < place.value || :end
ORDER BY id
"""
