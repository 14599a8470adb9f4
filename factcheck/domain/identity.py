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
CutId = NewType("CutId", str)
"""`DOCUMENT@OFFSET`: the place before the character at that offset, in code points."""
LinkId = NewType("LinkId", str)
"""`CLAIM~CLAIM`: what the first is to the second."""
CorrectionId = NewType("CorrectionId", str)
"""`CLAIM!UUID`: a claim may be corrected several times."""
EvidenceId = NewType("EvidenceId", str)
"""A UUID: evidence is not known by its content, for two people may cite the same page."""

_PLACE: Final = re.compile(
    r"(?P<document>[0-9a-f]{64})(:(?P<start>\d+)-(?P<end>\d+)|@(?P<offset>\d+))?", re.ASCII
)


_AFTER_CLAIM: Final = re.compile("[~!]")


class Span(NamedTuple):
    """A stretch of a document's text; empty for the document itself, and for a cut."""

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


def cut_id(document: DocumentId, offset: int) -> CutId:
    """Return the id of the place before the character at `offset`, in code points."""
    return CutId(f"{document}@{offset}")


def copied_evidence_id(evidence: EvidenceId, document: DocumentId) -> EvidenceId:
    """Return the id of an evidence item's copy in another document.

    The same everywhere, and beginning like the original, so that both sort by the same time.
    """
    tail = sha256(f"{evidence} {document}".encode()).hexdigest()
    return EvidenceId(f"{evidence[:19]}8{tail[:3]}-{tail[3:15]}")


def link_id(claim: ClaimId, other: ClaimId) -> LinkId:
    """Return the id of what `claim` is to `other`."""
    return LinkId(f"{claim}~{other}")


def correction_id(claim: ClaimId, name: str) -> CorrectionId:
    """Return the id of the correction of `claim` that has the UUID `name`."""
    return CorrectionId(f"{claim}!{name}")


def claim_of(subject: str) -> ClaimId:
    """Return the claim that the id of a claim, a link or a correction speaks of."""
    return ClaimId(_AFTER_CLAIM.split(subject, maxsplit=1)[0])


def sentence_of(subject: str) -> SentenceId:
    """Return the sentence that a sentence's or a claim's id speaks of."""
    return SentenceId(subject.partition("#")[0])


def number_of(claim: ClaimId) -> int:
    """Return the claim's number in its sentence, counted from 1."""
    return int(claim_of(claim).partition("#")[2])


def span_of(subject: str) -> Span:
    """Return where the words stand that an id is about; raises InvalidReference.

    It may be the id of a sentence, a claim, a cut or a document.
    """
    match = _PLACE.fullmatch(sentence_of(subject))
    if match is None:
        raise InvalidReference(f"{subject!r} is not the id of a sentence, a claim or an article")
    start = int(match["start"] or match["offset"] or 0)
    return Span(DocumentId(match["document"]), start, int(match["end"] or start))
