"""An article as it came, and the sentences in it."""

from factcheck.domain.identity import DocumentId, SentenceId
from factcheck.domain.value import Value


class Document(Value):
    """An article; its text never changes."""

    id: DocumentId
    """Follows from the text."""
    number: int
    """What this database's `list` calls it, from 1."""
    title: str
    """What the article is called, or its first words."""
    source: str
    """The file it was read from."""
    text: str
    """Exactly the text that came."""
    added: str
    """When it was read, UTC."""


class Sentence(Value):
    """A stretch of a document that is decided as one; `text[start:end]` are its words."""

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
    role: str | None = None
    """What the layout suggests it is, such as a heading; None where nothing was decided."""
