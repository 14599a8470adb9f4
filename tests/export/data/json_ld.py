"""JSON-LD as other programs see it: a real processor makes a graph of it, and asks no network."""

import json
from collections.abc import Mapping
from typing import Any, Final

from pyld import jsonld

_SCHEMA_ORG: Final = {
    "@vocab": "http://schema.org/",
    "schema": "http://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "type": "@type",
    "id": "@id",
    **{
        name: {"@id": f"schema:{name}", "@type": "@id"}
        for name in (
            *("url", "sameAs", "logo", "image", "archivedAt", "citation", "contentUrl"),
            *("correctionsPolicy", "publishingPrinciples", "verificationFactCheckingPolicy"),
        )
    },
    **{
        name: {"@id": f"schema:{name}", "@type": "schema:Date"}
        for name in ("datePublished", "dateModified", "dateCreated")
    },
}
"""Every word is a term of schema.org; these lead to something, or are dates."""

_TERMS_OF_ANNOTATIONS: Final = {
    "oa": "Annotation Choice List SpecificResource TextualBody CssSelector DataPositionSelector "
    "FragmentSelector RangeSelector SvgSelector TextPositionSelector TextQuoteSelector "
    "XPathSelector HttpRequestState TimeState assessing bookmarking classifying commenting "
    "describing editing highlighting identifying linking moderating questioning replying "
    "tagging bodyValue exact prefix suffix styleClass",
    "dctypes": "Dataset",
    "foaf": "Person Organization name",
    "schema": "Audience",
    "rdf": "value",
    "rdfs": "label",
    "dc": "format language",
}
"""Words of Web Annotation by the vocabulary that they are from under the same name."""
_OTHERWISE_CALLED: Final = {
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "Software": "as:Application",
    "Text": "dctypes:Text",
    "nickname": "foaf:nick",
    "created": {"@id": "dcterms:created", "@type": "xsd:dateTime"},
    "modified": {"@id": "dcterms:modified", "@type": "xsd:dateTime"},
    "generated": {"@id": "dcterms:issued", "@type": "xsd:dateTime"},
    **{
        word: {"@id": f"oa:{word}", "@type": "xsd:dateTime"}
        for word in ("sourceDate", "sourceDateStart", "sourceDateEnd")
    },
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "startIndex": {"@id": "as:startIndex", "@type": "xsd:nonNegativeInteger"},
    "total": {"@id": "as:totalItems", "@type": "xsd:nonNegativeInteger"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
}
_LEADING: Final = {
    "body": "oa:hasBody",
    "target": "oa:hasTarget",
    "source": "oa:hasSource",
    "selector": "oa:hasSelector",
    "state": "oa:hasState",
    "scope": "oa:hasScope",
    "refinedBy": "oa:refinedBy",
    "cached": "oa:cachedSource",
    "canonical": "oa:canonical",
    "via": "oa:via",
    "creator": "dcterms:creator",
    "generator": "as:generator",
    "rights": "dcterms:rights",
    "conformsTo": "dcterms:conformsTo",
    "homepage": "foaf:homepage",
    "email": "foaf:mbox",
    "partOf": "as:partOf",
    "first": "as:first",
    "last": "as:last",
    "next": "as:next",
    "prev": "as:prev",
}
"""Words of Web Annotation whose values are addresses or things."""
_ANNOTATIONS: Final = {
    "oa": "http://www.w3.org/ns/oa#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "dctypes": "http://purl.org/dc/dcmitype/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "http://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    **{
        word: f"{vocabulary}:{word}"
        for vocabulary, words in _TERMS_OF_ANNOTATIONS.items()
        for word in words.split()
    },
    **_OTHERWISE_CALLED,
    **{word: {"@id": term, "@type": "@id"} for word, term in _LEADING.items()},
}

_CONTEXTS: Final = {
    "https://schema.org": _SCHEMA_ORG,
    "https://schema.org/": _SCHEMA_ORG,
    "http://schema.org": _SCHEMA_ORG,
    "http://schema.org/": _SCHEMA_ORG,
    "http://www.w3.org/ns/anno.jsonld": _ANNOTATIONS,
}


def expanded(document: object) -> Any:
    """Return JSON-LD, or the text of it, with each term written out; an unknown term fails."""
    options = {"documentLoader": _context, "processingMode": "json-ld-1.1"}
    value = json.loads(document) if isinstance(document, str) else document
    return jsonld.expand(value, options, on_property_dropped=_refuse)


def graph(document: object) -> list[str]:
    """Return what JSON-LD says as sorted N-Quads; the same for the same graph however written."""
    options = {"algorithm": "URDNA2015", "format": "application/n-quads"}
    quads: str = jsonld.normalize(expanded(document), options)
    return quads.splitlines()


def nodes(document: object, kind: str) -> list[Mapping[str, Any]]:
    """Return the things of a type, by its whole name, wherever in the document they stand."""
    return [node for node in jsonld.flatten(expanded(document)) if kind in node.get("@type", ())]


def _context(url: str, options: object) -> Mapping[str, Any]:
    assert url in _CONTEXTS, f"a program would have to fetch {url}"
    document = {"@context": _CONTEXTS[url]}
    return {"contextUrl": None, "documentUrl": url, "document": document}


def _refuse(term: str) -> None:
    raise AssertionError(f"no program understands the term {term!r}")
