"""What Google and schema.org ask of a ClaimReview, and what to do where it is not so.

Google, "Fact Check (ClaimReview) structured data"; the advice names our own commands.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from factcheck.domain.linting.sites import SHORTENERS, is_on, page_of, site_of
from factcheck.domain.linting.wording import LONGEST_WORDING
from factcheck.domain.vocabulary.claims import ClaimantKind
from factcheck.export.data.linked_data.schema_org import Node, misuses

_REQUIRED: Final = {
    "url": "publish it first (factcheck publish)",
    "claimReviewed": "word the claim (factcheck claim --text)",
    "reviewRating.alternateName": "write the conclusion (factcheck verdict --conclusion)",
}
"""Without these search engines do not take it."""
_RECOMMENDED: Final = {
    "author": "name your organisation in scheme.toml",
    "itemReviewed.author": "say who makes the claim (factcheck claim --claimant)",
    "itemReviewed.datePublished": "say when the claim was made (factcheck claim --date)",
}
_PLACES: Final = ("appearance", "firstAppearance")
_NUMBERS: Final = ("worstRating", "ratingValue", "bestRating")


class Pages:
    """The pages of the fact-checks so far; each is to have its own."""

    def __init__(self) -> None:
        """Begin with none."""
        self._first: dict[str, str] = {}

    def first_on(self, url: str, ref: str) -> str:
        """Return the fact-check that has the page already, by reference; empty where none has."""
        first = self._first.setdefault(page_of(url), ref) if url else ref
        return "" if first == ref else first


def problems(review: Node, claimant: ClaimantKind | None = None) -> Iterator[str]:
    """Yield what the rules object to, each with advice; an unknown `claimant` needs no name."""
    for path, advice in (_REQUIRED | _RECOMMENDED).items():
        unknown = path == "itemReviewed.author" and claimant is ClaimantKind.UNKNOWN
        if not _at(review, path) and not unknown:
            yield f"{path} is missing: {advice}"
    yield from _address_problems(review)
    yield from _wording_problems(review)
    yield from _claim_problems(review)
    yield from _rating_problems(_at(review, "reviewRating") or {})
    yield from (f"{misuse}: correct it, as schema.org has it" for misuse in misuses(review))


def _address_problems(review: Node) -> Iterator[str]:
    url, home = review.get("url", ""), str(_at(review, "author.url") or "")
    if is_on(url, SHORTENERS):
        yield "url only leads to another address: publish it with the page's own"
    elif url and site_of(home) and not _is_same_site(url, home):
        yield f"url is not on your own site, {site_of(home)}: publish it there"


def _wording_problems(review: Node) -> Iterator[str]:
    wording, words = str(review.get("claimReviewed", "")), _at(review, "reviewRating.alternateName")
    if len(wording) > LONGEST_WORDING:
        advice = "shorten the wording (factcheck claim --text)"
        yield f"claimReviewed has {len(wording)} characters, more than {LONGEST_WORDING}: {advice}"
    if words and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", wording, re.IGNORECASE):
        advice = "word it without (factcheck claim --text)"
        yield f"claimReviewed gives the rating away, “{words}”: {advice}"


def _claim_problems(review: Node) -> Iterator[str]:
    claimant = _at(review, "itemReviewed.author") or {}
    if claimant and "@type" not in claimant:
        advice = "say which (factcheck claim --claimant-kind)"
        yield f"itemReviewed.author is neither a person nor an organisation: {advice}"
    if claimant and claimant.get("name") == _at(review, "author.name"):
        yield "itemReviewed.author is who checks it: name who makes the claim"
    places = list(filter(None, _appearances(review)))
    if not places:
        advice = "say where it was seen (factcheck edit --url, factcheck claim --first-appearance)"
        yield f"itemReviewed.appearance has no address: {advice}"
    own = [page for page in (review.get("url"), _at(review, "author.url")) if page]
    if any(_is_same_site(place, page) for place in places for page in own):
        yield "itemReviewed.appearance is on your own site: check what others publish"


def _rating_problems(rating: Node) -> Iterator[str]:
    """Object to numbers that are no scale; a rating beside the scale has none."""
    numbers = [rating.get(name) for name in _NUMBERS]
    if not any(number is not None for number in numbers):
        return
    advice = "correct the scale (factcheck scheme)"
    if not all(isinstance(number, int) for number in numbers):
        yield f"reviewRating needs {', '.join(_NUMBERS)} as whole numbers: {advice}"
        return
    worst, value, best = (rating[name] for name in _NUMBERS)
    if not 1 <= worst <= value <= best or worst == best:
        yield f"reviewRating is {value} on a scale from {worst} to {best}: {advice}"


def _appearances(review: Node) -> Iterable[str]:
    return (str(_at(review, f"itemReviewed.{name}.url") or "") for name in _PLACES)


def _is_same_site(one: str, other: str) -> bool:
    return is_on(one, {site_of(other)}) or is_on(other, {site_of(one)})


def _at(thing: Node, path: str) -> Any:
    """Return what stands at the end of a path of properties, None where it ends before."""
    for name in path.split("."):
        thing = thing.get(name, {}) if isinstance(thing, dict) else {}
    return thing or None
