"""Filling the evidence form from what was pasted or typed as a source."""

from typing import Final

from factcheck.reading.pasted import source_in
from factcheck.services.evidence import known_source
from factcheck.store.store import Store
from factcheck.tui.screens.form import Fields

_FEWEST_WORDS: Final = 3
"""Of a quote that stands where an address belongs; fewer are an address with a slip in it."""


class Pasting:
    """Tells from the address field what it can of the others; what was typed there stays."""

    def __init__(self, store: Store, url: str) -> None:
        """Look for sources in `store`; `url` is the address that stands there at first."""
        self._store = store
        self._url = url
        self._filled: Fields = {}

    def follow(self, name: str, answers: Fields) -> Fields:
        """Return what is to be filled in now that the field with that name was left."""
        written = answers["url"].strip()
        if name != "url" or written == self._url:
            return {}
        told = self._told(written)
        self._url = told.get("url", written)
        fresh = {
            field: words
            for field, words in told.items()
            if field == "url" or answers.get(field, "") in {"", self._filled.get(field)}
        }
        self._filled.update(fresh)
        return fresh

    def _told(self, written: str) -> Fields:
        """Return what is known of the source: from what was written, else from other claims."""
        pasted = source_in(written)._asdict()
        has_address = pasted["url"] or pasted["archived"]
        if not has_address and len(written.split()) < _FEWEST_WORDS:
            return {}
        said = {field: words for field, words in pasted.items() if words}
        known = known_source(self._store, pasted["url"])
        return {**{field: words for field, words in known.items() if words}, "url": "", **said}
