"""A sitting: one stretch of work by one reviewer, and where they are in it."""

from factcheck.domain.identity import DocumentId
from factcheck.domain.passes import Pass
from factcheck.domain.value import Value


class Place(Value):
    """Where a reviewer is: an article, and an offset in its text."""

    document: DocumentId
    offset: int
    """Start of the sentence under the cursor, in code points."""
    filter: str = ""
    """The words searched for in the article, if any."""
    passing: Pass = Pass.TAGS
    """Which pass through the article the reviewer is in."""


class Sitting(Value):
    """One stretch of work; the next one begins where it ended."""

    id: str
    number: int
    """What `sessions` calls it, from 1."""
    reviewer: str
    started: str
    """UTC."""
    seen: str
    """When the place last changed, UTC."""
    place: Place | None
    """None as long as there was no article to be in."""
