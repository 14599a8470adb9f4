"""Everything that the review of an article needs."""

from typing import Final

_DOCUMENTS: Final = """
CREATE TABLE document (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,  -- the SHA-256 of the text
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    text TEXT NOT NULL,
    segmenter TEXT NOT NULL,
    added TEXT NOT NULL
) STRICT;

CREATE TRIGGER document_text_is_final BEFORE UPDATE OF id, text ON document
BEGIN SELECT RAISE(ABORT, 'the text of a document never changes'); END;

CREATE TRIGGER document_is_kept BEFORE DELETE ON document
BEGIN SELECT RAISE(ABORT, 'a document is never deleted'); END;

CREATE TRIGGER document_is_not_replaced BEFORE INSERT ON document
WHEN EXISTS (SELECT 1 FROM document WHERE id = NEW.id OR number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'a document is never replaced'); END;

CREATE TABLE sentence (
    id TEXT NOT NULL,  -- follows from document, start and end
    document_id TEXT NOT NULL REFERENCES document (id),
    ordinal INTEGER NOT NULL,
    "start" INTEGER NOT NULL,  -- code points, inclusive
    "end" INTEGER NOT NULL,    -- code points, exclusive
    role TEXT,
    PRIMARY KEY (document_id, "start"),
    CHECK (0 <= "start" AND "start" < "end"),
    CHECK (id = document_id || ':' || "start" || '-' || "end")
) STRICT, WITHOUT ROWID;
"""

_JOURNAL: Final = """
CREATE TABLE decision (
    id TEXT PRIMARY KEY,     -- UUIDv7
    at TEXT NOT NULL,        -- UTC, microseconds, strictly increasing
    reviewer TEXT NOT NULL,
    session TEXT,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    value TEXT CHECK (value IS NULL OR json_valid(value)),
    undoes TEXT REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
    act TEXT NOT NULL,       -- the first decision of those made in one act
    origin TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX decision_on_claim ON decision (json_extract(value, '$.claim'))
WHERE kind = 'evidence';
CREATE INDEX decision_by_time ON decision (at);
CREATE INDEX decision_by_register ON decision (subject, kind, at);
CREATE INDEX decision_by_reviewer ON decision (reviewer, at) WHERE undoes IS NULL;

CREATE TRIGGER decision_is_final BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER decision_is_not_replaced BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM decision WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
"""

_PROJECTIONS: Final = """
CREATE TABLE retracted (  -- decisions that an undo took back and no redo brought back
    decision_id TEXT PRIMARY KEY REFERENCES decision (id),
    undo_id TEXT NOT NULL REFERENCES decision (id),
    reviewer TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX retracted_by_reviewer ON retracted (reviewer, at);

CREATE VIEW standing AS  -- decisions that count: no undo has taken them back
SELECT * FROM decision
WHERE undoes IS NULL AND NOT EXISTS (SELECT 1 FROM retracted WHERE decision_id = decision.id);

CREATE TABLE tag (
    document_id TEXT NOT NULL REFERENCES document (id),
    reviewer TEXT NOT NULL,
    sentence_id TEXT NOT NULL,
    tag TEXT NOT NULL,
    decision_id TEXT NOT NULL,
    PRIMARY KEY (document_id, reviewer, sentence_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
    document_id TEXT NOT NULL REFERENCES document (id),
    reviewer TEXT NOT NULL,
    sentence_id TEXT NOT NULL,
    text TEXT NOT NULL,
    decision_id TEXT NOT NULL,
    PRIMARY KEY (document_id, reviewer, sentence_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE flag (
    document_id TEXT NOT NULL REFERENCES document (id),
    reviewer TEXT NOT NULL,
    sentence_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    decision_id TEXT NOT NULL,
    PRIMARY KEY (document_id, reviewer, sentence_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE verdict (
    document_id TEXT NOT NULL REFERENCES document (id),
    reviewer TEXT NOT NULL,
    sentence_id TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    scale TEXT NOT NULL,
    rating TEXT NOT NULL,
    because TEXT NOT NULL,
    decision_id TEXT NOT NULL,
    PRIMARY KEY (document_id, reviewer, sentence_id, claim_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_detail (  -- what was said of a claim beyond that it is one
    document_id TEXT NOT NULL REFERENCES document (id),
    sentence_id TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    text TEXT NOT NULL,
    claimant TEXT NOT NULL,
    date TEXT NOT NULL,
    decision_id TEXT NOT NULL,
    PRIMARY KEY (document_id, sentence_id, claim_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
    id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES document (id),
    sentence_id TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    url TEXT NOT NULL,
    title TEXT NOT NULL,
    publisher TEXT NOT NULL,
    quote TEXT NOT NULL,
    stance TEXT NOT NULL,
    accessed TEXT NOT NULL,
    decision_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX evidence_by_document ON evidence (document_id, sentence_id);

CREATE VIEW claim AS  -- each sentence tagged claim holds one; what is said of others names them
SELECT
    named.claim_id AS id, named.document_id, named.sentence_id,
    coalesce(detail.text, '') AS text,
    coalesce(detail.claimant, '') AS claimant,
    coalesce(detail.date, '') AS date
FROM (
    SELECT document_id, sentence_id, sentence_id || '#1' AS claim_id FROM tag WHERE tag = 'claim'
    UNION SELECT document_id, sentence_id, claim_id FROM claim_detail
    UNION SELECT document_id, sentence_id, claim_id FROM verdict
    UNION SELECT document_id, sentence_id, claim_id FROM evidence
) AS named
LEFT JOIN claim_detail AS detail USING (document_id, sentence_id, claim_id);
"""

_SITTINGS: Final = """
CREATE TABLE session (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    reviewer TEXT NOT NULL,
    started TEXT NOT NULL,
    seen TEXT NOT NULL,
    document_id TEXT REFERENCES document (id),
    "offset" INTEGER NOT NULL DEFAULT 0,  -- of the sentence under the cursor, code points
    filter TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX session_by_reviewer ON session (reviewer, seen);

CREATE TABLE draft (  -- forms that were left without saving
    reviewer TEXT NOT NULL,
    form TEXT NOT NULL,
    subject TEXT NOT NULL,
    fields TEXT NOT NULL CHECK (json_valid(fields)),
    PRIMARY KEY (reviewer, form, subject)
) STRICT, WITHOUT ROWID;
"""

STATEMENTS: Final = (_DOCUMENTS, _JOURNAL, _PROJECTIONS, _SITTINGS)
