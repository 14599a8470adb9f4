"""What is said of a sentence, one Web Annotation a finding and reviewer."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final, NamedTuple
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from factcheck.domain.decision import Kind
from factcheck.domain.findings.claim import Claim
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.verdict import Adjudication
from factcheck.domain.identity import ClaimId, number_of
from factcheck.domain.said import Stamp
from factcheck.domain.value import Value
from factcheck.reading.data.addresses import iri
from factcheck.reading.data.linked_data.webannotation_terms import (
    NAMESPACE,
    OWN,
    REVIEWER,
    SHAPES,
    SOURCE_TERMS,
    USED,
)
from factcheck.services.reporting import NOBODY, Judgement, ReportedClaim, ReportedSentence

Fields = Mapping[str, Any]

GENERATOR: Final = f"{NAMESPACE}software"
"""What made the annotations; the collection says more of it."""
_TOGETHER: Final = ", "
"""Stands between the names of those who agree."""
_MARKDOWN: Final = frozenset({"because"})
"""The fields that are written in it."""
_QUOTED: Final = ("quote", "quote_before", "quote_after")
_NOT_SAID: Final = frozenset({"claim", "attachments"})
"""The fields of evidence that other databases cannot know."""
_ALWAYS: Final = {"scale", "stance"}
"""The fields whose usual value other programs cannot know."""


class _Finding(NamedTuple):
    """One finding, ready to be written."""

    kind: Kind
    value: Value
    stamp: Stamp
    subject: str
    """The sentence, claim or evidence item, by id."""
    owner: str = ""
    """Whose it is; empty for everybody's."""
    claim: str = ""
    """The claim it is about, by id; empty for the whole sentence."""
    bodies: tuple[Fields, ...] = ()
    """What leads its body."""
    told: Collection[str] = ()
    """The fields that those say."""


def of_sentence(sentence: ReportedSentence, reviewers: Collection[str]) -> Iterator[Fields]:
    """Yield an annotation, without its target, for each finding on a sentence."""
    return (_annotation(finding, reviewers) for finding in _findings(sentence))


def identifier(*parts: str) -> str:
    """Return a name that is the same wherever the parts are, whatever is said under it."""
    return uuid5(NAMESPACE_URL, " ".join((NAMESPACE, *parts))).urn


def _findings(sentence: ReportedSentence) -> Iterator[_Finding]:
    subject = sentence.sentence.id
    for kind, said in (
        (Kind.TAG, sentence.tags),
        (Kind.NOTE, sentence.notes),
        (Kind.FLAG, sentence.flags),
    ):
        for owner, (value, stamp) in said.items():
            yield _Finding(kind, value, stamp, subject, owner)
    for claim in sentence.claims:
        yield from _on_claim(claim)


def _on_claim(claim: ReportedClaim) -> Iterator[_Finding]:
    subject = claim.claim.id
    if claim.claim.claim != Claim():
        worded = claim.worded or NOBODY
        yield _Finding(Kind.CLAIM, claim.claim.claim, worded, subject, claim=subject)
    for item in claim.claim.evidence:
        yield _evidence(item.id, item.evidence, claim.given.get(item.id, NOBODY))
    for owner, judged in claim.verdicts.items():
        yield _judgement(judged, subject, owner)
    if claim.adjudication:
        yield _judgement(claim.adjudication, subject, "")


def _judgement(judged: Judgement, subject: str, owner: str) -> _Finding:
    decided = isinstance(judged.verdict, Adjudication)
    return _Finding(
        kind=Kind.ADJUDICATION if decided else Kind.VERDICT,
        value=judged.verdict,
        stamp=judged.stamp,
        subject=subject,
        owner="" if decided else owner,
        claim=subject,
        bodies=({**_text(judged.words, "assessing"), **_number(judged)},),
    )


def _number(judged: Judgement) -> Fields:
    """Return where a rating stands on its scale, if it does."""
    if not judged.scale or not judged.rating.number or judged.rating not in judged.scale.ratings:
        return {}
    return {
        "schema:ratingValue": judged.rating.number,
        "schema:bestRating": judged.scale.best,
        "schema:worstRating": 1,
    }


