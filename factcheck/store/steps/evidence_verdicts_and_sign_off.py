"""A fact-check in full: what claims, evidence and verdicts say, and what follows on them."""

from typing import Final

_SENTENCES: Final = """
ALTER TABLE tag ADD COLUMN subtypes TEXT NOT NULL DEFAULT '[]';  -- lists are JSON here and below
ALTER TABLE tag ADD COLUMN attribution TEXT;
ALTER TABLE tag ADD COLUMN duration_ms INTEGER;
ALTER TABLE tag ADD COLUMN context_shown INTEGER;
ALTER TABLE tag ADD COLUMN guideline TEXT NOT NULL DEFAULT '';
CREATE INDEX tag_claims ON tag (document_id, sentence_id) WHERE tag = 'claim';

ALTER TABLE flag ADD COLUMN guideline INTEGER NOT NULL DEFAULT 0;
"""

_CLAIMS: Final = """
ALTER TABLE claim_detail ADD COLUMN claimant_kind TEXT;
ALTER TABLE claim_detail ADD COLUMN claimant_role TEXT NOT NULL DEFAULT '';
ALTER TABLE claim_detail ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE claim_detail ADD COLUMN first_appearance TEXT NOT NULL DEFAULT '';
ALTER TABLE claim_detail ADD COLUMN types TEXT NOT NULL DEFAULT '[]';
ALTER TABLE claim_detail ADD COLUMN topics TEXT NOT NULL DEFAULT '[]';
ALTER TABLE claim_detail ADD COLUMN worthiness TEXT;
ALTER TABLE claim_detail ADD COLUMN worthiness_reasons TEXT NOT NULL DEFAULT '[]';
ALTER TABLE claim_detail ADD COLUMN priority INTEGER;

CREATE TABLE link (  -- what a claim is to another one
    id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES document (id),
    sentence_id TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    other TEXT NOT NULL,
    relation TEXT NOT NULL,
    note TEXT NOT NULL,
    decision_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX link_by_sentence ON link (document_id, sentence_id);
CREATE INDEX link_by_other ON link (other);

DROP VIEW claim;
CREATE VIEW claim AS  -- each sentence tagged claim holds one; what is said of others names them
SELECT
    named.claim_id AS id, named.document_id, named.sentence_id,
    coalesce(detail.text, '') AS text,
    coalesce(detail.claimant, '') AS claimant,
    detail.claimant_kind,
    coalesce(detail.claimant_role, '') AS claimant_role,
    coalesce(detail.date, '') AS date,
    coalesce(detail.place, '') AS place,
    coalesce(detail.first_appearance, '') AS first_appearance,
    coalesce(detail.types, '[]') AS types,
    coalesce(detail.topics, '[]') AS topics,
    detail.worthiness,
    coalesce(detail.worthiness_reasons, '[]') AS worthiness_reasons,
    detail.priority
FROM (
    SELECT document_id, sentence_id, sentence_id || '#1' AS claim_id FROM tag WHERE tag = 'claim'
    UNION SELECT document_id, sentence_id, claim_id FROM claim_detail
    UNION SELECT document_id, sentence_id, claim_id FROM verdict
    UNION SELECT document_id, sentence_id, claim_id FROM evidence
) AS named
LEFT JOIN claim_detail AS detail USING (document_id, sentence_id, claim_id);
"""

