"""What the records of an archive may call things; a name that nothing can have is refused."""

import re
from contextlib import suppress
from datetime import UTC
from typing import Annotated, Final

from pydantic import AfterValidator, Field, StringConstraints

from factcheck.domain.anchors.anchor import Anchor
from factcheck.domain.clock import parse_timestamp, timestamp
from factcheck.domain.decision import Kind
from factcheck.domain.findings.claim import Link
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.scheme.scheme import SUBJECT
from factcheck.domain.value import Value

_DOCUMENT: Final = "[0-9a-f]{64}"
_OFFSET: Final = "[0-9]{1,10}"
"""Longer numbers are no places in a text that fits into a database."""
_SENTENCE: Final = f"{_DOCUMENT}:{_OFFSET}-{_OFFSET}"
_CLAIM: Final = f"{_SENTENCE}#[1-9][0-9]{{0,9}}"
_WORD: Final = "[0-9A-Za-z_-]{1,64}"
_UUID: Final = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_TIME: Final = r"[0-9]{4}(-[0-9]{2}){2}T([0-9]{2}:){2}[0-9]{2}\.[0-9]{6}Z"
_LAST_YEAR: Final = "9000"
"""A clock beyond it could soon count no further, and every later decision would have to follow."""

_NO_MOMENT: Final = "1970-01-01T00:00:00.000000Z"

_SUBJECTS: Final = {
    **dict.fromkeys(Kind, _CLAIM),
    **dict.fromkeys((Kind.TAG, Kind.NOTE, Kind.FLAG, Kind.ANCHOR), _SENTENCE),
    Kind.EVIDENCE: _WORD,
    Kind.LINK: f"{_CLAIM}~{_CLAIM}",
    Kind.CORRECTION: f"{_CLAIM}!{_WORD}",
    Kind.CUT: f"{_DOCUMENT}@{_OFFSET}",
    Kind.PARTICULARS: _DOCUMENT,
    Kind.SCHEME: SUBJECT,
}
"""What decisions of each kind are about."""


def _moment(text: str) -> str:
    try:
        parse_timestamp(text)
    except ValueError:
        raise ValueError("there is no such time") from None
    if text >= _LAST_YEAR:
        raise ValueError(f"lies beyond the year {_LAST_YEAR}: the clock was wrong")
    return text


def moment_in(text: str) -> str:
    """Return the moment that a column holds, as an archive tells it.

    Databases of the first version may know only a day or a year, of which that is the beginning;
    what is no time at all becomes the oldest there is.
    """
    if re.fullmatch(_TIME, text):
        return text
    for rest in ("", "-01", "-01-01"):
        with suppress(ValueError, OverflowError):
            moment = parse_timestamp(f"{text}{rest}")
            return timestamp(
                moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
            )
    return _NO_MOMENT


def _whole(pattern: str) -> StringConstraints:
    return StringConstraints(pattern=f"^{pattern}$")


Offset = Annotated[int, Field(ge=0, lt=1 << 31)]
"""A place in a text, in code points."""
DocumentName = Annotated[str, _whole(_DOCUMENT)]
"""The SHA-256 of a text in UTF-8, in hexadecimal."""
SentenceName = Annotated[str, _whole(_SENTENCE)]
"""`DOCUMENT:START-END`, offsets in code points, the end exclusive."""
ClaimName = Annotated[str, _whole(_CLAIM)]
"""`SENTENCE#N`, the Nth claim in a sentence."""
EvidenceName = Annotated[str, _whole(_WORD)]
"""A UUID."""
DecisionName = Annotated[str, _whole(_UUID)]
"""A UUIDv7, which sorts by time."""
Moment = Annotated[str, _whole(_TIME), AfterValidator(_moment)]
"""UTC with microseconds, as `2026-03-01T09:30:00.000000Z`."""


def is_subject(kind: Kind, subject: str) -> bool:
    """Whether decisions of `kind` can be about what is called `subject`."""
    return re.fullmatch(_SUBJECTS[kind], subject) is not None


def names_well(value: Value) -> bool:
    """Whether what a value refers to has names that can exist."""
    match value:
        case Evidence(claim=claim) | Link(other=claim):
            return re.fullmatch(_CLAIM, claim) is not None
        case Anchor(document=document, sentence=sentence):
            there = sentence is None or re.fullmatch(_SENTENCE, sentence) is not None
            return there and re.fullmatch(_DOCUMENT, document) is not None
    return True
