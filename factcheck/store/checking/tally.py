"""Whether as many sentences, and tags of each reviewer, are there as the table `tally` says."""

from collections.abc import Iterator
from typing import Final

from sqlite_utils.db import Database

from factcheck.store.checking.rows import article


def tally(db: Database) -> Iterator[str]:
    """Check every count that is kept against the rows that it counts."""
    for number, title, reviewer, tag, kept, there in db.execute(_COUNTS):
        what = f"sentences that {reviewer} tagged {tag}" if reviewer else "sentences"
        trouble = f"{article(number, title)}: the table tally says {kept} {what}, not {there}"
        yield "" if kept == there else trouble


_COUNTS: Final = """
SELECT number, title, reviewer, tag, sum(kept), sum(there) FROM (
    SELECT document_id, reviewer, tag, sentences AS kept, 0 AS there FROM tally
    UNION ALL SELECT document_id, '', '', 0, count(*) FROM sentence GROUP BY document_id
    UNION ALL
    SELECT document_id, reviewer, tag, 0, count(*) FROM tag GROUP BY document_id, reviewer, tag
)
LEFT JOIN document ON document.id = document_id
GROUP BY document_id, reviewer, tag
"""
