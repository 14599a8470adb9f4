"""Correct what is known about an article beside its text."""

from collections.abc import Mapping

from factcheck.domain.decision import Author, Change, Kind
from factcheck.domain.document import Document
from factcheck.domain.particulars import Particulars
from factcheck.reading.title import title_of
from factcheck.services.recording import Decisions
from factcheck.store.store import Store


def correct(
    store: Store, author: Author, document: Document, fields: Mapping[str, str]
) -> Decisions:
    """Record title, url, author, publisher, date or language; what is not given stays.

    Raises InvalidValue.
    """
    with store.transaction():
        known = store.documents.with_id(document.id) or document
        particulars = Particulars.of(**{**known.particulars.model_dump(), **fields})
        if not particulars.title:  # an article is always called something
            particulars = particulars.model_copy(update={"title": title_of(document.text)})
        if particulars == known.particulars:
            return ()
        change = Change(kind=Kind.PARTICULARS, subject=document.id, value=particulars)
        return store.journal.record(author, [change])
