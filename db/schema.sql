-- The database, as the migrations in factcheck/store/migrations.py make it.
-- Written by `make docs`; change the migrations, not this file.

PRAGMA application_id = 1717658484;
PRAGMA user_version = 5;

CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
) STRICT;

CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");

CREATE TABLE document (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,  -- the SHA-256 of the text
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    text TEXT NOT NULL,
    segmenter TEXT NOT NULL,
    added TEXT NOT NULL
, url TEXT NOT NULL DEFAULT '', author TEXT NOT NULL DEFAULT '', publisher TEXT NOT NULL DEFAULT '', date TEXT NOT NULL DEFAULT '', language TEXT NOT NULL DEFAULT '', replaced_by TEXT REFERENCES document (id), as_read TEXT NOT NULL DEFAULT '{}') STRICT;

CREATE TRIGGER document_text_is_final BEFORE UPDATE OF id, text ON document
BEGIN SELECT RAISE(ABORT, 'the text of a document never changes'); END;

CREATE TRIGGER document_is_kept BEFORE DELETE ON document
BEGIN SELECT RAISE(ABORT, 'a document is never deleted'); END;

CREATE TRIGGER document_is_not_replaced BEFORE INSERT ON document
WHEN EXISTS (SELECT 1 FROM document WHERE id = NEW.id OR number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'a document is never replaced'); END;

CREATE TRIGGER document_as_read_is_final BEFORE UPDATE OF as_read ON document
BEGIN SELECT RAISE(ABORT, 'what the source said never changes'); END;

CREATE INDEX document_listed ON document (  -- all that a list shows, without passing the texts
    number, id, title, url, author, publisher, date, language, source, added, replaced_by
);

CREATE INDEX document_replaced ON document (id) WHERE replaced_by IS NOT NULL;

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
, carries TEXT REFERENCES decision (id)) STRICT, WITHOUT ROWID;

CREATE INDEX decision_on_claim ON decision (json_extract(value, '$.claim'))
WHERE kind = 'evidence';

CREATE INDEX decision_by_time ON decision (at);

CREATE INDEX decision_by_register ON decision (subject, kind, at);

CREATE TRIGGER decision_is_final BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER decision_is_kept BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER decision_is_not_replaced BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM decision WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE INDEX decision_by_carried ON decision (carries) WHERE carries IS NOT NULL;

CREATE INDEX decision_by_reviewer ON decision (reviewer, at)
WHERE undoes IS NULL AND origin <> 'carried over';

CREATE INDEX decision_by_act ON decision (act) WHERE act <> id;

CREATE INDEX decision_by_session ON decision (session, at) WHERE session IS NOT NULL;

