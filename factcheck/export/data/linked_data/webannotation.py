"""Findings as Web Annotations (W3C, 2017): one collection in JSON-LD, one annotation a line."""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Final

from factcheck.export.data.linked_data.webannotation_findings import (
    GENERATOR,
    identifier,
    of_sentence,
)
from factcheck.export.data.linked_data.webannotation_target import target_of
from factcheck.reading.data.linked_data.webannotation_terms import CONTEXT, NAMESPACE, OWN, USED
from factcheck.services.ledger import Ledger
from factcheck.services.reporting import ReportedArticle, ReportedSentence
from factcheck.services.selecting import Export

_COLLECTION: Final = {
    "@context": [
        CONTEXT,
        {OWN.rstrip(":"): NAMESPACE, USED: {"@id": NAMESPACE + "used", "@type": "@id"}},
    ],
    "type": "AnnotationCollection",
    "label": "Findings on articles, sentence by sentence",
    "generator": {"id": GENERATOR, "type": "Software", "name": "factcheck"},
}
_PAGE: Final = {"type": "AnnotationPage", "startIndex": 0}


def lines(export: Export) -> Iterator[str]:
    """Yield a collection with all its annotations on one page.

    What is known only at the end stands there: their number, and names that follow from them.
    """
    yield _json(_COLLECTION)[:-1]
    digest, number, last = sha256(), 0, ""
    for annotation in map(_json, _annotations(export)):
        yield f"{last}," if last else f',"first":{_json(_PAGE)[:-1]},"items":['
        digest.update(annotation.encode())
        number, last = number + 1, annotation
    if last:
        yield last
    yield from _end(digest.hexdigest(), number)


def _end(digest: str, number: int) -> Iterator[str]:
    """Yield the end of the collection; one without annotations has no page."""
    page = identifier("page", digest)
    known = {"id": identifier("collection", digest), "total": number}
    if number:
        yield f"]{_further({'id': page})}}}{_further({'last': page, **known})}}}"
    else:
        yield f"{_further(known)}}}"


def _further(fields: Mapping[str, object]) -> str:
    return f",{_json(fields)[1:-1]}"


def _json(value: object) -> str:
    """Return JSON in ASCII, so that no character of an article can command a terminal."""
    return json.dumps(value, separators=(",", ":"))


def _annotations(export: Export) -> Iterator[Mapping[str, object]]:
    for article in export.articles:
        for sentence in article.sentences:
            _leave_out(sentence, export.ledger)
            yield from _of(article, sentence, export.ledger)


def _of(
    article: ReportedArticle, sentence: ReportedSentence, ledger: Ledger
) -> Iterator[Mapping[str, object]]:
    target: Mapping[str, object] = {}
    for annotation in of_sentence(sentence, article.reviewers):
        target = target or target_of(article.document, sentence.sentence)
        yield {**annotation, "target": target}
    ledger.leave_out("sentences", "nothing is said of them", number=not target)


def _leave_out(sentence: ReportedSentence, ledger: Ledger) -> None:
    """Count what no annotation of an article's words says."""
    for claim in (reported.claim for reported in sentence.claims):
        ledger.leave_out("approvals", "they are not about words", len(claim.approvals))
        ledger.leave_out("publications", "they are not about words", claim.publication is not None)
        ledger.leave_out("corrections", "they are not about words", len(claim.corrections))
        ledger.leave_out("links", "between claims", sum(link.mine for link in claim.links))
        attached = sum(len(item.evidence.attachments) for item in claim.evidence)
        ledger.leave_out("attachments", "files do not fit in", attached)
