"""How far each article is can be said without counting its sentences."""

from typing import Final

_TALLY: Final = """
CREATE TABLE tally (  -- how many sentences an article has, and who tagged how many as what
    document_id TEXT NOT NULL REFERENCES document (id),
    reviewer TEXT NOT NULL,  -- empty where all sentences are counted
    tag TEXT NOT NULL,       -- empty likewise
    sentences INTEGER NOT NULL,
    PRIMARY KEY (document_id, reviewer, tag)
) STRICT, WITHOUT ROWID;

INSERT INTO tally SELECT document_id, '', '', count(*) FROM sentence GROUP BY document_id;
INSERT INTO tally
SELECT document_id, reviewer, tag, count(*) FROM tag GROUP BY document_id, reviewer, tag;
"""

STATEMENTS: Final = (_TALLY,)
