"""What findings are called in Web Annotations: the words that writing and reading share."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from factcheck.domain.decision import Kind

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
"""Where the words of the Web Annotation Data Model (W3C, 2017) are defined."""
OWN: Final = "factcheck:"
"""What begins the words that the model does not have; other programs pass them by."""
NAMESPACE: Final = "urn:factcheck:"
"""What our own words stand for in a graph, and what begins the names of reviewers in it."""
REVIEWER: Final = f"{NAMESPACE}reviewer:"
"""Begins the name of a reviewer."""
DOCUMENT: Final = "urn:sha256:"
"""Begins the name of an article that has no address: the hash of its text follows."""
USED: Final = f"{OWN}used"
"""The annotations of the evidence that a verdict rests on."""


class Shape(NamedTuple):
    """How a kind of finding becomes an annotation."""

    motivation: str
    """Why somebody annotates so, as the model has it."""
    texts: Mapping[str, str]
    """The fields that are texts of their own in its body, each with the purpose it has there."""


SHAPES: Final[Mapping[Kind, Shape]] = MappingProxyType(
    {
        Kind.TAG: Shape("classifying", {"tag": "tagging", "subtypes": "classifying"}),
        Kind.NOTE: Shape("commenting", {"text": "commenting"}),
        Kind.FLAG: Shape("questioning", {"reason": "questioning"}),
        Kind.CLAIM: Shape("describing", {"text": "describing"}),
        Kind.VERDICT: Shape("assessing", {"because": "commenting"}),
        Kind.ADJUDICATION: Shape("assessing", {"because": "commenting"}),
        Kind.EVIDENCE: Shape("linking", {"stance": "tagging", "note": "commenting"}),
    }
)
"""The kinds that are annotations; every other field stands there under a word of our own."""

SOURCE_TERMS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "title": "schema:name",
        "publisher": "schema:publisher",
        "author": "schema:author",
        "published": "schema:datePublished",
    }
)
"""What schema.org calls the fields of a source; the context of annotations knows the prefix."""
