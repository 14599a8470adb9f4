"""Whatever is written in the database can be found by its words, and what was done be counted."""

from typing import Final

_SEARCH: Final = """
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

-- the words of those texts, and of all sentences
CREATE VIRTUAL TABLE search_index USING fts5(
    text, content = '', tokenize = "unicode61 remove_diacritics 2 categories 'L* N*'"
);
-- merging less often saves a third of the time that new articles take
INSERT INTO search_index (search_index, rank) VALUES ('automerge', 64);
INSERT INTO search_index (search_index, rank) VALUES ('crisismerge', 128);

CREATE INDEX document_replaced ON document (id) WHERE replaced_by IS NOT NULL;
"""

_STATISTICS: Final = """
CREATE INDEX evidence_by_claim ON evidence (claim_id);
CREATE INDEX decision_by_session ON decision (session, at) WHERE session IS NOT NULL;
"""

STATEMENTS: Final = (_SEARCH, _STATISTICS)
