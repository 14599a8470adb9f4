"""Claims and sentences that stand alone, found by their words wherever they are."""

from collections import defaultdict

from factcheck.domain.errors import NotFound
from factcheck.domain.identity import ClaimId, DocumentId
from factcheck.store.store import Store


class Wordings:
    """Where the words of claims stand in the database, and those of sentences in lists."""

    def __init__(self, store: Store) -> None:
        """Look in `store`, once it is asked for."""
        self._store = store
        self._known: dict[str, list[ClaimId]] | None = None

    def find(self, words: str, within: DocumentId | None = None) -> ClaimId | None:
        """Return the claim with these words; where there are several, the one `within` an article.

        Raises NotFound where it is not certain which one is meant.
        """
        if self._known is None:
            self._known = self._read()
        found = self._known.get(plain(words), [])
        there = [claim for claim in found if within and claim.startswith(within)]
        meant = there or found
        if len(meant) > 1:
            raise NotFound(
                f"its words are those of {len(meant)} claims here: "
                "name the article, and where in it they stand"
            )
        return meant[0] if meant else None

    def _read(self) -> dict[str, list[ClaimId]]:
        known: dict[str, list[ClaimId]] = defaultdict(list)
        for claim, words in self._store.wordings.all():
            if claim not in known[plain(words)]:
                known[plain(words)].append(claim)
        return dict(known)


def plain(words: str) -> str:
    """Return words with one space between them, however they were set."""
    return " ".join(words.split())
