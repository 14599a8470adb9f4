"""ClaimReview: fact-checks as sites publish them, feeds gather them, and Google's API answers."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from pydantic import ValidationError

from factcheck.domain.display import shortened
from factcheck.domain.errors import Unreadable
from factcheck.reading.data.incoming import DataFile, Refused, Remarked, Row
from factcheck.reading.data.json_lines import Located, located, places
from factcheck.reading.data.linked_data.claimreview_answers import OTHERS, is_answer, reviews_in
from factcheck.reading.data.linked_data.claimreview_model import Review, kinds, listed, terms
from factcheck.reading.data.linked_data.claimreview_statements import rows_of
from factcheck.reading.decoding.encoding import decoded

_REVIEW: Final = "ClaimReview"
_OWN_HEAD: Final = "Dataset"
"""The type of what stands first in our own graph of all fact-checks."""
_GRAPH: Final = "@graph"
_HOLDERS: Final = (
    *(_GRAPH, "dataFeedElement", "item", "itemListElement", "mainEntity", "hasPart", "review"),
    *("claims", "results", "claim", "claimReview", "claimReviewMarkupPages"),
)
"""Under what names graphs, feeds, lists, pages and answers hold what they hold."""
_DEEPEST: Final = 6
"""Holders within holders, and things within things; a feed needs four."""
_LONGEST_REMARK: Final = 300
"""Characters."""
_BEGINNING: Final = re.compile(r"\ufeff?\s*[\[{]")
_TOLD: Final = re.compile(
    r'"(@type|type)"\s*:\s*\[?\s*"[^"]{0,40}ClaimReview"|"[^"]{0,40}claimReviewed"\s*:'
    r'|"claimReview(Markups)?"\s*:\s*\[\s*\{'
)


def _refuse(name: str) -> object:
    raise ValueError(name)


_DECODER: Final = json.JSONDecoder(parse_constant=_refuse, strict=False)
"""Sites break lines within words."""
_Placed = tuple[int, object]
"""On which line something begins, and what it is."""


def recognises(name: str, head: str) -> bool:
    """Whether a file is of this format, by its first characters."""
    return bool(_BEGINNING.match(head) and _TOLD.search(head))


def read(file: DataFile) -> Iterator[Row]:
    """Yield what the fact-checks say, each by where it begins; raises Unreadable."""
    document = _parsed(file.content)
    if document.value == []:
        return
    known = _by_id(document.value)
    found = list(_Search(document).found())
    if not any(_is_review(each) or _OWN_HEAD in _kinds(each) for _, each in found):
        raise Unreadable("holds no ClaimReview: name the format of the file (--format)")
    for number, (_, each) in zip(places([line for line, _ in found]), found, strict=True):
        if _is_review(each):
            yield from _rows(number, _linked(each, known), file)
        elif not isinstance(each, dict):
            yield Refused(number, "is no JSON object: write the fact-check as {...}")
        elif _OWN_HEAD not in _kinds(each):
            yield Remarked(number, "is no ClaimReview: passed over")


def _rows(number: int, record: Mapping[str, Any], file: DataFile) -> Iterator[Row]:
    try:
        review = Review.model_validate(record)
    except ValidationError as error:
        place = ".".join(map(str, error.errors(include_input=False)[0]["loc"]))
        yield Refused(number, f"{place}: is nothing that a ClaimReview says: correct it")
        return
    yield from rows_of(number, review, file.labels)
    others = record.get(OTHERS)
    for other in others if isinstance(others, list) else ():
        yield Remarked(number, shortened(str(other), _LONGEST_REMARK))


def _parsed(content: bytes) -> Located:
    try:
        return located(decoded(content).text, _DECODER)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno} column {error.colno}"
        raise Unreadable(f"is no JSON ({error.msg}, {place}): mend it") from error
    except (ValueError, RecursionError) as error:
        raise Unreadable("is JSON with a number or a depth that nobody needs: mend it") from error


class _Search:
    """Looks for the fact-checks in a document, each with the line on which it begins."""

    def __init__(self, document: Located) -> None:
        self._document = document

    def found(self) -> Iterator[_Placed]:
        """Yield the fact-checks in graphs, feeds and answers, and what else stands beside them."""
        yield from self._found(self._document.value, 1, 0)

    def _found(self, value: object, line: int, depth: int) -> Iterator[_Placed]:
        things = listed(value)
        for here, each in zip(self._document.lines_in(things, line), things, strict=True):
            if isinstance(each, dict) and not _is_review(each) and depth < _DEEPEST:
                yield from self._held(each, here, depth)
            else:
                yield here, each

    def _held(self, holder: dict[str, Any], line: int, depth: int) -> Iterator[_Placed]:
        said = terms(holder)
        if is_answer(said):
            yield from ((line, review) for review in reviews_in(said))
            return
        names = [name for name in _HOLDERS if name in said]
        for name in names:
            held = self._found(said[name], line, depth + 1)
            yield from held if name != _GRAPH else _without_others(held)
        if not names:
            yield line, holder


def _without_others(nodes: Iterable[_Placed]) -> Iterator[_Placed]:
    """Yield what of a graph is told; other things belong in there, and need no remark."""
    for line, each in nodes:
        if _is_review(each) or _OWN_HEAD in _kinds(each) or not isinstance(each, dict):
            yield line, each


def _is_review(value: object) -> bool:
    types = _kinds(value)
    untyped = isinstance(value, dict) and not types and "claimReviewed" in terms(value)
    return _REVIEW in types or untyped


def _kinds(value: object) -> list[str]:
    return kinds(value) if isinstance(value, dict) else []


def _by_id(document: object) -> dict[str, object]:
    """Return the things of a graph by their ids, for those that are only named elsewhere."""
    graphs = (each.get(_GRAPH) for each in listed(document) if isinstance(each, dict))
    nodes = [node for graph in graphs for node in listed(graph) if isinstance(node, dict)]
    return {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}


def _linked(value: Any, known: Mapping[str, object], depth: int = 0) -> Any:
    """Return a thing with those in it that are only named by their ids."""
    if not known or depth > _DEEPEST:
        return value
    if isinstance(value, list):
        return [_linked(each, known, depth + 1) for each in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"@id"}:
        return known.get(str(value["@id"]), value)
    return {name: _linked(each, known, depth + 1) for name, each in value.items()}
