"""Every claim in every article, the most urgent first, without reading what the articles say."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from sqlite_utils.db import Database

from factcheck.domain.document import Sentence
from factcheck.domain.identity import ClaimId, DocumentId, SentenceId
from factcheck.domain.review import ClaimReview
from factcheck.store.findings import Findings
from factcheck.store.rows import Row


class ClaimPlace(NamedTuple):
    """Where a claim is, and what is quickly known of it."""

    document: DocumentId
    article: int
    """The article's number."""
    title: str
    sentence: SentenceId
    ordinal: int
    """The sentence's number in the article."""
    start: int
    end: int
    claim: ClaimId
    priority: int | None
    claiming: tuple[str, ...]
    """Who tagged the sentence as a claim."""
    judging: tuple[str, ...]
    """Who judged the claim."""
    doubts: Mapping[str, str]
    """Why who doubts the sentence."""


class Queue:
    """The claims of all articles that no newer version has replaced."""

    def __init__(self, db: Database) -> None:
        """Read the claims in `db`."""
        self._db = db

    def places(self) -> Iterator[ClaimPlace]:
        """Yield every claim that at least one reviewer sees, by priority, then by place."""
        for row in self._db.query(_PLACES):
            yield _place(row)

    def claims(self, reviewer: str, places: Sequence[ClaimPlace]) -> Mapping[ClaimId, ClaimReview]:
        """Return the claims at `places`, all in one article, as `reviewer` looks at them."""
        document = places[0].document
        query = "SELECT text FROM document WHERE id = ?"
        (text,) = self._db.execute(query, [document]).fetchone()
        findings = Findings(self._db, reviewer, {"document_id": document})
        sentences = {place.sentence: _sentence(place, text) for place in places}
        seen = (claim for each in sentences.values() for claim in findings.claims_in(each))
        known = {claim.id: claim for claim in seen}
        return {
            place.claim: known.get(place.claim)
            or self._as_others_see_it(place, sentences[place.sentence])
            for place in places
        }

    def _as_others_see_it(self, place: ClaimPlace, sentence: Sentence) -> ClaimReview:
        """Return a claim that nothing makes one but what somebody else judged."""
        scope = {"document_id": place.document, "sentence_id": place.sentence}
        judge, *_ = place.judging
        claims = Findings(self._db, judge, scope).claims_in(sentence)
        found = next(claim for claim in claims if claim.id == place.claim)
        return found.model_copy(update={"verdict": None})


def _place(row: Row) -> ClaimPlace:
    row["claiming"], row["judging"] = _names(row["claiming"]), _names(row["judging"])
    row["doubts"] = json.loads(row["doubts"]) if row["doubts"] else {}
    return ClaimPlace(**row)


@lru_cache
def _names(listed: str) -> tuple[str, ...]:
    """Return the names in a JSON list; a few people judge thousands of claims."""
    return tuple(json.loads(listed))


def _sentence(place: ClaimPlace, text: str) -> Sentence:
    return Sentence(
        id=place.sentence,
        number=place.ordinal,
        start=place.start,
        end=place.end,
        text=text[place.start : place.end],
    )


# a sentence's id is its document's, which takes 64 characters, a colon, and where it begins
_PLACES: Final = """
WITH
tagged AS (
    SELECT document_id, sentence_id, json_group_array(reviewer) AS claiming
    FROM tag WHERE tag = 'claim' GROUP BY document_id, sentence_id
),
named AS (
    SELECT document_id, sentence_id, sentence_id || '#1' AS claim_id FROM tagged
    UNION SELECT document_id, sentence_id, claim_id FROM claim_detail
    UNION SELECT document_id, sentence_id, claim_id FROM verdict
    UNION SELECT document_id, sentence_id, claim_id FROM evidence
)
SELECT
    document.id AS document, document.number AS article, document.title,
    sentence.id AS sentence, sentence.ordinal, sentence."start", sentence."end",
    named.claim_id AS claim, detail.priority, tagged.claiming,
    (
        SELECT json_group_array(reviewer) FROM verdict
        WHERE verdict.document_id = named.document_id
        AND verdict.sentence_id = named.sentence_id AND verdict.claim_id = named.claim_id
    ) AS judging,
    doubted.doubts
FROM named
JOIN tagged USING (document_id, sentence_id)
JOIN document ON document.id = named.document_id AND document.replaced_by IS NULL
JOIN sentence ON sentence.document_id = named.document_id
    AND sentence."start" = CAST(substr(named.sentence_id, 66) AS INTEGER)
LEFT JOIN claim_detail AS detail USING (document_id, sentence_id, claim_id)
LEFT JOIN (
    SELECT document_id, sentence_id, json_group_object(reviewer, reason) AS doubts
    FROM flag GROUP BY document_id, sentence_id
) AS doubted USING (document_id, sentence_id)
ORDER BY coalesce(detail.priority, 9), document.number, sentence."start",
    CAST(substr(named.claim_id, instr(named.claim_id, '#') + 1) AS INTEGER)
"""
