"""Names that follow from content: two people who read the same file hold the same article."""

import re
from hashlib import sha256
from typing import Final, NamedTuple, NewType

from factcheck.domain.errors import InvalidReference

DocumentId = NewType("DocumentId", str)
"""The SHA-256 of a document's text in UTF-8, in hexadecimal."""
SentenceId = NewType("SentenceId", str)
"""`DOCUMENT:START-END`, offsets in code points, end exclusive."""
ClaimId = NewType("ClaimId", str)
"""`SENTENCE#N`: the Nth claim in a sentence, counted from 1."""
EvidenceId = NewType("EvidenceId", str)
"""A UUID: evidence is not known by its content, for two people may cite the same page."""

_SENTENCE: Final = re.compile(r"(?P<document>[0-9a-f]{64}):(?P<start>\d+)-(?P<end>\d+)", re.ASCII)


class Span(NamedTuple):
    """A stretch of a document's text."""

    document: DocumentId
    start: int
    end: int


def document_id(text: str) -> DocumentId:
    """Return the id of the document with this text."""
    return DocumentId(sha256(text.encode()).hexdigest())


def sentence_id(document: DocumentId, start: int, end: int) -> SentenceId:
    """Return the id of the sentence that spans `start` to `end`, in code points."""
    return SentenceId(f"{document}:{start}-{end}")


def claim_id(sentence: SentenceId, number: int = 1) -> ClaimId:
    """Return the id of the sentence's claim with that number, counted from 1."""
    return ClaimId(f"{sentence}#{number}")


def sentence_of(subject: str) -> SentenceId:
    """Return the sentence that a sentence's or a claim's id speaks of."""
    return SentenceId(subject.partition("#")[0])


def number_of(claim: ClaimId) -> int:
    """Return the claim's number in its sentence, counted from 1."""
    return int(claim.partition("#")[2])


def span_of(subject: str) -> Span:
    """Return where a sentence's or a claim's words stand; raises InvalidReference."""
    match = _SENTENCE.fullmatch(sentence_of(subject))
    if match is None:
        raise InvalidReference(f"{subject!r} is not the id of a sentence or a claim")
    return Span(DocumentId(match["document"]), int(match["start"]), int(match["end"]))
