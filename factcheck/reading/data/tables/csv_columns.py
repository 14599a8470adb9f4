"""The columns of a table of findings."""

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.sign_off import Publication
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.value import Value

Columns = Mapping[str, str]
"""The columns that hold the fields of a value, by field."""


def _columns(prefix: str, fields: Iterable[str], bare: Collection[str] = ()) -> Columns:
    """Return columns called as the fields are, with a prefix before those that are not `bare`."""
    return MappingProxyType(
        {
            field: field if field in bare or field.startswith(prefix) else f"{prefix}_{field}"
            for field in fields
        }
    )


def _without(model: type[Value], *fields: str) -> list[str]:
    return [field for field in model.model_fields if field not in fields]


TAG: Final = _columns("tag", TagValue.model_fields, bare=_without(TagValue, "duration_ms"))
CLAIM: Final = _columns("claim", Claim.model_fields)
VERDICT: Final = _columns(
    "verdict", _without(Verdict, "used"), bare=_without(Verdict, "duration_ms")
)
"""The evidence that it rests on is told by number, for people only."""
EVIDENCE: Final = _columns("evidence", _without(Evidence, "claim", "attachments"))
PUBLICATION: Final = _columns("publication", Publication.model_fields)

PLACE: Final = (
    "row", "article_id", "article", "url", "sentence_number", "start", "end", "text", "role",
)  # fmt: skip
"""What a row is about; offsets are code points, the end exclusive."""
SAID: Final = ("reviewer", "decided")
"""Who says it, and when, UTC."""
REMARKS: Final = ("note", "flag", "flag_reason")
SENTENCE: Final = "sentence"
GUIDELINE: Final = "guideline"
"""What a flag says that it doubts."""
ATTACHMENTS: Final = "evidence_attachments"
"""The names of the files that were kept with a piece of evidence."""
BESIDE_CLAIM: Final = ("worded_by", "state")
BESIDE_VERDICT: Final = (
    "adjudicated", "rating_words", "number", "worst", "best", "normalised", "used",
)  # fmt: skip
COLUMNS: Final = (
    *PLACE,
    *SAID,
    *TAG.values(),
    *REMARKS,
    "claim_number",
    *CLAIM.values(),
    *BESIDE_CLAIM,
    *VERDICT.values(),
    *BESIDE_VERDICT,
    "evidence_number",
    *EVIDENCE.values(),
    ATTACHMENTS,
    *PUBLICATION.values(),
)
"""All columns that an export writes, in their order."""
