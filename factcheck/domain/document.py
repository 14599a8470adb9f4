"""An article as it came, and the sentences in it."""

from typing import NamedTuple

from factcheck.domain.identity import DocumentId, SentenceId
from factcheck.domain.particulars import Particulars
from factcheck.domain.role import Role


class Document(Particulars):
    """An article with its particulars as they stand; its text never changes."""

    id: DocumentId
    """Follows from the text."""
    number: int
    """What this database's `list` calls it, from 1."""
    source: str
    """The file or the address it was read from."""
    text: str
    """Exactly the text that came."""
    added: str
    """When it was read, UTC."""
    replaced_by: DocumentId | None = None
    """The newer version of the article, if its source has changed."""

    @property
    def particulars(self) -> Particulars:
        """What is known about the article beside its text."""
        return Particulars(**self.model_dump(include=set(Particulars.model_fields)))


class Segment(NamedTuple):
    """A stretch of text that is read as one sentence."""

    start: int
    """Offset of its first character, in code points."""
    end: int
    """Offset behind its last character, in code points."""
    role: Role | None = None
    """What the layout suggests it is; None where nothing was decided."""


class Sentence(NamedTuple):
    """A stretch of a document that is decided as one; `text[start:end]` are its words.

    A book has tens of thousands of them, so they are made without validation.
    """

    id: SentenceId
    """Follows from the document and the span."""
    number: int
    """Its place in the article, from 1."""
    start: int
    """Offset of its first character, in code points."""
    end: int
    """Offset behind its last character, in code points."""
    text: str
    """Its words, exactly as they stand in the document."""
    role: Role | None = None
    """What the layout suggests it is, such as a heading; None where nothing was decided."""