CREATE TABLE retracted (  -- decisions that an undo took back and no redo brought back
    decision_id TEXT PRIMARY KEY REFERENCES decision (id),
    undo_id TEXT NOT NULL REFERENCES decision (id),
    reviewer TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX retracted_by_reviewer ON retracted (reviewer, at);

CREATE TABLE tag (
    document_id TEXT NOT NULL REFERENCES document (id),
    reviewer TEXT NOT NULL,
    sentence_id TEXT NOT NULL,
    tag TEXT NOT NULL,
    decision_id TEXT NOT NULL, subtypes TEXT NOT NULL DEFAULT '[]', attribution TEXT, duration_ms INTEGER, context_shown INTEGER, guideline TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (document_id, reviewer, sentence_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX tag_claims ON tag (document_id, sentence_id) WHERE tag = 'claim';

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
    decision_id TEXT NOT NULL, guideline INTEGER NOT NULL DEFAULT 0,
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
    decision_id TEXT NOT NULL, conclusion TEXT NOT NULL DEFAULT '', confidence TEXT, used TEXT NOT NULL DEFAULT '[]', missing TEXT NOT NULL DEFAULT '', cutoff TEXT NOT NULL DEFAULT '', blind INTEGER, duration_ms INTEGER, drafted TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (document_id, reviewer, sentence_id, claim_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX verdict_by_sentence ON verdict (document_id, sentence_id);

CREATE TABLE claim_detail (  -- what was said of a claim beyond that it is one
    document_id TEXT NOT NULL REFERENCES document (id),
    sentence_id TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    text TEXT NOT NULL,
    claimant TEXT NOT NULL,
    date TEXT NOT NULL,
    decision_id TEXT NOT NULL, claimant_kind TEXT, claimant_role TEXT NOT NULL DEFAULT '', place TEXT NOT NULL DEFAULT '', first_appearance TEXT NOT NULL DEFAULT '', types TEXT NOT NULL DEFAULT '[]', topics TEXT NOT NULL DEFAULT '[]', worthiness TEXT, worthiness_reasons TEXT NOT NULL DEFAULT '[]', priority INTEGER,
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
, author TEXT NOT NULL DEFAULT '', published TEXT NOT NULL DEFAULT '', archived TEXT NOT NULL DEFAULT '', not_archived TEXT NOT NULL DEFAULT '', type TEXT, level TEXT, reliability TEXT, interest TEXT NOT NULL DEFAULT '', independence_group TEXT NOT NULL DEFAULT '', anonymous INTEGER NOT NULL DEFAULT 0, anonymous_reason TEXT NOT NULL DEFAULT '', quote_before TEXT NOT NULL DEFAULT '', quote_after TEXT NOT NULL DEFAULT '', locator TEXT NOT NULL DEFAULT '', question TEXT NOT NULL DEFAULT '', answer TEXT NOT NULL DEFAULT '', answer_type TEXT, answer_because TEXT NOT NULL DEFAULT '', medium TEXT, note TEXT NOT NULL DEFAULT '', attachments TEXT NOT NULL DEFAULT '[]') STRICT, WITHOUT ROWID;

CREATE INDEX evidence_by_document ON evidence (document_id, sentence_id);

CREATE INDEX evidence_by_url ON evidence (url);

CREATE INDEX evidence_by_claim ON evidence (claim_id);

CREATE TABLE session (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    reviewer TEXT NOT NULL,
    started TEXT NOT NULL,
    seen TEXT NOT NULL,
    document_id TEXT REFERENCES document (id),
    "offset" INTEGER NOT NULL DEFAULT 0,  -- of the sentence under the cursor, code points
    filter TEXT NOT NULL DEFAULT ''
, pass TEXT NOT NULL DEFAULT 'tags') STRICT;

CREATE INDEX session_by_reviewer ON session (reviewer, seen);

CREATE TABLE draft (  -- forms that were left without saving
    reviewer TEXT NOT NULL,
    form TEXT NOT NULL,
    subject TEXT NOT NULL,
    fields TEXT NOT NULL CHECK (json_valid(fields)),
    PRIMARY KEY (reviewer, form, subject)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE proposal (  -- where the segmenter would begin sentences, as [[start, role], ...]
    number INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL UNIQUE REFERENCES document (id),
    starts TEXT NOT NULL
) STRICT;

CREATE TRIGGER proposal_is_final BEFORE UPDATE ON proposal
BEGIN SELECT RAISE(ABORT, 'what the segmenter proposed never changes'); END;

CREATE TRIGGER proposal_is_kept BEFORE DELETE ON proposal
BEGIN SELECT RAISE(ABORT, 'what the segmenter proposed is never deleted'); END;

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

CREATE VIEW standing AS  -- decisions that count: neither they nor what they carry is taken back
SELECT * FROM decision
WHERE undoes IS NULL
AND NOT EXISTS (SELECT 1 FROM retracted WHERE decision_id = decision.id)
AND NOT EXISTS (SELECT 1 FROM retracted WHERE decision_id = decision.carries);

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

CREATE TABLE revealed (  -- who has seen the others' verdicts on a claim
    reviewer TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    at TEXT NOT NULL,        -- UTC
    PRIMARY KEY (claim_id, reviewer)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE searchable (  -- titles, claims, evidence and notes as the index knows them
    place INTEGER PRIMARY KEY,  -- in the index: the article's number, then where in the article
    kind TEXT NOT NULL,
    name TEXT NOT NULL,      -- of the document, the claim, the evidence item or the sentence
    reviewer TEXT NOT NULL,  -- whose note; empty for what all share
    about TEXT NOT NULL,     -- the document, sentence or claim
    "start" INTEGER,         -- of the sentence, code points
    text TEXT NOT NULL,
    UNIQUE (kind, name, reviewer)
) STRICT;

CREATE INDEX searchable_by_subject ON searchable (about);

CREATE VIRTUAL TABLE search_index USING fts5(
    text, content = '', tokenize = "unicode61 remove_diacritics 2 categories 'L* N*'"
);

CREATE TABLE tally (  -- how many sentences an article has, and who tagged how many as what
    document_id TEXT NOT NULL REFERENCES document (id),
    reviewer TEXT NOT NULL,  -- empty where all sentences are counted
    tag TEXT NOT NULL,       -- empty likewise
    sentences INTEGER NOT NULL,
    PRIMARY KEY (document_id, reviewer, tag)
) STRICT, WITHOUT ROWID;
