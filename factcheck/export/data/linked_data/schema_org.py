"""The part of schema.org in which fact-checks are told: things, their properties, and the check.

Which property a type has and what it may hold is as schema.org 30.0 defines it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

from factcheck.domain.errors import InvalidValue
from factcheck.domain.particulars import Particulars

Node = dict[str, Any]
"""A thing: its type under `@type`, and what is said of it by property."""

_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)


def node(kind: str, **properties: object) -> Node:
    """Return a thing with those of its properties that say something; nothing where none does."""
    said = {name: value for name, value in properties.items() if value}
    return {"@type": kind, **said} if said and kind else said


def misuses(thing: Node, path: str = "") -> Iterator[str]:
    """Yield what schema.org does not allow in a thing, named by the path to it."""
    kind = thing.get("@type", "")
    known = properties_of(kind)
    for name, value in thing.items():
        place = f"{path}{name}"
        if name[0] == "@":
            continue
        if name not in known:
            yield f"{place} is no property of {kind or 'a thing without a type'}"
            continue
        for each in value if isinstance(value, list) else [value]:
            yield from _misuses_of(each, known[name], place)


def properties_of(kind: str) -> Mapping[str, tuple[str, ...]]:
    """Return what a type's properties may hold; of a thing without a type, what any thing has."""
    lineage = (*_lineage(kind), "Thing")
    return {name: held for each in reversed(lineage) for name, held in _PROPERTIES[each].items()}


def _misuses_of(value: object, held: tuple[str, ...], place: str) -> Iterator[str]:
    if isinstance(value, dict):
        kinds = {*_lineage(value.get("@type", ""))}
        if kinds and kinds.isdisjoint(held):
            yield f"{place} holds a {value['@type']}, and may hold {' or '.join(held)}"
        yield from misuses(value, f"{place}.")
    elif not any(_FITS[kind](value) for kind in held if kind in _FITS):
        yield f"{place} is {value!r}, and may be {' or '.join(held)}"


def _lineage(kind: str) -> Iterator[str]:
    """Yield a type and those that it is one of."""
    while kind:
        yield kind
        kind = _PARENTS.get(kind, "")


def _is_particular(field: str) -> Callable[[object], bool]:
    def fits(value: object) -> bool:
        try:
            return bool(value) and bool(Particulars.of(**{field: value}))
        except InvalidValue:
            return False

    return fits


_FITS: Final[Mapping[str, Callable[[object], bool]]] = MappingProxyType(
    {
        "Text": lambda value: isinstance(value, str) and bool(value.strip()),
        "Number": lambda value: isinstance(value, int) and not isinstance(value, bool),
        "URL": _is_particular("url"),
        "Date": _is_particular("date"),
        "Language": lambda value: isinstance(value, str) and bool(_LANGUAGE.fullmatch(value)),
    }
)
"""Whether a plain value is of a kind; a date may be a year or a month alone."""

_PARENTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ClaimReview": "Review",
        "Review": "CreativeWork",
        "Claim": "CreativeWork",
        "Article": "CreativeWork",
        "Dataset": "CreativeWork",
        "Quotation": "CreativeWork",
        "WebPage": "CreativeWork",
        "CorrectionComment": "Comment",
        "Comment": "CreativeWork",
    }
)
"""Of what a type is a kind; all are kinds of Thing."""
_AGENT: Final = ("Organization", "Person")
_PROPERTIES: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = MappingProxyType(
    {
        "Thing": {
            "name": ("Text",),
            "alternateName": ("Text",),
            "description": ("Text",),
            "disambiguatingDescription": ("Text",),
            "identifier": ("Text", "URL"),
            "sameAs": ("URL",),
            "url": ("URL",),
        },
        "CreativeWork": {
            "archivedAt": ("URL", "WebPage"),
            "author": _AGENT,
            "citation": ("CreativeWork", "Text"),
            "contentLocation": ("Place",),
            "correction": ("CorrectionComment", "Text", "URL"),
            "dateModified": ("Date",),
            "datePublished": ("Date",),
            "hasPart": ("CreativeWork",),
            "headline": ("Text",),
            "inLanguage": ("Language",),
            "keywords": ("Text",),
            "publisher": _AGENT,
            "text": ("Text",),
        },
        "Review": {
            "itemReviewed": ("Claim", "CreativeWork"),
            "reviewBody": ("Text",),
            "reviewRating": ("Rating",),
        },
        "ClaimReview": {"claimReviewed": ("Text",)},
        "Claim": {"appearance": ("CreativeWork",), "firstAppearance": ("CreativeWork",)},
        "Rating": {
            "bestRating": ("Number",),
            "ratingExplanation": ("Text",),
            "ratingValue": ("Number",),
            "worstRating": ("Number",),
        },
        "Organization": {
            "correctionsPolicy": ("URL",),
            "logo": ("URL",),
            "publishingPrinciples": ("URL",),
        },
        "Person": {"jobTitle": ("Text",)},
        **{kind: {} for kind in ("Article", "Dataset", "Quotation", "WebPage", "Place")},
        **{kind: {} for kind in ("Comment", "CorrectionComment")},
    }
)
"""What each type has beside the properties of those that it is a kind of, and of which kind."""
