"""A decision told to people, in words."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from factcheck.domain.anchors.anchor import Anchor
from factcheck.domain.decision import Decision
from factcheck.domain.findings.claim import Claim, Link
from factcheck.domain.findings.cut import Cut
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.remark import Flag, Note
from factcheck.domain.findings.sign_off import Approval, Correction, Publication
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Adjudication, Verdict
from factcheck.domain.particulars import Particulars
from factcheck.domain.scales.scales import Scales
from factcheck.domain.scheme.scheme import Scheme
from factcheck.domain.value import Value

_UNSAID: Final = frozenset({"content", "attachments", "used", "claim", "other"})
"""Fields that are names for programs."""


def told(decision: Decision, scales: Scales) -> str:
    """Return what a decision says, in words; `scales` name the ratings."""
    value = decision.value
    if value is None:
        return f"{decision.kind} cleared"
    if isinstance(value, Verdict):
        return _verdict(value, scales)
    tell = _TOLD.get(type(value))
    return tell(value) if tell else f"{decision.kind} {_fields(value)}".rstrip()


def verdict_words(verdict: Verdict, scales: Scales) -> str:
    """Return what readers see of a verdict: the rating's words, or the reviewer's conclusion."""
    rating = scales.rating(verdict.scale, verdict.rating)
    return verdict.conclusion if rating.open and verdict.conclusion else rating.words


def _verdict(value: Verdict, scales: Scales) -> str:
    kind = "adjudication" if isinstance(value, Adjudication) else "verdict"
    because = f", because {value.because}" if value.because else ""
    return f"{kind} {verdict_words(value, scales)}{because}"


def _tag(value: TagValue) -> str:
    kind = f" ({', '.join(value.subtypes)})" if value.subtypes else ""
    return f"tag {value.tag}{kind}" + (f", {value.attribution}" if value.attribution else "")


def _claim(value: Claim) -> str:
    said = [
        value.text,
        value.claimant and f"said by {value.claimant}",
        value.date and f"on {value.date}",
    ]
    known = {"text", "claimant", "date"}
    return "claim " + ", ".join(filter(None, [*said, _fields(value, without=known)]))


def _evidence(value: Evidence) -> str:
    name = value.url or value.name
    quote = f" {value.quote!r}" if value.quote else ""
    known = {"url", "stance", "quote", "accessed"} | ({"title"} if name == value.title else set())
    more = _fields(value, without=known)
    return f"evidence {value.stance} {name}{quote}" + (f", {more}" if more else "")


def _flag(value: Flag) -> str:
    return f"flag {'for the guideline: ' if value.guideline else ''}{value.reason}".rstrip(": ")


def _cut(value: Cut) -> str:
    return "a sentence begins here" if value.here else "no sentence begins here"


def _anchor(value: Anchor) -> str:
    return f"{value.fate} in the newer version, was {value.quote!r}"


def _correction(value: Correction) -> str:
    changed = f" ({value.old_rating} to {value.new_rating})" if value.new_rating else ""
    return f"{value.kind}{changed}: {value.text}"


def _approval(value: Approval) -> str:
    return f"sign-off: {value.vote}" + (f", {value.comment}" if value.comment else "")


def _fields(value: Value, without: set[str] | frozenset[str] = frozenset()) -> str:
    """Return what was said in a value, field by field."""
    said = value.model_dump(mode="json", exclude_defaults=True, exclude=set(without | _UNSAID))
    return ", ".join(f"{name.replace('_', ' ')} {_listed(given)}" for name, given in said.items())


def _listed(given: object) -> str:
    return ", ".join(map(str, given)) if isinstance(given, list) else str(given)


_TOLD: Final[Mapping[type[Value], Callable[[Any], str]]] = {
    TagValue: _tag,
    Claim: _claim,
    Evidence: _evidence,
    Note: lambda note: f"note {note.text}",
    Flag: _flag,
    Cut: _cut,
    Anchor: _anchor,
    Correction: _correction,
    Approval: _approval,
    Link: lambda link: f"link {link.relation}" + (f", {link.note}" if link.note else ""),
    Publication: lambda publication: f"published at {publication.url} on {publication.date}",
    Particulars: lambda particulars: f"particulars {_fields(particulars)}",
    Scheme: lambda scheme: f"scheme {scheme.version}, scale {scheme.scale.key}",
}
