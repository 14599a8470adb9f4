"""The words of all claims, and of sentences in lists, by which files of other tools name them."""

from collections.abc import Iterator
from typing import Final

from sqlite_utils.db import Database

from factcheck.domain.identity import ClaimId, DocumentId

LIST: Final = "list"
"""The format of an article that is a list of sentences, each of which stands alone."""


class Wordings:
    """The words of claims and of listed sentences in one database."""

    def __init__(self, db: Database) -> None:
        """Read from `db`."""
        self._db = db

    def all(self) -> Iterator[tuple[ClaimId, str]]:
        """Yield each claim with its wording and with its sentence's own words, in their order.

        Sentences of lists are among them, claims or not, as their first claim.
        """
        article, text = "", ""
        for row in self._db.query(_WORDINGS, {"list": LIST}):
            if row["document_id"] != article:
                article, text = row["document_id"], self._text(row["document_id"])
            if row["wording"]:
                yield ClaimId(row["claim"]), row["wording"]
            yield ClaimId(row["claim"]), text[row["start"] : row["end"]]

    def _text(self, document: DocumentId) -> str:
        query = "SELECT text FROM document WHERE id = ?"
        return str(self._db.execute(query, [document]).fetchone()[0])


_WORDINGS: Final = """
SELECT named.claim, named.wording, sentence.document_id, sentence."start", sentence."end"
FROM (
    SELECT id AS claim, sentence_id, document_id, text AS wording FROM claim
    UNION ALL
    SELECT sentence.id || '#1', sentence.id, sentence.document_id, ''
    FROM sentence WHERE document_id IN (SELECT document_id FROM reading WHERE format = :list)
) AS named
JOIN sentence ON sentence.document_id = named.document_id AND sentence.id = named.sentence_id
JOIN document ON document.id = named.document_id AND document.replaced_by IS NULL
ORDER BY document.number, sentence."start", named.claim
"""