_EVIDENCE: Final = """
ALTER TABLE evidence ADD COLUMN author TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN published TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN archived TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN not_archived TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN type TEXT;
ALTER TABLE evidence ADD COLUMN level TEXT;
ALTER TABLE evidence ADD COLUMN reliability TEXT;
ALTER TABLE evidence ADD COLUMN interest TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN independence_group TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN anonymous INTEGER NOT NULL DEFAULT 0;
ALTER TABLE evidence ADD COLUMN anonymous_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN quote_before TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN quote_after TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN locator TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN question TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN answer TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN answer_type TEXT;
ALTER TABLE evidence ADD COLUMN answer_because TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN medium TEXT;
ALTER TABLE evidence ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN attachments TEXT NOT NULL DEFAULT '[]';
CREATE INDEX evidence_by_url ON evidence (url);

CREATE TABLE attachment (  -- files kept with evidence, each once
    sha256 TEXT PRIMARY KEY,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    kept TEXT NOT NULL,      -- UTC
    content BLOB NOT NULL
) STRICT;

CREATE TRIGGER attachment_is_final BEFORE UPDATE ON attachment
BEGIN SELECT RAISE(ABORT, 'an attachment never changes'); END;

CREATE TRIGGER attachment_is_kept BEFORE DELETE ON attachment
BEGIN SELECT RAISE(ABORT, 'an attachment is never deleted'); END;

CREATE TABLE snapshot (  -- pages as they were when evidence was read there
    number INTEGER PRIMARY KEY,
    url TEXT NOT NULL,
    taken TEXT NOT NULL,     -- UTC
    sha256 TEXT NOT NULL,    -- of the page as it was fetched
    media_type TEXT NOT NULL,
    page BLOB NOT NULL,      -- compressed by zlib
    text TEXT NOT NULL       -- what the page says
) STRICT;

CREATE INDEX snapshot_by_url ON snapshot (url, number);

CREATE TABLE verification (  -- whether a quote still stood in its source
    number INTEGER PRIMARY KEY,
    evidence_id TEXT NOT NULL,
    quote TEXT NOT NULL,
    at TEXT NOT NULL,        -- UTC
    finding TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT;

CREATE INDEX verification_by_evidence ON verification (evidence_id, number);
"""

_VERDICTS: Final = """
ALTER TABLE verdict ADD COLUMN conclusion TEXT NOT NULL DEFAULT '';
ALTER TABLE verdict ADD COLUMN confidence TEXT;
ALTER TABLE verdict ADD COLUMN used TEXT NOT NULL DEFAULT '[]';
ALTER TABLE verdict ADD COLUMN missing TEXT NOT NULL DEFAULT '';
ALTER TABLE verdict ADD COLUMN cutoff TEXT NOT NULL DEFAULT '';
ALTER TABLE verdict ADD COLUMN blind INTEGER;
ALTER TABLE verdict ADD COLUMN duration_ms INTEGER;
ALTER TABLE verdict ADD COLUMN drafted TEXT NOT NULL DEFAULT '';  -- the reviewer's first decision
UPDATE verdict SET drafted = decision_id;
CREATE INDEX verdict_by_sentence ON verdict (document_id, sentence_id);

CREATE TABLE revealed (  -- who has seen the others' verdicts on a claim
    reviewer TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    at TEXT NOT NULL,        -- UTC
    PRIMARY KEY (claim_id, reviewer)
) STRICT, WITHOUT ROWID;
"""

_SIGN_OFF: Final = """
CREATE TABLE adjudication (
    document_id TEXT NOT NULL REFERENCES document (id),
    sentence_id TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    adjudicator TEXT NOT NULL,
    scale TEXT NOT NULL,
    rating TEXT NOT NULL,
    conclusion TEXT NOT NULL,
    because TEXT NOT NULL,
    confidence TEXT,
    used TEXT NOT NULL,
    missing TEXT NOT NULL,
    cutoff TEXT NOT NULL,
    blind INTEGER,
    duration_ms INTEGER,
    decision_id TEXT NOT NULL,
    PRIMARY KEY (document_id, sentence_id, claim_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE approval (
    document_id TEXT NOT NULL REFERENCES document (id),
    sentence_id TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    vote TEXT NOT NULL,
    comment TEXT NOT NULL,
    content TEXT NOT NULL,   -- SHA-256 of what was voted on
    decision_id TEXT NOT NULL,
    PRIMARY KEY (document_id, sentence_id, claim_id, reviewer)
) STRICT, WITHOUT ROWID;

CREATE TABLE publication (
    document_id TEXT NOT NULL REFERENCES document (id),
    sentence_id TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    url TEXT NOT NULL,
    date TEXT NOT NULL,
    decision_id TEXT NOT NULL,
    PRIMARY KEY (document_id, sentence_id, claim_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE correction (
    id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES document (id),
    sentence_id TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    changed TEXT NOT NULL,
    old_rating TEXT NOT NULL,
    new_rating TEXT NOT NULL,
    decision_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX correction_by_sentence ON correction (document_id, sentence_id);
"""

_SITTINGS: Final = """
ALTER TABLE session ADD COLUMN pass TEXT NOT NULL DEFAULT 'tags';
"""

STATEMENTS: Final = (_SENTENCES, _CLAIMS, _EVIDENCE, _VERDICTS, _SIGN_OFF, _SITTINGS)
