"""Where in the articles something is, said as a user would type it: `1:7`, or `1:7.2`."""

from factcheck.domain.decision import Decision
from factcheck.domain.identity import DocumentId, span_of
from factcheck.store.store import Store


class Places:
    """Finds references, reading each article's sentences once."""

    def __init__(self, store: Store) -> None:
        """Look in the articles of `store`."""
        self._store = store
        self._known: dict[DocumentId, dict[int, str]] = {}

    def of(self, decision: Decision) -> str:
        """Return the sentence or claim that a decision is about; empty where it does not say."""
        if not decision.about:
            return ""
        reference = self.at(*span_of(decision.about)[:2])
        number = decision.about.partition("#")[2]
        return f"{reference}.{number}" if number not in {"", "1"} else reference

    def at(self, document: DocumentId, offset: int) -> str:
        """Return the sentence that starts at `offset`, in code points; empty where none does."""
        if document not in self._known:
            self._known[document] = self._references(document)
        return self._known[document].get(offset, "")

    def _references(self, name: DocumentId) -> dict[int, str]:
        document = self._store.documents.with_id(name)
        if document is None:
            return {}
        return {
            sentence.start: f"{document.number}:{sentence.number}"
            for sentence in self._store.documents.sentences(document)
        }
