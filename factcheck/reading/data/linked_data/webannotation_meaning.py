"""What a Web Annotation says of its words: our own as it was meant, others as far as is known."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final
from urllib.parse import unquote

from pydantic import TypeAdapter, ValidationError

from factcheck.domain.decision import Kind
from factcheck.domain.errors import InvalidValue
from factcheck.domain.findings.evidence import Evidence
from factcheck.domain.findings.remark import Flag, Note
from factcheck.domain.findings.tagging import TagValue
from factcheck.domain.findings.verdict import Verdict
from factcheck.domain.text import Name
from factcheck.domain.value import Value
from factcheck.domain.vocabulary.stance import Stance
from factcheck.reading.data.labels import KnownRating, Labels
from factcheck.reading.data.linked_data.webannotation_model import Agent, Annotation, Body
from factcheck.reading.data.linked_data.webannotation_terms import REVIEWER, SHAPES

_LABELLING: Final = frozenset({"tagging", "classifying", "identifying"})
_ASSESSING: Final = frozenset({"assessing", "moderating"})
_WEB: Final = ("http://", "https://")
_NO_ADDRESS: Final = "urn:uuid:"
"""Begins what our own sources are called that are not on the web."""
_SEVERAL: Final = frozenset({"subtypes"})
"""The fields that several texts fill."""
_NO_CLAIM_YET: Final = ""
_MOST_CLAIMS: Final = 1000
"""Claims in one sentence; a larger number is a mistake."""
_NAME: Final = TypeAdapter(Name)


def reviewers_of(annotation: Annotation) -> tuple[str, ...]:
    """Return who says it, all who agree; nobody's name is empty."""
    names = tuple(filter(None, map(_name, annotation.creator)))
    return tuple(dict.fromkeys(names)) or ("",)


def _name(agent: Agent) -> str:
    """Return what to call a person; empty where it can be no name."""
    address = unquote(agent.id.removeprefix(REVIEWER))
    if address.startswith("acct:"):
        address = address.removeprefix("acct:").partition("@")[0]
    for name in (*agent.name, *agent.nickname, address):
        with suppress(ValidationError):
            return _NAME.validate_python(name)
    return ""


def claim_number(annotation: Annotation) -> int:
    """Return which claim of the sentence is meant, from 1; raises InvalidValue."""
    number = annotation.own.get("claim", 1)
    if type(number) is not int or not 1 <= number <= _MOST_CLAIMS:
        raise InvalidValue(f"claim: write its number in the sentence, from 1 to {_MOST_CLAIMS}")
    return number


def meaning(annotation: Annotation, labels: Labels) -> list[Value]:
    """Return what is said; raises InvalidValue where that cannot be."""
    kind = annotation.own.get("kind")
    try:
        if isinstance(kind, str) and kind in SHAPES:
            return [_own(annotation, Kind(kind))]
        return list(_Understood(annotation, labels).values())
    except InvalidValue as error:
        raise InvalidValue(f"it says what cannot be ({error}): mend it, or take it out") from error


def _own(annotation: Annotation, kind: Kind) -> Value:
    """Return a finding as it was written."""
    model = kind.value_type
    told = dict(_told(annotation, kind))
    known = {name: value for name, value in annotation.own.items() if name in model.model_fields}
    if kind is Kind.EVIDENCE:
        links = (_linked(body) for body in annotation.body if "linking" in body.purpose)
        told |= {**next(links, {}), "claim": _NO_CLAIM_YET}
    known.pop("claim", None)
    known.pop("used", None)
    return model.of(**{**told, **known})


def _told(annotation: Annotation, kind: Kind) -> Iterator[tuple[str, object]]:
    """Yield the fields that are texts of their own."""
    for name, purpose in SHAPES[kind].texts.items():
        texts = [body.text for body in annotation.body if purpose in body.purpose and body.text]
        if texts:
            yield name, texts if name in _SEVERAL else texts[0]


def _linked(body: Body) -> dict[str, Any]:
    """Return what a link says of its source, by the names of the fields of evidence."""
    source, quotation = body.whole, body.quotation
    on_web = source.id.startswith(_WEB)
    nameless = on_web or source.id.startswith(_NO_ADDRESS)
    return {
        "url": source.id if on_web else "",
        "title": source.title or ("" if nameless else source.id),
        "publisher": source.publisher,
        "author": source.author,
        "published": source.published,
        "archived": next((address for state in body.state for address in state.cached), ""),
        "quote": quotation.exact,
        "quote_before": quotation.prefix,
        "quote_after": quotation.suffix,
    }


class _Understood:
    """What somebody else's annotation means here; what nothing is known of becomes a note."""

    def __init__(self, annotation: Annotation, labels: Labels) -> None:
        """Sort what is said by what it is for."""
        self._labels = labels
        self._tag: TagValue | None = None
        self._rating: KnownRating | None = None
        self._stance = Stance.CONTEXT
        self._is_linking = any("linking" in body.purpose for body in annotation.body)
        self._links: list[Body] = []
        self._doubts: list[str] = []
        self._remarks: list[str] = []
        self._unknown: list[str] = []
        for body in annotation.body:
            self._take(body, {*body.purpose} or {*annotation.motivation})

    def values(self) -> Iterator[Value]:
        """Yield what is said; the reasons for a verdict are not a note beside it."""
        remarks = "\n\n".join(self._remarks)
        if self._tag:
            yield self._tag
        if self._rating:
            scale, rating = self._rating
            yield Verdict(rating=rating.key, scale=scale.key, because=remarks)
        for link in self._links:
            yield Evidence.of(claim=_NO_CLAIM_YET, stance=self._stance, **_linked(link))
        if self._doubts:
            yield Flag(reason="\n\n".join(self._doubts))
        unknown = ", ".join(f"#{label}" for label in self._unknown)
        noted = [*([] if self._rating else [remarks]), unknown]
        if any(noted):
            yield Note(text="\n\n".join(filter(None, noted)))

    def _take(self, body: Body, purposes: set[str]) -> None:
        if not body.text.strip():
            self._take_link(body, purposes)
        elif purposes & (_LABELLING | _ASSESSING):
            self._take_label(body.text.strip(), judged_first=bool(purposes & _ASSESSING))
        elif "questioning" in purposes:
            self._doubts.append(body.text.strip())
        else:
            self._remarks.append(body.text.strip())

    def _take_link(self, body: Body, purposes: set[str]) -> None:
        address = body.whole.id
        if address and "linking" in purposes:
            self._links.append(body)
        elif address:
            (self._unknown if purposes & _LABELLING else self._remarks).append(address)

    def _take_label(self, label: str, *, judged_first: bool) -> None:
        if self._is_linking and label in set(Stance):
            self._stance = Stance(label)
            return
        ways = (self._take_tag, self._take_rating)
        for take in reversed(ways) if judged_first else ways:
            with suppress(InvalidValue):
                if take(label):
                    return
        self._unknown.append(label)

    def _take_tag(self, label: str) -> bool:
        """Take a label of a sentence; False for one beside which another stands already."""
        value, before = self._labels.tag(label), self._tag
        if before and before.tag is not value.tag:
            return False
        kinds = (*(before.subtypes if before else ()), *value.subtypes)
        self._tag = TagValue(tag=value.tag, subtypes=tuple(dict.fromkeys(kinds)))
        return True

    def _take_rating(self, label: str) -> bool:
        rating = self._labels.rating(label)
        if self._rating:
            return self._rating == rating
        self._rating = rating
        return True
