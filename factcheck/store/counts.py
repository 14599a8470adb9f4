"""The queries that count; articles which a newer version has replaced are left out."""

from typing import Final

_REPLACED: Final = (
    "SELECT id FROM document INDEXED BY document_replaced WHERE replaced_by IS NOT NULL"
)

ARTICLES: Final = f"""
SELECT count(*) - (SELECT count(*) FROM ({_REPLACED})) FROM document INDEXED BY document_listed
"""  # noqa: S608 - the names are our own schema's, here and below

SENTENCES: Final = f"""
SELECT coalesce(sum(sentences), 0) FROM tally
WHERE reviewer = '' AND document_id NOT IN ({_REPLACED})
"""  # noqa: S608

TAGS: Final = f"""
WITH
by_article AS MATERIALIZED (
    SELECT document_id, reviewer, sum(sentences) AS tagged,
        sum(iif(tag = 'claim', sentences, 0)) AS claim,
        sum(iif(tag = 'opinion', sentences, 0)) AS opinion,
        sum(iif(tag = 'filler', sentences, 0)) AS filler
    FROM tally WHERE reviewer <> '' AND sentences > 0 AND document_id NOT IN ({_REPLACED})
    GROUP BY document_id, reviewer
),
shared AS MATERIALIZED (
    SELECT document_id FROM by_article GROUP BY document_id HAVING count(*) > 1
),
once AS (
    SELECT tagged, claim FROM by_article WHERE document_id NOT IN (SELECT document_id FROM shared)
    UNION ALL
    SELECT 1, max(tag = 'claim') FROM tag
    WHERE document_id IN (SELECT document_id FROM shared) GROUP BY document_id, sentence_id
)
SELECT reviewer, sum(tagged) AS tagged, sum(claim) AS claim, sum(opinion) AS opinion,
    sum(filler) AS filler
FROM by_article GROUP BY reviewer
UNION ALL
SELECT NULL, coalesce(sum(tagged), 0), coalesce(sum(claim), 0), 0, 0 FROM once
"""  # noqa: S608
"""By reviewer; the row without one counts each sentence once, whoever tagged it."""

VERDICTS: Final = f"""
WITH counted AS MATERIALIZED (
    SELECT reviewer, scale, rating, claim_id FROM verdict
    WHERE document_id NOT IN ({_REPLACED}) AND EXISTS (
        SELECT 1 FROM tag WHERE tag.document_id = verdict.document_id
        AND tag.reviewer = verdict.reviewer AND tag.sentence_id = verdict.sentence_id
        AND tag = 'claim'
    )
)
SELECT reviewer, scale, rating, count(*) AS verdicts FROM counted GROUP BY 1, 2, 3
UNION ALL
SELECT NULL, '', '', count(DISTINCT claim_id) FROM counted
"""  # noqa: S608
"""By reviewer and rating; the row without them counts each claim once, whoever judged it."""

FLAGS: Final = f"""
SELECT reviewer, count(*) AS flags FROM flag
WHERE document_id NOT IN ({_REPLACED}) GROUP BY reviewer
"""  # noqa: S608

_STILL_A_CLAIM: Final = f"""
substr(claim_id, 1, 64) NOT IN ({_REPLACED}) AND EXISTS (
    SELECT 1 FROM tag INDEXED BY tag_claims WHERE tag.document_id = substr(claim_id, 1, 64)
    AND tag.sentence_id = substr(claim_id, 1, instr(claim_id, '#') - 1) AND tag.tag = 'claim'
)
"""  # noqa: S608

FURTHER_CLAIMS: Final = f"""
SELECT count(*) FROM (
    SELECT claim_id FROM claim_detail WHERE substr(claim_id, -2) <> '#1'
    UNION SELECT claim_id FROM evidence WHERE substr(claim_id, -2) <> '#1'
    UNION SELECT claim_id FROM verdict WHERE substr(claim_id, -2) <> '#1'
)
WHERE {_STILL_A_CLAIM}
"""  # noqa: S608
"""The claims beyond the first of each sentence."""

EVIDENCE: Final = f"""
SELECT min(items, :most) AS items, count(*) AS claims
FROM (SELECT claim_id, count(*) AS items FROM evidence GROUP BY claim_id)
WHERE {_STILL_A_CLAIM} GROUP BY 1 ORDER BY 1
"""  # noqa: S608
"""Claims by how many evidence items they have."""

PACE: Final = """
WITH
newest AS (
    SELECT number, id, reviewer, started FROM session
    WHERE EXISTS (SELECT 1 FROM decision WHERE decision.session = session.id)
    ORDER BY number DESC LIMIT :sittings
),
act AS (
    SELECT
        newest.number, newest.started, decision.undoes IS NULL AS is_decision,
        julianday(decision.at) AS at,
        CASE WHEN decision.kind = 'tag' THEN json_extract(decision.value, '$.duration_ms') END
            AS duration_ms
    FROM newest JOIN decision ON decision.session = newest.id
),
timed AS MATERIALIZED (
    SELECT
        number, is_decision, duration_ms,
        1440 * (at - lag(at, 1, julianday(started)) OVER (PARTITION BY number ORDER BY at))
            AS minutes,
        row_number() OVER (PARTITION BY number ORDER BY duration_ms DESC) AS place,
        count(duration_ms) OVER (PARTITION BY number) AS measured
    FROM act
)
SELECT
    newest.number, newest.reviewer, newest.started,
    sum(max(0, min(timed.minutes, :wait))) AS minutes, sum(timed.is_decision) AS decisions,
    avg(timed.duration_ms) FILTER (
        WHERE timed.place IN ((timed.measured + 1) / 2, (timed.measured + 2) / 2)
    ) / 1000 AS median_seconds
FROM newest JOIN timed USING (number) GROUP BY newest.number ORDER BY newest.number
"""
"""How the work went in the newest sittings, the oldest of them first."""