def _evidence(item: str, evidence: Evidence, stamp: Stamp) -> _Finding:
    return _Finding(
        kind=Kind.EVIDENCE,
        value=evidence,
        stamp=stamp,
        subject=item,
        claim=evidence.claim,
        bodies=(_link(item, evidence),),
        told=_told_by_link(evidence),
    )


def _link(item: str, evidence: Evidence) -> Fields:
    """Return the link to a source, which has a name of its own where it is not on the web."""
    known = {term: getattr(evidence, name) for name, term in SOURCE_TERMS.items()}
    link: dict[str, object] = {
        "type": "SpecificResource",
        "purpose": "linking",
        "source": {"id": iri(evidence.url) or identifier("source", item), **_filled(known)},
    }
    if evidence.quote:
        around = {"prefix": evidence.quote_before, "suffix": evidence.quote_after}
        quotation = {"type": "TextQuoteSelector", "exact": evidence.quote}
        link["selector"] = {**quotation, **_filled(around)}
    if evidence.archived:
        link["state"] = {"type": "TimeState", "cached": iri(evidence.archived)}
    return link


def _told_by_link(evidence: Evidence) -> set[str]:
    """Return the fields that the link says, so that they can be read from it word for word."""
    addresses = {"url": evidence.url, "archived": evidence.archived}
    plain = (name for name, address in addresses.items() if iri(address) == address)
    return {*SOURCE_TERMS, *_NOT_SAID, *plain, *(_QUOTED if evidence.quote else ())}


def _annotation(finding: _Finding, reviewers: Collection[str]) -> Fields:
    """Return all of an annotation but what it is about."""
    shape = SHAPES[finding.kind]
    said = _said(finding.value)
    bodies = [*finding.bodies, *_texts(shape.texts, said)]
    return {
        "id": identifier(finding.kind, finding.subject, finding.owner),
        "type": "Annotation",
        "motivation": shape.motivation,
        **_by(finding.stamp, finding.owner, reviewers),
        "generator": GENERATOR,
        **({"body": bodies} if bodies else {}),
        f"{OWN}kind": finding.kind.value,
        **({f"{OWN}claim": number_of(ClaimId(finding.claim))} if finding.claim else {}),
        **_own(said, {*shape.texts, *finding.told}),
    }


def _said(value: Value) -> Fields:
    """Return the fields that say something; some do so even where they say the usual."""
    said = value.model_dump(mode="json", exclude_defaults=True)
    return {**said, **value.model_dump(mode="json", include=_ALWAYS)}


def _by(stamp: Stamp, owner: str, reviewers: Collection[str]) -> Fields:
    """Return who said it when, as far as that is known; those who agree are named each."""
    if not stamp.at:
        return {}
    together = stamp.reviewer or owner
    people = [_person(name) for name in _names(together, reviewers) or [together]]
    creator = people if len(people) > 1 else people[0]
    return {"creator": creator, "created": stamp.at, "modified": stamp.at}


def _names(together: str, reviewers: Collection[str]) -> list[str]:
    """Return the names of those who agree, which may hold commas; none where nobody is known."""
    if together in reviewers:
        return [together]
    for name in reviewers:
        if together.startswith(name + _TOGETHER):
            others = _names(together[len(name + _TOGETHER) :], reviewers)
            if others:
                return [name, *others]
    return []


def _person(name: str) -> Fields:
    return {"id": REVIEWER + quote(name, safe=""), "type": "Person", "name": name}


def _texts(purposes: Mapping[str, str], said: Fields) -> Iterator[Fields]:
    """Yield the fields that are texts of their own; each entry of a list is one."""
    for name, purpose in purposes.items():
        value = said.get(name, ())
        for text in [value] if isinstance(value, str) else value:
            yield _text(text, purpose, "text/markdown" if name in _MARKDOWN else "text/plain")


def _text(text: str, purpose: str, media_type: str = "text/plain") -> Fields:
    return {"type": "TextualBody", "purpose": purpose, "value": text, "format": media_type}


def _own(said: Fields, told: Collection[str]) -> Fields:
    """Return what nothing else says, under words of our own."""
    own = {f"{OWN}{name}": value for name, value in said.items() if name not in told}
    if USED in own:
        own[USED] = [identifier(Kind.EVIDENCE, item, "") for item in own[USED]]
    return own


def _filled(fields: Mapping[str, str]) -> Fields:
    return {name: text for name, text in fields.items() if text}
