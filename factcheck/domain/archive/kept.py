"""The records of what is kept beside articles and decisions: files, pages, sittings."""

from hashlib import sha256
from typing import Literal, Self

from pydantic import Base64Bytes, model_validator

from factcheck.domain.archive.names import (
    ClaimName,
    DecisionName,
    DocumentName,
    EvidenceName,
    Moment,
    Offset,
)
from factcheck.domain.findings.evidence import Sha256
from factcheck.domain.passes import Pass
from factcheck.domain.text import Name
from factcheck.domain.value import Value
from factcheck.domain.verification import Finding


class AttachmentRecord(Value):
    """A file that was kept with evidence."""

    record: Literal["attachment"] = "attachment"
    sha256: Sha256
    media_type: str
    size: int
    """Bytes."""
    kept: Moment
    """When."""
    content: Base64Bytes

    @model_validator(mode="after")
    def _is_itself(self) -> Self:
        if (sha256(self.content).hexdigest(), len(self.content)) != (self.sha256, self.size):
            raise ValueError("content: is not what it was: export it again")
        return self


class ReadingRecord(Value):
    """One time a source was read and said something new."""

    record: Literal["reading"] = "reading"
    origin: str
    """The whole path or the address."""
    document: DocumentName
    """The article that holds its text."""
    read: Moment
    """When."""
    format: str
    encoding: str
    sha256: str
    """Of the page as it was fetched; empty where it was not fetched."""
    page: Base64Bytes | None = None
    """The page as it was fetched."""

    @model_validator(mode="after")
    def _is_itself(self) -> Self:
        if self.page is not None and sha256(self.page).hexdigest() != self.sha256:
            raise ValueError("page: is not what was fetched: export it again")
        return self


class SnapshotRecord(Value):
    """A page as it was when evidence was read there."""

    record: Literal["snapshot"] = "snapshot"
    url: str
    taken: Moment
    """When."""
    sha256: Sha256
    """Of the page."""
    media_type: str
    page: Base64Bytes
    """The page as it was fetched."""
    text: str
    """What it said."""

    @model_validator(mode="after")
    def _is_itself(self) -> Self:
        if sha256(self.page).hexdigest() != self.sha256:
            raise ValueError("page: is not what was fetched: export it again")
        return self


class VerificationRecord(Value):
    """One time it was looked up whether a quote still stands in its source."""

    record: Literal["verification"] = "verification"
    evidence: EvidenceName
    quote: str
    at: Moment
    finding: Finding
    detail: str


class SittingRecord(Value):
    """One stretch of work of a reviewer, and where it ended."""

    record: Literal["sitting"] = "sitting"
    id: DecisionName
    reviewer: Name
    started: Moment
    seen: Moment
    """When the place last changed."""
    document: DocumentName | None = None
    """The article the reviewer was in, if there was one."""
    offset: Offset = 0
    """Where the sentence under the cursor begins, in code points."""
    filter: str = ""
    """The words searched for in the article."""
    passing: Pass = Pass.TAGS
    """Which pass through the article the reviewer was in."""


class RevealedRecord(Value):
    """That a reviewer has seen the others' verdicts on a claim."""

    record: Literal["revealed"] = "revealed"
    reviewer: Name
    claim: ClaimName
    at: Moment
