"""Particulars and boundaries can be corrected, and articles follow their sources."""

from typing import Final

_VERSIONS: Final = """
ALTER TABLE document ADD COLUMN url TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN author TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN publisher TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN date TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE document ADD COLUMN replaced_by TEXT REFERENCES document (id);
ALTER TABLE document ADD COLUMN as_read TEXT NOT NULL DEFAULT '{}';  -- particulars, as JSON
UPDATE document SET as_read = json_object('title', title);

CREATE TRIGGER document_as_read_is_final BEFORE UPDATE OF as_read ON document
BEGIN SELECT RAISE(ABORT, 'what the source said never changes'); END;

CREATE INDEX document_listed ON document (  -- all that a list shows, without passing the texts
    number, id, title, url, author, publisher, date, language, source, added, replaced_by
);

CREATE TABLE succession (  -- where the sentences of a replaced version stand in the newer one
    number INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL UNIQUE REFERENCES document (id),
    places TEXT NOT NULL     -- as [[start, start in the newer version], ...], code points
) STRICT;

CREATE TABLE reading (  -- what each source said whenever it said something new
    number INTEGER PRIMARY KEY,
    origin TEXT NOT NULL,    -- the whole path or the address
    document_id TEXT NOT NULL REFERENCES document (id),
    read TEXT NOT NULL,      -- UTC
    format TEXT NOT NULL,
    encoding TEXT NOT NULL,
    sha256 TEXT NOT NULL,    -- of the page as it was fetched
    snapshot BLOB            -- that page, compressed by zlib
) STRICT;

CREATE INDEX reading_by_origin ON reading (origin, number);
CREATE INDEX reading_by_document ON reading (document_id);

INSERT INTO reading (origin, document_id, read, format, encoding, sha256)
SELECT source, id, added, 'text', 'utf-8', '' FROM document ORDER BY number;
"""

_BOUNDARIES: Final = """
CREATE TABLE proposal (  -- where the segmenter would begin sentences, as [[start, role], ...]
    number INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL UNIQUE REFERENCES document (id),
    starts TEXT NOT NULL
) STRICT;

CREATE TRIGGER proposal_is_final BEFORE UPDATE ON proposal
BEGIN SELECT RAISE(ABORT, 'what the segmenter proposed never changes'); END;

CREATE TRIGGER proposal_is_kept BEFORE DELETE ON proposal
BEGIN SELECT RAISE(ABORT, 'what the segmenter proposed is never deleted'); END;

INSERT INTO proposal (document_id, starts)
SELECT document_id, json_group_array(json_array("start", role))
FROM (SELECT * FROM sentence ORDER BY document_id, "start") GROUP BY document_id;

CREATE TABLE anchor (  -- sentences with decisions whose words a newer version changed
    sentence_id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES document (id),
    successor_document_id TEXT NOT NULL REFERENCES document (id),
    fate TEXT NOT NULL,
    successor_id TEXT,       -- the sentence in the newer version
    quote TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    decision_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX anchor_by_successor ON anchor (successor_document_id, successor_id);

ALTER TABLE decision ADD COLUMN carries TEXT REFERENCES decision (id);
CREATE INDEX decision_by_carried ON decision (carries) WHERE carries IS NOT NULL;

DROP VIEW standing;
CREATE VIEW standing AS  -- decisions that count: neither they nor what they carry is taken back
SELECT * FROM decision
WHERE undoes IS NULL
AND NOT EXISTS (SELECT 1 FROM retracted WHERE decision_id = decision.id)
AND NOT EXISTS (SELECT 1 FROM retracted WHERE decision_id = decision.carries);

DROP INDEX decision_by_reviewer;
CREATE INDEX decision_by_reviewer ON decision (reviewer, at)
WHERE undoes IS NULL AND origin <> 'carried over';
CREATE INDEX decision_by_act ON decision (act) WHERE act <> id;
"""

STATEMENTS: Final = (_VERSIONS, _BOUNDARIES)
