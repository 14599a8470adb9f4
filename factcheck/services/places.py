"""Where in the articles something is, said as a user would type it: `1:7`, or `1:7.2`."""

from bisect import bisect_right
from typing import NamedTuple

from factcheck.domain.decision import Decision
from factcheck.domain.identity import DocumentId, span_of
from factcheck.store.store import Store


class Places:
    """Finds references, reading each article's sentences once."""

    def __init__(self, store: Store) -> None:
        """Look in the articles of `store`."""
        self._store = store
        self._known: dict[DocumentId, _Known] = {}

    def of(self, decision: Decision) -> str:
        """Return the sentence, claim or article that a decision is about; empty where none is."""
        if not decision.about:
            return ""
        document, start, _ = span_of(decision.about)
        if decision.about == document:
            return self._article(document).number
        reference = self.at(document, start)
        number = decision.about.partition("#")[2]
        return f"{reference}.{number}" if number not in {"", "1"} else reference

    def at(self, document: DocumentId, offset: int) -> str:
        """Return the sentence that holds `offset`, in code points; empty where none does."""
        article = self._article(document)
        number = bisect_right(article.starts, offset)
        return f"{article.number}:{number}" if number else ""

    def _article(self, name: DocumentId) -> "_Known":
        if name not in self._known:
            document = self._store.documents.with_id(name)
            sentences = self._store.documents.sentences(document) if document else ()
            starts = [sentence.start for sentence in sentences]
            self._known[name] = _Known(str(document.number) if document else "", starts)
        return self._known[name]


class _Known(NamedTuple):
    number: str
    """What `list` calls the article; empty where it is not in this database."""
    starts: list[int]
    """Where its sentences begin, in code points."""
